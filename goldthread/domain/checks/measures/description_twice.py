"""Two measures with the same description under two references."""

from __future__ import annotations

from collections.abc import Iterator

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.measures.rows import plain, short
from goldthread.domain.papers import MeasureRow

FEWEST_WORDS = 3


def _find(evidence: Evidence) -> Iterator[Finding]:
    for report in evidence.paper.reports:
        first: dict[str, MeasureRow] = {}
        for row in (row for objective in report.objectives for row in objective.measures):
            words = plain(row.title)
            if len(words.split()) < FEWEST_WORDS:
                continue
            other = first.setdefault(words, row)
            if other is not row and other.ref != row.ref:
                yield CHECK.finding(row.where, short(row), f"{row.ref} has the same description as {other.ref}")


CHECK = Check(
    name="description-twice",
    severity=Severity.WARNING,
    looks_at="descriptions of measures",
    find=_find,
    remedy="Leave one out, or say in the description what is different.",
)
