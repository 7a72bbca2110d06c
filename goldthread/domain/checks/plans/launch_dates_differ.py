"""A launch that the summary of a programme gives an earlier month than its plan of work."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.plans.blocks import blocks_of, printed
from goldthread.domain.checks.plans.mentions import mentions_in
from goldthread.domain.papers import Paper

_LAUNCH = re.compile(
    r"^(?:launch|commence|start|begin)(?:es|s|ment|ing)?(?: of)?(?: the)?(?: phase (?:1|one)| first)? "
    r"(?P<what>[a-z]{4,}?)s?$",
    re.IGNORECASE,
)


def _find(evidence: Evidence) -> Iterator[Finding]:
    summary = _summary(evidence.paper)
    for block in blocks_of(evidence.paper) if summary else ():
        seen: set[str] = set()
        for task in block:
            found = _LAUNCH.match(task.title.strip())
            what = found["what"].lower() if found else ""
            if what not in summary or what in seen or task.start is None:
                continue
            seen.add(what)
            if task.start > summary[what]:
                yield CHECK.finding(
                    task.where,
                    printed(task),
                    f"the summary launches the {what} by {summary[what]:%B %Y}, the plan of work in "
                    f"{task.start:%B %Y}",
                )


def _summary(paper: Paper) -> Mapping[str, dt.date]:
    """The latest month in which tables and milestones launch each thing."""
    dated: dict[str, dt.date] = {}
    steps = [(row.label, cell.text) for table in paper.tables for row in table.rows for cell in row.values.values()]
    steps += [(row.text, row.due_printed) for _, _, row in paper.milestones]
    for label, text in steps:
        found, day = _LAUNCH.match(label.strip()), next((each for each in mentions_in(text) if each.year), None)
        if found and day:
            what = found["what"].lower()
            dated[what] = max(dated.get(what, dt.date.min), day.latest(near=dt.date.min))
    return dated


CHECK = Check(
    name="launch-dates-differ",
    severity=Severity.WARNING,
    looks_at="launches in the summary and in the plan of work",
    find=_find,
    remedy="Give one date for the launch in both.",
)
