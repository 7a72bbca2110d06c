"""Dates that stand beside an empty task, or a row away from the task they belong to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.plans.blocks import blocks_of, printed
from goldthread.domain.papers import TaskRecord

FEWEST = 4  # tasks with the dates of a neighbour in the sister table
FARTHEST = 2  # rows


def _find(evidence: Evidence) -> Iterator[Finding]:
    seen: dict[str, tuple[tuple[TaskRecord, ...], int]] = {}
    for block in blocks_of(evidence.paper):
        for task in block:
            if not task.title.strip() and (task.start_printed or task.end_printed):
                yield CHECK.finding(task.where, printed(task), "dates stand beside an empty task")
        slid = [index for index in range(len(block)) if _slid(seen, block, index)]
        if len(slid) >= FEWEST:
            first = _after_a_gap(block, slid)
            sister = seen[_key(first)][0][0].block
            yield CHECK.finding(
                first.where,
                printed(first),
                f"the dates of {len(slid)} tasks stand beside the wrong task: in {sister} they belong to "
                "the rows below",
            )
        for index, task in enumerate(block):
            seen.setdefault(_key(task), (block, index))


def _slid(seen: Mapping[str, tuple[tuple[TaskRecord, ...], int]], block: tuple[TaskRecord, ...], index: int) -> bool:
    task = block[index]
    if not task.title.strip() or _key(task) not in seen or not task.start:
        return False
    sister, place = seen[_key(task)]
    if sister[0].block == block[0].block or _dates(task) == _dates(sister[place]):
        return False
    return any(_dates(task) == _dates(other) for other in sister[place + 1 : place + 1 + FARTHEST])


def _after_a_gap(block: tuple[TaskRecord, ...], slid: list[int]) -> TaskRecord:
    """The first slid task behind an empty one, where the slip shows; else the first slid task."""
    gap = next((index for index, task in enumerate(block) if not task.title.strip()), len(block))
    return block[next((index for index in slid if index > gap), slid[0])]


def _dates(task: TaskRecord) -> tuple[object, object]:
    return task.start, task.end or task.end_printed.lower()


def _key(task: TaskRecord) -> str:
    return " ".join(task.title.lower().split())


CHECK = Check(
    name="task-dates-slid",
    severity=Severity.WARNING,
    looks_at="dates of tasks beside the same tasks in sister tables",
    find=_find,
    remedy="Put each date beside its task again.",
)
