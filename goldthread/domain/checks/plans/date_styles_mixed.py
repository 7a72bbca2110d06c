"""Dates written in several styles in one plan of work."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.plans.blocks import printed

FEWEST_STYLES, RARE, ENOUGH = 3, 2, 10
_MONTH = re.compile(r"([A-Za-z]{3,9})(\.?\s*)('?(?:\d{4}|\d{2}))$")


def _find(evidence: Evidence) -> Iterator[Finding]:
    styled = [
        (task, style, text)
        for task in evidence.paper.tasks
        for text in (task.start_printed, task.end_printed)
        if (style := _style(text))
    ]
    counts = Counter(style for _, style, _ in styled)
    if len(counts) < FEWEST_STYLES or len(styled) < ENOUGH:
        return
    usual = counts.most_common(1)[0][0]
    first: dict[int | None, Finding] = {}
    for task, style, text in styled:
        if counts[style] <= RARE and style != usual:
            first.setdefault(
                task.where.line,
                CHECK.finding(
                    task.where,
                    printed(task),
                    f'"{text.strip()}" is written as {style}; most dates of the plan are written as {usual}, '
                    f"{len(counts)} styles are used",
                ),
            )
    yield from first.values()


def _style(text: str) -> str:
    """A date's style by an example: `Sept 24` and `Jul 24` are both `Jan 24`."""
    found = _MONTH.match(text.strip())
    if found is None:
        return ""
    name, gap, year = found.groups()
    full = "January" if len(name) > 4 or name.lower() in ("june", "july") else "Jan"
    full = full.lower() if name[0].islower() else full
    return f"{full}{' ' if gap.strip('.') else ''}{'2024' if len(year) == 4 else '24'}"


CHECK = Check(
    name="date-styles-mixed",
    severity=Severity.NOTE,
    looks_at="dates of tasks and phases",
    find=_find,
    remedy="Write all dates of a plan in one style.",
)
