"""A phrase that says the opposite of what it means."""

from __future__ import annotations

import re
from collections.abc import Iterator

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.wording.texts import around, printed

_OPPOSITE = re.compile(
    r"\bunlikely(?: or (?:certain|impossible))? (?:that|to)\b[^.;]{0,60}?\b(?:will|would|can)? ?not (?:be )?\w+"
    r"|\bnot (?:un|in)able to not\b|\bfail(?:s|ed)? to not\b",
    re.IGNORECASE,
)


def _find(evidence: Evidence) -> Iterator[Finding]:
    told = set()
    for each in printed(evidence.paper):
        found = _OPPOSITE.search(each.text)
        if found and (each.report, found[0]) not in told:
            told.add((each.report, found[0]))
            yield CHECK.finding(
                each.where,
                around(each.text, *found.span()),
                f"“{found[0]}” says that it is likely to be achieved, and stands for the opposite",
            )


CHECK = Check(
    name="says-its-own-opposite",
    severity=Severity.WARNING,
    looks_at="doubled negatives: unlikely that it will not",
    find=_find,
    remedy="Say it once: it is unlikely that it will be achieved.",
)
