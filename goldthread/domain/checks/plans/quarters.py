"""Quarters of the financial year as texts name them."""

from __future__ import annotations

import re

ORDINALS = ("first", "second", "third", "fourth")
QUARTER = (
    r"\b(?:(?P<word>first|second|third|fourth|1st|2nd|3rd|4th) quarter|quarter (?P<number>[1-4]|one|two|three"
    r"|four)\b)"
)
_NUMBERS = {
    name: number
    for number, names in enumerate(
        zip(ORDINALS, ("1st", "2nd", "3rd", "4th"), ("one", "two", "three", "four"), strict=True), 1
    )
    for name in (*names, str(number))
}


def number_of(found: re.Match[str]) -> int:
    """The number of the quarter that a match of `QUARTER` names.

    >>> number_of(re.search(QUARTER, "the third quarter's report"))
    3
    """
    return _NUMBERS[(found["word"] or found["number"]).lower()]
