"""A word printed twice in a row, or a verb said twice in a clause."""

from __future__ import annotations

import re
from collections.abc import Iterator

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.wording.texts import around, printed

_TWICE = re.compile(r"\b(?!(?:had|that|so|very|no|many)\b)([a-z]{2,}) \1\b")
_VERB_TWICE = re.compile(
    r"\b(should|would|could|must) (?:expect|need|like|want|hope|see)\b"
    r"(?: (?!that\b|which\b|who\b|and\b|but\b|if\b|\1\b)[a-z]+){1,8} \1 (?:be|have)\b",
    re.IGNORECASE,
)


def _find(evidence: Evidence) -> Iterator[Finding]:
    for each in printed(evidence.paper):
        for found in _TWICE.finditer(each.text):
            quote = around(each.text, *found.span())
            yield CHECK.finding(each.where, quote, f"“{found[1]}” stands twice in a row")
        for found in _VERB_TWICE.finditer(each.text):
            quote = around(each.text, *found.span())
            yield CHECK.finding(each.where, quote, f"one clause says “{found[1]}” twice")


CHECK = Check(
    name="word-doubled",
    severity=Severity.NOTE,
    looks_at="words and auxiliary verbs that follow themselves",
    find=_find,
    remedy="Take one of the two out.",
)
