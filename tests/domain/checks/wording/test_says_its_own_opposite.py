"""Doubled negatives."""

import pytest

from goldthread.domain.checks.wording.says_its_own_opposite import CHECK
from tests.domain.checks.made import messages, says


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "It is unlikely that we will not meet it.",
            "“unlikely that we will not meet” says that it is likely to be achieved, and stands for the opposite",
        ),
    ],
)
def test_it_is_found_with_both_sides(text: str, message: str) -> None:
    assert messages(CHECK, says(text)) == [message]


@pytest.mark.parametrize(
    "text",
    [
        "It is unlikely that the aim will be met.",
        "It is certain that it will not be met.",
    ],
)
def test_what_may_be_meant_passes(text: str) -> None:
    assert messages(CHECK, says(text)) == []


def test_a_legend_is_named_once_a_report() -> None:
    text = "It is unlikely that we will not meet it."

    assert len(messages(CHECK, says(text, text))) == 1
