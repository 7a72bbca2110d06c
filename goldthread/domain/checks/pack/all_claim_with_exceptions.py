"""A claim of all beside its own exceptions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.wording.texts import Printed, around, printed, sentences

_CLAIMED = re.compile(
    r"\ball (?:of )?(?:the |our )?[\w ]{0,60}(?:team|managers?|posts|staff|leaders)\b"
    r"[^.]{0,80}\b(?:were|are) permanent",
    re.IGNORECASE,
)
_AGAINST = re.compile(
    r"\bagency\b[^.]{0,80}\b(?:leads?|managers?|posts?|staff)\b|\binterim (?:head|manager|director)"
    r"|\bvacan(?:t|cy|cies)\b",
    re.IGNORECASE,
)


def _find(evidence: Evidence) -> Iterator[Finding]:
    texts = printed(evidence.paper)
    against = [each for each in texts if _AGAINST.search(each.text)]
    for each in texts:
        found = _CLAIMED.search(each.text)
        other = next((text for text in against if _is_beside(each, text)), None) if found else None
        if found and other:
            said = next(line for line in sentences(other.text) if _AGAINST.search(line))
            message = f"“{found[0]}”; line {other.where.line} says: {said}"
            yield CHECK.finding(each.where, around(each.text, *found.span()), message)


def _is_beside(each: Printed, other: Printed) -> bool:
    """Whether two texts stand in one section."""
    return (each.report, each.section) == (other.report, other.section) and each.where != other.where


CHECK = Check(
    name="all-claim-with-exceptions",
    severity=Severity.WARNING,
    looks_at="claims that all posts are permanent, and agency staff or vacancies in the same section",
    find=_find,
    remedy="Say most, or name the exceptions in the same sentence.",
)
