"""Every read of the plan."""

from datetime import date
from decimal import Decimal

from goldthread.domain.figures import Basis, Unit
from goldthread.domain.measures import Measure as MeasureRule
from goldthread.domain.measures import Polarity, TargetState, Tolerance, ToleranceKind
from goldthread.domain.measures import Target as TargetRule
from goldthread.domain.periods import financial_year_of, parse_period
from goldthread.plan.models import Measure, PlanMeasure, Target


def measure_rule(measure: Measure) -> MeasureRule:
    """Return a stored measure as the rules see it."""
    return MeasureRule(
        title=measure.title,
        unit=Unit(measure.unit),
        basis=Basis(measure.basis),
        polarity=Polarity(measure.polarity),
        tolerance=Tolerance(kind=ToleranceKind(measure.tolerance_kind), value=Decimal(measure.tolerance)),
        same_within=measure.same_within,
        total_of_parts=measure.total_of_parts,
    )


def current_target(plan_measure: PlanMeasure, *, year: str) -> Target | None:
    """Return the target of a year that stands now, or None; reads what was fetched with the measure."""
    return next(
        (target for target in plan_measure.targets.all() if target.year == year and target.replaced_at is None),
        None,
    )


def target_of_year(plan_measure: PlanMeasure, *, year: date) -> TargetRule:
    """Return the target of the financial year of a day as the rules see it; none stated is a state too."""
    period = financial_year_of(year)
    row = current_target(plan_measure, year=str(period))
    return target_rule(row) if row else TargetRule(year=period, state=TargetState.NOT_STATED)


def target_rule(row: Target) -> TargetRule:
    """Return a stored target as the rules see it."""
    return TargetRule(
        year=parse_period(row.year),
        state=TargetState(row.state),
        value=row.value,
        low=row.low,
        high=row.high,
        note=row.note,
        unit=Unit(row.unit),
        profile=tuple((parse_period(period), Decimal(value)) for period, value in row.profile),
    )
