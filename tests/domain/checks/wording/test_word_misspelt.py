"""Misspelt words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldthread.domain.checks.wording.word_misspelt import CHECK, one_edit_apart
from tests.domain.checks.made import lines, messages, says

OFTEN = ["The trauma informed practice grows here."] * 5
LONG = ["The headteacher met the visits board today."] * 5


def test_a_word_one_letter_off_in_the_same_place_is_found() -> None:
    evidence = says(*OFTEN, "Trama informed work began.")

    assert lines(CHECK, evidence) == [6]
    assert messages(CHECK, evidence) == [
        "the text says “Trama”; elsewhere the paper says “trauma” in the same words, 5 times in all"
    ]


def test_a_long_word_is_found_a_few_words_from_its_usual_company() -> None:
    assert lines(CHECK, says(*LONG, "Our heacteacher and the visits board met.")) == [6]


@pytest.mark.parametrize(
    "text",
    [
        "Trama came to town.",
        "A practise of ours, and practices grow here.",
        "Traumas informed work.",
        "The though of it grows here.",
    ],
)
def test_other_words_forms_and_names_pass(text: str) -> None:
    assert messages(CHECK, says(*OFTEN, text)) == []


def test_a_name_that_is_only_ever_capitalised_passes() -> None:
    assert messages(CHECK, says(*["Officer Clare Gurney wrote."] * 5, "Officer Claire Gurney wrote.")) == []


@given(st.text(alphabet="abcde", min_size=3, max_size=8), st.integers(0, 7), st.sampled_from("xyz"))
def test_one_letter_more_or_another_one_is_one_edit(word: str, at: int, letter: str) -> None:
    at = min(at, len(word) - 1)

    assert one_edit_apart(word, word[:at] + letter + word[at:])
    assert one_edit_apart(word[:at] + letter + word[at:], word)
    assert one_edit_apart(word, word[:at] + letter + word[at + 1 :])
    assert not one_edit_apart(word, word)
    assert not one_edit_apart(word, word + "xy")
