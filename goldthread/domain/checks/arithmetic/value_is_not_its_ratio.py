"""A value that is not its numerator over its denominator."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from goldthread.domain.checks.arithmetic.amounts import plainly
from goldthread.domain.checks.arithmetic.ratios import agrees
from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.papers import Cell, Where

_VALUES = ("current", "value", "actual")
PER = (1, 100, 1_000, 10_000, 100_000)  # a ratio, a percentage, the usual rates


def _find(evidence: Evidence) -> Iterator[Finding]:
    for _, _, row in evidence.paper.measures:
        yield from _judged(row.cells, name=f"{row.ref} {row.title}", where=row.where)
    for table in evidence.paper.tables:
        for line in table.rows:
            yield from _judged(line.values, name=line.label, where=line.where)


def _judged(cells: Mapping[str, Cell], *, name: str, where: Where) -> Iterator[Finding]:
    value = next((cells[each].number for each in _VALUES if each in cells), None)
    above, below = (cells[each].number if each in cells else None for each in ("numerator", "denominator"))
    if value is None or above is None or not below:
        return
    if not any(agrees(value, numerator=above, denominator=below, per=per) for per in PER):
        yield CHECK.finding(
            where,
            f"{name} {plainly(value)}",
            f"{plainly(above)} of {plainly(below)} gives {plainly(round(above / below, 4))}, the value "
            f"says {plainly(value)}",
        )


CHECK = Check(
    name="value-is-not-its-ratio",
    severity=Severity.WARNING,
    looks_at="values printed with numerator and denominator",
    find=_find,
    remedy="Correct the one that is wrong, or say how the value is worked out.",
)
