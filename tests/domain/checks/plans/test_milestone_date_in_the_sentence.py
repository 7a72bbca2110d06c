"""Officers and dates in sentences."""

from goldthread.domain.checks.plans.milestone_date_in_the_sentence import CHECK
from tests.domain.checks.made import messages, milestones


def test_officer_and_date_inside_the_sentence_are_found() -> None:
    assert messages(CHECK, milestones("Improve attendance in all schools. Asha Example (March 2024)")) == [
        "officer (Asha Example) and due date (March 2024) stand inside the sentence"
    ]


def test_a_date_in_brackets_alone_passes() -> None:
    assert messages(CHECK, milestones("Publish the Local Offer for Care Leavers (March 2024).")) == []
