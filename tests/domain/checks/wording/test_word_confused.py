"""Words that are often confused."""

import pytest

from goldthread.domain.checks.wording.word_confused import CHECK
from tests.domain.checks.made import messages, says


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("The plan reflects it's key priorities.", "the text says “it's”; what is meant is its"),
        (
            "Schools adopt the six principals of kindness.",
            "the text says “six principals”; what is meant is principles",
        ),
        ("Leavers who's address is not known", "the text says “who's”; what is meant is whose"),
        ("Grants are made for the some of the visits.", "the text says “the some of”; what is meant is some of the"),
        ("A grant for Las.", "the text says “for Las”; what is meant is LAs"),
        ("It remains the second highest are of need.", "the text says “highest are of”; what is meant is area of"),
        (
            "The fund comprises of two parts.",
            "the text says “comprises of”; what is meant is comprises, or consists of",
        ),
        (
            "Ten more pupils stayed in 2017 that in 2016.",
            "the text says “more pupils stayed in 2017 that in 2016”; what is meant is than in",
        ),
    ],
)
def test_it_is_found_with_both_sides(text: str, message: str) -> None:
    assert messages(CHECK, says(text)) == [message]


@pytest.mark.parametrize(
    "text",
    [
        "It's clear that it's key to success.",
        "The principals of the schools met.",
        "A visit to Las Palmas",
        "Those who's been here",
        "A range of plans comprises two parts.",
        "There are three of them.",
        "More is known in 2017.",
    ],
)
def test_what_may_be_meant_passes(text: str) -> None:
    assert messages(CHECK, says(text)) == []


def test_a_confusion_is_said_once_a_text() -> None:
    text = "It reflects it's own aims, with it's impact."

    assert len(messages(CHECK, says(text))) == 1


def test_each_possessive_is_named_by_itself() -> None:
    assert messages(CHECK, says("Our childrens team met.", "The womens group met.")) == [
        "the text says “childrens”; what is meant is children's",
        "the text says “womens”; what is meant is women's",
    ]
