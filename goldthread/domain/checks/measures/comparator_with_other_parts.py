"""A figure in several parts against a comparator in one, or in other parts."""

from __future__ import annotations

from collections.abc import Iterator

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.measures.rows import short
from goldthread.domain.papers import Cell, Comparator


def _find(evidence: Evidence) -> Iterator[Finding]:
    for _, _, row in evidence.paper.measures:
        current = row.cells.get("current")
        if current is not None and row.comparator is not None and _unlike(current, row.comparator):
            now, then = " ".join(current.text.split()), " ".join(row.comparator.printed.split())
            yield CHECK.finding(
                row.where,
                short(row, current),
                f"{len(current.parts)} figures ({now}) stand against {len(row.comparator.parts) or 'no'} in the "
                f"comparator ({then})",
            )


def _unlike(current: Cell, comparator: Comparator) -> bool:
    units = {part.unit for part in current.parts}
    return (
        len(current.parts) > 1
        and len(units) == 1
        and bool(comparator.parts)
        and len(current.parts) != len(comparator.parts)
    )


CHECK = Check(
    name="comparator-with-other-parts",
    severity=Severity.WARNING,
    looks_at="figures in parts and their comparators",
    find=_find,
    remedy="Give the comparator in the same parts, or the total of both.",
)
