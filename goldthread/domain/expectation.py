"""What a period should have reached of the year's target, and how far the figure is from it.

Shares of a year are worked out in fractions, so that a figure exactly on a boundary is exactly on it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction

from goldthread.domain.case import Case
from goldthread.domain.figures import Basis, span_of
from goldthread.domain.periods import PeriodKind, day, previous, share_elapsed
from goldthread.domain.sentences import named, on_day, share, within

_COVER_A_YEAR = {Basis.ROLLING_12_MONTHS, Basis.ANNUAL, Basis.ANNUALISED_FORECAST}


@dataclass(frozen=True, kw_only=True)
class Expected:
    """What should have been reached: the ends of a range, or twice one number, and in words how it was found."""

    low: Fraction
    high: Fraction
    words: str = ""
    source: str

    @property
    def middle(self) -> Fraction:
        """The number that a tolerance is a share of."""
        return (self.low + self.high) / 2


def expected_of_the_year(case: Case) -> Expected | None:
    """Return the whole year's target, or None when there is no number."""
    goal = case.goal
    if goal is None:
        return None
    return Expected(low=Fraction(goal.low), high=Fraction(goal.high), source=case.target_words)


def expected_by_now(case: Case) -> Expected | None:
    """Return what this period should have reached, or None when the basis does not say.

    A share of people, a snapshot and twelve months are set against the year's target itself. A total that grows
    is set against the council's profile, or else against the part of the year that it covers.
    """
    whole = expected_of_the_year(case)
    if whole is None or reason_outside_the_year(case):
        return None
    figure, goes_by_part = case.figure, _grows(case)
    if goes_by_part and figure.basis is Basis.NOT_STATED and figure.period != case.year:
        return None
    profiled = _profiled(case)
    if profiled is not None:
        words = f"profiled {_by_when(case)}"
        return Expected(low=profiled, high=profiled, words=words, source=f"on the way to {whole.source}")
    part = _share_covered(case) if goes_by_part else Fraction(1)
    if part == 1:
        return whole
    if part == 0:
        return None
    words = f"expected {_by_when(case)}"
    return Expected(
        low=whole.low * part, high=whole.high * part, words=words, source=f"{share(part)} of {whole.source}"
    )


def _grows(case: Case) -> bool:
    """Whether the year's total is the sum of what its periods add."""
    return case.figure.unit.adds_up and case.figure.basis not in _COVER_A_YEAR | {Basis.SNAPSHOT}


def _profiled(case: Case) -> Fraction | None:
    """Return the profile's number for this period: what it adds, for a total of the period alone."""
    target, period = case.target, case.figure.period
    by_now = target.profiled(case.until if _grows(case) else period.end)
    if by_now is None or not _covers_its_period_alone(case) or period.start == case.year.start:
        return None if by_now is None else Fraction(by_now)
    before = target.profiled(period.start - timedelta(days=1))
    return None if before is None else Fraction(by_now) - Fraction(before)


def _covers_its_period_alone(case: Case) -> bool:
    return _grows(case) and case.figure.basis is Basis.PERIOD


def _share_covered(case: Case) -> Fraction:
    """Return the share of the year, in whole months, that a growing total covers."""
    period, year = case.figure.period, case.year
    if case.figure.basis is Basis.NOT_STATED:  # only a whole year gets here
        return Fraction(1)
    by_now = share_elapsed(day(case.until), of=year)
    if case.figure.basis is not Basis.PERIOD or period.start == year.start:
        return by_now
    is_one_day = period.kind is PeriodKind.DATE
    return Fraction(0) if is_one_day else by_now - share_elapsed(previous(period), of=year)


def _by_when(case: Case) -> str:
    """Return the words for the end of what the figure covers."""
    period, until = case.figure.period, on_day(case.until)
    is_whole = case.until == period.end
    if _covers_its_period_alone(case):
        return within(period) if is_whole else f"{within(period)} to {until}"
    is_named = is_whole and period.kind is not PeriodKind.DATE
    return f"by the end of {named(period)}" if is_named else f"by {until}"


def reason_outside_the_year(case: Case) -> str | None:
    """Return, as a clause, why the figure does not belong to the target's year, or None."""
    figure, year, span = case.figure, case.year, span_of(case.figure)
    target = f"the target is for {named(year)}"
    starts_elsewhere = span is not None and (
        (figure.basis.is_cumulative and span.first != year.start)
        or (figure.basis is Basis.PERIOD and span.first < year.start)
    )
    if span is not None and starts_elsewhere:
        return f"it counts from {on_day(span.first)} and {target}"
    if not year.start <= case.until <= year.end:
        when = named(figure.period) if case.until == figure.period.end else on_day(case.until)
        return f"it is for {when} and {target}"
    return None
