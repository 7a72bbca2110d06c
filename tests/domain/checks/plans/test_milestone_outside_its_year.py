"""Years over milestones."""

import datetime as dt

from goldthread.domain.checks.plans.milestone_outside_its_year import CHECK
from goldthread.domain.papers import MilestoneRow
from tests.domain.checks.made import messages, milestones


def row(year: str, due: dt.date | None = dt.date(2019, 3, 31)) -> MilestoneRow:
    return MilestoneRow(ref="", text="Open the hub", due=due, year=year)


def test_milestones_due_outside_their_year_are_found_once_an_objective() -> None:
    assert messages(CHECK, milestones(row("17 / 18"), row("2017/18"), row("18/19"))) == [
        "2 of 3 milestones of EDU01 are due outside 1 April 2017 to 31 March 2018, the year printed over "
        "them (17 / 18)"
    ]


def test_milestones_within_their_year_or_without_one_pass() -> None:
    assert messages(CHECK, milestones(row("18/19"), row(""), row("19/18"), row("17/18", None))) == []
