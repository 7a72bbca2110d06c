"""A figure: a value with its unit, printed precision, basis, status, date and parts, and what it covers.

The absence of a value is always a named state, never a zero and never a blank.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from goldthread.domain.periods import (
    FIRST_YEAR,
    LAST_YEAR,
    Period,
    PeriodKind,
    academic_year_of,
    financial_year_of,
)


class Unit(StrEnum):
    """What a value counts."""

    COUNT = "count"
    PERCENT = "percent"
    RATE_PER_10_000 = "rate per 10,000"
    RATE = "rate"
    POUNDS = "£"
    THOUSAND_POUNDS = "£'000"
    DAYS = "days"
    HOURS = "hours"
    SCORE = "score"

    @property
    def adds_up(self) -> bool:
        """Whether a year's total is the sum of its quarters: true of counts and money, never of shares."""
        return self in {Unit.COUNT, Unit.POUNDS, Unit.THOUSAND_POUNDS}


class Basis(StrEnum):
    """What a figure covers, seen from the end of its period."""

    SNAPSHOT = "snapshot"
    PERIOD = "period"
    CUMULATIVE_FINANCIAL = "cumulative since 1 April"
    CUMULATIVE_ACADEMIC = "cumulative since 1 September"
    ROLLING_12_MONTHS = "rolling 12 months"
    ANNUAL = "annual"
    ANNUALISED_FORECAST = "annualised forecast"
    NOT_STATED = "not stated"

    @property
    def is_cumulative(self) -> bool:
        """Whether the figure grows through the year."""
        return self in {Basis.CUMULATIVE_FINANCIAL, Basis.CUMULATIVE_ACADEMIC}


class Status(StrEnum):
    """Whether there is a value, how firm it is, and if there is none, why."""

    FINAL = "final"
    PROVISIONAL = "provisional"
    REFER_TO_COMMENTARY = "refer to commentary"
    NOT_REPORTED = "not reported"
    NOT_YET_AVAILABLE = "not yet available"
    NOT_APPLICABLE = "not applicable"
    SUPPRESSED = "suppressed"

    @property
    def has_value(self) -> bool:
        """Whether a figure of this status carries a value."""
        return self in {Status.FINAL, Status.PROVISIONAL}


class ImpossibleFigure(ValueError):
    """A figure that contradicts itself."""


