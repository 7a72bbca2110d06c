"""A minute that says a report was received, and not what was resolved."""

from __future__ import annotations

import re
from collections.abc import Iterator

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity

_RECEIVED = re.compile(
    r"\b(?:received|considered) (?:a|the) (?:\w+ ){0,3}?(?:report|presentation)s?\b", re.IGNORECASE
)


def _find(evidence: Evidence) -> Iterator[Finding]:
    for item in evidence.paper.minutes:
        received = next((each for each in item.text if _RECEIVED.search(each.text)), None)
        if received is not None and not item.resolutions:
            yield CHECK.finding(
                item.where,
                f"{item.ref} {item.title}",
                f"{item.ref} says a report was received, and nothing was resolved",
            )


CHECK = Check(
    name="report-without-resolution",
    severity=Severity.WARNING,
    looks_at="minutes of reports, and their resolutions",
    find=_find,
    remedy="Minute what was resolved, be it that the report be noted.",
)
