"""One reference for two measures."""

from __future__ import annotations

from collections.abc import Iterator

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.measures.rows import plain, short
from goldthread.domain.papers import MeasureRow


def _find(evidence: Evidence) -> Iterator[Finding]:
    for report in evidence.paper.reports:
        first: dict[str, MeasureRow] = {}
        for row in (row for objective in report.objectives for row in objective.measures):
            if not any(letter.isdigit() for letter in row.ref):
                continue
            other = first.setdefault(row.ref, row)
            if other is not row and plain(other.title) != plain(row.title):
                title = " ".join(other.title.split())
                yield CHECK.finding(row.where, short(row), f'{row.ref} is also the reference of "{title}"')


CHECK = Check(
    name="reference-repeated",
    severity=Severity.ERROR,
    looks_at="references of measures",
    find=_find,
    remedy="Give each measure a reference of its own.",
)
