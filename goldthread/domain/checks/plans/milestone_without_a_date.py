"""A milestone that has neither a due date nor a recurrence."""

from __future__ import annotations

from collections.abc import Iterator

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.plans.mentions import mentions_in
from goldthread.domain.checks.plans.milestones import RECURRING, by_objective, said


def _find(evidence: Evidence) -> Iterator[Finding]:
    for _, objective, milestones in by_objective(evidence.paper):
        undated = [
            row
            for row in milestones
            if row.due is None
            and not row.due_printed
            and not RECURRING.search(said(row))
            and not any(found.year for found in mentions_in(row.text))
        ]
        if undated:
            first = undated[0]
            count = (
                "it has"
                if len(milestones) == 1
                else f"{len(undated)} of {len(milestones)} milestones of {objective.ref or 'the objective'} have"
            )
            yield CHECK.finding(
                first.where, f"{first.ref} {first.text}".strip(), f"{count} no due date and no recurrence"
            )


CHECK = Check(
    name="milestone-without-a-date",
    severity=Severity.WARNING,
    looks_at="milestones",
    find=_find,
    remedy="Give each milestone the day it is due, or say how often it recurs.",
)
