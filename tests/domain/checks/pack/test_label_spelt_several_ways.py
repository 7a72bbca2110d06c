"""Labels of one pack."""

from goldthread.domain.checks.pack.label_spelt_several_ways import CHECK
from goldthread.domain.papers import Field, Front, ReportRecord
from tests.domain.checks.made import line, lines, messages, paper


def report(wards: str, at: int) -> ReportRecord:
    front = Front(fields={"wards": Field("WARDS", wards, line(at))} if wards else {})
    return ReportRecord(kind="report", title="R", front=front, where=line(at))


def test_a_spelling_is_named_where_it_first_stands() -> None:
    evidence = paper(report("Borough-wide", 1), report("Boroughwide", 9), report("Boroughwide", 20))

    assert lines(CHECK, evidence) == [9]
    assert messages(CHECK, evidence) == ["“Boroughwide” here, “Borough-wide” on line 1"]


def test_other_wards_and_fronts_without_them_pass() -> None:
    assert messages(CHECK, paper(report("All", 1), report("Town", 9), report("", 20), report("All", 30))) == []
