"""A date promised in the report of one quarter that has passed in the next, which still speaks of the future."""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.wording.texts import plain, sentences
from goldthread.domain.papers import Paper, Passage, ReportRecord

_MONTHS: Final = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_PROMISED = re.compile(
    r"\b(?:in place|launch(?:ed)?|open(?:ed)?|completed?|published|appointed|ready|live|deliver(?:ed)?)\b"
    r"[^.;]{0,40}?"
    rf"\bby (?:the )?(?:end (?:of )?)?(?:(\d{{1,2}})(?:st|nd|rd|th)? )?({'|'.join(_MONTHS)}) (20\d\d)\b",
    re.IGNORECASE,
)
_SMALL = frozenset(("of", "the", "and", "for", "a"))
_AHEAD = re.compile(r"\b(?:will|to be|plans? to|due to|intend(?:s|ed)? to)\b", re.IGNORECASE)
_DONE = re.compile(
    r"\b(?:is now|are now|been|was|were) (?:\w+ )?(?:launched|opened|completed|in place|published|live)\b"
)


def _find(evidence: Evidence) -> Iterator[Finding]:
    for before, report in _quarters(evidence):
        passages = {key: passage for passage in report.passages if (key := _about(passage))}
        for passage in before.passages:
            later = passages.get(_about(passage))
            for sentence in sentences(passage.text) if later else ():
                promised = _day(sentence)
                if later and promised and promised <= _speaks(report) and _is_ahead(later, promised):
                    message = f"the report before said: {sentence} This one is later, and speaks of what is to come"
                    yield CHECK.finding(later.where, later.text, message)


def _quarters(evidence: Evidence) -> Iterator[tuple[ReportRecord, ReportRecord]]:
    """Reports of the same kind that follow each other, in the pack or from the paper before to this one."""
    papers = [paper for paper in (evidence.previous, evidence.paper) if paper is not None]
    reports = [(paper, report) for paper in papers for report in _dated(paper)]
    for (_, before), (paper, report) in pairwise(reports):
        if paper is evidence.paper and before.period != report.period:
            yield before, report


def _dated(paper: Paper) -> list[ReportRecord]:
    reports = [
        report for report in paper.reports if report.period is not None and report.kind == "performance report"
    ]
    return sorted(reports, key=_speaks)


def _speaks(report: ReportRecord) -> dt.date:
    ends = [day for day in (report.front.date, report.period.end if report.period else None) if day is not None]
    return max(ends, default=dt.date.min)


def _about(passage: Passage) -> str:
    """The heading a passage stands under, without its number."""
    if passage.level is not None or len(passage.text.split()) < 8:
        return ""
    words = plain(passage.section.rpartition(" / ")[2]).split()
    return " ".join(word for word in words if not word.isdigit() and word not in _SMALL)


def _day(sentence: str) -> dt.date | None:
    found = _PROMISED.search(sentence)
    if found is None:
        return None
    year, month = int(found[3]), _MONTHS.index(found[2].lower()) + 1
    last = monthrange(year, month)[1]
    return dt.date(year, month, min(int(found[1] or last), last) or 1)


def _is_ahead(later: Passage, promised: dt.date) -> bool:
    month = _MONTHS[promised.month - 1].title()
    says_so = f"by the {promised.day}" in later.text or f"in {month} {promised.year}" in later.text
    return _AHEAD.search(later.text) is not None and not says_so and _DONE.search(later.text) is None


CHECK = Check(
    name="promise-passed-in-silence",
    severity=Severity.WARNING,
    looks_at="dates promised in the report of the quarter before, and the same section of this one",
    find=_find,
    remedy="Say that the date was missed, why, and what the new one is.",
)
