"""The kinds of value a bundle holds, each with the sentence that says what is wrong with another."""

import re
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, PlainSerializer, WithJsonSchema

from goldthread.domain.periods import Period, parse_period

LONGEST_NUMBER = 40
HIGHEST_SMALL_INTEGER = 32_767
HIGHEST_INTEGER = 2_147_483_647
_NUMBER = re.compile(r"-?\d+(\.\d+)?", re.ASCII)
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")


def quoted(value: Any) -> str:
    """Return a value between quotation marks for a message, cut short where it is long.

    >>> quoted("abc"), len(quoted("x" * 500)), quoted(None)
    ('“abc”', 83, '“null”')
    """
    text = shown("null" if value is None else str(value))
    return f"“{text if len(text) <= 80 else f'{text[:80]}…'}”"


def shown(text: str) -> str:
    """Return text that any terminal can show: what it can't print is written as its number.

    >>> shown("a" + chr(0) + "b")
    'aU+0000b'
    """
    return "".join(each if each.isprintable() else f"U+{ord(each):04X}" for each in text)


def read_number(value: Any) -> Decimal:
    """Return the number that a piece of text holds, with its printed places.

    Raises: ValueError when it is not decimal text; a number without quotes has lost its printed places.

    >>> read_number("92.250")
    Decimal('92.250')
    """
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        raise ValueError(f'{value} stands without quotes. Write it as text, "{value}", to keep its printed places.')
    if not isinstance(value, str) or not _NUMBER.fullmatch(value):
        raise ValueError(f'{quoted(value)} is not a number. Write digits as text, such as "92.5".')
    if len(value) > LONGEST_NUMBER:
        raise ValueError(f"{quoted(value)} is longer than {LONGEST_NUMBER} characters. Round it.")
    return Decimal(value)


def read_day(value: Any) -> date:
    """Return a date written as 2023-12-31.

    Raises: ValueError when it is written otherwise or is no day of the calendar.
    """
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    try:
        if isinstance(value, str) and _DAY.fullmatch(value):
            return date.fromisoformat(value)
    except ValueError:
        raise ValueError(f"{quoted(value)} is not a day of the calendar. Check the month and the day.") from None
    raise ValueError(f"{quoted(value)} is not a date. Write year, month and day, such as 2023-12-31.")


def read_moment(value: Any) -> datetime:
    """Return a date and time with its offset, in UTC.

    Raises: ValueError when it is written otherwise, or without an offset.
    """
    moment = value
    if isinstance(value, str):
        try:
            moment = datetime.fromisoformat(value)
        except ValueError:
            moment = None
    if not isinstance(moment, datetime) or moment.tzinfo is None:
        example = "2024-07-15T12:00:00+00:00"
        raise ValueError(f"{quoted(value)} is not a moment. Write date, time and offset, such as {example}.")
    return moment.astimezone(UTC)


def read_period(value: Any) -> Period:
    """Return a period written in any form that the council's papers use.

    Raises: ValueError when the text names no period.
    """
    if isinstance(value, Period):
        return value
    if not isinstance(value, str):
        raise ValueError(f"{quoted(value)} is not a period. Write one as text, such as 2023/24 Q3.")
    return parse_period(value)


def read_whole_number(value: Any) -> int:
    """Return a whole number; text and fractions are refused, so that nothing is guessed."""
    if isinstance(value, bool) or not isinstance(value, int):
        raise ValueError(f"{quoted(value)} is not a whole number. Write it without quotes, such as 12.")
    return value


def printable(text: str) -> str:
    """Return the text, or raise ValueError when it holds characters that no page can show."""
    found = _UNPRINTABLE.search(text)
    if found:
        raise ValueError(f"It holds the control character U+{ord(found[0]):04X}. Remove it.")
    return text


Number = Annotated[
    Decimal,
    BeforeValidator(read_number),
    PlainSerializer(lambda value: f"{value:f}", return_type=str, when_used="json"),
    WithJsonSchema({"type": "string", "pattern": r"^-?\d+(\.\d+)?$"}),
]
Day = Annotated[date, BeforeValidator(read_day)]
Moment = Annotated[
    datetime,
    BeforeValidator(read_moment),
    PlainSerializer(lambda value: value.isoformat(), return_type=str, when_used="json"),
]
PeriodName = Annotated[
    Period,
    BeforeValidator(read_period),
    PlainSerializer(str, return_type=str, when_used="json"),
    WithJsonSchema({"type": "string"}),
]
_Whole = Annotated[int, BeforeValidator(read_whole_number)]
Flag = Annotated[bool, Field(strict=True)]
Nth = Annotated[_Whole, Field(ge=1, le=HIGHEST_SMALL_INTEGER)]
Line = Annotated[_Whole, Field(ge=1, le=HIGHEST_INTEGER)]

Text = Annotated[str, AfterValidator(printable)]
Text40 = Annotated[Text, Field(max_length=40)]
Text100 = Annotated[Text, Field(max_length=100)]
Text300 = Annotated[Text, Field(max_length=300)]
Ref = Annotated[Text, Field(min_length=1, max_length=40)]
Title = Annotated[Text, Field(min_length=1)]
Title300 = Annotated[Text, Field(min_length=1, max_length=300)]
Slug = Annotated[str, Field(pattern=r"^[a-zA-Z0-9_-]+$", max_length=100)]
Slug50 = Annotated[str, Field(pattern=r"^[a-zA-Z0-9_-]+$", max_length=50)]
