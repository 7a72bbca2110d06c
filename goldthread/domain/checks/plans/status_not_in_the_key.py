"""A status that the report uses and the key to the register does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.plans.reports import texts
from goldthread.domain.papers import Passage

_KEY = re.compile(r"^key\b\s*:?$", re.IGNORECASE)
_STATUS = re.compile(r"\b(?:complete|on track|on target|not started|delays?|delayed|overdue)\b", re.IGNORECASE)
_USED = re.compile(
    r"\bactions? (?:are |is |were )?(?:marked|identified|reported|noted|rated) as (significantly delayed"
    r"|overdue|at risk|off track)",
    re.IGNORECASE,
)
LONGEST_ITEM, LONGEST_KEY, FEWEST = 40, 10, 3


def _find(evidence: Evidence) -> Iterator[Finding]:
    used = {
        found[1].lower(): (passage, found)
        for _, passage in texts(evidence.paper)
        for found in _USED.finditer(passage.text)
    }
    if not used:
        return
    passages = evidence.paper.passages
    keys = [(matrix.key[0], list(matrix.key)) for matrix in evidence.paper.matrices if matrix.key]
    keys += [
        (passage, _statuses(passages[index + 1 : index + 1 + LONGEST_KEY]))
        for index, passage in enumerate(passages)
        if _KEY.match(passage.text.strip())
    ]
    seen: set[int | None] = set()
    for place, items in keys:
        listed = " ".join(item.text.lower() for item in items)
        missing = [status for status in used if status not in listed]
        if len(items) >= FEWEST and missing and place.where.line not in seen:
            seen.add(place.where.line)
            yield CHECK.finding(
                place.where,
                "; ".join(item.text for item in items),
                f'the report uses the status "{missing[0]}", which the key does not have',
            )


def _statuses(following: tuple[Passage, ...]) -> list[Passage]:
    return [each for each in following if len(each.text) < LONGEST_ITEM and _STATUS.search(each.text)]


CHECK = Check(
    name="status-not-in-the-key",
    severity=Severity.NOTE,
    looks_at="keys of statuses and the statuses a report uses",
    find=_find,
    remedy="Add the status to the key, or use one of those it has.",
)
