"""A target that goes against the verb of its measure, or asks for no change at all."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

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
from goldthread.domain.papers import Cell, MeasureRow

TOPS = (Decimal(0), Decimal(100))
CHANGES = ("reduc", "increas", "decreas", "projected")


def _find(evidence: Evidence) -> Iterator[Finding]:
    for _, _, row in evidence.paper.measures:
        aim = aim_of(row.title)
        for when, target, base_name, base in _pairs(row) if aim in (Aim.UP, Aim.DOWN) else ():
            how = _against(aim, target=target, base=base)
            if how:
                yield CHECK.finding(
                    row.where,
                    short(row, target),
                    f"the verb is to {aim}, and {when} {words_of(target)} {how} {base_name} {words_of(base)}",
                )
                break


def _pairs(row: MeasureRow) -> Iterator[tuple[str, Cell, str, Cell]]:
    for year, target in by_year(row, "target"):
        base = base_before(row, year)
        if base:
            yield f"the {printed_year(year)} target", target, f"the {base[0]}", base[1]
    target_now, prior = row.cells.get("target"), row.cells.get("prior_actual")
    if target_now and prior:
        yield "the target", target_now, "last year's actual", prior


def _against(aim: Aim, *, target: Cell, base: Cell) -> str:
    goal, start = target.number, base.number
    if goal is None or start is None or target.unit != base.unit:
        return ""
    if any(word in target.text.lower() for word in CHANGES):
        return ""
    if goal == start:
        return "" if goal in TOPS else "equals"
    if (goal < start) == (aim is Aim.UP):
        return "is below" if goal < start else "is above"
    return ""


CHECK = Check(
    name="target-against-its-verb",
    severity=Severity.WARNING,
    looks_at="targets of measures that are to increase or reduce, and the last figure before them",
    find=_find,
    remedy="Set a target in the direction of the verb, or say why none better is aimed at.",
)
