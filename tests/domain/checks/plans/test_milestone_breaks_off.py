"""Unfinished milestones."""

from goldthread.domain.checks.plans.milestone_breaks_off import CHECK
from tests.domain.checks.made import messages, milestones


def test_a_milestone_that_breaks_off_is_found() -> None:
    assert messages(CHECK, milestones("Find opportunities for joint commissioning and")) == [
        'the text ends with "and": it breaks off'
    ]


def test_a_finished_milestone_passes() -> None:
    assert (
        messages(
            CHECK, milestones("Find opportunities for joint commissioning.", "Open the hub;", "Do all of these:")
        )
        == []
    )
