"""A printed light or direction that the figures beside it clearly contradict."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from goldthread.domain.case import Case
from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.measures.rows import Aim, aim_of, short
from goldthread.domain.figures import Basis, Figure, Unit
from goldthread.domain.judgement import direction_of_travel, position
from goldthread.domain.lights import Direction, Position
from goldthread.domain.measures import Measure, Polarity, Target, TargetState
from goldthread.domain.papers import Cell, MeasureRow
from goldthread.domain.periods import Period, PeriodKind, financial_year_of, same_period_last_year

POLARITY: Final = {Aim.UP: Polarity.HIGHER, Aim.DOWN: Polarity.LOWER}
CONTRARY: Final = {("green", Position.OFF): "off its target", ("red", Position.ON): "on its target"}
DIRECTIONS: Final = {"better": Direction.BETTER, "same": Direction.SAME, "worse": Direction.WORSE}
KINDS: Final = (PeriodKind.QUARTER, PeriodKind.FINANCIAL_YEAR)


def _find(evidence: Evidence) -> Iterator[Finding]:
    for report, _, row in evidence.paper.measures:
        case = _case(row, report.period)
        for said in (*_light(row, case), *_direction(row, case)) if case else ():
            yield CHECK.finding(row.where, short(row), said)


def _light(row: MeasureRow, case: Case) -> Iterator[str]:
    """Only at the end of the year, when the year's target is due and the measure's basis does not matter."""
    cell, period = row.cells.get("progress"), case.figure.period
    if cell is None or cell.light is None or period.end != financial_year_of(period.end).end:
        return
    judged = position(case)
    contrary = CONTRARY.get((cell.light, judged.result))
    if contrary:
        yield f"the light is {cell.light}, the figure is {contrary}: {judged.reason}"


def _direction(row: MeasureRow, case: Case) -> Iterator[str]:
    cell = row.cells.get("direction_of_travel")
    printed = DIRECTIONS.get(cell.light or "") if cell else None
    judged = direction_of_travel(case)
    if printed and judged.result not in (printed, Direction.UNKNOWN):
        yield f"the direction is printed as {printed}, the figures say {judged.result}: {judged.reason}"


def _case(row: MeasureRow, period: Period | None) -> Case | None:
    current, polarity = row.cells.get("current"), POLARITY.get(aim_of(row.title))
    number = current.number if current else None
    if period is None or period.kind not in KINDS or current is None or number is None or polarity is None:
        return None
    if current.unit not in set(Unit):
        return None
    unit, basis = Unit(current.unit), Basis.SNAPSHOT
    then = row.comparator.parts if row.comparator else ()
    comparable = len(then) == 1 and then[0].unit == current.unit
    return Case(
        measure=Measure(title=row.title, unit=unit, basis=basis, polarity=polarity),
        figure=Figure(period=period, unit=unit, basis=basis, value=number),
        target=_target(row.cells.get("target"), current, financial_year_of(period.end)),
        comparator=_figure(then[0].number, unit, same_period_last_year(period)) if comparable else None,
    )


def _figure(number: Decimal, unit: Unit, period: Period) -> Figure:
    return Figure(period=period, unit=unit, basis=Basis.SNAPSHOT, value=number)


def _target(cell: Cell | None, current: Cell, year: Period) -> Target:
    if cell is None or cell.number is None or cell.unit != current.unit:
        return Target(year=year, state=TargetState.NOT_STATED)
    return Target(year=year, state=TargetState.NUMBER, value=cell.number)


CHECK = Check(
    name="light-against-the-figures",
    severity=Severity.WARNING,
    looks_at="printed lights and directions, and what the figures beside them give",
    find=_find,
    remedy="Correct the light or the figure, or say in the commentary why they differ.",
)
