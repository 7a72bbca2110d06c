"""An action against a risk whose due date has passed and that is not shown as done."""

from __future__ import annotations

import re
from collections.abc import Iterator

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.plans.mentions import in_words
from goldthread.domain.checks.plans.reports import report_at

_DONE = re.compile(r"\b(?:complete[ds]?|done|closed|achieved|appointed|blue)\b", re.IGNORECASE)


def _find(evidence: Evidence) -> Iterator[Finding]:
    for risk in evidence.paper.risks:
        report = report_at(evidence.paper, risk.where.line)
        day = report.front.date if report else None
        for action in risk.actions:
            if day is None or action.end is None or action.end >= day or _DONE.search(action.status):
                continue
            yield CHECK.finding(
                action.where if action.where.line is not None else risk.where,
                f"{action.title} {action.end_printed}".strip(),
                f"due by {in_words(action.end)} and not shown as done in a report of {in_words(day)}",
            )


CHECK = Check(
    name="risk-action-overdue",
    severity=Severity.WARNING,
    looks_at="actions of a risk register",
    find=_find,
    remedy="Say that it is done, or agree a new date and why.",
)
