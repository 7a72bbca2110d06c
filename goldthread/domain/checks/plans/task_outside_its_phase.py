"""A task that starts before its phase or ends after it."""

from __future__ import annotations

from collections.abc import Iterator

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.plans.blocks import blocks_of, printed, under_phases
from goldthread.domain.checks.plans.mentions import in_words
from goldthread.domain.papers import TaskRecord


def _find(evidence: Evidence) -> Iterator[Finding]:
    for block in blocks_of(evidence.paper):
        for phase, task in under_phases(block):
            said = _outside(phase, task)
            if said:
                yield CHECK.finding(task.where, printed(task), f"{said} of its phase ({printed(phase)})")


def _outside(phase: TaskRecord, task: TaskRecord) -> str:
    if task.start and phase.start and task.start < phase.start:
        return f"it starts on {in_words(task.start)}, before the start on {in_words(phase.start)}"
    if task.end and phase.end and task.end > phase.end:
        return f"it ends on {in_words(task.end)}, after the end on {in_words(phase.end)}"
    return ""


CHECK = Check(
    name="task-outside-its-phase",
    severity=Severity.WARNING,
    looks_at="dates of tasks and of the phase they stand under",
    find=_find,
    remedy="Move the task into its phase, or change the dates of the phase.",
)
