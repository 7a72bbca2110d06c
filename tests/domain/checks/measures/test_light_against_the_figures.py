"""Lights and the figures beside them."""

from dataclasses import replace

import pytest

from goldthread.domain.checks.measures.light_against_the_figures import CHECK
from goldthread.domain.papers import MeasureRow
from goldthread.domain.periods import Period, academic_year
from tests.domain.checks.made import messages
from tests.domain.checks.measures.made import Q3, Q4, cell, of, row


def lit(
    light: str | None,
    *,
    direction: str | None = None,
    title: str = "Reduce visits",
    current: str = "203",
    target: str = "68",
    against: str = "147",
) -> MeasureRow:
    cells = {
        "current": cell(current),
        "target": cell(target),
        "progress": replace(cell(""), light=light),
        "direction_of_travel": replace(cell(""), light=direction),
    }
    return row(title=title, cells=cells, against=against)


def test_green_far_off_the_target_at_the_end_of_the_year_is_found() -> None:
    (said,) = messages(CHECK, of(lit("green"), period=Q4))

    assert said.startswith("the light is green, the figure is off its target: 203 ")


def test_red_on_the_target_is_found() -> None:
    (said,) = messages(CHECK, of(lit("red", current="60"), period=Q4))

    assert said.startswith("the light is red, the figure is on its target: 60 ")


def test_a_direction_against_the_figures_is_found() -> None:
    (said,) = messages(CHECK, of(lit(None, direction="better"), period=Q3))

    assert said.startswith("the direction is printed as better, the figures say worse: 203 is worse than 147")


@pytest.mark.parametrize(
    ("made", "period"),
    [
        (lit("red", direction="worse"), Q4),
        (lit("amber"), Q4),
        (lit("green"), Q3),
        (lit("green", target="N/A"), Q4),
        (lit("green", title="Monitor visits"), Q4),
        (lit("green", current="N/A"), Q4),
        (lit(None, direction="better", against="1 of 2"), Q4),
        (lit(None, direction="better", against=""), Q4),
        (lit("green"), None),
        (lit("green"), academic_year(2023)),
        (row(title="Reduce visits", cells={"current": "5"}), Q4),
        (row(title="Reduce visits"), Q4),
        (row(title="Reduce visits", cells={"current": cell("5", unit="parsnips"), "progress": ""}), Q4),
    ],
)
def test_lights_that_agree_or_can_not_be_judged_pass(made: MeasureRow, period: Period | None) -> None:
    assert messages(CHECK, of(made, period=period)) == []
