"""A description that leaves out the stage or age group which its sisters name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.measures.rows import short
from goldthread.domain.papers import MeasureRow

_STAGE = re.compile(
    r"(?P<stem>.{15,}?) (?:at |in |from )?(?P<stage>(?:KS|Key Stage )\d.*|aged? \d.*|under \d.*)$", re.I
)


def _find(evidence: Evidence) -> Iterator[Finding]:
    for report in evidence.paper.reports:
        rows = [row for objective in report.objectives for row in objective.measures]
        sisters: dict[str, tuple[MeasureRow, str]] = {}
        for row in rows:
            found = _STAGE.match(" ".join(row.title.split()))
            if found:
                sisters.setdefault(found["stem"].lower(), (row, found["stage"]))
        for row in rows:
            sister = sisters.get(" ".join(row.title.split()).lower())
            if sister is not None:
                other, stage = sister
                yield CHECK.finding(
                    row.where, short(row), f'{other.ref} says "{stage}" after the same words, {row.ref} says no stage'
                )


CHECK = Check(
    name="population-missing",
    severity=Severity.WARNING,
    looks_at="descriptions that begin alike, and the stage or age group they end with",
    find=_find,
    remedy="Name the stage or age group in the description.",
)
