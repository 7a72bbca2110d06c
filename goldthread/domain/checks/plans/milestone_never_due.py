"""A milestone whose due date is a word that never comes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.plans.milestones import said

_NEVER = re.compile(
    r"^(?:ongoing|on-going|continuous|continuing|tbc|to be confirmed|as required|when required|in progress)$",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\(([^()]*)\)[.\s]*$")


def _find(evidence: Evidence) -> Iterator[Finding]:
    for _, _, row in evidence.paper.milestones:
        bracket = _BRACKETS.search(said(row))
        printed = [row.due_printed.strip(" ()"), bracket[1].strip() if bracket else ""]
        word = next((text for text in printed if _NEVER.match(text)), None)
        if row.due is None and word:
            yield CHECK.finding(
                row.where, said(row), f'"{word}" for a due date: the milestone can never be reported complete'
            )


CHECK = Check(
    name="milestone-never-due",
    severity=Severity.WARNING,
    looks_at="due dates of milestones",
    find=_find,
    remedy="Give a date, or make it a standing task with a review date.",
)
