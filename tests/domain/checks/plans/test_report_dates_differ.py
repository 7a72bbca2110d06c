"""Dates of a pack."""

import datetime as dt
from dataclasses import replace

from goldthread.domain.checks.plans.report_dates_differ import CHECK
from goldthread.domain.papers import Field
from tests.domain.checks.made import a_report, line, lines, messages, paper

MEETING = [a_report(date=dt.date(2024, 7, 15)) for _ in range(3)]


def test_a_report_of_another_day_is_found() -> None:
    other = a_report(date=dt.date(2024, 7, 17), title="Minutes")
    fielded = replace(
        other, front=replace(other.front, fields={"date": Field(label="DATE", text="17 July", where=line(8))})
    )
    said = "Minutes is dated 17 July 2024; the other 3 reports of the pack 15 July 2024"

    assert messages(CHECK, paper(*MEETING, other)) == [said]
    assert lines(CHECK, paper(*MEETING, fielded)) == [8]


def test_packs_without_one_meeting_pass() -> None:
    days = [a_report(date=dt.date(2024, 7, day)) for day in (1, 2, 3)]

    assert messages(CHECK, paper(*MEETING, a_report())) == []
    assert messages(CHECK, paper(*days)) == []
    assert messages(CHECK, paper(*days[:2])) == []
