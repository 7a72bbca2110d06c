"""A measure that is to go up or down, with the same target year after year, or a target of zero to go up to."""

from __future__ import annotations

from collections.abc import Iterator

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.measures.rows import Aim, aim_of, by_year, short
from goldthread.domain.papers import MeasureRow

FEWEST_YEARS = 3
ENDS_OF_A_SCALE = frozenset({0, 100})


def _find(evidence: Evidence) -> Iterator[Finding]:
    for _, _, row in evidence.paper.measures:
        if aim_of(row.title) in (Aim.UP, Aim.DOWN):
            yield from _row(row)


def _row(row: MeasureRow) -> Iterator[Finding]:
    targets = [cell for _, cell in by_year(row, "target") if cell.number is not None]
    numbers = {cell.number for cell in targets}
    below_zero = any((cell.number or 0) < 0 for _, cell in by_year(row, "actual"))
    if aim_of(row.title) is Aim.UP and targets and numbers == {0} and not below_zero:
        yield CHECK.finding(row.where, short(row, targets[0]), "the measure is to go up, and its target is zero")
    elif len(targets) >= FEWEST_YEARS and len(numbers) == 1 and not numbers & ENDS_OF_A_SCALE:
        yield CHECK.finding(
            row.where,
            short(row, targets[0]),
            f"the measure is to {aim_of(row.title)}, and its target is {targets[0].text} in all {len(targets)} years",
        )


CHECK = Check(
    name="target-does-not-move",
    severity=Severity.NOTE,
    looks_at="targets of several years of measures that are to go up or down",
    find=_find,
    remedy="Set a target for each year, or say that holding the level is what is meant.",
)
