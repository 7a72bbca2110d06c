"""A launch that is due before the design it needs is done."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from itertools import groupby

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.plans.mentions import in_words, mentions_in
from goldthread.domain.papers import Paper, Where

_DESIGN = re.compile(
    r"^(?:co-?)?design\w*\b.*\bcomplete|^complete\w* (?:the )?design|^design (?:agreed|signed off|finalised)",
    re.IGNORECASE,
)
_LAUNCH = re.compile(
    r"^(?:launch|go[- ]live|start of (?:the )?pilot|begin(?:ning of)? (?:the )?pilot)", re.IGNORECASE
)
Dated = tuple[str, str, dt.date, Where]


def _find(evidence: Evidence) -> Iterator[Finding]:
    for _, group in groupby(_dated(evidence.paper), key=lambda each: each[0]):
        steps = list(group)
        designs = [step for step in steps if _DESIGN.search(step[1])]
        for _, label, day, where in (step for step in steps if designs and _LAUNCH.search(step[1])):
            _, design, done, _ = designs[0]
            if day < done.replace(day=1):
                yield CHECK.finding(
                    where,
                    f"{label} {in_words(day)}",
                    f'"{label}" is due by {in_words(day)}, but "{design}" only by {in_words(done)}',
                )


def _dated(paper: Paper) -> Iterator[Dated]:
    """Every dated step: the list it stands in, what it is, its last day, its place."""
    for task in paper.tasks:
        day = task.end or task.start
        if day is not None and not task.is_phase:
            yield f"task {task.block}", task.title, day, task.where
    for number, table in enumerate(paper.tables):
        for row in table.rows:
            for cell in row.values.values():
                found = next((each for each in mentions_in(cell.text) if each.year), None)
                if found is not None:
                    yield f"table {number}", row.label, found.latest(near=dt.date.min), row.where
    for _, objective, milestone in paper.milestones:
        if milestone.due is not None:
            yield f"objective {objective.ref}", milestone.text, milestone.due, milestone.where


CHECK = Check(
    name="launch-before-design",
    severity=Severity.ERROR,
    looks_at="steps of one plan: design and launch",
    find=_find,
    remedy="Move the launch behind the design, or split the steps.",
)
