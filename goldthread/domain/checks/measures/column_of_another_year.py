"""A column of targets or last year's actuals headed for a year that is not the report's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.measures.rows import header_of, printed_year
from goldthread.domain.papers import MeasureRow, ObjectiveSection
from goldthread.domain.periods import PeriodKind, financial_year_of

_YEAR = re.compile(r"(?:20)?(\d\d) ?[/-] ?(?:20)?(\d\d)\b")
COLUMNS = (("target", "target", 0), ("prior_actual", "actual", 1))
KINDS = (PeriodKind.QUARTER, PeriodKind.FINANCIAL_YEAR)


def _find(evidence: Evidence) -> Iterator[Finding]:
    for report in evidence.paper.reports:
        if report.period is not None and report.period.kind in KINDS:
            year = financial_year_of(report.period.end).start.year
            for objective in report.objectives:
                yield from _of_objective(objective, year)


def _of_objective(objective: ObjectiveSection, year: int) -> Iterator[Finding]:
    """One finding for each odd header of a table, at its first row."""
    odd: dict[str, Finding] = {}
    for row in objective.measures:
        for finding in _of_row(row, year):
            odd.setdefault(finding.message, finding)
    yield from odd.values()


def _of_row(row: MeasureRow, year: int) -> Iterator[Finding]:
    for name, word, ago in COLUMNS:
        cell = row.cells.get(name)
        found = _YEAR.search(cell.header) if cell else None
        if cell and found and 2000 + int(found[1]) != year - ago:
            yield CHECK.finding(
                row.where,
                header_of(cell),
                f'the column is headed "{header_of(cell)}", the report is on {printed_year(year)}: its {word} column '
                f"is for {printed_year(year - ago)}",
            )


CHECK = Check(
    name="column-of-another-year",
    severity=Severity.WARNING,
    looks_at="years in the headers of measure tables",
    find=_find,
    remedy="Correct the header, or the figures under it.",
)
