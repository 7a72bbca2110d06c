"""A figure that is ten, a hundred or a thousand times the one before: a slip of the point rather than a change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from goldthread.domain.checks.arithmetic.earlier import measures_before
from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.papers import Cell, MeasureRow

FACTORS = (10, 100, 1000)
NEAR = Fraction(1, 20)
TELLING = 10  # figures below ten can be ten times as large by chance


def _find(evidence: Evidence) -> Iterator[Finding]:
    for report in evidence.paper.reports:
        before = measures_before(evidence, report)
        for row in (row for objective in report.objectives for row in objective.measures):
            yield from _jumps(before, row)


def _jumps(before: Mapping[str, MeasureRow], row: MeasureRow) -> Iterator[Finding]:
    now = row.cells.get("current")
    for name, then in (("the year before", row.cells.get("prior_actual")), ("last quarter", _current(before, row))):
        factor = _factor(then, now)
        if factor and then is not None and now is not None:
            yield CHECK.finding(
                now.where,
                f"{row.ref} {now.text}",
                f"{now.text.strip()} is {factor} {name}'s {then.text.strip()}: a slip of the decimal point?",
            )
            return


def _current(before: Mapping[str, MeasureRow], row: MeasureRow) -> Cell | None:
    earlier = before.get(row.ref)
    return earlier.cells.get("current") if earlier else None


def _factor(then: Cell | None, now: Cell | None) -> str:
    if then is None or now is None or then.unit != now.unit:
        return ""
    one, other = then.number, now.number
    if not one or not other or one < 0 or other < 0 or max(one, other) < TELLING * 10:
        return ""
    larger, smaller = max(one, other), min(one, other)
    if len(smaller.normalize().as_tuple().digits) < 2:
        return ""
    ratio = Fraction(larger) / Fraction(smaller)
    for factor in FACTORS:
        if abs(ratio / factor - 1) <= NEAR:
            return f"about {factor:,} times" if other > one else f"about a {factor:,}th of"
    return ""


CHECK = Check(
    name="figure-jumps-tenfold",
    severity=Severity.WARNING,
    looks_at="figures of a measure beside the year or quarter before",
    find=_find,
    remedy="Check the decimal point and the unit of both figures.",
)
