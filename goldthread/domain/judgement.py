"""The two lights and the direction of travel, each with its reason and what would change it.

Definitions: the symbols' key (section 6) of the council's quarterly reports; see docs/explanation/judgements.md.
Every page, paper, file and answer of the product takes its judgement from here.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Generic, TypeVar

from goldthread.domain.figures import Basis, Figure, Span, printed, printed_places, rounded, span_of
from goldthread.domain.measures import WHY_NO_TARGET, Measure, Polarity, Target, TargetState
from goldthread.domain.periods import (
    Period,
    PeriodKind,
    academic_year,
    same_period_last_year,
    share_elapsed,
)


class Progress(StrEnum):
    """Is the annual target, or the milestone, on course? Amber covers uncertain and too early to say."""

    GREEN = "green"
    AMBER = "amber"
    TOO_EARLY = "too early to say"
    RED = "red"
    NOT_JUDGED = "not judged"


class Position(StrEnum):
    """Where this period's figure stands against this period's target."""

    ON = "on target"
    NEAR = "near target"
    OFF = "off target"
    NOT_JUDGED = "not judged"


class Direction(StrEnum):
    """Better, the same or worse than the same period last year; unknown always comes with its reason."""

    BETTER = "better"
    SAME = "same"
    WORSE = "worse"
    UNKNOWN = "unknown"


class OfficerJudgement(StrEnum):
    """What the responsible officer judged, as far as it is recorded."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"
    NOT_APPLICABLE = "not applicable"
    NOT_RECORDED = "not recorded in the source"


Result = TypeVar("Result", bound=StrEnum)


@dataclass(frozen=True)
class Judgement(Generic[Result]):
    """One answer: the result, one sentence that explains it, and one that says what would change it."""

    result: Result
    reason: str
    would_change: str


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

    @property
    def value(self) -> Decimal | None:
        """The figure's headline value."""
        return self.measure.headline(self.figure)

    @property
    def aim(self) -> Decimal | None:
        """The number that the year's target comes to."""
        prior = self.measure.headline(self.prior_actual) if self.prior_actual else None
        return self.target.aim(prior_actual=prior)

    @property
    def year(self) -> Period:
        """The year the target is for; school-year counts are judged by the school year."""
        year = self.target.year
        is_financial = year.kind is PeriodKind.FINANCIAL_YEAR
        if self.figure.basis is Basis.CUMULATIVE_ACADEMIC and is_financial:
            return academic_year(year.start.year)
        return year

    def show(self, value: Decimal) -> str:
        """Return a value printed in the figure's unit."""
        return printed(value, unit=self.figure.unit)


def position(case: Case) -> Judgement[Position]:
    """Return where the figure stands against the target for its own period.

    Bands are half-open: nothing behind is on target, up to and including the tolerance is near, beyond it is off.

    >>> position(_EXAMPLE).result
    <Position.OFF: 'off target'>
    >>> position(_EXAMPLE).reason
    '90 is 76.5% above the 51 expected by 2023/24 Q3: three quarters of the target of 68 for 2023/24.'
    """
    why_not = reason_not_comparable_to_target(case)
    if why_not:
        return Judgement(Position.NOT_JUDGED, *why_not)
    if case.value is None:
        return Judgement(Position.NOT_JUDGED, *_no_figure(case))
    expected = _expected(case)
    if expected is None:
        return Judgement(Position.NOT_JUDGED, *_basis_forbids(case))
    gap = _behind_by(case, expected.low, expected.high)
    result = _band(gap, tolerance=case.measure.tolerance.around(expected.middle))
    return Judgement(result, f"{_distance(case, expected)}.", _position_would_change(case, expected))


def progress(case: Case) -> Judgement[Progress]:
    """Return whether the annual target is on course to be achieved.

    At the year's end the target is met (green) or not (red). Before it, a cumulative count is set against
    its profile, or an even share of the year; any other figure against the target itself: green when nothing
    is missing, amber within the tolerance, red beyond it; too early to say when there is nothing to go on.

    >>> progress(_EXAMPLE).result, progress(_EXAMPLE).reason
    (<Progress.RED: 'red'>, '90 is already above the whole year’s target of 68 for 2023/24.')
    """
    why_not = reason_not_comparable_to_target(case)
    if why_not:
        return Judgement(Progress.NOT_JUDGED, *why_not)
    if case.value is None:
        result = Progress.NOT_JUDGED if _year_is_over(case) else Progress.TOO_EARLY
        return Judgement(result, *_no_figure(case))
    return _at_year_end(case) or _decided_already(case) or _on_course(case)


