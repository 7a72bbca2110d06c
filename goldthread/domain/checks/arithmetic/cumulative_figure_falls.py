"""A cumulative count that is smaller than it was a quarter before in the same year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from goldthread.domain.checks.arithmetic.amounts import plainly
from goldthread.domain.checks.arithmetic.earlier import measures_before
from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.papers import MeasureRow
from goldthread.domain.periods import Period, academic_year_of, financial_year_of, previous

_CUMULATIVE = re.compile(r"\bcumulative\b", re.IGNORECASE)
_ACADEMIC = re.compile(r"\bacademic\b", re.IGNORECASE)
_SHARE = re.compile(r"percentage|proportion|\brate\b|average|%|per ", re.IGNORECASE)


def _find(evidence: Evidence) -> Iterator[Finding]:
    for report in evidence.paper.reports:
        before = measures_before(evidence, report)
        for objective in report.objectives if report.period is not None and before else ():
            for row in objective.measures:
                earlier = before.get(row.ref)
                if earlier is not None and report.period is not None and _adds_up(row, report.period):
                    yield from _fall(earlier, row)


def _fall(earlier: MeasureRow, row: MeasureRow) -> Iterator[Finding]:
    then, now = earlier.cells.get("current"), row.cells.get("current")
    if then is None or now is None or then.number is None or now.number is None:
        return
    if now.number < then.number and "percent" not in (then.unit, now.unit):
        yield CHECK.finding(
            now.where,
            f"{row.ref} {now.text}".strip(),
            f"{plainly(then.number)} by the quarter before, {plainly(now.number)} now: a cumulative count can't fall",
        )


def _adds_up(row: MeasureRow, period: Period) -> bool:
    """Whether the measure counts on from the quarter before: a cumulative count, and no new year in between."""
    if not _CUMULATIVE.search(row.title) or _SHARE.search(row.title):
        return False
    year_of = academic_year_of if _ACADEMIC.search(row.title) else financial_year_of
    return year_of(period.end) == year_of(previous(period).end)


CHECK = Check(
    name="cumulative-figure-falls",
    severity=Severity.ERROR,
    looks_at="cumulative counts of two quarters of one year",
    find=_find,
    remedy="Correct the figure, or say what was taken out of it.",
)
