"""Doubled words and verbs."""

import pytest

from goldthread.domain.checks.wording.word_doubled import CHECK
from tests.domain.checks.made import messages, says


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("We met the the board.", "“the” stands twice in a row"),
        ("We should expect to see the rate should be restored.", "one clause says “should” twice"),
    ],
)
def test_it_is_found_with_both_sides(text: str, message: str) -> None:
    assert messages(CHECK, says(text)) == [message]


@pytest.mark.parametrize(
    "text",
    [
        "They had had a visit that that year.",
        "We should expect that this should be restored.",
    ],
)
def test_what_may_be_meant_passes(text: str) -> None:
    assert messages(CHECK, says(text)) == []
