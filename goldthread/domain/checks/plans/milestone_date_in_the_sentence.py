"""A milestone with its officer and due date inside the sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity

_BOTH = re.compile(r"[.;]\s(?P<who>[A-Z][a-z'’-]+ [A-Z][a-z'’-]+) \((?P<when>[A-Z][a-z]+ (?:19|20)\d\d)\)\.?$")


def _find(evidence: Evidence) -> Iterator[Finding]:
    for _, _, row in evidence.paper.milestones:
        found = _BOTH.search(row.text.strip())
        if found:
            yield CHECK.finding(
                row.where,
                f"{row.ref} {row.text}",
                f"officer ({found['who']}) and due date ({found['when']}) stand inside the sentence",
            )


CHECK = Check(
    name="milestone-date-in-the-sentence",
    severity=Severity.NOTE,
    looks_at="texts of milestones",
    find=_find,
    remedy="Give officer and due date their own columns.",
)
