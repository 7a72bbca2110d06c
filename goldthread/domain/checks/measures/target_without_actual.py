"""Targets that were set although no figure is known to set them from."""

from __future__ import annotations

from collections.abc import Iterator

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.measures.rows import by_year, printed_year, short, words_of
from goldthread.domain.papers import MeasureRow, ObjectiveSection


def _find(evidence: Evidence) -> Iterator[Finding]:
    for report in evidence.paper.reports:
        for objective in report.objectives:
            yield from _of_objective(objective)


def _of_objective(objective: ObjectiveSection) -> Iterator[Finding]:
    found = [(row, said) for row in objective.measures if (said := _set_from_nothing(row))]
    if found:
        row, said = found[0]
        more = len(found) - 1
        others = "" if not more else " One more under this objective is like it."
        others = others if more < 2 else f" {more} more under this objective are like it."
        yield CHECK.finding(row.where, short(row), f"{said}: what was it set from?{others}")


def _set_from_nothing(row: MeasureRow) -> str:
    targets = [(year, cell) for year, cell in by_year(row, "target") if cell.number is not None]
    if not targets:
        return ""
    year, target = targets[-1]
    actuals = [(f"{printed_year(of)} actual", cell) for of, cell in by_year(row, "actual") if of < year]
    name, last = actuals[-1] if actuals else ("latest figure", row.cells.get("latest"))
    if last is None or last.parts:
        return ""
    return f"the {printed_year(year)} target is {words_of(target)}, but the {name} is {words_of(last) or 'blank'}"


CHECK = Check(
    name="target-without-actual",
    severity=Severity.NOTE,
    looks_at="targets of plans and the last actual before them",
    find=_find,
    remedy="Give the actual that the target was set from, or say how it was set.",
)
