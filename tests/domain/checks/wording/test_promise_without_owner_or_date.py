"""Promises in minutes."""

import pytest

from goldthread.domain.checks.wording.promise_without_owner_or_date import CHECK
from tests.domain.checks.made import messages, says

OPENS = "At a meeting of the Board on Monday"


@pytest.mark.parametrize(
    ("text", "promise"),
    [
        ("Members asked for costs – these would be confirmed at a later date.", "would be confirmed at a later date"),
        ("The number would also be reported back.", "would also be reported back"),
        (
            "Others would be checked and reported after the meeting.",
            "would be checked and reported after the meeting",
        ),
    ],
)
def test_a_promise_of_nobody_is_found(text: str, promise: str) -> None:
    assert messages(CHECK, says(OPENS, text)) == [f"“{promise}”: it is not said who does it, nor by when"]


@pytest.mark.parametrize(
    "texts",
    [
        (OPENS, "It would be reported back by March 2024."),
        (OPENS, "The manager would see; it would be reported back: the officer would do it."),
        (OPENS, "Meeting ended at 8 pm", "It would be reported back."),
        ("It would be reported back.",),
        (OPENS, "It was confirmed."),
    ],
)
def test_promises_with_an_owner_or_date_and_other_papers_pass(texts: tuple[str, ...]) -> None:
    assert messages(CHECK, says(*texts)) == []
