"""One unusual number as the figure of two measures that have nothing in common."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.measures.rows import short
from goldthread.domain.papers import Cell, MeasureRow

SMALLEST = 1000
COLUMNS = ("prior_actual", "current")


def _find(evidence: Evidence) -> Iterator[Finding]:
    for report in evidence.paper.reports:
        first: dict[Decimal, tuple[MeasureRow, Cell]] = {}
        for row in (row for objective in report.objectives for row in objective.measures):
            for number, cell in _unusual(row):
                other, its_cell = first.setdefault(number, (row, cell))
                if other.ref.split()[:1] != row.ref.split()[:1]:
                    yield CHECK.finding(
                        row.where,
                        short(row, cell),
                        f'{number:,f} under "{_header(cell)}" is also a figure of {other.ref} "{other.title}" under '
                        f'"{_header(its_cell)}": was one copied into the wrong row?',
                    )


def _unusual(row: MeasureRow) -> Iterator[tuple[Decimal, Cell]]:
    for name in COLUMNS:
        cell = row.cells.get(name)
        for part in cell.parts if cell else ():
            if cell and part.unit == "count" and part.number >= SMALLEST and part.number % 10:
                yield part.number, cell


def _header(cell: Cell) -> str:
    return " ".join(cell.header.split())


CHECK = Check(
    name="same-figure-twice",
    severity=Severity.NOTE,
    looks_at="counts of a thousand or more under different objectives",
    find=_find,
    remedy="Check which measure the number belongs to.",
)
