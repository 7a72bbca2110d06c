"""a and an."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldthread.domain.checks.wording.article_before_the_wrong_sound import CHECK, wrong_article
from tests.domain.checks.made import messages, says


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("This is a update.", "“a update” should be “an update”"),
        ("It has an closing date.", "“an closing” should be “a closing”"),
    ],
)
def test_it_is_found_with_both_sides(text: str, message: str) -> None:
    assert messages(CHECK, says(text)) == [message]


@pytest.mark.parametrize(
    "text",
    [
        "This is a unit, a useful one, a European one.",
        "It took an hour, an honest look and an xlsx file.",
        "a. Option a and b, an SEN plan, see (a) about",
    ],
)
def test_what_may_be_meant_passes(text: str) -> None:
    assert messages(CHECK, says(text)) == []


@given(st.sampled_from(["update", "area", "offer", "issue", "event"]))
def test_a_vowel_takes_an_and_a_consonant_takes_a(word: str) -> None:
    assert wrong_article("a", word)
    assert not wrong_article("an", word)
    assert wrong_article("an", "b" + word)
