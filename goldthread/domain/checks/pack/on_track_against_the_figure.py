"""A text that calls something on track, where the measure of it is far behind its target."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from decimal import Decimal
from typing import Final

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.wording.texts import around, sentences
from goldthread.domain.papers import MeasureRow, ReportRecord

_ON_TRACK = re.compile(r"\bon (?:track|course) to (?:complete|meet|achieve|deliver)\b", re.IGNORECASE)
_WORD = re.compile(r"[a-z]{5,}")
ALIKE: Final = 3
"""Words a sentence must share with a measure's title."""
BEHIND: Final = Decimal(20)
"""Points of per cent between the figure and its target."""
_RISES = re.compile(r"\s*(?:increase|improve|maintain|maximise|ensure|%|percentage)", re.IGNORECASE)


def _find(evidence: Evidence) -> Iterator[Finding]:
    for report in evidence.paper.reports:
        behind = [(row, _stems(row.title), *pair) for row in _measures(report) if (pair := _figures(row)) is not None]
        for passage in report.passages if behind else ():
            for sentence in sentences(passage.text):
                found = _ON_TRACK.search(sentence)
                said = _stems(sentence)
                row, title, actual, target = max(behind, key=lambda each: len(said & each[1]))
                if found and len(said & title) >= ALIKE:
                    quote = around(sentence, *found.span(), margin=90)
                    message = f"“{found[0]}”; {row.ref} {row.title} is at {actual}%, its target is {target}%"
                    yield CHECK.finding(passage.where, quote, message)


def _measures(report: ReportRecord) -> Iterator[MeasureRow]:
    return (row for objective in report.objectives for row in objective.measures)


def _stems(text: str) -> Set[str]:
    return frozenset(word[:6] for word in _WORD.findall(text.lower()))


def _figures(row: MeasureRow) -> tuple[Decimal, Decimal] | None:
    """The latest percentage of a measure that should rise and its latest target, where it is far behind."""
    actual = _last(row, "actual", "current")
    target = _last(row, "target", "target")
    if actual is None or target is None or not _RISES.match(row.title) or target - actual < BEHIND:
        return None
    return actual, target


def _last(row: MeasureRow, *starts: str) -> Decimal | None:
    percents = [
        cell.number
        for name, cell in row.cells.items()
        if name.startswith(starts) and cell.unit == "percent" and cell.number is not None
    ]
    return percents[-1] if percents else None


CHECK = Check(
    name="on-track-against-the-figure",
    severity=Severity.WARNING,
    looks_at="sentences that call something on track, and the measure they speak of",
    find=_find,
    remedy="Say where the measure stands, and why it is on track all the same.",
)
