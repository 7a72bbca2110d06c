"""Milestones that are due outside the year printed over them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.plans.mentions import in_words
from goldthread.domain.checks.plans.milestones import by_objective

_YEAR = re.compile(r"(?:20)?(\d\d)\s?[-/–]\s?(?:20)?(\d\d)(?!\d)")


def _find(evidence: Evidence) -> Iterator[Finding]:
    for _, objective, milestones in by_objective(evidence.paper):
        outside = [
            (row, span)
            for row in milestones
            if row.due is not None and (span := _span(row.year)) is not None and not span[0] <= row.due <= span[1]
        ]
        if outside:
            row, (first, last) = outside[0]
            yield CHECK.finding(
                row.where,
                f"{row.year} {row.text}",
                f"{len(outside)} of {len(milestones)} milestones of {objective.ref or 'the objective'} "
                "are due outside "
                f"{in_words(first)} to {in_words(last)}, the year printed over them ({row.year.strip()})",
            )


def _span(year: str) -> tuple[dt.date, dt.date] | None:
    found = _YEAR.search(year)
    if found is None or int(found[2]) <= int(found[1]):
        return None
    return dt.date(2000 + int(found[1]), 4, 1), dt.date(2000 + int(found[2]), 3, 31)


CHECK = Check(
    name="milestone-outside-its-year",
    severity=Severity.ERROR,
    looks_at="due dates of milestones and the year over them",
    find=_find,
    remedy="Correct the year in the header, or move the milestones to their year.",
)
