"""No direction of travel, or no light, although the figures to judge by are printed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.measures.rows import before, numbers_of, short
from goldthread.domain.papers import CellStatus, MeasureRow

NOT_GIVEN = CellStatus.NOT_APPLICABLE


def _find(evidence: Evidence) -> Iterator[Finding]:
    for report in evidence.paper.reports:
        earlier = before(evidence, report)
        known = {row.ref: row for each in (earlier.objectives if earlier else ()) for row in each.measures}
        for row in (row for objective in report.objectives for row in objective.measures):
            said = [*_direction(row, known), *_light(row)]
            if said:
                yield CHECK.finding(row.where, short(row), "; ".join(said))


def _direction(row: MeasureRow, known: Mapping[str, MeasureRow]) -> Iterator[str]:
    cell, current, prior = (row.cells.get(name) for name in ("direction_of_travel", "current", "prior_actual"))
    if cell is None or cell.status is not NOT_GIVEN or not numbers_of(current):
        return
    last = known.get(row.ref)
    if last is not None and last.comparator is not None and last.comparator.parts:
        yield (
            f"the direction of travel is {cell.text.strip()}, although the quarter before had a comparator "
            f"({' '.join(last.comparator.printed.split())})"
        )
    elif numbers_of(prior):
        yield f"the direction of travel is {cell.text.strip()}, although last year's figure is printed"


def _light(row: MeasureRow) -> Iterator[str]:
    cell, current, target = (row.cells.get(name) for name in ("progress", "current", "target"))
    if cell is not None and cell.status is NOT_GIVEN and numbers_of(current) and numbers_of(target):
        yield f"progress is {cell.text.strip()}, although figure and target are printed"


CHECK = Check(
    name="judgement-not-given",
    severity=Severity.WARNING,
    looks_at="directions of travel and lights given as N/A",
    find=_find,
    remedy="Give the direction and the light, or say why the figures can't be compared.",
)
