"""A figure that is still provisional long after its period has ended."""

from __future__ import annotations

from collections.abc import Iterator

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.measures.rows import short
from goldthread.domain.papers import CellStatus

LONGEST = 90  # days from the end of the period to the date of the report


def _find(evidence: Evidence) -> Iterator[Finding]:
    for report, _, row in evidence.paper.measures:
        date, current = report.front.date, row.cells.get("current")
        if current is None or current.status is not CellStatus.PROVISIONAL or report.period is None or date is None:
            continue
        days = (date - report.period.end).days
        if days > LONGEST:
            yield CHECK.finding(
                row.where,
                short(row, current),
                f"the figure is still provisional in a report of {date:%-d %B %Y}, {days} days after the end of its "
                "period",
            )


CHECK = Check(
    name="provisional-for-long",
    severity=Severity.NOTE,
    looks_at="provisional figures, the end of their period and the date of the report",
    find=_find,
    remedy="Replace the figure by the final one, or say when that is due.",
)
