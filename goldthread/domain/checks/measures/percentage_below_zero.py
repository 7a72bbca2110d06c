"""A measure called a percentage whose values are scores."""

from __future__ import annotations

import re
from collections.abc import Iterator

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.measures.rows import short

_SHARE = re.compile(r"\b(?:percentage|proportion)\b|^%", re.IGNORECASE)
_CHANGE = re.compile(r"change|gap|differen|varianc|growth|increase in|reduction in|points", re.IGNORECASE)
COLUMNS = ("target", "actual", "latest", "current", "prior_actual")


def _find(evidence: Evidence) -> Iterator[Finding]:
    for _, _, row in evidence.paper.measures:
        if not _SHARE.search(row.title) or _CHANGE.search(row.title):
            continue
        cells = [cell for name, cell in row.cells.items() if name.startswith(COLUMNS) and cell.number is not None]
        below = next((cell for cell in cells if cell.number is not None and cell.number < 0), None)
        if below is not None:
            yield CHECK.finding(
                row.where,
                short(row, below),
                f"the description says a percentage, the value is {below.text.strip()}: a share can't be below zero",
            )


CHECK = Check(
    name="percentage-below-zero",
    severity=Severity.ERROR,
    looks_at="values of measures that are called percentages",
    find=_find,
    remedy="Name what is measured: a score, or the percentage of whom.",
)
