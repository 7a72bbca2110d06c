"""Milestones without a date."""

import datetime as dt

from goldthread.domain.checks.plans.milestone_without_a_date import CHECK
from goldthread.domain.papers import MilestoneRow
from tests.domain.checks.made import messages, milestones


def test_milestones_without_a_date_are_found_once_an_objective() -> None:
    rows: list[MilestoneRow | str] = [
        "Open the hub",
        "Review the offer by March 2025",
        "Report progress termly",
        MilestoneRow(ref="", text="Train", due=dt.date(2025, 3, 31)),
        MilestoneRow(ref="", text="Hold", due_printed="ongoing"),
    ]

    assert messages(CHECK, milestones(*rows)) == ["1 of 5 milestones of EDU01 have no due date and no recurrence"]
    assert messages(CHECK, milestones("Open the hub")) == ["it has no due date and no recurrence"]


def test_dated_milestones_pass() -> None:
    assert messages(CHECK, milestones("Open the hub by March 2025")) == []
    assert messages(CHECK, milestones()) == []
