"""A strategy named as current whose last year has passed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.plans.reports import texts

_NAMED = re.compile(
    r"(?P<name>(?:[A-Z][\w’'-]+ (?:(?:and|of|for|the|&) )*){0,5}(?:Strategy|Plan|Framework|Policy"
    r"|Programme))\s*\(?,?\s*"
    r"(?P<start>20\d\d)\s?(?:[-–/]|to)\s?(?:20)?(?P<end>\d\d)(?!\d)\)?(?P<after>[^.;]{0,60})"
)
_CURRENT = re.compile(
    r"\b(?:is|are|remains|remain|continues|continue|current|currently|our|sets out|guides|drives|informs)\b",
    re.IGNORECASE,
)
_PAST = re.compile(r"\b(?:was|were|had|replaced|previous|former|ended|closed|expired|last)\b", re.IGNORECASE)


def _find(evidence: Evidence) -> Iterator[Finding]:
    for report, passage in texts(evidence.paper):
        day = report.period.start if report.period else report.front.date
        if day is None:
            continue
        for found in _NAMED.finditer(passage.text):
            last = 2000 + int(found["end"])
            current = _CURRENT.search(found["after"]) and not _PAST.search(found["after"])
            if int(found["start"]) <= last < day.year and current:
                yield CHECK.finding(
                    passage.where,
                    found[0].strip(),
                    f"it ran to {last}, but is named as current in a paper of {day.year}",
                )


CHECK = Check(
    name="strategy-has-ended",
    severity=Severity.WARNING,
    looks_at="strategies and plans named with their years",
    find=_find,
    remedy="Name the strategy that is in force, or say that this one has ended.",
)
