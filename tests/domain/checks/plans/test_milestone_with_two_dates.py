"""Milestones with two dates."""

from goldthread.domain.checks.plans.milestone_with_two_dates import CHECK
from goldthread.domain.papers import MilestoneRow
from tests.domain.checks.made import messages, milestones


def test_two_due_dates_are_found() -> None:
    assert messages(CHECK, milestones("Revise the protocol, relaunched in February 2018 (June 2018).")) == [
        "one milestone names February 2018 and June 2018: which of them is it due?"
    ]
    assert messages(CHECK, milestones(MilestoneRow(ref="", text="Open by May 2024", due_printed="July 2024"))) == [
        "one milestone names May 2024 and July 2024: which of them is it due?"
    ]


def test_other_dates_pass() -> None:
    assert (
        messages(
            CHECK,
            milestones("Revise the plan for April 2019 (March 2019)", "Analyse from September to December 2016"),
        )
        == []
    )
