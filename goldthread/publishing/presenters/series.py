"""One series across plans: every figure of a measure on one line of time, each basis kept apart.

A quarter's figure that grows through the year is never joined to a year's total. A year without a figure is a gap,
and a changed definition is a break.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from goldthread.domain.figures import Basis, Unit
from goldthread.domain.measures import Polarity, TargetState
from goldthread.domain.periods import (
    Period,
    PeriodKind,
    financial_year,
    financial_year_of,
    is_year_end,
    parse_period,
)
from goldthread.monitoring.models import Observation
from goldthread.plan.models import Measure, PlanMeasure, Target
from goldthread.publishing.cells import headline, mark_of
from goldthread.rendering.chart_specs import MOST_PERIODS, Better, Break, LineChart, Series
from goldthread.rendering.content import number

MOST_LINES: Final = 3
_YEARS: Final = {PeriodKind.FINANCIAL_YEAR, PeriodKind.ACADEMIC_YEAR, PeriodKind.CALENDAR_YEAR}
_WHOLE_YEAR: Final = {Basis.ANNUAL, Basis.CUMULATIVE_FINANCIAL, Basis.ROLLING_12_MONTHS, Basis.PERIOD}
_YEAR_NAMES: Final = {
    Basis.SNAPSHOT: "At the year’s end",
    Basis.NOT_STATED: "Year, basis not stated",
    Basis.ANNUALISED_FORECAST: "Forecast for the year",
    Basis.CUMULATIVE_ACADEMIC: "Whole school year",
}
_BETTER: Final[dict[str, Better]] = {Polarity.HIGHER: "higher", Polarity.LOWER: "lower"}


@dataclass(frozen=True, kw_only=True)
class Point:
    """One figure on the line of time."""

    line: str
    label: str
    ends: date
    is_year: bool
    value: Decimal | None
    symbol: str
    plan_year: int
    pk: int


@dataclass(frozen=True, kw_only=True)
class Drawn:
    """The chart of a measure, its sentence, and what a reader must know about it."""

    spec: LineChart
    sentence: str
    notes: tuple[str, ...]


def drawn(
    *, measure: Measure, entries: Sequence[PlanMeasure], observations: Sequence[Observation], until: date
) -> Drawn | None:
    """Return the chart of a measure, or None when no figure of it can be drawn.

    Args:
        until: the last day that figures are held for; a year that ends later has none yet.
    """
    revised = revised_figures(observations)
    points = _latest_of_each(
        point_of(row, measure=measure, is_revised=row.pk in revised)
        for row in observations
        if _fits(row, measure=measure)
    )
    kept_lines = _most_frequent(points)
    shown = [point for point in points if point.line in kept_lines]
    if not any(point.value is not None for point in shown):
        return None
    aims = _aims(entries, measure=measure)
    axis = _axis(shown, aims=aims, adds_up=Unit(measure.unit).adds_up)
    breaks = tuple(_breaks(entries, points=shown, axis=axis))
    spec = LineChart(
        title=measure.title,
        unit=measure.unit,
        periods=tuple(label for label, _ in axis),
        series=tuple(_series(line, points=shown, axis=axis, until=until) for line in kept_lines),
        targets=_targets(axis, aims=aims, adds_up=Unit(measure.unit).adds_up),
        breaks=tuple(Break(before=before, label=label) for before, label, _ in breaks),
        better=_BETTER.get(measure.polarity, ""),
    )
    notes = [f"{label}. {why}" for _, label, why in breaks]
    notes += _left_out(points, kept=kept_lines, observations=observations, measure=measure)
    return Drawn(spec=spec, sentence=_sentence(spec, measure=measure), notes=tuple(notes))


def _fits(row: Observation, *, measure: Measure) -> bool:
    return row.unit == measure.unit and row.replaced_at is None


def revised_figures(observations: Sequence[Observation]) -> frozenset[int]:
    """Return the keys of figures that stand in the place of one published earlier."""
    places = {
        (row.quarterly_return_id, row.plan_measure_id, row.column, row.period)
        for row in observations
        if row.replaced_at
    }
    return frozenset(
        row.pk
        for row in observations
        if row.replaced_at is None
        and (row.quarterly_return_id, row.plan_measure_id, row.column, row.period) in places
    )


def point_of(row: Observation, *, measure: Measure, is_revised: bool = False) -> Point:
    """Return a figure's place on the line of time and the line it belongs to."""
    period, basis = parse_period(row.period), Basis(row.basis)
    closes_year = period.kind is PeriodKind.QUARTER and is_year_end(period) and _covers_year(basis)
    is_year = period.kind in _YEARS or closes_year
    label = str(financial_year_of(period)) if closes_year else str(period)
    value = headline(row.value, parts=list(row.parts.all()), is_total=measure.total_of_parts)
    symbol = mark_of(row.status)
    return Point(
        line=_line_name(basis, is_year=is_year),
        label=label,
        ends=period.end,
        is_year=is_year,
        value=value,
        symbol=symbol or ("r" if value is not None and is_revised else "" if value is not None else "n"),
        plan_year=row.plan_measure.objective.plan.first_year,
        pk=row.pk,
    )


def _covers_year(basis: Basis) -> bool:
    """Return whether a fourth quarter's figure on this basis says the same as a figure for the year."""
    return basis in {Basis.ANNUAL, Basis.CUMULATIVE_FINANCIAL, Basis.ROLLING_12_MONTHS, Basis.SNAPSHOT}


