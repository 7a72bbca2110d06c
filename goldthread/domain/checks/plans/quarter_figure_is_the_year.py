"""A commentary that calls last year's figure the previous quarter's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from goldthread.domain.checks.arithmetic.texts import place_of
from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.papers import MeasureRow
from goldthread.domain.periods import PeriodKind

_SINCE = re.compile(
    r"(?:previous|last) quarter[^.;]{0,20}? from (?P<a>\d[\d,]*(?:\.\d+)?)(?![\w]|[.,]\d)|from "
    r"(?P<b>\d[\d,]*(?:\.\d+)?)\s?%? to [\d,.]+%? this quarter",
    re.IGNORECASE,
)


def _find(evidence: Evidence) -> Iterator[Finding]:
    for report, _, row in evidence.paper.measures:
        prior = row.cells.get("prior_actual")
        if (
            report.period is None
            or report.period.kind is not PeriodKind.QUARTER
            or prior is None
            or not row.commentary
        ):
            continue
        for found in _SINCE.finditer(row.commentary.text):
            figure = Decimal((found["a"] or found["b"]).replace(",", ""))
            if figure in {part.number for part in prior.parts} and figure not in _of_the_quarter_before(
                evidence, row
            ):
                yield CHECK.finding(
                    place_of(evidence.paper, found[0], near=row.commentary.where),
                    found[0],
                    f"{figure} is called the previous quarter's figure; "
                    f'it is the year\'s under "{prior.header.strip()}"',
                )


def _of_the_quarter_before(evidence: Evidence, row: MeasureRow) -> set[Decimal]:
    before = evidence.previous.measures if evidence.previous else ()
    return {
        part.number
        for _, _, other in before
        if other.ref == row.ref and (cell := other.cells.get("current")) is not None
        for part in cell.parts
    }


CHECK = Check(
    name="quarter-figure-is-the-year",
    severity=Severity.ERROR,
    looks_at="commentaries that compare with the previous quarter",
    find=_find,
    remedy="Compare with the previous quarter's own figure, or name the year.",
)