@dataclass(frozen=True, kw_only=True)
class Part:
    """One part of a figure: a phase, a band, a place, or the count beside a rate."""

    label: str
    value: Decimal | None
    unit: Unit
    status: Status = Status.FINAL


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One figure of one measure for one period.

    `value` is exact; its exponent is the printed precision (`Decimal("92.250")` prints three places).
    A figure reported only in parts has parts and no value. `as_at` is the day it was counted, where that is
    not the last day of its period.

    Raises: ImpossibleFigure when the status and the value contradict each other, when numerator and
    denominator are not given together, or when a number or the day cannot be one.

    >>> from goldthread.domain.periods import quarter
    >>> Figure(period=quarter(2023, 3), value=Decimal("53"), unit=Unit.PERCENT,
    ...        basis=Basis.CUMULATIVE_FINANCIAL).places
    0
    """

    period: Period
    unit: Unit
    basis: Basis
    value: Decimal | None = None
    status: Status = Status.FINAL
    as_at: date | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    parts: tuple[Part, ...] = ()

    def __post_init__(self) -> None:
        problem = reason_not_possible(self)
        if problem:
            raise ImpossibleFigure(problem)

    @property
    def places(self) -> int:
        """Decimal places as printed, 0 when there is no value."""
        return printed_places(self.value)

    @property
    def is_reported(self) -> bool:
        """Whether there is a value or at least one part with a value."""
        return self.value is not None or any(part.value is not None for part in self.parts)


def reason_not_possible(figure: Figure) -> str | None:
    """Return why this figure contradicts itself, or None."""
    numbers = (figure.value, figure.numerator, figure.denominator, *(part.value for part in figure.parts))
    impossible = next(filter(None, map(reason_not_a_number, numbers)), None)
    if impossible:
        return impossible
    if figure.status.has_value and not figure.is_reported:
        return f"A {figure.status} figure needs a value. Enter it, or say why there is none."
    if not figure.status.has_value and figure.value is not None:
        return f"The figure is {figure.value}, but its status says “{figure.status}”. Remove one of the two."
    if (figure.numerator is None) != (figure.denominator is None):
        return "A numerator and a denominator come together. Give both or neither."
    if figure.denominator is not None and figure.denominator <= 0:
        return f"The denominator is {figure.denominator}. It must be above zero."
    for day in (figure.period.start, figure.period.end, figure.as_at or figure.period.end):
        if not FIRST_YEAR < day.year < LAST_YEAR:  # its year and the year before it must be years we know
            return f"The figure reaches to {day}. Enter a day from {FIRST_YEAR + 1} to {LAST_YEAR - 1}."
    return None


LARGEST, MOST_PLACES = Decimal(10) ** 15, 10  # well inside the 28 digits that decimals are worked out in


def reason_not_a_number(value: Decimal | None) -> str | None:
    """Return why a value can't be a figure or a target, or None; no value is nobody's fault.

    >>> reason_not_a_number(Decimal("NaN"))
    'NaN is not a number that can be reported. Enter one below 1,000,000,000,000,000 with at most 10 decimal places.'
    """
    if value is None or (value.is_finite() and abs(value) < LARGEST and printed_places(value) <= MOST_PLACES):
        return None
    return (
        f"{value} is not a number that can be reported. "
        f"Enter one below {LARGEST:,} with at most {MOST_PLACES} decimal places."
    )


def printed_places(value: Decimal | None) -> int:
    """Return the decimal places a value was printed with.

    >>> printed_places(Decimal("133")), printed_places(Decimal("71.9")), printed_places(None)
    (0, 1, 0)
    """
    exponent = value.as_tuple().exponent if value is not None else 0
    return max(0, -exponent) if isinstance(exponent, int) else 0


def rounded(value: Decimal, *, places: int) -> Decimal:
    """Return a value rounded half up, away from zero: the one rounding rule of every page and paper.

    >>> rounded(Decimal("144.5"), places=0), rounded(Decimal("-0.5"), places=0)
    (Decimal('145'), Decimal('-1'))
    """
    return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def digits(value: Decimal) -> str:
    """Return a bare number as every page and paper prints it: its own places, thousands apart, a true minus.

    >>> digits(Decimal("1489")), digits(Decimal("-1234.50"))
    ('1,489', '−1,234.50')
    """
    return f"{MINUS if value < 0 else ''}{abs(value):,.{printed_places(value)}f}"


MINUS = "\N{MINUS SIGN}"


def printed(value: Decimal, *, unit: str) -> str:
    """Return a value with its unit as every page and paper prints it.

    Any unit in words is printed after the number, without its s when there is one.

    >>> printed(Decimal("92.97"), unit=Unit.PERCENT), printed(Decimal("13805604.33"), unit=Unit.POUNDS)
    ('92.97%', '£13,805,604.33')
    >>> printed(Decimal("-250000"), unit=Unit.POUNDS), printed(Decimal("1489"), unit=Unit.COUNT)
    ('−£250,000', '1,489')
    >>> printed(Decimal("-1250"), unit=Unit.THOUSAND_POUNDS), printed(Decimal("446"), unit=Unit.RATE_PER_10_000)
    ('−£1,250 thousand', '446 per 10,000')
    >>> printed(Decimal("1"), unit=Unit.DAYS), printed(Decimal("1.0"), unit=Unit.HOURS)
    ('1 day', '1.0 hours')
    """
    number = digits(value)
    if unit in _BARE:
        return number
    if unit in _MONEY:
        sign, amount = (MINUS, number[1:]) if value < 0 else ("", number)
        return f"{sign}£{amount}{' thousand' if unit == Unit.THOUSAND_POUNDS else ''}"
    if unit == Unit.PERCENT:
        return f"{number}%"
    name = unit.removeprefix("number of ").removeprefix("rate ")
    return f"{number} {name.removesuffix('s') if number.lstrip(MINUS) == '1' else name}"


_BARE = {"", Unit.COUNT, Unit.RATE, Unit.SCORE}
_MONEY = {Unit.POUNDS, Unit.THOUSAND_POUNDS}


def total_of_parts(parts: Iterable[Part]) -> Decimal | None:
    """Return the sum of parts of one unit, or None when one is missing or the units differ.

    >>> mapped = Part(label="MAP", value=Decimal(516), unit=Unit.COUNT)
    >>> total_of_parts([mapped, Part(label="PRE-MAP", value=Decimal(149), unit=Unit.COUNT)])
    Decimal('665')
    """
    known = list(parts)
    values = [part.value for part in known if part.value is not None]
    if not known or len(values) < len(known) or len({part.unit for part in known}) > 1:
        return None
    return sum(values, Decimal(0))


@dataclass(frozen=True)
class Span:
    """The days that a figure covers, both included. A snapshot covers one day."""

    first: date
    last: date


def span_of(figure: Figure) -> Span | None:
    """Return the days that a figure covers, or None when its basis is not stated.

    A figure counted before its period ended covers the days to then; one counted after it, the period.

    >>> from goldthread.domain.periods import quarter
    >>> span_of(Figure(period=quarter(2023, 4), unit=Unit.COUNT, value=Decimal(1489),
    ...                basis=Basis.CUMULATIVE_ACADEMIC))
    Span(first=datetime.date(2023, 9, 1), last=datetime.date(2024, 3, 31))
    """
    period, last = figure.period, last_day(figure)
    match figure.basis:
        case Basis.SNAPSHOT:
            return Span(last, last)
        case Basis.PERIOD:
            return Span(period.start, last)
        case Basis.CUMULATIVE_FINANCIAL:
            return Span(financial_year_of(last).start, last)
        case Basis.CUMULATIVE_ACADEMIC:
            return Span(academic_year_of(last).start, last)
        case Basis.ROLLING_12_MONTHS:
            return Span(_a_year_before(last + timedelta(days=1)), last)
        case Basis.ANNUAL | Basis.ANNUALISED_FORECAST:
            year = period if is_whole_year(period) else financial_year_of(period.end)
            return Span(year.start, year.end)
        case _:  # not stated
            return None


def last_day(figure: Figure) -> date:
    """Return the last day that a figure covers: the day it was counted, or the last of its period if earlier.

    A whole year's count since 1 September runs to the end of the school year, whatever kind of year is named.

    >>> from goldthread.domain.periods import financial_year
    >>> last_day(Figure(period=financial_year(2022), unit=Unit.COUNT, value=Decimal(1218),
    ...                 basis=Basis.CUMULATIVE_ACADEMIC))
    datetime.date(2023, 8, 31)
    """
    end = figure.period.end
    if figure.basis is Basis.CUMULATIVE_ACADEMIC and is_whole_year(figure.period):
        end = academic_year_of(date(figure.period.start.year, 9, 1)).end
    counted = figure.as_at or end
    if figure.basis is Basis.PERIOD and counted < figure.period.start:
        return end
    return min(counted, end)


def is_whole_year(period: Period) -> bool:
    """Return whether a period is a year of any kind."""
    return period.kind in {PeriodKind.FINANCIAL_YEAR, PeriodKind.ACADEMIC_YEAR, PeriodKind.CALENDAR_YEAR}


def _a_year_before(day: date) -> date:
    if (day.month, day.day) == (2, 29):  # the year before has none, and its twelve months began on 1 March
        return date(day.year - 1, 3, 1)
    return day.replace(year=day.year - 1)
