"""Bodies that ended."""

import datetime as dt

import pytest

from goldthread.domain.checks import Evidence
from goldthread.domain.checks.wording.body_abolished import CHECK
from goldthread.domain.papers import Paper
from goldthread.domain.periods import month
from tests.domain.checks.made import a_report, messages, paper, passages

LATE = dt.date(2024, 7, 15)


def test_a_body_that_ended_before_the_paper_is_found_once() -> None:
    report = a_report("Contributions from the CCG come.", "The CCG pays.", date=LATE)

    assert messages(CHECK, paper(report)) == [
        "CCG ended in July 2022; since then there is integrated care boards (ICB)"
    ]


def test_the_period_stands_for_a_date_and_a_law_that_never_was_is_named() -> None:
    report = a_report("General Data Protection Act", period=month(2018, 4))

    assert messages(CHECK, paper(report)) == [
        "there is no General Data Protection Act; what is meant is the General Data Protection Regulation"
    ]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Contributions from the CCG come.", dt.date(2021, 7, 1)),
        ("The former CCG paid.", LATE),
        ("The CCG pays.", None),
        ("The ICB pays.", LATE),
        ("A CCG grant was paid.", LATE),
    ],
)
def test_papers_of_the_time_the_past_and_papers_without_a_date_pass(text: str, date: dt.date | None) -> None:
    assert messages(CHECK, paper(a_report(text, date=date))) == []


def test_texts_before_the_first_report_take_the_latest_date() -> None:
    late = a_report(date=LATE, title="Late")
    evidence = Evidence(Paper(file="p.txt", reports=(), passages=passages("The CCG pays.")))

    assert messages(CHECK, evidence) == []
    assert late.front.date == LATE
