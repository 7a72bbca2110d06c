"""Acronyms that lack a letter."""

import pytest

from goldthread.domain.checks.wording.acronym_one_letter_off import CHECK
from tests.domain.checks.made import messages, says


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("The next JTAs begin.", "the text says JTA; elsewhere the paper says JTAI"),
        ("The JTIA begins.", "the text says JTIA; elsewhere the paper says JTAI"),
    ],
)
def test_a_letter_short_or_two_swapped_are_found(text: str, message: str) -> None:
    assert messages(CHECK, says("A joint targeted area inspection (JTAI) came.", text)) == [message]


@pytest.mark.parametrize(
    "text",
    [
        "The JTA inspections begin.",
        "The JTQI begins.",
        "The JTA, JTA, JTA begin.",
        "A just told answer (JTA) and the JTA",
    ],
)
def test_other_acronyms_pass(text: str) -> None:
    assert messages(CHECK, says("A joint targeted area inspection (JTAI) came.", text)) == []
