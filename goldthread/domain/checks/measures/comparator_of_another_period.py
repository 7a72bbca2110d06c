"""A comparator that is not of the same period a year before."""

from __future__ import annotations

from collections.abc import Iterator

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.measures.rows import short
from goldthread.domain.periods import same_period_last_year


def _find(evidence: Evidence) -> Iterator[Finding]:
    for report, _, row in evidence.paper.measures:
        period = row.comparator.period if row.comparator else None
        if row.comparator is None or period is None or report.period is None or period.kind is not report.period.kind:
            continue
        wanted = same_period_last_year(report.period)
        if period != wanted:
            yield CHECK.finding(
                row.where,
                short(row),
                f'the comparator "{" ".join(row.comparator.printed.split())}" is of {period}, the same period last '
                f"year is {wanted}",
            )


CHECK = Check(
    name="comparator-of-another-period",
    severity=Severity.WARNING,
    looks_at="periods of comparators",
    find=_find,
    remedy="Compare with the same period of the year before.",
)
