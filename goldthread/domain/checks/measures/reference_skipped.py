"""Numbers left out in a run of references, or out of their order."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.measures.rows import short
from goldthread.domain.papers import MeasureRow, ReportRecord

_REF = re.compile(r"(?P<stem>.*?)(?P<number>\d+)[a-z]?$", re.IGNORECASE)
FEWEST = 4
DENSE = Fraction(3, 4)  # of the numbers of a run are used
Numbered = tuple[int, str, MeasureRow]


def _find(evidence: Evidence) -> Iterator[Finding]:
    for report in evidence.paper.reports:
        runs, numbers = _runs(report)
        for run in runs.values():
            if _is_a_run([number for number, _, _ in run]):
                yield from _gaps(run, numbers)


def _is_a_run(numbers: list[int]) -> bool:
    """Whether the numbers count on: nearly all of them are used, and at most one of them goes back."""
    falls = sum(later < earlier for earlier, later in pairwise(numbers))
    return len(numbers) >= FEWEST and falls <= 1 and len(set(numbers)) >= DENSE * (max(numbers) - min(numbers) + 1)


def _runs(report: ReportRecord) -> tuple[dict[str, list[Numbered]], set[tuple[int, int]]]:
    """Rows by the stem of their reference, and the numbers (with the count of their digits) whatever the stem."""
    runs: dict[str, list[Numbered]] = defaultdict(list)
    numbers = set()
    for row in (row for objective in report.objectives for row in objective.measures):
        found = _REF.match(row.ref)
        if found:
            runs[found["stem"]].append((int(found["number"]), found["number"], row))
            if found["stem"].isalpha():
                numbers.add((int(found["number"]), len(found["number"])))
    return runs, numbers


def _gaps(run: list[Numbered], numbers: set[tuple[int, int]]) -> Iterator[Finding]:
    known = {*numbers, *(number for number, _, _ in run)}
    for (last, _, earlier), (number, digits, row) in pairwise(run):
        stem = row.ref[: row.ref.rindex(digits)]
        missing = [each for each in range(last + 1, number) if not {each, (each, len(digits))} & known]
        if missing:
            names = [f"{stem}{each:0{len(digits)}}" for each in missing]
            which = f"{names[0]} is missing" if len(names) == 1 else f"{names[0]} to {names[-1]} are missing"
            yield CHECK.finding(row.where, short(row), f"{earlier.ref} is followed by {row.ref}: {which}")
        elif number < last:
            yield CHECK.finding(row.where, short(row), f"{row.ref} stands after {earlier.ref}")


CHECK = Check(
    name="reference-skipped",
    severity=Severity.NOTE,
    looks_at="the numbers of references, in their order",
    find=_find,
    remedy="Say what became of the missing measures, or number the measures without gaps and in order.",
)
