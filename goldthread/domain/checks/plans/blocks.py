"""The tasks of a plan of work, block by block and phase by phase."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from goldthread.domain.papers import Paper, TaskRecord


def blocks_of(paper: Paper) -> Iterator[tuple[TaskRecord, ...]]:
    """The tasks and phases of one table after another, each table's in its order."""
    for _, group in groupby(paper.tasks, key=lambda task: task.block):
        yield tuple(group)


def under_phases(block: tuple[TaskRecord, ...]) -> Iterator[tuple[TaskRecord, TaskRecord]]:
    """Each task of a block with the phase row above it."""
    phase: TaskRecord | None = None
    for task in block:
        if task.is_phase:
            phase = task
        elif phase is not None:
            yield phase, task


def printed(task: TaskRecord) -> str:
    """A task as it stands on the page.

    >>> printed(TaskRecord(title="Launch", start_printed="May 24", end_printed="Ongoing"))
    'Launch May 24 Ongoing'
    """
    return " ".join(text for text in (task.title, task.start_printed, task.end_printed) if text)
