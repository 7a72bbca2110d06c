"""A milestone whose text breaks off."""

from __future__ import annotations

import re
from collections.abc import Iterator

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity

_OPEN_END = re.compile(r"(?:\b(?:and|or|of|to|the|for|with|in|by|a|an|from|including|such as)|[,&-])$", re.IGNORECASE)


def _find(evidence: Evidence) -> Iterator[Finding]:
    for _, _, row in evidence.paper.milestones:
        found = _OPEN_END.search(row.text.strip())
        if found:
            yield CHECK.finding(
                row.where, f"{row.ref} {row.text}".strip(), f'the text ends with "{found[0]}": it breaks off'
            )


CHECK = Check(
    name="milestone-breaks-off",
    severity=Severity.WARNING,
    looks_at="texts of milestones",
    find=_find,
    remedy="Finish the sentence.",
)
