"""The financial years that a plan or a column names, in the many ways of printing them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from goldthread.domain.periods import Period, financial_year, financial_year_of
from goldthread.reader.recognise.dates import periods_in

_PAIR = re.compile(r"(?<![\d£.,/-])((?:19|20)?\d\d)\s?[-/–]\s?((?:19|20)?\d\d?)(?![\d%/]|[.,]\d)")
_TWO_YEARS = re.compile(r"\b((?:19|20)\d\d)\s?(?:to|until|-|–)\s?((?:19|20)\d\d)\b")
_LONGEST_PLAN = 10


@dataclass(frozen=True, slots=True)
class Years:
    """The first and the last financial year, and how they are printed."""

    first: Period
    last: Period
    printed: str

    def __contains__(self, year: object) -> bool:
        return isinstance(year, Period) and self.first <= year <= self.last


def year_of(text: str) -> Period | None:
    """The one financial year a text names, in any form; None where it names none or several.

    >>> print(year_of("Borough 2007/8 Actual"), year_of("Key milestones (17 / 18)"), year_of("pupils aged 14-19"))
    2007/08 2017/18 None
    """
    found = {year for pair in _PAIR.finditer(text) if (year := _single(pair)) is not None}
    return found.pop() if len(found) == 1 else None


def years_of(text: str) -> Years | None:
    """The years that a plan's title names.

    >>> str(years_of("Business Plan 2016-19").last), str(years_of("Plan: April 2009 to March 2012").first)
    ('2018/19', '2009/10')
    >>> str(years_of("Delivery plan 2023/24").last), years_of("14-19 strategy")
    ('2023/24', None)
    """
    return _from_months(text) or _from_pairs(text)


def _single(pair: re.Match[str]) -> Period | None:
    first, last = pair[1], pair[2]
    follows = str(int(first[-2:]) + 1).zfill(2)[-2:]
    if last[-2:] != follows and not (len(last) == 1 and last == follows[-1]):
        return None
    return _year(first)


def _year(text: str) -> Period | None:
    number = int(text) if len(text) == 4 else 2000 + int(text)
    try:
        return financial_year(number)
    except ValueError:
        return None


def _from_months(text: str) -> Years | None:
    months = [found for found in periods_in(text) if (found.period.end - found.period.start).days < 32]
    if len(months) != 2:
        return None
    first, last = (financial_year_of(found.period) for found in months)
    if not first <= last:
        return None
    return Years(first, last, text[months[0].start : months[1].end])


def _from_pairs(text: str) -> Years | None:
    pairs = list(_PAIR.finditer(text))
    singles = [(pair, year) for pair in pairs if (year := _single(pair)) is not None]
    if singles:
        (first, starts), (last, ends) = singles[0], singles[-1]
        return Years(starts, max(starts, ends), text[first.start() : last.end()])
    for pair in (*_TWO_YEARS.finditer(text), *pairs):
        if len(pair[1]) == 4 and (begins := _year(pair[1])) is not None:
            after = int(pair[2]) if len(pair[2]) == 4 else int(pair[1][:2] + pair[2].zfill(2))
            if 1 < after - int(pair[1]) <= _LONGEST_PLAN:
                return Years(begins, financial_year(after - 1), pair[0])
    return None
