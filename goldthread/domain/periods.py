"""Periods that a figure or a plan can be about, how they are read from text, and how they are printed.

A financial year runs from 1 April to 31 March and is named by its first year: `financial_year(2023)` is
2023/24. An academic year runs from 1 September to 31 August. A term is named by the calendar year it falls
in and has fixed dates, because what schools report is cut at month ends: autumn 1 September to 31 December,
spring 1 January to 31 March, summer 1 April to 31 August. The periods of a kind follow one another without
a gap. Years from 1900 to 2199 are known; any other number is more likely a count than a year.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction
from functools import total_ordering

FIRST_YEAR, LAST_YEAR = 1900, 2199
MONTHS_IN_A_YEAR = 12
EARLIEST_TWO_DIGIT_YEAR = 1970  # so 70 to 99 are in the 1900s, 00 to 69 in the 2000s
LONGEST_TEXT = 80
MONTH_NAMES = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_MONTH_NUMBERS = {name[:3].lower(): number for number, name in enumerate(MONTH_NAMES, start=1)}
WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
UNDERSTOOD = "2023/24, 2023/24 Q3, 2023/24 academic year, Autumn term 2023, 2024, March 2024, 31 March 2024"


class UnknownPeriod(ValueError):
    """Text that names no period, or could name more than one; the message lists the forms understood."""


class PeriodKind(StrEnum):
    """What a period is called; where one span has two names, the kind listed first is preferred."""

    FINANCIAL_YEAR = "financial year"
    QUARTER = "quarter"
    ACADEMIC_YEAR = "academic year"
    TERM = "term"
    CALENDAR_YEAR = "calendar year"
    MONTH = "month"
    DATE = "date"


class Term(StrEnum):
    """The three terms of an academic year."""

    AUTUMN = "autumn"
    SPRING = "spring"
    SUMMER = "summer"


_TERM_STARTS = {Term.AUTUMN: 9, Term.SPRING: 1, Term.SUMMER: 4}
_TERM_OF_MONTH = {month: term for term, month in _TERM_STARTS.items()}
_WHOLE_YEARS = (PeriodKind.FINANCIAL_YEAR, PeriodKind.ACADEMIC_YEAR, PeriodKind.CALENDAR_YEAR)
_LENGTH_BY_FIRST_MONTH: Mapping[PeriodKind, Mapping[int, int]] = {
    PeriodKind.FINANCIAL_YEAR: {4: 12},
    PeriodKind.QUARTER: {4: 3, 7: 3, 10: 3, 1: 3},
    PeriodKind.ACADEMIC_YEAR: {9: 12},
    PeriodKind.TERM: {9: 4, 1: 3, 4: 5},
    PeriodKind.CALENDAR_YEAR: {1: 12},
    PeriodKind.MONTH: dict.fromkeys(range(1, 13), 1),
}


@total_ordering
@dataclass(frozen=True)
class Period:
    """A span of days of one kind, both ends included; ordered by first day, then last day.

    Raises: ValueError if no period of the kind has these days, or all of them are outside 1900 to 2199.

    >>> print(*sorted([month(2024, 1), quarter(2023, 3), month(2023, 10)]), sep=", ")
    October 2023, 2023/24 Q3, January 2024
    """

    kind: PeriodKind
    start: date
    end: date

    def __post_init__(self) -> None:
        if (self.start, self.end) != _span(self.kind, on=self.start):
            raise ValueError(f"A {self.kind} cannot run from {self.start} to {self.end}.")
        if self.end.year < FIRST_YEAR or self.start.year > LAST_YEAR:
            raise ValueError(f"{self.start} to {self.end} is outside the years {FIRST_YEAR} to {LAST_YEAR}.")

    def __lt__(self, other: "Period") -> bool:
        return (self.start, self.end, self.kind) < (other.start, other.end, other.kind)

    def __str__(self) -> str:
        return _PRINTED[self.kind](self)


def _month_count(on: date) -> int:
    return on.year * MONTHS_IN_A_YEAR + on.month - 1


def _months_after(on: date, months: int) -> date:
    year, month_index = divmod(_month_count(on) + months, MONTHS_IN_A_YEAR)
    return date(year, month_index + 1, 1)


def _span(kind: PeriodKind, *, on: date) -> tuple[date, date]:
    if kind is PeriodKind.DATE:
        return on, on
    lengths = _LENGTH_BY_FIRST_MONTH[kind]
    start = max(date(on.year - (first > on.month), first, 1) for first in lengths)
    return start, _months_after(start, lengths[start.month]) - timedelta(days=1)


def period_of(kind: PeriodKind, *, on: date) -> Period:
    """Return the period of a kind that a day falls in.

    >>> print(period_of(PeriodKind.TERM, on=date(2024, 2, 29)))
    Spring term 2024
    """
    start, end = _span(kind, on=date(on.year, on.month, on.day))  # a datetime would not compare with dates
    return Period(kind=kind, start=start, end=end)


def financial_year(first_year: int) -> Period:
    """Return the financial year that starts on 1 April of a year: `financial_year(2023)` is 2023/24."""
    return period_of(PeriodKind.FINANCIAL_YEAR, on=date(first_year, 4, 1))


def quarter(first_year: int, number: int) -> Period:
    """Return a quarter, 1 to 4, of the financial year that starts in `first_year`.

    Raises: ValueError if there is no quarter of that number.

    >>> print(quarter(2023, 4), quarter(2023, 4).start)
    2023/24 Q4 2024-01-01
    """
    if number not in range(1, 5):
        raise ValueError(f"there is no quarter {number}: quarters are numbered 1 to 4")
    return period_of(PeriodKind.QUARTER, on=_months_after(date(first_year, 4, 1), 3 * (number - 1)))


def academic_year(first_year: int) -> Period:
    """Return the academic year that starts on 1 September of a year."""
    return period_of(PeriodKind.ACADEMIC_YEAR, on=date(first_year, 9, 1))


def term(year: int, which: Term) -> Period:
    """Return a term by the calendar year it falls in: spring 2024 belongs to academic year 2023/24."""
    return period_of(PeriodKind.TERM, on=date(year, _TERM_STARTS[which], 1))


def calendar_year(year: int) -> Period:
    """Return the year from 1 January to 31 December."""
    return period_of(PeriodKind.CALENDAR_YEAR, on=date(year, 1, 1))


def month(year: int, number: int) -> Period:
    """Return a month of a calendar year: `month(2024, 3)` is March 2024."""
    return period_of(PeriodKind.MONTH, on=date(year, number, 1))


def day(on: date) -> Period:
    """Return a single date as a period, for a snapshot."""
    return period_of(PeriodKind.DATE, on=on)


def following(period: Period) -> Period:
    """Return the next period of the same kind: after 2023/24 Q4 comes 2024/25 Q1."""
    return period_of(period.kind, on=period.end + timedelta(days=1))


def previous(period: Period) -> Period:
    """Return the period of the same kind just before: before 2023/24 Q1 comes 2022/23 Q4."""
    return period_of(period.kind, on=period.start - timedelta(days=1))


def same_period_last_year(period: Period) -> Period:
    """Return the period of the same kind a year earlier; 29 February gives 28 February.

    >>> print(same_period_last_year(day(date(2024, 2, 29))))
    28 February 2023
    """
    start = period.start
    leap_day = (start.month, start.day) == (2, 29)
    return period_of(period.kind, on=date(start.year - 1, start.month, 28 if leap_day else start.day))


def financial_year_of(when: date | Period) -> Period:
    """Return the financial year that a date, or the last day of a period, falls in.

    >>> print(financial_year_of(quarter(2023, 4)), financial_year_of(academic_year(2023)), sep=", ")
    2023/24, 2024/25
    """
    return period_of(PeriodKind.FINANCIAL_YEAR, on=when.end if isinstance(when, Period) else when)


def academic_year_of(when: date | Period) -> Period:
    """Return the academic year that a date, or the last day of a period, falls in."""
    return period_of(PeriodKind.ACADEMIC_YEAR, on=when.end if isinstance(when, Period) else when)


def quarters_of(year: Period) -> tuple[Period, ...]:
    """Return the four quarters of a financial year in order.

    Raises: ValueError if `year` is not a financial year.

    >>> print(*quarters_of(financial_year(2023)), sep=", ")
    2023/24 Q1, 2023/24 Q2, 2023/24 Q3, 2023/24 Q4
    """
    if year.kind is not PeriodKind.FINANCIAL_YEAR:
        raise ValueError(f"{year} is a {year.kind}: only a financial year has quarters.")
    return tuple(quarter(year.start.year, number) for number in range(1, 5))


def quarter_number(period: Period) -> int:
    """Return 1 to 4, the number of a quarter in its financial year.

    Raises: ValueError if the period is not a quarter.
    """
    if period.kind is not PeriodKind.QUARTER:
        raise ValueError(f"{period} is a {period.kind}, not a quarter.")
    return (period.start.month - 4) // 3 % 4 + 1


def is_year_end(period: Period) -> bool:
    """Return whether a report for this period closes a year: a quarter 4, or a whole year of any kind."""
    return period.kind in _WHOLE_YEARS or (period.kind is PeriodKind.QUARTER and quarter_number(period) == 4)


def share_elapsed(period: Period, *, of: Period) -> Fraction:
    """Return the share of `of` that has passed when `period` ends, in whole months, from 0 to 1.

    Raises: ValueError if `period` ends outside `of`, or `of` is a single date.

    >>> share_elapsed(quarter(2023, 3), of=financial_year(2023))
    Fraction(3, 4)
    >>> share_elapsed(quarter(2023, 4), of=academic_year(2023))
    Fraction(7, 12)
    """
    if of.kind is PeriodKind.DATE or not of.start <= period.end <= of.end:
        raise ValueError(f"{period} does not end within the whole months of {of}.")
    passed = _month_count(period.end + timedelta(days=1)) - _month_count(of.start)
    return Fraction(passed, _month_count(of.end) + 1 - _month_count(of.start))


_PRINTED: dict[PeriodKind, Callable[[Period], str]] = {
    PeriodKind.FINANCIAL_YEAR: lambda p: f"{p.start.year}/{p.end.year % 100:02}",
    PeriodKind.QUARTER: lambda p: f"{financial_year_of(p)} Q{quarter_number(p)}",
    PeriodKind.ACADEMIC_YEAR: lambda p: f"{p.start.year}/{p.end.year % 100:02} academic year",
    PeriodKind.TERM: lambda p: f"{_TERM_OF_MONTH[p.start.month].capitalize()} term {p.start.year}",
    PeriodKind.CALENDAR_YEAR: lambda p: str(p.start.year),
    PeriodKind.MONTH: lambda p: f"{MONTH_NAMES[p.start.month - 1]} {p.start.year}",
    PeriodKind.DATE: lambda p: f"{p.start.day} {month(p.start.year, p.start.month)}",
}
_IN_WORDS: Mapping[PeriodKind, Callable[[Period], str]] = _PRINTED | {
    PeriodKind.FINANCIAL_YEAR: lambda p: f"the year to {day(p.end)}",
    PeriodKind.QUARTER: lambda p: (
        f"Quarter {quarter_number(p)} ({MONTH_NAMES[p.start.month - 1]} to {month(p.end.year, p.end.month)})"
    ),
    PeriodKind.ACADEMIC_YEAR: lambda p: f"the academic year to {day(p.end)}",
    PeriodKind.CALENDAR_YEAR: lambda p: f"the calendar year {p}",
}


def in_words(period: Period) -> str:
    """Return the words for a page, where "2023/24 Q3" would be jargon.

    >>> in_words(quarter(2023, 3)), in_words(financial_year(2023))
    ('Quarter 3 (October to December 2023)', 'the year to 31 March 2024')
    """
    return _IN_WORDS[period.kind](period)


def slug(period: Period) -> str:
    """Return the period for an address or a file name; `parse_period` reads it back.

    >>> slug(quarter(2023, 3)), slug(term(2023, Term.AUTUMN)), slug(day(date(2023, 12, 31)))
    ('2023-24-q3', 'autumn-term-2023', '2023-12-31')
    """
    if period.kind is PeriodKind.DATE:
        return period.start.isoformat()
    return re.sub(r"[/ ]", "-", str(period).lower())


_MONTH_FORMS = "|".join(f"{name[:3]}(?:{name[3:]})?" for name in MONTH_NAMES).lower()
_MONTH = rf"(?P<month>{_MONTH_FORMS}|sept)\.?"
_YEAR = r"(?P<year>\d{4}|\d\d)"
_YEARS = r"(?P<years>\d{4} ?[-/] ?(?:\d{4}|\d\d)|\d\d ?[-/] ?\d\d)"
_QUARTER_YEARS = _YEARS.replace("-/", "-/.")  # file names have "Q3 23.24"; alone, 23.24 is a figure
_QUARTER = r"(?:q|qtr|quarter)\.? ?(?P<quarter>\d|one|two|three|four)"
_WEEKDAY = r"(?:(?P<weekday>mon|tues|wednes|thurs|fri|satur|sun)day,? )?"
_NUMBER_WORDS = {"one": 1, "two": 2, "three": 3, "four": 4}
_ANY_TERM = r"(?P<term>autumn|spring|summer|first|second|third)"
_NUMBERED_TERMS = {"first": Term.AUTUMN, "second": Term.SPRING, "third": Term.SUMMER}
_LEAD_IN = re.compile(r"(?:(?:as of|as at|at|by|during|for|in|on) )?(?:the )?")


def _year(text: str) -> int:
    window = EARLIEST_TWO_DIGIT_YEAR
    return int(text) if len(text) == 4 else window + (int(text) - window) % 100


def _first_year(found: re.Match[str]) -> int:
    first, second = re.split(r" ?[-/.] ?", found["years"])
    following_year = _year(first) + 1
    if second not in (f"{following_year}", f"{following_year % 100:02}"):
        raise ValueError(f"{second} is not the year after {first}")
    return _year(first)


def _quarter_of_year(found: re.Match[str]) -> Period:
    return quarter(_first_year(found), _NUMBER_WORDS.get(found["quarter"]) or int(found["quarter"]))


def _month_number(found: re.Match[str]) -> int:
    return _MONTH_NUMBERS.get(found["month"][:3]) or int(found["month"])


def _day(found: re.Match[str]) -> Period:
    if all(len(found[part]) <= 2 and int(found[part]) <= MONTHS_IN_A_YEAR for part in ("month", "day", "year")):
        raise ValueError("any of the three numbers could be the month")
    read = day(date(_year(found["year"]), _month_number(found), int(found["day"])))
    weekday = WEEKDAY_NAMES[read.start.weekday()]
    if not weekday.lower().startswith(found.groupdict().get("weekday") or ""):
        raise ValueError(f"{read} is a {weekday}")
    return read


def _term(found: re.Match[str]) -> Period:
    which = _NUMBERED_TERMS.get(found["term"]) or Term(found["term"])
    if "year" in found.groupdict():
        return term(_year(found["year"]), which)
    return term(_first_year(found) + (which is not Term.AUTUMN), which)


def _range(found: re.Match[str]) -> Period:
    last = _read(found["last"])
    first = _read(found["first"] if found["first"][-1].isdigit() else f"{found['first']} {last.end.year}")
    if {first.kind, last.kind} - {PeriodKind.MONTH, PeriodKind.DATE}:
        raise ValueError("a range runs between two dates or two months")
    for kind in PeriodKind:
        if _span(kind, on=first.start) == (first.start, last.end):
            return Period(kind=kind, start=first.start, end=last.end)
    raise ValueError("these dates are not a whole month, quarter, term or year")


_FORMS: tuple[tuple[str, Callable[[re.Match[str]], Period]], ...] = (
    (rf"(?:(?:financial year|fy) )?{_YEARS}(?: financial year)?", lambda m: financial_year(_first_year(m))),
    (rf"(?:financial year|fy) end(?:ing|ed) {_YEAR}", lambda m: financial_year(_year(m["year"]) - 1)),
    (rf"{_QUARTER}(?:,? | of ){_QUARTER_YEARS}", _quarter_of_year),
    (rf"{_QUARTER_YEARS}(?:[ ,;-]+| as at ){_QUARTER}", _quarter_of_year),
    (rf"(?:academic|school) year {_YEARS}", lambda m: academic_year(_first_year(m))),
    (rf"{_YEARS}[ -](?:academic|school)[ -]year", lambda m: academic_year(_first_year(m))),
    (rf"(?P<term>autumn|spring|summer)(?:[ -]term)?[ -]{_YEAR}", _term),
    (rf"{_ANY_TERM} term(?: of)?(?: the)? {_YEARS}(?: academic year)?", _term),
    (r"(?:calendar year )?(?P<year>\d{4})(?: calendar year)?", lambda m: calendar_year(_year(m["year"]))),
    (rf"{_MONTH}[ ,'-]*{_YEAR}", lambda m: month(_year(m["year"]), _month_number(m))),
    (rf"{_WEEKDAY}(?P<day>\d\d?) ?(?:st|nd|rd|th)?(?: of)?[ -]?{_MONTH}[ ,'-]*{_YEAR}", _day),
    (rf"(?P<day>\d\d?)(?P<mark>[-/.])(?P<month>\d\d?)(?P=mark){_YEAR}", _day),
    (r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)", _day),
    (r"end (?:of )?(?:the )?(?P<whole>.+)", lambda m: day(_read(m["whole"]).end)),
    (r"(?:from )?(?P<first>.+?) (?:to|-) (?P<last>.+)", _range),
)


def _read(text: str) -> Period:
    for form, build in _FORMS:
        if found := re.fullmatch(form, text, re.ASCII):
            return build(found)
    raise ValueError("it has none of the forms understood")


def _tidy(text: str) -> str:
    """Return the text in lower case with plain dashes, single spaces, and no lead-in or outer brackets."""
    plain = " ".join(re.sub("[\u2010-\u2015]", "-", text.replace("\u2019", "'")).casefold().split())
    if plain.startswith("(") and plain.endswith(")"):
        plain = plain[1:-1].strip()
    return _LEAD_IN.sub("", plain, count=1)


def parse_period(text: str) -> Period:
    """Return the period that a piece of text names, in any form the council's papers use.

    06/05/24 is 6 May. Words before the period ("as at", "by") are left out, but "end of" gives its last day.
    January to March is a quarter before it is a term. "2023-12" is no month: "2009-10" is a financial year.

    Raises: UnknownPeriod, naming the text, if it is impossible or could be more than one period.

    >>> print(parse_period("Q3 22-23"), parse_period("(16/17)"), parse_period("31st December 2023"), sep=", ")
    2022/23 Q3, 2016/17, 31 December 2023
    """
    try:
        if len(text) > LONGEST_TEXT:
            raise ValueError("it is too long")
        return _read(_tidy(text))
    except (ValueError, OverflowError) as problem:
        because = str(problem).rstrip(".")
        message = f"“{text[:LONGEST_TEXT]}” is not a period: {because}. Write a form like {UNDERSTOOD}."
        raise UnknownPeriod(message) from problem
