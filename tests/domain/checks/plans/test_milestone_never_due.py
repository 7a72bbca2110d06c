"""Dates that never come."""

import datetime as dt

from goldthread.domain.checks.plans.milestone_never_due import CHECK
from goldthread.domain.papers import MilestoneRow
from tests.domain.checks.made import messages, milestones


def test_ongoing_for_a_date_is_found() -> None:
    said = '"ongoing" for a due date: the milestone can never be reported complete'

    assert messages(CHECK, milestones("Broker support where needed (ongoing).")) == [said]
    assert messages(CHECK, milestones(MilestoneRow(ref="", text="Broker support", due_printed="ongoing"))) == [said]


def test_dates_and_other_brackets_pass() -> None:
    dated = MilestoneRow(ref="", text="Broker support (ongoing)", due=dt.date(2024, 3, 31))

    assert messages(CHECK, milestones("Broker support (all schools)", "Broker support", dated)) == []
