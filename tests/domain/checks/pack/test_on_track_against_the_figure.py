"""On track, and the figures."""

import pytest

from goldthread.domain.checks.pack.on_track_against_the_figure import CHECK
from goldthread.domain.papers import ObjectiveSection
from tests.domain.checks.made import a_measure, a_report, messages, paper

TITLE = "Increase the percentage of statements converted to education plans"
TEXT = "Our team is on track to complete all conversions of statements to education plans by March."


def said(text: str, title: str = TITLE, **cells: str) -> list[str]:
    given = {"actual 2017/18": "22.9%", "target 2018/19": "80%", **cells}
    objective = ObjectiveSection(ref="E1", title="Plans", measures=(a_measure("E1 04", title, **given),))
    return messages(CHECK, paper(a_report(text, objectives=(objective,))))


def test_a_measure_far_behind_speaks_against_on_track() -> None:
    assert said(TEXT) == [f"“on track to complete”; E1 04 {TITLE} is at 22.9%, its target is 80%"]


@pytest.mark.parametrize("text", ["Our team is on track to complete visits.", "All statements are education plans."])
def test_other_matters_and_other_claims_pass(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize("cells", [{"actual 2017/18": "70%"}, {"actual 2017/18": "N/A"}, {"target 2018/19": "tbc"}])
def test_measures_near_their_target_or_without_figures_pass(cells: dict[str, str]) -> None:
    assert said(TEXT, **cells) == []


def test_measures_that_should_fall_pass() -> None:
    assert said(TEXT, title="Reduce statements not converted to education plans") == []
