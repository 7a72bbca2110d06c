"""Targets that were set although no figure is known to set them from."""

from __future__ import annotations

from collections.abc import Iterator

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.measures.rows import by_year, short
from goldthread.domain.papers import Cell, MeasureRow, ObjectiveSection


def _find(evidence: Evidence) -> Iterator[Finding]:
    for report in evidence.paper.reports:
        for objective in report.objectives:
            yield from _of_objective(objective)


def _of_objective(objective: ObjectiveSection) -> Iterator[Finding]:
    found = [(row, target) for row in objective.measures if (target := _set_from_nothing(row)) is not None]
    if found:
        row, target = found[0]
        others = f", nor have {len(found) - 1} more under this objective" if len(found) > 1 else ""
        yield CHECK.finding(
            row.where,
            short(row, target),
            f"a target of {target.text.strip()} is set, but the column before it has no figure"
            f"{others}: what was it set from?",
        )


def _set_from_nothing(row: MeasureRow) -> Cell | None:
    targets = [(year, cell) for year, cell in by_year(row, "target") if cell.number is not None]
    if not targets:
        return None
    year, target = targets[-1]
    actuals = [cell for of, cell in by_year(row, "actual") if of < year]
    last = actuals[-1] if actuals else row.cells.get("latest")
    return target if last is not None and not last.parts else None


CHECK = Check(
    name="target-without-actual",
    severity=Severity.NOTE,
    looks_at="targets of plans and the last actual before them",
    find=_find,
    remedy="Give the actual that the target was set from, or say how it was set.",
)
