"""A commentary of which only the label and the authors were printed."""

from __future__ import annotations

from collections.abc import Iterator

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.measures.rows import commentaries


def _find(evidence: Evidence) -> Iterator[Finding]:
    for report in evidence.paper.reports:
        for ref, title, commentary in commentaries(report):
            if not commentary.text.strip():
                who = f" ({', '.join(commentary.authors)})" if commentary.authors else ""
                yield CHECK.finding(
                    commentary.where,
                    f"{ref} {title}".strip(),
                    f"the label of the commentary{who} stands there without a word after it",
                )


CHECK = Check(
    name="commentary-empty",
    severity=Severity.WARNING,
    looks_at="labels of commentaries",
    find=_find,
    remedy="Ask the author for the commentary, or take the label out.",
)
