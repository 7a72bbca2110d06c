"""Places and academic years."""

import pytest

from goldthread.domain.checks.pack.places_open_after_their_date import CHECK
from tests.domain.checks.made import messages, says

SPLIT = "There are an additional 77 new places, and a further 40 new places for a September 2024 opening."


def test_places_of_two_academic_years_are_found() -> None:
    assert messages(
        CHECK, says(SPLIT, "Some 117 special places will come before the end of this academic year.")
    ) == ["all 117 places are said to come this academic year; line 1 has 77 and 40, some of them for September 2024"]


@pytest.mark.parametrize(
    "text",
    [
        "Some 118 special places will come before the end of this academic year.",
        "Some 117 special places will come.",
    ],
)
def test_other_places_and_texts_without_a_date_pass(text: str) -> None:
    assert messages(CHECK, says(SPLIT, text)) == []
