"""Placeholders."""

import pytest

from goldthread.domain.checks.wording.placeholder_left import CHECK
from tests.domain.checks.made import messages, says


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("To follow", "“To follow” stands where the text itself should"),
        (
            "Sent on e mail and embedded here",
            "“Sent on e mail and embedded here” stands where the text itself should",
        ),
        ("The total is |@total| visits", "“The total is |@total| visits” stands where the text itself should"),
        ("Site to be agreed", "“Site to be agreed” stands where the text itself should"),
    ],
)
def test_it_is_found_with_both_sides(text: str, message: str) -> None:
    assert messages(CHECK, says(text)) == [message]


@pytest.mark.parametrize(
    "text",
    [
        "Details follow in section 3.",
        "The site was agreed in May, [date](page.md).",
        "We embedded the plan in our work.",
    ],
)
def test_what_may_be_meant_passes(text: str) -> None:
    assert messages(CHECK, says(text)) == []
