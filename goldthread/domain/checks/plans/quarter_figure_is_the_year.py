"""A commentary that calls last year's figure the previous quarter's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from goldthread.domain.checks.arithmetic.earlier import measures_before
from goldthread.domain.checks.arithmetic.texts import place_of
from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.papers import Cell, MeasureRow
from goldthread.domain.periods import PeriodKind

_SINCE = re.compile(
    r"(?:previous|last) quarter[^.;]{0,20}? from (?P<a>\d[\d,]*(?:\.\d+)?)(?![\w]|[.,]\d)|from "
    r"(?P<b>\d[\d,]*(?:\.\d+)?)\s?%? to [\d,.]+%? this quarter",
    re.IGNORECASE,
)


def _find(evidence: Evidence) -> Iterator[Finding]:
    for report in evidence.paper.reports:
        if report.period is None or report.period.kind is not PeriodKind.QUARTER:
            continue
        before = measures_before(evidence, report)
        for row in (row for objective in report.objectives for row in objective.measures):
            yield from _of_row(evidence, before, row)


def _of_row(evidence: Evidence, before: Mapping[str, MeasureRow], row: MeasureRow) -> Iterator[Finding]:
    prior = row.cells.get("prior_actual")
    if prior is None or row.commentary is None:
        return
    for found in _SINCE.finditer(row.commentary.text):
        figure = Decimal((found["a"] or found["b"]).replace(",", ""))
        if figure in _numbers(prior) - _numbers(before[row.ref].cells.get("current") if row.ref in before else None):
            yield CHECK.finding(
                place_of(evidence.paper, found[0], near=row.commentary.where),
                found[0],
                f"{figure} is called the previous quarter's figure; it is the year's under "
                f'"{prior.header.strip()}"',
            )


def _numbers(cell: Cell | None) -> set[Decimal]:
    return set() if cell is None else {part.number for part in cell.parts}


CHECK = Check(
    name="quarter-figure-is-the-year",
    severity=Severity.WARNING,
    looks_at="commentaries that compare with the previous quarter",
    find=_find,
    remedy="Compare with the previous quarter's own figure, or name the year.",
)
