"""A task or phase whose end is before its start."""

from __future__ import annotations

from collections.abc import Iterator

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.plans.mentions import in_words


def _find(evidence: Evidence) -> Iterator[Finding]:
    for task in evidence.paper.tasks:
        if task.start and task.end and task.end < task.start:
            yield CHECK.finding(
                task.where,
                f"{task.title} {task.start_printed} {task.end_printed}",
                f"it starts on {in_words(task.start)} and ends on {in_words(task.end)}",
            )


CHECK = Check(
    name="task-ends-before-it-starts",
    severity=Severity.ERROR,
    looks_at="start and end of tasks and phases",
    find=_find,
    remedy="Correct the start or the end.",
)
