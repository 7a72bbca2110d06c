"""A measure that is to go up or down, and has figures, but no target for the year the plan is for."""

from __future__ import annotations

from collections.abc import Iterator

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.measures.rows import (
    Aim,
    aim_of,
    base_before,
    by_year,
    printed_year,
    short,
    words_of,
)
from goldthread.domain.papers import Cell, CellStatus, MeasureRow


def missing_target(row: MeasureRow) -> tuple[int, Cell, str, Cell] | None:
    """The last target, blank, with its year and the figure before it and its name; None where nothing is missing.

    >>> missing_target(MeasureRow(ref="", title="Reduce visits", cells={})) is None
    True
    """
    targets = by_year(row, "target")
    if not targets or aim_of(row.title) not in (Aim.UP, Aim.DOWN):
        return None
    year, cell = targets[-1]
    base = base_before(row, year)
    return None if base is None or cell.status is not CellStatus.BLANK else (year, cell, *base)


def _find(evidence: Evidence) -> Iterator[Finding]:
    for _, _, row in evidence.paper.measures:
        found = missing_target(row)
        if found is not None:
            year, _, name, base = found
            yield CHECK.finding(
                row.where,
                short(row),
                f"the verb is to {aim_of(row.title)} and the {name} is {words_of(base)}, but the target for "
                f"{printed_year(year)} is blank",
            )


CHECK = Check(
    name="target-missing",
    severity=Severity.WARNING,
    looks_at="targets of the last year of a plan",
    find=_find,
    remedy="Set the target, or say in the cell why there is none.",
)
