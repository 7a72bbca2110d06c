"""Shares of actions by status are read out of sentences, wherever the status stands."""

from decimal import Decimal

import pytest

from goldthread.reader.from_text import from_text
from goldthread.reader.recognise import shares


def shares_of(text: str) -> list[tuple[str, dict[str, Decimal]]]:
    document = from_text(text, file="q3.txt")
    found = shares.find(document, range(len(document.blocks))).shares
    return [(each.scope, dict(each.shares)) for each in found]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Of all actions, 20% are complete and 50% are on target to be completed in time. 30% are delayed.",
            ("overall", {"complete": 20, "on target": 50, "delayed": 30}),
        ),
        (
            "In Priority 4, 60% of actions are on track, 25% of actions are delayed and 15% are not yet started.",
            ("priority 4", {"on target": 60, "delayed": 25, "not started": 15}),
        ),
        (
            "Priority 1 has now completed 44% of its actions. However 56% of the actions are delayed.",
            ("priority 1", {"complete": 44, "delayed": 56}),
        ),
    ],
)
def test_each_share_goes_with_the_status_beside_it(sentence: str, expected: tuple[str, dict[str, int]]) -> None:
    assert shares_of(sentence) == [expected]


def test_a_share_of_two_statuses_together_is_left_out() -> None:
    sentence = "44% of actions are complete, 30% are delayed; 70% of the actions are either complete or on target."

    assert shares_of(sentence) == [("overall", {"complete": 44, "delayed": 30})]


def test_the_heading_says_which_priority_is_meant() -> None:
    assert (
        shares_of("Priority 2 updates\n\n60% of action points are on target. 40% are delayed.")[0][0] == "priority 2"
    )


def test_shares_of_other_things_are_none() -> None:
    assert shares_of("92% of pupils attend, 8% are delayed by the bus.") == []
