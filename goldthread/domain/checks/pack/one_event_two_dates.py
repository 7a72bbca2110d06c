"""One event that one report dates in two ways."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from typing import Final

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.wording.texts import Printed, printed, sentences

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_HAPPENED = re.compile(
    r"\b(secured|awarded|appointed|inspected|published|signed|launched|opened|approved)\s+(?:\w+\s+){0,3}?"
    rf"(?:in|on)\s+(?:\d{{1,2}}\w{{0,2}}\s+)?({_MONTHS})\s+((?:20)?\d\d)\b"
)
_WORD = re.compile(r"[a-z]{4,}|\d+")
_NAME = re.compile(r"\b[A-Z][A-Za-z]{3,}\b")
ALIKE: Final = 4
"""Words two sentences must share beside the verb."""
MOST: Final = 20
"""Events of one verb that a new one is held against."""
_COMMON = frozenset(("with", "that", "this", "from", "have", "been", "were", "will", "which", "another", "further"))


@dataclass(frozen=True, slots=True)
class _Event:
    text: Printed
    sentence: str
    words: Set[str]
    date: str


def _find(evidence: Evidence) -> Iterator[Finding]:
    events: dict[tuple[int, str], list[_Event]] = {}
    for each in printed(evidence.paper):
        for sentence in sentences(each.text):
            found = _HAPPENED.search(sentence)
            if found is None:
                continue
            event = _Event(each, sentence, _words(sentence), f"{found[2]} 20{found[3][-2:]}")
            for before in events.get((each.report, found[1]), [])[-MOST:]:
                if _is_the_same(before, event):
                    yield _finding(before, event, found[1])
            events.setdefault((each.report, found[1]), []).append(event)


def _words(sentence: str) -> frozenset[str]:
    return frozenset(_WORD.findall(sentence.lower())) - _COMMON


def _is_the_same(one: _Event, other: _Event) -> bool:
    """Whether both speak of one named thing, with much the same words, and give another date."""
    shared = one.words & other.words
    names = _names(one) & _names(other)
    return one.date != other.date and len(shared) >= ALIKE and bool(names)


def _names(event: _Event) -> set[str]:
    """The names at the start of the text, but the words of the sentence itself."""
    start = event.text.text[:160]
    return {word.lower() for word in _NAME.findall(start)} - event.words


def _finding(one: _Event, other: _Event, verb: str) -> Finding:
    message = f"{verb} in {one.date} here, in {other.date} on line {other.text.where.line} of the same report"
    return CHECK.finding(one.text.where, one.sentence, message)


CHECK = Check(
    name="one-event-two-dates",
    severity=Severity.WARNING,
    looks_at="sentences that say when something was secured, appointed, launched or opened",
    find=_find,
    remedy="Ask which date is right, and put it in both places.",
)