def direction_of_travel(case: Case) -> Judgement[Direction]:
    """Return better, same or worse than the same period last year, or unknown and why.

    >>> direction_of_travel(_EXAMPLE).result
    <Direction.BETTER: 'better'>
    >>> direction_of_travel(_EXAMPLE).reason
    '90 against 114 in 2022/23 Q3, and lower is better.'
    """
    refused = reason_not_comparable_to_last_year(case)
    if refused:
        return Judgement(Direction.UNKNOWN, *refused)
    value, comparator = case.value, case.comparator
    last_year = case.measure.headline(comparator) if comparator else None
    if value is None or comparator is None or last_year is None:  # refused above; narrows the types
        raise AssertionError("a refused comparison was compared")
    places = min(printed_places(value), printed_places(last_year))
    now, then = rounded(value, places=places), rounded(last_year, places=places)
    ahead = _ahead_by(case, now=now, then=then)
    same = abs(value - last_year) <= case.measure.same_within if case.measure.same_within else ahead == 0
    result = Direction.SAME if same else Direction.BETTER if ahead > 0 else Direction.WORSE
    reason = f"{case.show(value)} against {case.show(last_year)} in {comparator.period}, and {_better_means(case)}."
    return Judgement(result, reason, f"A figure other than {case.show(last_year)} in the right direction, or a "
                     "revised one for last year, would change it." if same else
                     f"It would change at {case.show(last_year)}, last year’s figure.")  # fmt: skip


def milestone_progress(*, due: date | None, completed: date | None, period: Period) -> Judgement[Progress]:
    """Return whether a milestone is on course by its dates alone; the officer's judgement stands beside it.

    >>> from goldthread.domain.periods import quarter
    >>> milestone_progress(due=date(2023, 3, 31), completed=None, period=quarter(2023, 3)).result
    <Progress.RED: 'red'>
    """
    if completed is not None:
        late = due is not None and completed > due
        words = "after its date" if late else "in its timeframe"
        result = Progress.RED if late else Progress.GREEN
        return Judgement(result, f"It was completed on {_day(completed)}, {words}.", "A corrected date would.")
    if due is None:
        return Judgement(Progress.NOT_JUDGED, "The plan gives no date for it.", "A date in the plan would.")
    if due < period.end:
        reason = f"It was due by {_day(due)}, and no completion is recorded by {_day(period.end)}."
        return Judgement(Progress.RED, reason, "A recorded completion or an agreed new date would.")
    reason = f"It is due by {_day(due)}, and no completion is recorded yet."
    return Judgement(Progress.TOO_EARLY, reason, "A recorded completion would.")


def reason_difference_unexplained(*, computed: Progress, officer: OfficerJudgement, reason: str) -> str | None:
    """Return why the officer's judgement can't stand as it is, or None.

    >>> reason_difference_unexplained(computed=Progress.RED, officer=OfficerJudgement.GREEN, reason="")
    'The figures say red, the officer green. Say why they differ.'
    """
    if officer in {OfficerJudgement.NOT_APPLICABLE, OfficerJudgement.NOT_RECORDED} or reason.strip():
        return None
    light = Progress.AMBER if computed is Progress.TOO_EARLY else computed
    if light is Progress.NOT_JUDGED or light.value == officer.value:
        return None
    return f"The figures say {light}, the officer {officer}. Say why they differ."


def reason_not_comparable_to_target(case: Case) -> tuple[str, str] | None:
    """Return why the figure can't be set against the target, and what would allow it, or None."""
    if case.measure.polarity is Polarity.NARRATIVE:
        return "This measure is reported in words, not judged by a figure.", "A measure with a figure would."
    state = case.target.state
    if state in WHY_NO_TARGET:
        note = f" ({case.target.note})" if case.target.note else ""
        return (
            f"It is not judged, because {WHY_NO_TARGET[state]}{note}.",
            "A target for the year would allow it.",
        )
    if state is TargetState.CHANGE and case.aim is None:
        reason = "The target is a change on last year’s actual, and there is no single actual to add it to."
        return reason, "Last year’s actual would allow it."
    if not case.measure.polarity.judges:
        return _POLARITY_MISSING
    return None


