"""A sentence about the future whose date is before the report."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.plans.mentions import Mention, in_words, mentions_in
from goldthread.domain.checks.plans.reports import parts_of, speaks_at
from goldthread.domain.papers import Passage

_FUTURE = re.compile(
    r"\b(?:is now live|will (?:be|take|commence|begin|start|run|open|close|launch|have|go|attend|complete"
    r"|move|hold)\w*"
    r"|(?:is|are) (?:due|planned|scheduled|expected|set|booked)\b|(?:has|have) been (?:agreed|arranged"
    r"|scheduled|booked|planned|set) for"
    r"|closing date|closes on|upcoming|forthcoming)",
    re.IGNORECASE,
)
_OLD = re.compile(
    r"\b(?:previous|last|since|was|were|had|from|as at|until|between|following|after|dated|published"
    r"|during)\b[^,.;]{0,40}$",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z0-9])")
LONGEST = dt.timedelta(days=180)  # without a year, what lies further back is more likely next year's
CLOSE = 60  # characters between the words and the date


def _find(evidence: Evidence) -> Iterator[Finding]:
    for report in evidence.paper.reports:
        day = speaks_at(report)
        for passage, behind in parts_of(report) if day is not None else ():
            if day is not None and (passage.kind != "table cell" or len(passage.text) >= CLOSE):
                yield from _of_passage(passage, day, appendix=behind)


def _of_passage(passage: Passage, day: dt.date, *, appendix: bool) -> Iterator[Finding]:
    for sentence in _SENTENCE.split(passage.text):
        found = _FUTURE.search(sentence)
        mention = _passed(sentence, found.end(), day) if found else None
        if found and mention:
            yield CHECK.finding(
                passage.where,
                sentence[:200],
                f'"{found[0]}" speaks of the future, but {mention.printed} was before {in_words(day)}'
                + (" (in an appendix)" if appendix else ""),
                severity=Severity.NOTE if appendix else None,
            )


def _passed(sentence: str, start: int, day: dt.date) -> Mention | None:
    for mention in mentions_in(sentence):
        if mention.start < start or mention.start - start > CLOSE or _OLD.search(sentence[start : mention.start]):
            continue
        latest = mention.latest(near=day)
        if latest < day and (mention.year is not None or (mention.day and day - latest <= LONGEST)):
            return mention
    return None


CHECK = Check(
    name="past-date-as-future",
    severity=Severity.WARNING,
    looks_at="sentences about the future in reports",
    find=_find,
    remedy="Say what has happened since.",
)
