"""A reference that is not formed like the others of its paper."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.measures.rows import short
from goldthread.domain.papers import MeasureRow

_STEM = re.compile(r"[A-Z ]*", re.IGNORECASE)
FEWEST = 5
TIMES = 5  # how much more often the usual stem must stand than the odd one


def _find(evidence: Evidence) -> Iterator[Finding]:
    for report in evidence.paper.reports:
        rows = [row for objective in report.objectives for row in objective.measures if row.ref]
        stems = Counter(_stem(row.ref) for row in rows if _has_number(row.ref))
        if sum(stems.values()) >= FEWEST and sum(stems.values()) * 2 > len(rows):
            yield from _odd(rows, stems)


def _odd(rows: list[MeasureRow], stems: Counter[str]) -> Iterator[Finding]:
    usual, times = stems.most_common(1)[0]
    for row in rows:
        stem = _stem(row.ref)
        if not _has_number(row.ref):
            said = f'the reference "{row.ref}" has no number, the others have one'
        elif stem != usual and stems[stem] * TIMES <= times and _one_off(stem, usual):
            said = f'the reference "{row.ref}" begins with "{stem}", {times} others with "{usual}"'
        else:
            continue
        yield CHECK.finding(row.where, short(row), said)


def _has_number(ref: str) -> bool:
    return any(letter.isdigit() for letter in ref)


def _stem(ref: str) -> str:
    found = _STEM.match(ref)
    return found[0].strip() if found else ""


def _one_off(odd: str, usual: str) -> bool:
    """Whether one letter more, less or other makes the one of the other."""
    longer, shorter = (odd, usual) if len(odd) >= len(usual) else (usual, odd)
    if len(longer) - len(shorter) > 1 or not shorter:
        return False
    pairs = enumerate(zip(longer, shorter, strict=False))
    at = next((at for at, (one, other) in pairs if one != other), len(shorter))
    return longer[at + 1 :] == shorter[at + (len(longer) == len(shorter)) :]


CHECK = Check(
    name="reference-malformed",
    severity=Severity.WARNING,
    looks_at="the form of references in one paper",
    find=_find,
    remedy="Write the reference in the form that the paper uses.",
)