def reason_not_comparable_to_last_year(case: Case) -> tuple[str, str] | None:
    """Return why there is no direction of travel, and what would allow it, or None."""
    if not case.measure.polarity.judges:
        return _POLARITY_MISSING
    if case.value is None:
        return _no_figure(case)
    if case.measure.polarity is Polarity.ON_TARGET and case.aim is None:
        return "Better means closer to the target, and there is no single target.", "A target would allow it."
    if case.comparator is None:
        wanted = same_period_last_year(case.figure.period)
        return (
            f"No figure is held for {wanted}, the same period last year.",
            f"A figure for {wanted} would allow it.",
        )
    if case.definition_break:
        reason = f"The definition changed since {case.comparator.period}: {case.definition_break}"
        return f"{reason.rstrip('.')}.", "A figure for last year on today’s definition would allow it."
    return _reason_unlike(case, comparator=case.comparator)


def _reason_unlike(case: Case, *, comparator: Figure) -> tuple[str, str] | None:
    figure, would = case.figure, "A figure for the same period last year on the same basis would allow it."
    if case.measure.headline(comparator) is None:
        kind = "is in parts without a total" if comparator.parts else f"is “{comparator.status}”"
        return f"Last year’s figure ({comparator.period}) {kind}, so the two can’t be compared.", would
    if comparator.unit is not figure.unit:
        return f"This figure is in {figure.unit} and last year’s in {comparator.unit}.", would
    if comparator.basis is not figure.basis:
        reason = (
            f"This figure is {_basis_words(figure)}, and the one for {comparator.period} {_basis_words(comparator)}"
        )
        return f"{reason}: they are not alike.", would
    now, then = span_of(figure), span_of(comparator)
    if now is None or then is None:
        if comparator.period == same_period_last_year(figure.period):
            return None
        reason = f"The measure’s basis is not stated, so {figure.period} can’t be compared with {comparator.period}"
        return (
            f"{reason}, which may cover more.",
            "A stated basis, or a figure for the same quarter, would allow it.",
        )
    if then == _a_year_earlier(now):
        return None
    return f"This figure covers {_days(now)}; the one for {comparator.period} covers {_days(then)}.", would


_POLARITY_MISSING = (
    "The council monitors this measure without saying which way is better.",
    "A recorded polarity would allow it.",
)


@dataclass(frozen=True, kw_only=True)
class _Expected:
    """What the period should have reached: one number, or the two ends of a range, and how it was found."""

    low: Decimal
    high: Decimal
    middle: Decimal
    how: str
    is_share: bool = False


def _expected(case: Case) -> _Expected | None:
    """Return what this period should have reached, or None when the basis does not say."""
    target, figure, aim = case.target, case.figure, case.aim
    if target.state is TargetState.RANGE and target.low is not None and target.high is not None:
        ends = f"{case.show(target.low)} to {case.show(target.high)}"
        middle = (target.low + target.high) / 2
        return _Expected(
            low=target.low, high=target.high, middle=middle, how=f"the target of {ends} for {target.year}"
        )
    if aim is None:
        return None
    whole = f"the target of {case.show(aim)} for {target.year}"
    profiled = target.profiled(figure.period)
    if profiled is not None:
        return _single(profiled, f"the profile towards {whole}")
    if not figure.unit.adds_up or figure.basis in _COVER_THE_YEAR:
        return _single(aim, whole)
    if figure.basis is Basis.NOT_STATED:
        return None
    share = _share_of_year(case)
    if share == 1:
        return _single(aim, whole)
    return _single(aim * share, f"{_share_words(share)} of {whole}", is_share=True)


_COVER_THE_YEAR = {Basis.SNAPSHOT, Basis.ROLLING_12_MONTHS, Basis.ANNUAL, Basis.ANNUALISED_FORECAST}


def _single(value: Decimal, how: str, *, is_share: bool = False) -> _Expected:
    return _Expected(low=value, high=value, middle=value, how=how, is_share=is_share)


def _share_of_year(case: Case) -> Decimal:
    """Return the share of the target's year that the figure covers."""
    elapsed = share_elapsed(case.figure.period, of=case.year)
    if case.figure.basis is Basis.PERIOD and case.figure.period.kind is PeriodKind.QUARTER:
        return Decimal("0.25")
    return Decimal(elapsed.numerator) / Decimal(elapsed.denominator)


