"""A blank cell in a column in which other rows say why they have no figure."""

from __future__ import annotations

from collections.abc import Iterator

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.measures.rows import WAITING, header_of, short, words_of
from goldthread.domain.checks.measures.target_missing import missing_target
from goldthread.domain.papers import Cell, CellStatus, MeasureRow, ObjectiveSection

REASONS = WAITING | {CellStatus.NOT_APPLICABLE}
COLUMNS = ("target", "actual", "latest")


def _find(evidence: Evidence) -> Iterator[Finding]:
    for report in evidence.paper.reports:
        for objective in report.objectives:
            yield from _of_objective(objective)


def _of_objective(objective: ObjectiveSection) -> Iterator[Finding]:
    reasons: dict[str, str] = {}
    for row in objective.measures:
        for name, cell in row.cells.items():
            if name.startswith(COLUMNS) and cell.status in REASONS:
                reasons.setdefault(name, words_of(cell))
    for row in objective.measures:
        blank = _blank(row, reasons)
        if blank:
            headers = " and ".join(f'"{header_of(cell)}"' for _, cell in blank)
            yield CHECK.finding(
                row.where,
                short(row),
                f"{headers} {'is' if len(blank) == 1 else 'are'} blank, where another row of the table says "
                f'"{reasons[blank[0][0]]}": is there no figure, or was it forgotten?',
            )


def _blank(row: MeasureRow, reasons: dict[str, str]) -> list[tuple[str, Cell]]:
    """The blank cells in columns with reasons; a missing target has a rule of its own."""
    found = missing_target(row)
    missing = found[1] if found else None
    return [
        (name, cell)
        for name, cell in row.cells.items()
        if name in reasons and cell.status is CellStatus.BLANK and cell is not missing
    ]


CHECK = Check(
    name="blank-among-reasons",
    severity=Severity.NOTE,
    looks_at="blank targets and actuals beside rows that say N/A or tbc",
    find=_find,
    remedy="Write the figure, or the reason that there is none.",
)
