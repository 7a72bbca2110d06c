"""Cases of every kind for property tests, the odd ones included."""

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import strategies as st

from goldthread.domain.figures import Basis, Figure, Part, Status, Unit
from goldthread.domain.judgement import Case
from goldthread.domain.measures import Measure, Polarity, Target, TargetState, Tolerance, ToleranceKind
from goldthread.domain.periods import Period, PeriodKind, period_of, same_period_last_year

DAYS = st.dates(min_value=date(1905, 1, 1), max_value=date(2193, 12, 31))
YEARS = (PeriodKind.FINANCIAL_YEAR, PeriodKind.ACADEMIC_YEAR, PeriodKind.CALENDAR_YEAR)
WORDS = st.sampled_from(
    ["", "Inspection dates.", "Ofsted's visit. Then a review.", "new this year", "Counted otherwise"]
)

DAYS_OFF = st.none() | st.integers(min_value=-400, max_value=40)
ordinary = st.integers(min_value=-300, max_value=3000).map(Decimal) | st.decimals(
    min_value=-20, max_value=120, allow_nan=False, places=2
)
extreme = st.decimals(min_value=-(10**15) + 1, max_value=10**15 - 1, allow_nan=False, places=10) | st.just(Decimal(0))
numbers = ordinary | ordinary | extreme


@st.composite
def tolerances(draw: st.DrawFn) -> Tolerance:
    if draw(st.booleans()):
        share = draw(st.decimals(min_value=0, max_value=1, places=3))
        return Tolerance(kind=ToleranceKind.SHARE, value=share)
    return Tolerance(kind=ToleranceKind.POINTS, value=draw(st.decimals(min_value=0, max_value=50, places=1)))


@st.composite
def periods(draw: st.DrawFn, *, kinds: tuple[PeriodKind, ...] = tuple(PeriodKind)) -> Period:
    return period_of(draw(st.sampled_from(kinds)), on=draw(DAYS))


@st.composite
def figures(draw: st.DrawFn, *, period: Period, measure: Measure) -> Figure:
    """Return a figure, mostly in its measure's unit and on its basis, with or without a value."""
    status = draw(st.sampled_from(Status))
    unit = draw(st.sampled_from([measure.unit] * 5 + list(Unit)))
    basis = draw(st.sampled_from([measure.basis] * 5 + list(Basis)))
    has_parts, part = draw(st.booleans()), Part(label="Primary", value=draw(numbers | st.none()), unit=unit)
    parts = (part, Part(label="Secondary", value=Decimal(2), unit=unit)) if has_parts else ()
    only_parts = status.has_value and has_parts and draw(st.booleans())
    off_by = draw(DAYS_OFF)
    return Figure(
        period=period,
        unit=unit,
        basis=basis,
        value=draw(numbers) if status.has_value and not only_parts else None,
        status=status,
        as_at=None if off_by is None else period.end + timedelta(days=off_by),
        parts=parts,
    )


@st.composite
def targets(draw: st.DrawFn, *, period: Period) -> Target:
    """Return a target of any state, mostly for a year that the period ends in."""
    near = period.end if draw(st.booleans()) else period.end - timedelta(days=draw(st.integers(-800, 800)))
    year = period_of(draw(st.sampled_from(YEARS)), on=near)
    state = draw(st.sampled_from([TargetState.NUMBER] * 5 + list(TargetState)))
    ends = sorted([draw(numbers), draw(numbers)]) if state is TargetState.RANGE else [None, None]
    profile = ((period, draw(numbers)),) if draw(st.booleans()) else ()
    return Target(
        year=year,
        state=state,
        value=draw(numbers) if state in {TargetState.NUMBER, TargetState.CHANGE} else None,
        low=ends[0],
        high=ends[1],
        note=draw(WORDS),
        profile=profile,
        unit=draw(st.sampled_from([None, None, None, *Unit])),
    )


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Return any case there can be."""
    measure = Measure(
        title="Anything",
        unit=draw(st.sampled_from(Unit)),
        basis=draw(st.sampled_from(Basis)),
        polarity=draw(st.sampled_from([Polarity.HIGHER, Polarity.LOWER, Polarity.ON_TARGET, *Polarity])),
        tolerance=draw(tolerances()),
        same_within=draw(st.none() | st.decimals(min_value=0, max_value=3, places=1)),
        total_of_parts=draw(st.booleans()),
    )
    period = draw(periods())
    year_before = same_period_last_year(period)
    return Case(
        measure=measure,
        figure=draw(figures(period=period, measure=measure)),
        target=draw(targets(period=period)),
        prior_actual=draw(st.none() | figures(period=year_before, measure=measure)),
        comparator=draw(st.none() | figures(period=year_before, measure=measure)),
        definition_break=draw(st.sampled_from(["", "", "", "Counted otherwise since. By term before."])),
    )
