"""A measure with neither a figure nor a target in any column."""

from __future__ import annotations

from collections.abc import Iterator

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.measures.rows import WAITING, short

FEWEST = 2
COLUMNS = ("target", "actual", "latest", "current", "prior_actual")


def _find(evidence: Evidence) -> Iterator[Finding]:
    for _, _, row in evidence.paper.measures:
        cells = [cell for name, cell in row.cells.items() if name.startswith(COLUMNS)]
        if len(cells) >= FEWEST and all(cell.status in WAITING for cell in cells):
            yield CHECK.finding(
                row.where,
                short(row, cells[0]),
                f"all {len(cells)} columns are still to be confirmed: there is neither a baseline nor a target",
            )


CHECK = Check(
    name="nothing-but-tbc",
    severity=Severity.WARNING,
    looks_at="measures whose every column is still to be confirmed",
    find=_find,
    remedy="Say by when baseline and target will be known, or leave the measure out.",
)
