"""A measure without commentary where the others have one; worse when it is off target."""

from __future__ import annotations

from collections.abc import Iterator

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.measures.rows import Aim, aim_of, short, words_of
from goldthread.domain.papers import MeasureRow, ReportRecord

SHARE = 5  # a row without commentary stands out where at most one in five has none


def _find(evidence: Evidence) -> Iterator[Finding]:
    for report in evidence.paper.reports:
        rows = [row for objective in report.objectives for row in objective.measures if "current" in row.cells]
        without = [row for row in rows if row.commentary is None]
        for row in without if len(without) * SHARE <= len(rows) else ():
            if _is_spoken_of(row, report):
                continue
            yield CHECK.finding(
                row.where, short(row), f"no commentary, though the other measures have one{_off(row)}"
            )


def _is_spoken_of(row: MeasureRow, report: ReportRecord) -> bool:
    """Whether the report comes back to the reference elsewhere: its commentary may stand there."""
    return bool(row.ref) and any(
        row.ref in passage.text and (passage.where.page, passage.where.line) != (row.where.page, row.where.line)
        for passage in report.passages
    )


def _off(row: MeasureRow) -> str:
    current, target = row.cells["current"], row.cells.get("target")
    if target is None or target.number is None or current.number is None or target.unit != current.unit:
        return ""
    side = {Aim.DOWN: 1, Aim.UP: -1}.get(aim_of(row.title), 0)
    if (current.number - target.number) * side <= 0:
        return ""
    where = "above" if side > 0 else "below"
    return f", and {words_of(current)} is {where} the target of {words_of(target)}"


CHECK = Check(
    name="commentary-missing",
    severity=Severity.WARNING,
    looks_at="measures of a performance report and their commentaries",
    find=_find,
    remedy="Say what lies behind the figure and what is done about it.",
)
