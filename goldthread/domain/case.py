"""All that a judgement of one measure for one period looks at, and its figures in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from goldthread.domain.figures import Basis, Figure, last_day, printed, printed_places
from goldthread.domain.measures import Measure, Target, TargetState
from goldthread.domain.periods import Period, PeriodKind, academic_year
from goldthread.domain.sentences import difference, firmness, named, on_day


@dataclass(frozen=True, kw_only=True)
class Goal:
    """What the year should come to: both ends of a range, or twice the same number."""

    low: Decimal
    high: Decimal

    @property
    def is_range(self) -> bool:
        """Whether there is room between the ends."""
        return self.low != self.high


@dataclass(frozen=True, kw_only=True)
class Case:
    """All that a judgement of one measure for one period looks at.

    Args:
        prior_actual: last year's actual, needed by a target that is a change on it.
        comparator: the figure offered for the same period last year; it is refused where it is not.
        definition_break: what changed in the definition since the comparator, or nothing.
    """

    measure: Measure
    figure: Figure
    target: Target
    prior_actual: Figure | None = None
    comparator: Figure | None = None
    definition_break: str = ""

    @cached_property
    def value(self) -> Decimal | None:
        """The figure's headline value."""
        return self.measure.headline(self.figure)

    @cached_property
    def last_year(self) -> Decimal | None:
        """The headline value of the figure offered for the same period last year."""
        return self.measure.headline(self.comparator) if self.comparator else None

    @property
    def known_value(self) -> Decimal:
        """The headline value, for rules that are reached only when there is one.

        Raises: LookupError when there is none; a zero in its place would be a lie.
        """
        return _known(self.value)

    @property
    def known_last_year(self) -> Decimal:
        """Last year's headline value, for rules that are reached only when there is one."""
        return _known(self.last_year)

    @cached_property
    def aim(self) -> Decimal | None:
        """The number that the year's target comes to."""
        return self.target.aim(prior_actual=self._prior)

    @cached_property
    def goal(self) -> Goal | None:
        """The range that the year's target comes to, one number being a range without room, or None."""
        if self.target.low is not None and self.target.high is not None:
            return Goal(low=self.target.low, high=self.target.high)
        return None if self.aim is None else Goal(low=self.aim, high=self.aim)

    @cached_property
    def year(self) -> Period:
        """The year the target is for; what is counted by the school year is judged by the school year."""
        year, figure = self.target.year, self.figure
        by_school_year = figure.basis is Basis.CUMULATIVE_ACADEMIC or figure.period.kind is PeriodKind.ACADEMIC_YEAR
        if by_school_year and year.kind is PeriodKind.FINANCIAL_YEAR:
            return academic_year(year.start.year)
        return year

    @cached_property
    def until(self) -> date:
        """The last day that the figure covers."""
        return last_day(self.figure)

    @cached_property
    def units_agree(self) -> bool:
        """Whether the figure and its target are in one unit."""
        return self.figure.unit is (self.target.unit or self.measure.unit)

    @cached_property
    def places(self) -> int:
        """The finer printed precision of the figure and its target."""
        goal = self.goal
        ends = (goal.low, goal.high) if goal else ()
        return max(map(printed_places, (self.value, *ends)))

    def show(self, value: Decimal) -> str:
        """Return a value printed in the figure's unit."""
        return printed(value, unit=self.figure.unit)

    @cached_property
    def now(self) -> str:
        """The figure in words, with the word for it if it is not final: 203 (provisional)."""
        if self.value is None:
            return ""
        in_total = " in total" if self.figure.value is None and len(self.figure.parts) > 1 else ""
        return f"{self.show(self.value)}{in_total}{firmness(self.figure)}"

    @property
    def now_and_when(self) -> str:
        """The figure in words, with the day it was counted where that was before the period's last day."""
        is_early = self.figure.as_at is not None and self.figure.as_at < self.figure.period.end
        return f"{self.now} at {on_day(self.until)}" if is_early and self.until == self.figure.as_at else self.now

    @cached_property
    def target_words(self) -> str:
        """The year's target in words, with the sum behind it where it is a change on last year."""
        goal, year = self.goal, named(self.year)
        if goal is None:
            return f"the target for {year}"
        if goal.is_range:
            return f"the target of {self.show(goal.low)} to {self.show(goal.high)} for {year}"
        words = f"the target of {self.show(goal.low)} for {year}"
        change = self.target.value
        if self.target.state is not TargetState.CHANGE or self._prior is None or change is None:
            return words
        last_year = f"last year’s {self.show(self._prior)}"
        if change == 0:
            return f"{words} ({last_year})"
        size, side = difference(change, unit=self.figure.unit), "below" if change < 0 else "above"
        return f"{words} ({size} {side} {last_year})"

    @cached_property
    def _prior(self) -> Decimal | None:
        """Last year's actual, where it can be added to: reported, and in the figure's unit."""
        prior = self.prior_actual
        if prior is None or prior.unit is not self.figure.unit:
            return None
        return self.measure.headline(prior)


def _known(value: Decimal | None) -> Decimal:
    if value is None:
        raise LookupError("There is no figure here, and a rule went on without one.")
    return value
