"""A text that gives the recommendations an effect, where the only one is to note the report."""

from __future__ import annotations

import re
from collections.abc import Iterator

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.papers import Passage, ReportRecord

_EFFECT = re.compile(
    r"\brecommendations? (?:of|in|contained in|set out in) this (?:report|paper) (?:\w+ ){0,2}?"
    r"(?:supports?|contributes?|helps?|reduces?|promotes?|improves?)\b",
    re.IGNORECASE,
)
_TO_NOTE = re.compile(r"\b(?:be|is) (?:noted|received)\b|^\W*(?:to )?(?:note|receive)\b", re.IGNORECASE)
_HEADED = re.compile(r"recommend", re.IGNORECASE)


def _find(evidence: Evidence) -> Iterator[Finding]:
    for report in evidence.paper.reports:
        asked = _recommendations(report)
        if not asked or not all(_TO_NOTE.search(each.text) for each in asked):
            continue
        for passage in report.passages:
            if _EFFECT.search(passage.text):
                message = f"the text speaks of what the recommendations do; the report only asks: {asked[0].text}"
                yield CHECK.finding(passage.where, passage.text, message)


def _recommendations(report: ReportRecord) -> tuple[Passage, ...]:
    """Those of the front, else the heading that is itself the one recommendation."""
    headed = tuple(each for each in report.passages if each.level is not None and _HEADED.search(each.text))
    return report.front.recommendations or headed[:1]


CHECK = Check(
    name="effect-of-a-report-to-note",
    severity=Severity.NOTE,
    looks_at="texts on what the recommendations support, in reports that are only to be noted",
    find=_find,
    remedy="Write the section for this report.",
)
