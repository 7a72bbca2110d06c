"""A figure given as the latest that is more than two years older than the plan."""

from __future__ import annotations

import re
from collections.abc import Iterator

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity

_YEAR = re.compile(r"(?<!\d)(20\d\d)\s?/\s?(\d\d)(?!\d)")
OLDEST = 2  # years between the end of the figure's year and the start of the plan's


def _find(evidence: Evidence) -> Iterator[Finding]:
    for report, _, row in evidence.paper.measures:
        found = _YEAR.search(row.title)
        latest = row.cells.get("prior_actual") or row.cells.get("latest")
        if report.period is None or found is None or latest is None or not latest.parts:
            continue
        ended = int(found[1]) + 1
        if int(found[2]) == ended % 100 and report.period.start.year - ended >= OLDEST:
            yield CHECK.finding(
                row.where,
                f"{row.ref} {row.title} {latest.text}",
                f"the latest figure is of {found[0]}, {report.period.start.year - ended} years before the "
                "plan begins",
            )


CHECK = Check(
    name="figure-older-than-the-plan",
    severity=Severity.WARNING,
    looks_at="latest figures in plans",
    find=_find,
    remedy="Give a later figure, or say why there is none.",
)
