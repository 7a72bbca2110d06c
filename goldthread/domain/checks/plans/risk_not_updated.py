"""A risk whose last update is long before the report."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.plans.mentions import in_words
from goldthread.domain.checks.plans.reports import report_at

LONGEST = dt.timedelta(days=60)  # two months: one meeting of the board that owns the register


def _find(evidence: Evidence) -> Iterator[Finding]:
    for risk in evidence.paper.risks:
        report = report_at(evidence.paper, risk.where.line)
        if report is None or report.front.date is None or risk.updated is None:
            continue
        age = report.front.date - risk.updated
        if age > LONGEST:
            yield CHECK.finding(
                risk.where,
                f"{risk.ref} {risk.updated_printed}".strip(),
                f"last updated on {in_words(risk.updated)}, {age.days} days before the report of "
                f"{in_words(report.front.date)}",
            )


CHECK = Check(
    name="risk-not-updated",
    severity=Severity.WARNING,
    looks_at="last updates of risks and the date of the report",
    find=_find,
    remedy="Update the risk before the report goes out.",
)
