"""A school or another place that two tables name in two ways."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from typing import Final

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.wording.texts import plain, printed
from goldthread.domain.papers import Where

KIND_OF_PLACE: Final = frozenset(
    (
        *("school", "schools", "primary", "high", "secondary", "academy", "college", "nursery", "infant", "junior"),
        *("st", "sts", "saint", "saints", "catholic", "rc", "ce", "rb", "resource", "base", "the", "and", "of"),
        *("centre", "house", "hub", "special", "community", "unit", "church", "england"),
    )
)
"""Words that say what a place is, not which."""
_PLACE = re.compile(r"\b(?:school|primary|high|academy|college|nursery|centre|house|hub)\b", re.IGNORECASE)
_LOWER = re.compile(r"(?<![\w'’])(?!(?:and|of|the|in|at)\b)[a-z]{2,}")
AGES: Final = (frozenset(("primary", "infant", "junior")), frozenset(("secondary", "high")), frozenset(("nursery",)))
_LONGEST = 60


def _find(evidence: Evidence) -> Iterator[Finding]:
    first: dict[tuple[str, ...], tuple[str, Where]] = {}
    for where, label in _labels(evidence):
        words = plain(label).split()
        name = tuple(sorted(word.rstrip("s") for word in words if word not in KIND_OF_PLACE and not word.isdigit()))
        if len(name) < 2 or not _PLACE.search(label) or _LOWER.search(label):
            continue
        before, there = first.setdefault(name, (label, where))
        its = set(plain(before).split())
        if there != where and not (set(words) <= its or its <= set(words)) and _may_be_one(set(words), its):
            yield CHECK.finding(where, label, f"“{label}” here; another table calls it “{before}”, line {there.line}")


def _may_be_one(words: Set[str], its: Set[str]) -> bool:
    """Whether neither is a school for other ages than the other."""
    return not any(kind & words and other & its for kind in AGES for other in AGES if kind is not other)


def _labels(evidence: Evidence) -> Iterator[tuple[Where, str]]:
    for each in printed(evidence.paper):
        if each.kind in ("record", "table cell"):
            label = next((cell.strip() for cell in re.split(r"\t| \| ", each.text) if cell.strip()), "")
            if len(label) <= _LONGEST and label[:1].isupper():
                yield each.where, label


CHECK = Check(
    name="one-place-two-names",
    severity=Severity.NOTE,
    looks_at="names of schools and other places in the rows of tables",
    find=_find,
    remedy="Use the name of the register of schools in both tables.",
)
