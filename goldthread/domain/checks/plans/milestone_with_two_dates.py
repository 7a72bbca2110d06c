"""A milestone with two due dates."""

from __future__ import annotations

from collections.abc import Iterator

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.plans.milestones import due_dates_in, said


def _find(evidence: Evidence) -> Iterator[Finding]:
    for _, _, row in evidence.paper.milestones:
        text = said(row)
        dates = {(found.year, found.month): found.printed.strip(" .") for found in due_dates_in(text)}
        if len(dates) > 1:
            listed = " and ".join(dates.values())
            yield CHECK.finding(row.where, text, f"one milestone names {listed}: which of them is it due?")


CHECK = Check(
    name="milestone-with-two-dates",
    severity=Severity.WARNING,
    looks_at="due dates of milestones",
    find=_find,
    remedy="Keep one due date; split a milestone that has two parts.",
)
