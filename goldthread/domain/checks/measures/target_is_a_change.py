"""A target that says by how much, but not from what."""

from __future__ import annotations

import re
from collections.abc import Iterator

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.measures.rows import short, words_of

_CHANGE = re.compile(
    r"\d.*\b(?:reduction|increase|decrease|less|fewer|more|saving)\b|\b(?:reduce|increase) by\b", re.IGNORECASE
)
_BASE = re.compile(r"\b(?:from|on|than|of|against|compared|baseline)\b.*\d", re.IGNORECASE)


def _find(evidence: Evidence) -> Iterator[Finding]:
    for _, _, row in evidence.paper.measures:
        targets = [cell for name, cell in row.cells.items() if name.startswith("target")]
        change = next((cell for cell in targets if _CHANGE.search(cell.text) and not _BASE.search(cell.text)), None)
        if change is not None:
            yield CHECK.finding(
                row.where,
                short(row, change),
                f'the target is a change ("{words_of(change)}") without the year or figure it is counted from',
            )


CHECK = Check(
    name="target-is-a-change",
    severity=Severity.WARNING,
    looks_at="targets worded as a reduction or an increase",
    find=_find,
    remedy="Name the base, or give the figure that the change leads to.",
)
