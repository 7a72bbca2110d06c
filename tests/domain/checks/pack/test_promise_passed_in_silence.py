"""Promises of the quarter before."""

import datetime as dt

import pytest

from goldthread.domain.checks import Evidence
from goldthread.domain.checks.pack.promise_passed_in_silence import CHECK
from goldthread.domain.papers import Front, Paper, Passage, ReportRecord
from goldthread.domain.periods import Period, month
from tests.domain.checks.made import line, messages

PROMISE = "We start to see people and aim to have the first hub in place by the 1st April 2024."
LATER = "There is a sound plan for the hub, and its post is to be advertised soon."


def report(text: str, period: Period | None, *, section: str = "2.1 Hub", level: int | None = None) -> ReportRecord:
    passages = (Passage(text=text, where=line(5), section=f"Developments / {section}", level=level),)
    return ReportRecord(
        kind="performance report",
        title="R",
        period=period,
        passages=passages,
        front=Front(date=dt.date(2024, 7, 15) if period else None),
    )


def pack(*reports: ReportRecord) -> Evidence:
    return Evidence(paper=Paper(file="p.txt", reports=reports))


def test_a_date_that_passed_without_a_word_is_found() -> None:
    said = f"the report before said: {PROMISE} This one is later, and speaks of what is to come"
    before, after = report(PROMISE, month(2023, 12)), report(LATER, month(2024, 3), section="2.4 Hub")

    assert messages(CHECK, pack(before, after)) == [said]
    assert messages(CHECK, Evidence(paper=pack(after).paper, previous=pack(before).paper)) == [said]


@pytest.mark.parametrize(
    "later",
    [
        report("There is a sound plan and the hub is now in place, more will come.", month(2024, 3)),
        report("There will be no hub in April 2024 as we said in the report before.", month(2024, 3)),
        report("There is a sound plan for the hub in the town and we like it.", month(2024, 3)),
        report(LATER, month(2024, 3), section="Other"),
        report(LATER, month(2024, 3), level=2),
        report("Soon to be.", month(2024, 3)),
        report(LATER, None),
        report(LATER, month(2023, 12)),
    ],
)
def test_promises_that_were_kept_or_spoken_of_pass(later: ReportRecord) -> None:
    assert messages(CHECK, pack(report(PROMISE, month(2023, 12)), later)) == []


def test_promises_of_a_later_day_and_texts_without_one_pass() -> None:
    late = PROMISE.replace("2024", "2025").replace("the 1st ", "end of ")

    assert messages(CHECK, pack(report(late, month(2023, 12)), report(LATER, month(2024, 3)))) == []
    assert messages(CHECK, pack(report(LATER, month(2023, 12)), report(LATER, month(2024, 3)))) == []
