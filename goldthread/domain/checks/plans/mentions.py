"""Dates as they are mentioned in running text: what is said of day, month and year, and what is left out."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?"
)
_MENTION = re.compile(
    rf"(?<![\w/])(?:(?P<day>\d{{1,2}})\s?(?P<ordinal>st|nd|rd|th)?\s+(?:of\s+)?)?(?P<month>{MONTH})"
    r"(?:,?\s?(?P<year>(?:19|20)\d\d|'?\d\d(?=$|[\s.,;:)]))(?![\d%]|[.,]\d|\s?(?:%|per cent|st\b|nd\b|rd\b|th\b)))?"
    r"|(?<![\w/.-])(?P<d>\d{1,2})(?P<mark>[/.])(?P<m>\d{1,2})(?P=mark)(?P<y>(?:19|20)?\d\d)(?![\w/-]|\.\d)",
    re.IGNORECASE,
)
LAST_MONTH_DAY = 31


@dataclass(frozen=True, slots=True)
class Mention:
    """A date in a text; day and year are None where they are not printed."""

    day: int | None
    month: int
    year: int | None
    printed: str
    start: int
    end: int

    def latest(self, *, near: dt.date) -> dt.date:
        """The last day it can mean; without a year the one nearest to a day.

        >>> mention = next(mentions_in("closing on 30 June"))
        >>> mention.latest(near=dt.date(2024, 7, 15))
        datetime.date(2024, 6, 30)
        """
        years = [self.year] if self.year is not None else [near.year - 1, near.year, near.year + 1]
        return min((self._on(year) for year in years), key=lambda each: abs((each - near).days))

    def _on(self, year: int) -> dt.date:
        last = calendar.monthrange(year, self.month)[1]
        return dt.date(year, self.month, min(self.day or last, last))


def mentions_in(text: str) -> Iterator[Mention]:
    """Every date and month in a text; "may" and "march" count with a capital or a day or year beside them.

    >>> [(found.day, found.month, found.year) for found in mentions_in("It may open in May 2024, or on 1/9/24.")]
    [(None, 5, 2024), (1, 9, 2024)]
    """
    for found in _MENTION.finditer(text):
        if found["m"]:
            day, month, year = int(found["d"]), int(found["m"]), found["y"]
        else:
            if found["month"][0].islower() and not (found["day"] or found["year"]):
                continue
            day, month, year = int(found["day"] or 0), _MONTHS.index(found["month"][:3].lower()) + 1, found["year"]
            if month == _MAY and not found["day"] and not year and _verb(text, found.end()):
                continue
        if day <= LAST_MONTH_DAY and 1 <= month <= len(_MONTHS):
            yield Mention(
                day=day or None,
                month=month,
                year=_full(year) if year else None,
                printed=found[0].strip(" ."),
                start=found.start(),
                end=found.end(),
            )


_MAY = 5


def _verb(text: str, end: int) -> bool:
    return re.match(r"\s+(?:be|not|have|also|need|result|lead)\b", text[end : end + 12]) is not None


def _full(year: str) -> int:
    digits = int(year.strip("'"))
    return digits if digits > 99 else 2000 + digits


def in_words(day: dt.date) -> str:
    """A day as a clerk writes it.

    >>> in_words(dt.date(2024, 6, 30))
    '30 June 2024'
    """
    return f"{day.day} {calendar.month_name[day.month]} {day.year}"
