"""A task or milestone whose status contradicts its date or its percentage."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.plans.mentions import in_words
from goldthread.domain.checks.plans.reports import report_at

_DONE = re.compile(r"\b(?:complete[ds]?|done|closed|blue)\b", re.IGNORECASE)
_GREEN = re.compile(r"\b(?:green|on track|on target|on course)\b", re.IGNORECASE)
ALL = Decimal(100)


@dataclass(frozen=True, slots=True)
class Contradictions:
    """What speaks against what in one task."""

    overdue: bool
    green_but_overdue: bool
    done_but_percent_not_100: bool


def contradictions(
    *, due: dt.date | None, as_of: dt.date | None, done: bool, green: bool, percent: Decimal | None
) -> Contradictions:
    """What a task's status says against its due date and its percentage on a day.

    Args:
        due: its last day; None where it has none.
        as_of: the day of the report; None where it is not known.
        done: whether it is shown as done.
        green: whether it is shown as going well.
        percent: how much of it is done, 0 to 100; None where that is not said.

    >>> march, july = dt.date(2024, 3, 31), dt.date(2024, 7, 15)
    >>> contradictions(due=march, as_of=july, done=False, green=True, percent=None).overdue
    True
    """
    overdue = due is not None and as_of is not None and due < as_of and not done
    return Contradictions(
        overdue=overdue,
        green_but_overdue=overdue and green,
        done_but_percent_not_100=done and percent is not None and percent != ALL,
    )


def _find(evidence: Evidence) -> Iterator[Finding]:
    for task in evidence.paper.tasks:
        if not task.status and task.percent_complete is None:
            continue
        report = report_at(evidence.paper, task.where.line)
        as_of = report.front.date if report else None
        done, green = _DONE.search(task.status) is not None, _GREEN.search(task.status) is not None
        found = contradictions(due=task.end, as_of=as_of, done=done, green=green, percent=task.percent_complete)
        if found.green_but_overdue and task.end and as_of:
            said = f"shown {task.status.lower()}, but it was due by {in_words(task.end)}: before {in_words(as_of)}"
            yield CHECK.finding(task.where, task.title, said)
        if found.done_but_percent_not_100:
            yield CHECK.finding(task.where, task.title, f"shown as done, but {task.percent_complete}% complete")


CHECK = Check(
    name="task-status-against-its-date",
    severity=Severity.WARNING,
    looks_at="status, date and percentage of tasks",
    find=_find,
    remedy="Correct the status, the date or the percentage.",
)
