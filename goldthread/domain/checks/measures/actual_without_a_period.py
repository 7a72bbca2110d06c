"""A column of latest figures that does not say of which period they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.papers import Cell, MeasureRow, Paper, ReportRecord, Where

_DIGIT = re.compile(r"\d")
ABOVE = 6  # lines from a table's first row up to its header


def _find(evidence: Evidence) -> Iterator[Finding]:
    for report in evidence.paper.reports:
        rows = [row for objective in report.objectives for row in objective.measures if "latest" in row.cells]
        if rows and not any(_DIGIT.search(row.cells["latest"].header) for row in rows):
            yield _finding(evidence.paper, report, rows)


def _finding(paper: Paper, report: ReportRecord, rows: list[MeasureRow]) -> Finding:
    first = rows[0].cells["latest"]
    header = " ".join(first.header.split()) or "Latest"
    known = [row for row in rows if row.cells["latest"].number is not None]
    return CHECK.finding(
        _header_of(paper, first, rows[0]),
        header,
        f'"{header}" names no period, and {len(rows) - len(known)} of the {len(rows)} measures have no figure in it',
    )


def _header_of(paper: Paper, cell: Cell, row: MeasureRow) -> Where:
    """Where the header stands: the last text above the row that says it."""
    words, line = cell.header.strip(), row.where.line or 0
    above = (
        text.where
        for text in paper.passages
        if words and words in text.text and line - ABOVE <= (text.where.line or 0) <= line
    )
    return next(above, row.where)


CHECK = Check(
    name="actual-without-a-period",
    severity=Severity.WARNING,
    looks_at="headers of columns with the latest figures",
    find=_find,
    remedy="Print the period of the figures in the header, or beside each of them.",
)