def _behind_by(case: Case, low: Decimal, high: Decimal) -> Decimal:
    """Return how far the figure is behind, in its own units; zero or less is not behind."""
    value = case.value or Decimal(0)
    match case.measure.polarity:
        case Polarity.HIGHER:
            return low - value
        case Polarity.LOWER:
            return value - high
        case _:
            return max(low - value, value - high, Decimal(0))


def _band(behind_by: Decimal, *, tolerance: Decimal) -> Position:
    if behind_by <= 0:
        return Position.ON
    return Position.NEAR if behind_by <= tolerance else Position.OFF


_LIGHT = {Position.ON: Progress.GREEN, Position.NEAR: Progress.AMBER, Position.OFF: Progress.RED}


def _year_is_over(case: Case) -> bool:
    return case.figure.period.end >= case.year.end or case.figure.basis is Basis.ANNUAL


def _at_year_end(case: Case) -> Judgement[Progress] | None:
    """Return met or not met once the year is over, else None."""
    if not _year_is_over(case):
        return None
    year_end = replace(case, figure=replace(case.figure, basis=Basis.ANNUAL, as_at=None))
    expected = _expected(year_end)
    if expected is None:
        return None
    met = _behind_by(case, expected.low, expected.high) <= 0
    provisional = " The figure is provisional." if case.figure.status == "provisional" else ""
    word = "met" if met else "not met"
    reason = f"The year’s target is {word}: {_distance(case, expected)}.{provisional}"
    would = "A revised figure would change it." if not provisional else "The final figure may change it."
    return Judgement(Progress.GREEN if met else Progress.RED, reason, would)


def _decided_already(case: Case) -> Judgement[Progress] | None:
    """Return the judgement of a growing count that has already passed the year's target, else None."""
    value, aim = case.value, case.aim
    if value is None or aim is None or not (case.figure.basis.is_cumulative and case.figure.unit.adds_up):
        return None
    words = f"the whole year’s target of {case.show(aim)} for {case.target.year}"
    correction = "Only a corrected figure or a new target would change it."
    if case.measure.polarity is Polarity.LOWER and value > aim:
        return Judgement(Progress.RED, f"{case.show(value)} is already above {words}.", correction)
    if case.measure.polarity is Polarity.HIGHER and value >= aim:
        return Judgement(Progress.GREEN, f"{case.show(value)} has already reached {words}.", correction)
    return None


def _on_course(case: Case) -> Judgement[Progress]:
    """Return the judgement before the year's end by profile share, or by distance and tolerance."""
    expected = _expected(case)
    one_period_of_a_total = case.figure.basis is Basis.PERIOD and case.figure.unit.adds_up
    if expected is None or one_period_of_a_total:
        return Judgement(Progress.TOO_EARLY, *_basis_forbids(case))
    tolerance = case.measure.tolerance.around(expected.middle)
    band = _band(_behind_by(case, expected.low, expected.high), tolerance=tolerance)
    return Judgement(_LIGHT[band], f"{_distance(case, expected)}.", _position_would_change(case, expected))


def _no_figure(case: Case) -> tuple[str, str]:
    if case.figure.is_reported:
        reason = f"The figure for {case.figure.period} is reported in parts without a total."
        return reason, "A total would allow a judgement."
    reason = f"There is no figure for {case.figure.period}: {case.figure.status}."
    return reason, f"A figure for {case.figure.period} would allow a judgement."


def _basis_forbids(case: Case) -> tuple[str, str]:
    covers = "one period alone" if case.figure.basis is Basis.PERIOD else "a span that is not stated"
    reason = f"The figure for {case.figure.period} covers {covers}, so it can’t be set against a whole year’s target."
    return reason, "A cumulative figure, or a profile for the year, would allow a judgement."


def _distance(case: Case, expected: _Expected) -> str:
    """Return the figure and its distance from what was expected, in words."""
    value = case.value or Decimal(0)
    nearest = min(max(value, expected.low), expected.high)
    amount = _amount(case, value - nearest, of=nearest)
    side = "above" if value > nearest else "below"
    between = _expected_words(case, expected) if expected.is_share else expected.how
    if amount is None:
        where = "inside" if expected.low != expected.high else "exactly"
        return f"{case.show(value)} is {where} {between}"
    return f"{case.show(value)} is {amount} {side} {between}"


