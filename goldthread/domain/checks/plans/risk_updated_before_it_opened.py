"""A risk that was last updated before it was opened."""

from __future__ import annotations

from collections.abc import Iterator

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.plans.mentions import in_words


def _find(evidence: Evidence) -> Iterator[Finding]:
    for risk in evidence.paper.risks:
        if risk.opened and risk.updated and risk.updated < risk.opened:
            yield CHECK.finding(
                risk.where,
                f"{risk.ref} {risk.opened_printed} {risk.updated_printed}".strip(),
                f"last updated on {in_words(risk.updated)}, but opened on {in_words(risk.opened)}",
            )


CHECK = Check(
    name="risk-updated-before-it-opened",
    severity=Severity.ERROR,
    looks_at="dates of a risk",
    find=_find,
    remedy="Correct the date that is wrong: often the year of an update in January.",
)
