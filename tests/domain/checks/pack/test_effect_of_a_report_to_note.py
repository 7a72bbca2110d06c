"""Reports that are only to be noted."""

import pytest

from goldthread.domain.checks.pack.effect_of_a_report_to_note import CHECK
from goldthread.domain.papers import Front, Passage, ReportRecord
from tests.domain.checks.made import line, messages, paper, passages, says

EFFECT = "The recommendations of this report support the climate."


def heading(text: str) -> Passage:
    return Passage(text=text, where=line(1), level=1)


@pytest.mark.parametrize("asked", ["RECOMMENDATION: That the report be noted", "RECOMMENDED: that it be received"])
def test_an_effect_of_a_report_to_note_is_found(asked: str) -> None:
    assert messages(CHECK, says(heading(asked), EFFECT)) == [
        f"the text speaks of what the recommendations do; the report only asks: {asked}"
    ]


def test_reports_that_ask_for_more_or_for_nothing_pass() -> None:
    more = Front(recommendations=passages("note the report", "approve the plan"))

    assert messages(CHECK, paper(ReportRecord(kind="report", title="R", passages=passages(EFFECT)))) == []
    assert messages(CHECK, paper(ReportRecord(kind="report", title="R", front=more, passages=passages(EFFECT)))) == []
    assert messages(CHECK, says(heading("RECOMMENDATION: That it be noted"), "Words")) == []