def _amount(case: Case, gap: Decimal, *, of: Decimal) -> str | None:
    """Return a gap in words: percentage points for percentages, a share of the target for everything else."""
    if gap == 0:
        return None
    if case.figure.unit == "percent":
        points = f"{abs(gap):f}"
        return f"{points} percentage point{'' if points == '1' else 's'}"
    if of == 0:
        return case.show(abs(gap))
    return f"{rounded(abs(gap) / abs(of) * 100, places=1)}%"


def _expected_words(case: Case, expected: _Expected) -> str:
    return f"the {case.show(_tidy(expected.middle))} expected by {case.figure.period}: {expected.how}"


def _tidy(value: Decimal) -> Decimal:
    """Return an even share without a tail of digits: whole when it is whole, else one place."""
    return rounded(value, places=0 if value == value.to_integral_value() else 1)


def _position_would_change(case: Case, expected: _Expected) -> str:
    """Return the figures at which the light turns."""
    tolerance = case.measure.tolerance.around(expected.middle)
    on, near = {
        Polarity.HIGHER: (expected.low, expected.low - tolerance),
        Polarity.LOWER: (expected.high, expected.high + tolerance),
    }.get(case.measure.polarity, (expected.low, expected.low - tolerance))
    words = {Polarity.HIGHER: "or more", Polarity.LOWER: "or less"}.get(case.measure.polarity, "exactly")
    edge = case.show(rounded(near, places=max(1, printed_places(case.value)) if near % 1 else 0))
    return f"On target at {case.show(_tidy(on) if on % 1 else on)} {words}; near it as far as {edge}."


_SHARE_WORDS = {Decimal("0.25"): "a quarter", Decimal("0.5"): "half", Decimal("0.75"): "three quarters"}


def _share_words(share: Decimal) -> str:
    return _SHARE_WORDS.get(share, f"a share ({rounded(share * 12, places=0)} months of 12)")


def _ahead_by(case: Case, *, now: Decimal, then: Decimal) -> Decimal:
    match case.measure.polarity:
        case Polarity.HIGHER:
            return now - then
        case Polarity.LOWER:
            return then - now
        case _:
            aim = case.aim or Decimal(0)
            return abs(then - aim) - abs(now - aim)


def _better_means(case: Case) -> str:
    closer = f"closer to {case.show(case.aim)} is better" if case.aim is not None else ""
    return closer if case.measure.polarity is Polarity.ON_TARGET else str(case.measure.polarity)


def _basis_words(figure: Figure) -> str:
    named = {
        Basis.PERIOD: "for the period alone",
        Basis.ANNUAL: "for a whole year",
        Basis.ROLLING_12_MONTHS: "for twelve months",
        Basis.ANNUALISED_FORECAST: "a forecast for the whole year",
        Basis.SNAPSHOT: "a snapshot of one day",
        Basis.NOT_STATED: "on no stated basis",
    }
    return named.get(figure.basis, str(figure.basis))


def _a_year_earlier(span: Span) -> Span:
    return Span(_year_back(span.first), _year_back(span.last))


def _year_back(day: date) -> date:
    is_leap_day = (day.month, day.day) == (2, 29)
    return date(day.year - 1, day.month, 28 if is_leap_day else day.day)


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _days(span: Span) -> str:
    return _day(span.first) if span.first == span.last else f"{_day(span.first)} to {_day(span.last)}"


def _example() -> Case:
    from goldthread.domain.figures import Unit
    from goldthread.domain.periods import financial_year, quarter

    measure = Measure(title="Children entering care", unit=Unit.COUNT, basis=Basis.CUMULATIVE_FINANCIAL,
                      polarity=Polarity.LOWER)  # fmt: skip
    figure = Figure(period=quarter(2023, 3), unit=Unit.COUNT, basis=measure.basis, value=Decimal(90))
    target = Target(year=financial_year(2023), state=TargetState.NUMBER, value=Decimal(68))
    comparator = replace(figure, period=quarter(2022, 3), value=Decimal(114))
    return Case(measure=measure, figure=figure, target=target, comparator=comparator)


_EXAMPLE = _example()
