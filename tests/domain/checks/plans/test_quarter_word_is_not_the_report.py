"""The quarter a report says it is of."""

from dataclasses import replace

from goldthread.domain.checks.plans.quarter_word_is_not_the_report import CHECK
from goldthread.domain.periods import financial_year, quarter
from tests.domain.checks.made import a_report, messages, paper

CALLED = "Receive the third quarter's performance management report;"


def test_a_report_that_calls_itself_by_another_quarter_is_found_once() -> None:
    evidence = paper(a_report(CALLED, period=quarter(2023, 4)))
    (report,) = evidence.paper.reports
    twice = replace(report, front=replace(report.front, recommendations=report.passages))

    assert messages(CHECK, paper(twice)) == [
        "the text calls this the third quarter's report; it is that of the fourth (2023/24 Q4)"
    ]


def test_its_own_quarter_and_reports_of_no_quarter_pass() -> None:
    assert messages(CHECK, paper(a_report(CALLED, "Words.", period=quarter(2023, 3)), a_report(CALLED))) == []
    assert messages(CHECK, paper(a_report(CALLED, period=financial_year(2023)))) == []
