"""Sections the other reports have."""

from goldthread.domain.checks.pack.section_missing import CHECK
from goldthread.domain.papers import Field, Front, ReportRecord
from tests.domain.checks.made import a_report, line, messages, paper, passages

ALL = (
    "1.0 PURPOSE",
    "2.0 RECOMMENDATION",
    "3.0 POLICY IMPLICATIONS",
    "4.0 RISK ANALYSIS",
    "5.0 EQUALITY AND DIVERSITY",
)
FRONT = Front(fields={"portfolio": Field("Portfolio", "Children", line(1))})


def report(*texts: str, front: Front = FRONT) -> ReportRecord:
    return ReportRecord(kind="report", title="R", front=front, passages=passages(*texts), where=line(1))


def test_a_missing_section_is_named_where_it_should_follow() -> None:
    evidence = paper(*[report(*ALL)] * 3, report(*ALL[:3], ALL[4]))

    assert [(each.where.line, each.message) for each in CHECK.find(evidence)] == [
        (3, "no section follows here on: risk analysis; most of the 4 reports have one")
    ]


def test_a_missing_first_section_is_named_at_the_first() -> None:
    assert messages(CHECK, paper(*[report(*ALL)] * 3, report(*ALL[1:]))) == [
        "no section follows here on: purpose; most of the 4 reports have one"
    ]


def test_a_front_without_a_line_is_named() -> None:
    assert messages(CHECK, paper(*[report(*ALL)] * 3, report(*ALL, front=Front()))) == [
        "the front says nothing of: portfolio; most of the 4 reports do"
    ]


def test_packs_of_few_reports_pass() -> None:
    assert messages(CHECK, paper(report(*ALL), report(*ALL[:4]), a_report("Words"))) == []


def test_a_section_that_half_of_them_have_is_no_custom() -> None:
    assert messages(CHECK, paper(*[report(*ALL)] * 2, *[report(*ALL[:4])] * 2)) == []
