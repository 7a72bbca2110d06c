"""A rate whose base or unit nobody can tell, and a "% change" whose values carry neither sign nor per cent."""

from __future__ import annotations

import re
from collections.abc import Iterator

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.papers import CellStatus, MeasureRow

_RATE = re.compile(r"\brate\b", re.IGNORECASE)
_BASE = re.compile(
    r"\bper\b|%|percent|per ?cent|/\s?1?0|occupancy|proportion|\bprogress|of return|1,?000|pass rate", re.IGNORECASE
)
_CHANGE = re.compile(r"(?:%|percentage|per cent) (?:change|increase|reduction|difference)\b", re.IGNORECASE)
_FIGURES = (CellStatus.NUMBER, CellStatus.PROVISIONAL)


def _find(evidence: Evidence) -> Iterator[Finding]:
    for _, _, row in evidence.paper.measures:
        cells = [cell for cell in row.cells.values() if cell.status in _FIGURES and cell.parts]
        printed = ", ".join(cell.text.strip() for cell in cells)
        bare = bool(cells) and not any("%" in cell.text or "per" in cell.text for cell in cells)
        if bare and _RATE.search(row.title) and not _BASE.search(_said(row)):
            yield CHECK.finding(
                row.where,
                f"{row.ref} {row.title} {printed}",
                f"a rate of what? {printed} has neither a base nor a unit",
            )
        elif bare and _CHANGE.search(row.title) and not any(cell.text.strip()[:1] in "+-−" for cell in cells):
            yield CHECK.finding(
                row.where,
                f"{row.ref} {row.title} {printed}",
                f"the title speaks of a change in per cent, but {printed} carries neither a sign nor %: a "
                "rate or a change?",
            )


def _said(row: MeasureRow) -> str:
    return " ".join([row.title, *(cell.header for cell in row.cells.values())])


CHECK = Check(
    name="rate-without-a-base",
    severity=Severity.WARNING,
    looks_at="measures whose title speaks of a rate or a change",
    find=_find,
    remedy="Say what the rate is per (10,000 children, 100 posts), or print the unit with the values.",
)
