"""A risk section that names no risk and does not say that there is none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.papers import Passage

_HEADING = re.compile(r"^(?:[\d.]+\s*)?risk (?:analysis|assessment|implications|management)\s*:?$", re.IGNORECASE)
_SAID = re.compile(
    r"\brisks?\b|\bnone\b|\bno (?:direct|significant|specific)\b|n/a|not applicable|\bfail|\bthreat", re.IGNORECASE
)
LONGEST_HEADING = 80


def _find(evidence: Evidence) -> Iterator[Finding]:
    for report in evidence.paper.reports:
        heading: Passage | None = None
        body: list[Passage] = []
        for passage in (*report.passages, None):
            if passage is None or _is_heading(passage):
                if heading is not None and body and not any(_SAID.search(each.text) for each in body):
                    yield CHECK.finding(
                        body[0].where, body[0].text, "the section on risk names no risk and doesn't say there is none"
                    )
                heading = passage if passage is not None and _HEADING.match(passage.text.strip()) else None
                body = []
            elif heading is not None:
                body.append(passage)


def _is_heading(passage: Passage) -> bool:
    """Whether a text is a heading: marked as one, or all in capitals as the standard sections often are."""
    return passage.level is not None or (passage.text.isupper() and len(passage.text) < LONGEST_HEADING)


CHECK = Check(
    name="risk-section-names-no-risk",
    severity=Severity.WARNING,
    looks_at="risk sections of reports",
    find=_find,
    remedy="Name the risks, or say that there are none and why.",
)
