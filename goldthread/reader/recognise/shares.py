"""Sentences that give the shares of actions by status: so many per cent complete, on target, delayed, not started."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from goldthread.domain.papers import ShareStatement
from goldthread.reader.blocks import BlockDocument, Heading, ListItem, Paragraph
from goldthread.reader.recognise.found import Found

STATUSES: Final = (
    ("not started", r"not (?:yet )?(?:been )?started|yet to start"),
    ("significantly delayed", r"significantly delayed"),
    ("complete", r"complete"),
    ("on target", r"on (?:target|track|course)"),
    ("delayed", r"delayed|behind|slipp"),
)
_SHARE = re.compile(r"(?<![\w.])(\d{1,3}(?:\.\d+)?)\s?(?:%|per cent)", re.IGNORECASE)
_SCOPE = re.compile(
    r"\b((?:priority|theme|objective|workstream|strand)(?: (?:action|area))? [A-Z]?\d+)", re.IGNORECASE
)
_ABOUT = re.compile(r"\bactions?\b|\bmilestones?\b|\bprojects?\b|\btasks?\b", re.IGNORECASE)
_EITHER = re.compile(r"\b(?:either|both)\b", re.IGNORECASE)
_OVERALL = re.compile(r"\ball (?:of the )?actions|overall|entire|whole", re.IGNORECASE)


def find(document: BlockDocument, left: Sequence[int]) -> Found:
    """The shares of every paragraph that gives two or more; their scope is what it or its heading names."""
    shares: list[ShareStatement] = []
    heading = ""
    for place in left:
        block = document.blocks[place]
        if isinstance(block, Heading):
            heading = block.text
        if not isinstance(block, Heading | Paragraph | ListItem):
            continue
        text = " ".join(block.text.split())
        if _SCOPE.search(text) and len(text) < 80:
            heading = text
        found = dict(_shares(text)) if _ABOUT.search(text) else {}
        if len(found) > 1:
            shares.append(
                ShareStatement(scope=_scope(text, heading), shares=found, where=block.where, quote=text[:300])
            )
    return Found(shares=tuple(shares))


def _shares(text: str) -> Iterator[tuple[str, Decimal]]:
    """Each status that comes before the next share, the first time it comes."""
    seen: set[str] = set()
    marks = list(_SHARE.finditer(text))
    for index, mark in enumerate(marks):
        stop = marks[index + 1].start() if index + 1 < len(marks) else len(text)
        after = text[mark.end() : min(stop, mark.end() + 120)].split(". ", maxsplit=1)[0]
        since = max(marks[index - 1].end() if index else 0, mark.start() - 40)
        before = text[since : mark.start()].rsplit(". ", maxsplit=1)[-1]
        status = _first(after) or _first(before)
        if status is not None and status not in seen and not _EITHER.search(after):
            seen.add(status)
            yield status, Decimal(mark[1])


def _first(text: str) -> str | None:
    """The status that a text names first."""
    found = [
        (mark.start(), -len(mark[0]), name)
        for name, pattern in STATUSES
        if (mark := re.search(pattern, text, re.IGNORECASE))
    ]
    return min(found)[2] if found else None


def _scope(text: str, heading: str) -> str:
    found = _SCOPE.search(text)
    if _OVERALL.search(text) and not (found and found.start() < 30):
        return "overall"
    found = found or _SCOPE.search(heading)
    return found[1].lower() if found else "overall"
