"""School places promised for this academic year, some of which open in the next one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.wording.texts import around
from goldthread.domain.papers import Passage, ReportRecord

_WHOLE = re.compile(
    r"\b(\d{1,4}) (?:[a-z]+ ){0,3}places\b[^.]{0,80}\b(?:before|by) the end of (?:this|the) academic year",
    re.IGNORECASE,
)
_PART = re.compile(r"\b(?:additional|further|new|extra) (\d{1,4}) (?:[A-Za-z]+ ){0,3}places\b", re.IGNORECASE)
_NEXT = re.compile(r"\bSeptember (20\d\d)\b")


def _find(evidence: Evidence) -> Iterator[Finding]:
    for report in evidence.paper.reports:
        for passage in report.passages:
            found = _WHOLE.search(passage.text)
            split = next(_splits(report, int(found[1])), None) if found else None
            if found and split:
                parts, opening, other = split
                quote = around(passage.text, *found.span())
                message = (
                    f"all {found[1]} places are said to come this academic year; "
                    f"line {other.where.line} has {' and '.join(map(str, parts))}, some of them for {opening}"
                )
                yield CHECK.finding(passage.where, quote, message)


def _splits(report: ReportRecord, whole: int) -> Iterator[tuple[list[int], str, Passage]]:
    """The texts whose parts make the whole, with the September that one of the parts waits for."""
    for passage in report.passages:
        parts = [int(number) for number in _PART.findall(passage.text)]
        opening = _NEXT.search(passage.text)
        if len(parts) > 1 and sum(parts) == whole and opening:
            yield parts, opening[0], passage


CHECK = Check(
    name="places-open-after-their-date",
    severity=Severity.WARNING,
    looks_at="numbers of school places promised for the academic year, and the texts that split them",
    find=_find,
    remedy="Say how many places come this academic year and how many in September.",
)
