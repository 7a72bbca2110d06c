"""A milestone whose due date passed before the period and that is still shown as on its way."""

from __future__ import annotations

import re
from collections.abc import Iterator

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.plans.mentions import in_words

_DONE = re.compile(
    r"\b(?:complete[ds]?|completion|achieved|delivered|launched|finished|in place|implemented|closed)\b",
    re.IGNORECASE,
)


def _find(evidence: Evidence) -> Iterator[Finding]:
    for report, _, row in evidence.paper.milestones:
        light = row.progress.light if row.progress else None
        if report.period is None or row.due is None or light not in ("green", "amber"):
            continue
        said = row.commentary.text if row.commentary else ""
        if row.due < report.period.start and not _DONE.search(said):
            yield CHECK.finding(
                row.where,
                f"{row.ref} {row.text}",
                f"it was due by {in_words(row.due)}, before the period began, and is still shown {light} "
                f"in {report.period}",
            )


CHECK = Check(
    name="milestone-past-and-open",
    severity=Severity.WARNING,
    looks_at="milestones of a performance report",
    find=_find,
    remedy="Report it as complete, show it red, or agree a new date.",
)
