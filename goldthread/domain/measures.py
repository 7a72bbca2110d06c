"""Measures and their targets: what better means, how near is near, and what a target's state allows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from goldthread.domain.figures import Basis, Figure, Unit, is_whole_year, reason_not_a_number, total_of_parts
from goldthread.domain.periods import FIRST_YEAR, LAST_YEAR, Period


class Polarity(StrEnum):
    """Which way is better: a property of the measure, stated once."""

    HIGHER = "higher is better"
    LOWER = "lower is better"
    ON_TARGET = "on target"
    NEUTRAL = "neutral"
    NARRATIVE = "narrative"

    @property
    def judges(self) -> bool:
        """Whether figures can be called better or worse at all."""
        return self in {Polarity.HIGHER, Polarity.LOWER, Polarity.ON_TARGET}


class ToleranceKind(StrEnum):
    """How a tolerance is measured: as a share of the target, or in the measure's own units."""

    SHARE = "share"
    POINTS = "points"


@dataclass(frozen=True, kw_only=True)
class Tolerance:
    """How far behind its target a figure may be and still be called near it.

    >>> Tolerance(kind=ToleranceKind.SHARE, value=Decimal("0.05")).around(Decimal(500))
    Decimal('25.00')
    """

    kind: ToleranceKind
    value: Decimal

    def __post_init__(self) -> None:
        if reason_not_a_number(self.value) or self.value < 0:
            raise ValueError(f"The tolerance is {self.value}. It must be a number, zero or more.")
        if self.kind is ToleranceKind.SHARE and self.value > 1:
            raise ValueError(f"The tolerance is {self.value} as a share. Write 5% of the target as 0.05.")

    def around(self, target: Decimal) -> Decimal:
        """Return the tolerance in the measure's units around this target."""
        return self.value if self.kind is ToleranceKind.POINTS else abs(target) * self.value

    def around_exactly(self, target: Fraction) -> Fraction:
        """Return the tolerance around a share of a target, which a decimal may not hold."""
        value = Fraction(self.value)
        return value if self.kind is ToleranceKind.POINTS else abs(target) * value


FIVE_PERCENT = Tolerance(kind=ToleranceKind.SHARE, value=Decimal("0.05"))


@dataclass(frozen=True, kw_only=True)
class Measure:
    """What is measured, in what unit, on what basis, and which way is better.

    Args:
        tolerance: how far behind its target a figure is still near it.
        same_within: two figures this close, in the measure's own units, count as the same.
        total_of_parts: the headline is the sum of the parts, for a measure that is printed in parts only.

    Raises: ValueError if `same_within` is below zero or not a number.
    """

    title: str
    unit: Unit
    basis: Basis
    polarity: Polarity
    tolerance: Tolerance = FIVE_PERCENT
    same_within: Decimal | None = None
    total_of_parts: bool = False

    def __post_init__(self) -> None:
        if self.same_within is not None and (reason_not_a_number(self.same_within) or self.same_within < 0):
            raise ValueError(f"Figures are the same within {self.same_within}. It must be a number, zero or more.")

    def headline(self, figure: Figure) -> Decimal | None:
        """Return the figure's value, or the total of its parts where the measure is made so, or None."""
        if figure.value is None and self.total_of_parts:
            return total_of_parts(figure.parts)
        return figure.value


class TargetState(StrEnum):
    """What is known about a target. None of these states is a zero."""

    NUMBER = "number"
    RANGE = "range"
    CHANGE = "change"
    NOT_APPLICABLE = "not applicable"
    TO_BE_CONFIRMED = "to be confirmed"
    BASELINE_TO_BE_ESTABLISHED = "baseline to be established"
    DEPENDENT_ON = "dependent on"
    NOT_SET = "not set"
    NOT_STATED = "not stated"


WHY_NO_TARGET = {
    TargetState.NOT_APPLICABLE: "the measure is monitored without a target",
    TargetState.TO_BE_CONFIRMED: "the target is to be confirmed",
    TargetState.BASELINE_TO_BE_ESTABLISHED: "the baseline is still to be established",
    TargetState.DEPENDENT_ON: "the target depends on something still to come",
    TargetState.NOT_SET: "no target was set",
    TargetState.NOT_STATED: "no target is stated",
}


class ImpossibleTarget(ValueError):
    """A target whose state and numbers contradict each other."""


@dataclass(frozen=True, kw_only=True)
class Target:
    """The target of one measure for one year.

    Args:
        year: a financial, academic or calendar year.
        value: the number aimed at, or the change on last year's actual when the state is "change".
        low, high: the ends of a range, both included.
        unit: the unit of the numbers, where it is not the measure's.
        profile: what should be reached by the end of each of the year's periods, where the council set it.

    Raises: ImpossibleTarget when the state and the numbers contradict each other.

    >>> from goldthread.domain.periods import financial_year
    >>> Target(year=financial_year(2023), state=TargetState.NUMBER, value=Decimal(68)).aim()
    Decimal('68')
    >>> Target(year=financial_year(2023), state=TargetState.NOT_APPLICABLE).aim() is None
    True
    """

    year: Period
    state: TargetState
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    note: str = ""
    profile: tuple[tuple[Period, Decimal], ...] = ()
    unit: Unit | None = None

    def __post_init__(self) -> None:
        if not is_whole_year(self.year) or not FIRST_YEAR < self.year.start.year < LAST_YEAR - 1:
            raise ImpossibleTarget(f"A target is for a year, and “{self.year}” is not one that can be reported.")
        numbers = (self.value, self.low, self.high, *(value for _, value in self.profile))
        impossible = next(filter(None, map(reason_not_a_number, numbers)), None)
        if impossible:
            raise ImpossibleTarget(f"In a target, {impossible}")
        needs_value = self.state in {TargetState.NUMBER, TargetState.CHANGE}
        if needs_value != (self.value is not None):
            raise ImpossibleTarget(
                f"A target in state “{self.state}” {'needs a' if needs_value else 'has no'} value."
            )
        ends = (self.low is not None) + (self.high is not None)
        if ends != (2 if self.state is TargetState.RANGE else 0):
            raise ImpossibleTarget(f"A target in state “{self.state}” needs both ends of a range, or none.")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ImpossibleTarget(f"The range runs from {self.low} down to {self.high}. Put the lower end first.")

    def aim(self, *, prior_actual: Decimal | None = None) -> Decimal | None:
        """Return the single number aimed at, or None; a change is added to last year's actual."""
        if self.state is TargetState.CHANGE:
            return None if prior_actual is None or self.value is None else prior_actual + self.value
        return self.value

    def profiled(self, day: date) -> Decimal | None:
        """Return what the council said should be reached by the end of this day, or None."""
        return next((value for when, value in self.profile if when.end == day), None)
