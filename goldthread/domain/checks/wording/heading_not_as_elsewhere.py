"""A heading that is one word off the heading of the other reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.wording.texts import plain
from goldthread.domain.papers import Passage

OFTEN: Final = 2
LONGEST: Final = 10


def _find(evidence: Evidence) -> Iterator[Finding]:
    headings = [(plain(passage.text), passage) for passage in evidence.paper.passages if _is_short(passage)]
    names = [(" ".join(word for word in name.split() if not word.isdigit()), passage) for name, passage in headings]
    times = Counter(name for name, _ in names)
    usual: dict[tuple[str, ...], list[str]] = {}
    for name, often in times.items():
        if often >= OFTEN:
            for hole in _with_a_hole(name):
                usual.setdefault(hole, []).append(name)
    for name, passage in names:
        others = (other for hole in _with_a_hole(name) for other in usual.get(hole, ()))
        near = next((other for other in others if _lacks_letters(name, other)), None)
        if times[name] == 1 and near:
            message = f"“{passage.text.strip('* ')}” here; the other reports say “{near}”, {times[near]} times"
            yield CHECK.finding(passage.where, passage.text, message)


def _is_short(passage: Passage) -> bool:
    return passage.kind in ("heading", "paragraph") and len(passage.text.split()) <= LONGEST


def _with_a_hole(name: str) -> list[tuple[str, ...]]:
    words = name.split()
    return [(*words[:at], "", *words[at + 1 :]) for at in range(len(words))] if len(words) > 1 else []


def _lacks_letters(name: str, near: str) -> bool:
    """Whether the one word that differs is the other without its end."""
    pairs = zip(name.split(), near.split(), strict=True)
    return name != near and all(its.startswith(mine) and (its == mine or len(mine) >= 4) for mine, its in pairs)


CHECK = Check(
    name="heading-not-as-elsewhere",
    severity=Severity.NOTE,
    looks_at="short headings that stand in several reports of the pack",
    find=_find,
    remedy="Print the heading as the other reports do.",
)
