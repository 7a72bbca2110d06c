"""Dates and periods as papers print them: a whole cell read as a date, and the periods that stand inside a text."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from goldthread.domain.periods import Period, UnknownPeriod, parse_period

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_YEAR = r"(?:(?:19|20)\d\d|'?\d\d)(?![\d%]|[.,]\d)"
_FULL_YEAR = r"(?:19|20)\d\d(?![\d%]|[.,]\d)"
_YEARS = r"(?<![\d£.,/-])(?:(?:19|20)\d\d\s?[-/–]\s?(?:(?:19|20)\d\d|\d\d)|\d\d\s?[-/–]\s?\d\d)(?![\d%/]|[.,]\d|-\d)"
_QUARTER = r"\b(?:q|qtr|quarter)\.?\s?(?:[1-4]|one|two|three|four)\b"
_TERM = r"\b(?:autumn|spring|summer)\b(?:\s+term)?"
_PERIOD = re.compile(
    "|".join(
        f"(?:{form})"
        for form in (
            rf"{_QUARTER}(?:,?\s+|\s+of\s+|\s*[-–:]\s*)(?:the\s+)?{_YEARS}",
            rf"{_YEARS}(?:[\s,;:–-]+){_QUARTER}",
            rf"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?\d\d?\s?(?:st|nd|rd|th)?(?:\s+of)?[\s-]+{_MONTH}"
            rf"[\s,-]*{_YEAR}",
            r"(?<![\d/.-])\d\d?([-/.])\d\d?\1(?:(?:19|20)\d\d|\d\d)(?![\d%/.-]\d|\d)",
            r"(?<!\d)(?:19|20)\d\d-\d\d-\d\d(?!\d)",
            rf"\b(?:academic|school)\s+year\s+{_YEARS}",
            rf"{_YEARS}[\s-](?:academic|school)[\s-]year",
            rf"{_TERM}(?:\s+of)?\s+(?:the\s+)?(?:{_YEARS}|{_YEAR})",
            rf"\b{_MONTH}[\s,'’-]*{_YEAR}",
            rf"{_YEARS}(?!\s*-?\s*(?:years?|yrs?)[\s-]+olds?)",
        )
    ),
    re.IGNORECASE,
)
_AGES = re.compile(r"(?:aged?|ages)\s*$", re.IGNORECASE)
_OLD = re.compile(r"\s*-?\s*(?:years?|yrs?|y/?o)\b", re.IGNORECASE)
_WRAPPING = " \t\n.,;:()[]"
_LONGEST = 400


@dataclass(frozen=True, slots=True)
class PrintedPeriod:
    """A period as it stands in a text, and from where to where."""

    printed: str
    period: Period
    start: int
    end: int


def period_of(text: str) -> Period | None:
    """The period that a whole text names, None where it names none or could be several.

    >>> print(period_of("Q3 22-23"), period_of("by March 2024."), period_of("soon"))
    2022/23 Q3 March 2024 None
    """
    tidy = " ".join(text.replace("\u2018", "'").replace("\u2019", "'").split()).strip(_WRAPPING)
    tidy = re.sub(r"(?<=\d) ?([-/–]) ?(?=\d)", r"\1", tidy).replace("–", "-")
    try:
        return parse_period(tidy)
    except UnknownPeriod:
        return None


def periods_in(text: str) -> Iterator[PrintedPeriod]:
    """Every period printed in a text, in order; ages ("16-17 year olds") are no years.

    >>> [str(found.period) for found in periods_in("51% as of Q3 22/23, due by 31st March 2025")]
    ['2022/23 Q3', '31 March 2025']
    """
    for found in _PERIOD.finditer(text):
        if (
            _OLD.match(text, found.end())
            and found[0][:2].isdigit()
            and not re.search("[a-z]", found[0], re.IGNORECASE)
        ):
            continue
        if _AGES.search(text[max(0, found.start() - 12) : found.start()]):
            continue
        period = period_of(found[0])
        if period is not None:
            yield PrintedPeriod(printed=found[0], period=period, start=found.start(), end=found.end())


def date_of(text: str, *, end: bool = True) -> dt.date | None:
    """The date a text names: a month, quarter or year gives its last day, or its first where `end` is False.

    The whole text is tried first, then the one period inside it; None where there is none or there are several.

    >>> date_of("March 2024"), date_of("from 01/04/2023 on", end=False), date_of("to be agreed")
    (datetime.date(2024, 3, 31), datetime.date(2023, 4, 1), None)
    """
    if len(text) > _LONGEST or not text.strip():
        return None
    period = period_of(text)
    if period is None:
        inside = {found.period for found in periods_in(text)}
        period = inside.pop() if len(inside) == 1 else None
    if period is None:
        return None
    return period.end if end else period.start
