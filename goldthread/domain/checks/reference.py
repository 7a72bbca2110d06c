"""The table of all checks for docs/reference/checks/README.md, made from the checks themselves."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Final

from goldthread.domain.checks.findings import Check

HEADINGS: Final = {
    "arithmetic": "Sums, shares and numbers",
    "measures": "Measures",
    "plans": "Milestones, tasks, risks and dates",
    "wording": "Words",
    "pack": "The paper as a whole",
}


def group_of(check: Check) -> str:
    """The group a check belongs to: the folder of its file."""
    return check.find.__module__.split(".")[-2]


def reference_tables(checks: Iterable[Check]) -> str:
    """One table a group: rule, severity, what it looks at.

    >>> reference_tables([])
    ''
    """
    lines: list[str] = []
    for group, members in groupby(checks, key=group_of):
        lines += [f"## {HEADINGS[group]}", "", "| rule | severity | looks at |", "|---|---|---|"]
        lines += [f"| [{each.name}]({each.name}.md) | {each.severity} | {each.looks_at} |" for each in members]
        lines.append("")
    return "\n".join(lines)
