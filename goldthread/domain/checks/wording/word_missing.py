"""A clause whose verb or joining word was left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.wording.texts import around, printed

_PAPERS = "Policy|Strategy|Protocol|Framework|Procedure"

GAPS: Final = (
    (
        re.compile(
            r"\bthere (?:will|would|should|may|must|could) (?:also )?"
            r"(?:further|continued|additional|an?|the|no|more|new|increased)\b(?!\w)",
            re.IGNORECASE,
        ),
        "the verb is missing: there will be",
    ),
    (
        re.compile(
            rf"\bThe (?:[A-Z][a-z]+ ){{1,3}}(?:{_PAPERS}) (?:[A-Z][a-z]+ ){{1,3}}(?:{_PAPERS}) (?:is|was|has|are)\b"
        ),
        "two names stand side by side without “and”",
    ),
    (
        re.compile(r"\b\d+ (?:eligible )?(?:children|pupils|young people) \d+[- ]year[- ]olds?\b", re.IGNORECASE),
        "words are missing between who was counted and their age",
    ),
    (
        re.compile(r"(?:^|[.!?:] |\n)(?:[A-Z][\w'’]* ){1,5}and working with\b"),
        "the verb is missing: “are working”",
    ),
    (
        re.compile(r"^(?:\d[\d.]* )?Have an? [^.;:]{10,200}? is (?:key|important|essential|vital|critical)\b"),
        "the sentence starts with “Have” where “Having” is meant",
    ),
)
"""What is looked for, each with what is missing."""


def _find(evidence: Evidence) -> Iterator[Finding]:
    for each in printed(evidence.paper):
        for pattern, message in GAPS:
            found = pattern.search(each.text)
            if found:
                yield CHECK.finding(each.where, around(each.text, *found.span()), message)


CHECK = Check(
    name="word-missing",
    severity=Severity.NOTE,
    looks_at="clauses without their verb or their “and”",
    find=_find,
    remedy="Put the missing word in.",
)
