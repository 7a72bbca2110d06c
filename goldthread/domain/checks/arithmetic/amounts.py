"""Numbers as they stand in running text: what they are worth, their unit, and how finely they are printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

DIGITS = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
_AMOUNT = re.compile(
    rf"(?<![\w.,/£–-])(?P<pound>£\s?)?(?P<sign>[-−+]\s?)?(?P<digits>{DIGITS})"
    r"(?:\s?(?P<unit>%|per\s?cent\b|percentage points?\b|pp\b|points?\b|bn\b|billion\b|million\b|m\b"
    r"|thousand\b|k\b))?"
    r"(?![\w/]|[-–]\d|\.\d|,\d)",
    re.IGNORECASE,
)
_SCALE = {"bn": 9, "billion": 9, "million": 6, "m": 6, "thousand": 3, "k": 3}
_IN_WORDS = {
    word: number
    for number, word in enumerate(
        [
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
        ],
        start=2,
    )
}
WORDS = "|".join(_IN_WORDS)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z0-9£“\"'(])")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number in a text; `unit` is "percent", "points", "£" or empty, `half` half a unit of its last digit.

    >>> [amount.number for amount in amounts_of("£1.2m of 23,000")]
    [Decimal('1.2E+6'), Decimal('23000')]
    """

    number: Decimal
    unit: str
    half: Decimal
    printed: str
    start: int
    end: int


def value_of(digits: str) -> Decimal:
    """A number printed with or without commas.

    >>> value_of("1,275")
    Decimal('1275')
    """
    return Decimal(digits.replace(",", ""))


def half_of(digits: str) -> Decimal:
    """Half a unit of the last printed digit: how far rounding may have moved it.

    >>> half_of("46.3"), half_of("94")
    (Decimal('0.05'), Decimal('0.5'))
    """
    return Decimal(5).scaleb(-1 - len(digits.partition(".")[2]))


def count_of(text: str) -> int | None:
    """A count in digits or in words from two to fifteen; None for anything else.

    >>> count_of("three"), count_of("12"), count_of("some")
    (3, 12, None)
    """
    return int(text) if text.isdecimal() else _IN_WORDS.get(text.lower())


def amounts_of(text: str) -> Iterator[Amount]:
    """Every number of a text that is not part of a date, a reference or a range."""
    for found in _AMOUNT.finditer(text):
        unit = (found["unit"] or "").lower()
        scale = _SCALE.get(unit, 0)
        sign = -1 if (found["sign"] or "").strip() in ("-", "−") else 1
        kind = "percent" if unit in ("%", "percent", "per cent") else "points" if "p" in unit else ""
        yield Amount(
            number=sign * value_of(found["digits"]).scaleb(scale),
            unit="£" if found["pound"] else kind,
            half=half_of(found["digits"]).scaleb(scale),
            printed=found[0],
            start=found.start(),
            end=found.end(),
        )


def sentences_of(text: str) -> tuple[str, ...]:
    """The sentences of a text, cut where a full stop is followed by a capital, a figure or a quotation mark.

    >>> sentences_of("It rose by 3.4 points. That is good.")
    ('It rose by 3.4 points.', 'That is good.')
    """
    return tuple(_SENTENCE_END.split(text.strip()))


def plainly(number: Decimal) -> str:
    """A number with thousands separated and no needless zeros, negative in brackets.

    >>> plainly(Decimal("26986.0")), plainly(Decimal(-70)), plainly(Decimal("0.50"))
    ('26,986', '(70)', '0.5')
    """
    size = format(abs(number), ",f")
    size = size.rstrip("0").rstrip(".") if "." in size else size
    return f"({size})" if number < 0 else size
