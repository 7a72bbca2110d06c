"""Measures, figures, targets and cases for tests: typical ones, changed only in what the test is about."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from goldthread.domain.figures import Basis, Figure, Part, Status, Unit
from goldthread.domain.judgement import Case
from goldthread.domain.measures import Measure, Polarity, Target, TargetState, Tolerance, ToleranceKind
from goldthread.domain.periods import Period, financial_year, parse_period, quarter, same_period_last_year

TYPICAL_MEASURE = Measure(
    title="Homes repaired on time", unit=Unit.PERCENT, basis=Basis.SNAPSHOT, polarity=Polarity.HIGHER
)
TYPICAL_FIGURE = Figure(
    period=quarter(2023, 3), unit=Unit.PERCENT, basis=Basis.SNAPSHOT, value=Decimal("90"), status=Status.FINAL
)
TYPICAL_TARGET = Target(year=financial_year(2023), state=TargetState.NUMBER, value=Decimal("95"))


def a_measure(**changes: Any) -> Measure:
    return replace(TYPICAL_MEASURE, **changes)


def a_figure(value: str | None = "90", **changes: Any) -> Figure:
    """Return a figure; without a value it is not reported, unless a status or parts say otherwise."""
    if value is None and not changes.get("parts"):
        changes.setdefault("status", Status.NOT_REPORTED)
    return replace(TYPICAL_FIGURE, value=None if value is None else Decimal(value), **changes)


def a_target(value: str | None = "95", **changes: Any) -> Target:
    """Return a target of one number, or of a state without one."""
    return replace(TYPICAL_TARGET, value=None if value is None else Decimal(value), **changes)


def a_range(low: str, high: str, **changes: Any) -> Target:
    return a_target(None, state=TargetState.RANGE, low=Decimal(low), high=Decimal(high), **changes)


def some_parts(**values: str | None) -> tuple[Part, ...]:
    return tuple(
        Part(label=label, value=None if value is None else Decimal(value), unit=Unit.COUNT)
        for label, value in values.items()
    )


def points(value: str) -> Tolerance:
    return Tolerance(kind=ToleranceKind.POINTS, value=Decimal(value))


def a_share(value: str) -> Tolerance:
    return Tolerance(kind=ToleranceKind.SHARE, value=Decimal(value))


def a_case(
    now: str | None = "90",
    *,
    target: str | Target | None = "95",
    last_year: str | Figure | None = None,
    period: str | Period = "2023/24 Q3",
    unit: Unit = Unit.PERCENT,
    basis: Basis = Basis.SNAPSHOT,
    polarity: Polarity = Polarity.HIGHER,
    status: Status | None = None,
    as_at: date | None = None,
    prior_actual: Figure | None = None,
    definition_break: str = "",
    **of_the_measure: Any,
) -> Case:
    """Return a case; last year's figure, given as text, is one for the same period on the same basis."""
    when = parse_period(period) if isinstance(period, str) else period
    measure = a_measure(unit=unit, basis=basis, polarity=polarity, **of_the_measure)
    about: dict[str, Any] = {"unit": unit, "basis": basis, "as_at": as_at}
    figure = a_figure(now, period=when, **about, **({"status": status} if status else {}))
    if isinstance(last_year, str):
        last_year = a_figure(last_year, period=same_period_last_year(when), unit=unit, basis=basis)
    if not isinstance(target, Target):
        target = a_target(target, **({} if target else {"state": TargetState.NOT_APPLICABLE}))
    return Case(
        measure=measure,
        figure=figure,
        target=target,
        prior_actual=prior_actual,
        comparator=last_year,
        definition_break=definition_break,
    )
