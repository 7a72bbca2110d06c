"""An item of the agenda that names pages, and no report of its title in the pack."""

from __future__ import annotations

import re
from collections.abc import Iterator

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity

_WORD = re.compile(r"[a-z0-9]+")
_LITTLE = frozenset("the a an of for and to in on report s".split())  # noqa: SIM905
ENOUGH = 0.5


def _find(evidence: Evidence) -> Iterator[Finding]:
    paper = evidence.paper
    if len(paper.reports) < 2:
        return  # an agenda alone, or one report behind it
    titles = [_words(report.title) for report in paper.reports]
    for item in paper.agenda:
        words = _words(item.title)
        has_minutes = "minutes" in words and bool(paper.minutes)
        if item.pages and words and not has_minutes and not any(_alike(words, title) for title in titles):
            yield CHECK.finding(
                item.where,
                f"{item.number} {item.title}",
                f"item {item.number} is on pages {item.pages}, and no report of the pack has its title",
            )


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.lower().replace("'", "").replace("’", ""))) - _LITTLE


def _alike(words: frozenset[str], title: frozenset[str]) -> bool:
    return len(words & title) >= ENOUGH * len(words)


CHECK = Check(
    name="agenda-item-without-paper",
    severity=Severity.WARNING,
    looks_at="agenda items with pages, and the titles of the pack's reports",
    find=_find,
    remedy="Add the paper, or take the pages out of the agenda.",
)