def _line_name(basis: Basis, *, is_year: bool) -> str:
    if is_year:
        return "Whole year" if basis in _WHOLE_YEAR else _YEAR_NAMES[basis]
    return {
        Basis.PERIOD: "Quarter alone",
        Basis.SNAPSHOT: "At the quarter’s end",
        Basis.NOT_STATED: "Quarter, basis not stated",
        Basis.ANNUALISED_FORECAST: "Forecast for the year, made in the quarter",
        Basis.ROLLING_12_MONTHS: "Twelve months to the quarter’s end",
        Basis.ANNUAL: "Latest yearly figure, as reported in the quarter",
    }.get(basis, f"So far, {basis}")


def _latest_of_each(points: Iterable[Point]) -> list[Point]:
    """Return one point a line and period: of several, the one of the latest plan, entered last."""
    chosen: dict[tuple[str, str], Point] = {}
    for point in sorted(points, key=lambda each: (each.value is not None, each.plan_year, each.pk)):
        chosen[point.line, point.label] = point
    return sorted(chosen.values(), key=lambda each: (each.ends, each.is_year))


def _most_frequent(points: Sequence[Point]) -> list[str]:
    """Return the lines to draw: those with figures, the fullest first, years before quarters."""
    counts = Counter(point.line for point in points if point.value is not None)
    lines = [line for line, _ in counts.most_common(MOST_LINES)]
    years = {point.line for point in points if point.is_year}
    return sorted(lines, key=lambda line: line not in years)


def _aims(entries: Sequence[PlanMeasure], *, measure: Measure) -> dict[str, Decimal]:
    """Return the number aimed at in each year; the latest plan's where two plans set one."""
    rows: list[Target] = [
        row for entry in reversed(entries) for row in entry.targets.all() if row.replaced_at is None
    ]
    return {
        row.year: row.value
        for row in rows
        if row.state == TargetState.NUMBER and row.value is not None and row.unit == measure.unit
    }


Axis = list[tuple[str, Period]]


def _axis(points: Sequence[Point], *, aims: dict[str, Decimal], adds_up: bool) -> Axis:
    """Return every period from the first to the last, the years between them without a figure included."""
    periods = {point.label: parse_period(point.label) for point in points}
    covered = {str(financial_year_of(period)) for period in periods.values()}
    for year in aims:
        if year not in periods and (adds_up or year not in covered):
            periods[year] = parse_period(year)
    years = [period.start.year for period in periods.values() if period.kind is PeriodKind.FINANCIAL_YEAR]
    for first in range(min(years, default=0), max(years, default=-1) + 1):
        periods.setdefault(str(financial_year(first)), financial_year(first))
    ordered = sorted(periods.items(), key=lambda item: (item[1].end, item[1].kind in _YEARS, item[0]))
    return ordered[-MOST_PERIODS:]


def _series(line: str, *, points: Sequence[Point], axis: Axis, until: date) -> Series:
    mine = {point.label: point for point in points if point.line == line}
    any_of = {point.label for point in points}
    values, symbols = [], []
    for label, period in axis:
        point = mine.get(label)
        values.append(point.value if point else None)
        if point:
            symbols.append(point.symbol)
        elif label in any_of:
            symbols.append("z")
        else:
            symbols.append("y" if period.end > until else "x")
    of_years = any(point.is_year for point in mine.values())
    passes_over = frozenset({"z"}) if of_years else frozenset[str]()
    return Series(name=line, values=tuple(values), symbols=tuple(symbols), passes_over=passes_over)


def _targets(axis: Axis, *, aims: dict[str, Decimal], adds_up: bool) -> tuple[Decimal | None, ...]:
    """Return the target to draw at each period: a count's target belongs to the whole year only."""
    found = tuple(
        aims.get(label if adds_up or period.kind in _YEARS else str(financial_year_of(period)))
        for label, period in axis
    )
    return found if any(value is not None for value in found) else ()


def _breaks(entries: Sequence[PlanMeasure], *, points: Sequence[Point], axis: Axis) -> Iterable[tuple[str, str, str]]:
    """Yield where a definition changed, its label, and what changed."""
    places = {label: place for place, (label, _) in enumerate(axis)}
    seen: set[str] = set()
    for entry in sorted(entries, key=lambda each: each.objective.plan.first_year):
        plan = entry.objective.plan
        own = [places[p.label] for p in points if p.plan_year >= plan.first_year and p.label in places]
        if not entry.definition_break or not own or min(own) == 0 or plan.slug in seen:
            continue
        seen.add(plan.slug)
        yield axis[min(own)][0], f"Definition changed: {plan.slug} plan", _sentence_case(entry.definition_break)


def _sentence_case(words: str) -> str:
    return f"{words.rstrip('.')}."


def _left_out(
    points: Sequence[Point], *, kept: Sequence[str], observations: Sequence[Observation], measure: Measure
) -> Iterable[str]:
    lines = sorted({point.line for point in points if point.value is not None} - set(kept))
    if lines:
        yield f"Not drawn, but in the history below: {'; '.join(lines).lower()}."
    if any(row.unit != measure.unit for row in observations):
        yield "Figures in another unit are not drawn. They are in the history below."


def _sentence(spec: LineChart, *, measure: Measure) -> str:
    """Return what the chart shows: the latest figure of each line, and the target."""
    said = []
    for series in reversed(spec.series):
        place = max(n for n, value in enumerate(series.values) if value is not None)
        value = series.values[place]
        if value is not None:
            text = number(value, unit=measure.unit, symbol=series.symbol(place)).text
            said.append(f"{series.name}: {text} in {spec.periods[place]}.")
    aims = [(period, aim) for period, aim in zip(spec.periods, spec.targets, strict=False) if aim is not None]
    if aims:
        period, aim = aims[-1]
        said.append(f"The latest target is {number(aim, unit=measure.unit).text}, for {period}.")
    return " ".join(said)
