"""A sentence, a second value or half a bracket where a figure is expected."""

from __future__ import annotations

from collections.abc import Iterator

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.measures.rows import short
from goldthread.domain.papers import Cell, CellStatus

COLUMNS = ("target", "actual", "latest", "current", "prior_actual")
FEWEST_WORDS = 8


def _find(evidence: Evidence) -> Iterator[Finding]:
    for _, _, row in evidence.paper.measures:
        for name, cell in row.cells.items():
            said = _wrong(cell) if name.startswith(COLUMNS) else ""
            if said:
                yield CHECK.finding(row.where, short(row, cell), f'{said} under "{" ".join(cell.header.split())}"')
                break


def _wrong(cell: Cell) -> str:
    if cell.status is CellStatus.TEXT and len(cell.text.split()) >= FEWEST_WORDS:
        return "a sentence stands where a figure is expected,"
    if cell.text.count("(") != cell.text.count(")") and cell.parts:
        return "a bracket is opened or closed without its other half,"
    return ""


CHECK = Check(
    name="value-is-a-sentence",
    severity=Severity.WARNING,
    looks_at="cells for figures",
    find=_find,
    remedy="Put the figure or the coded reason in the cell, and the words in a note or the commentary.",
)
