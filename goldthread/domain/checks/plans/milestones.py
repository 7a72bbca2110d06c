"""The milestones of a paper, objective by objective, and what their texts say of dates."""

from __future__ import annotations

import re
from collections.abc import Iterator

from goldthread.domain.checks.plans.mentions import Mention, mentions_in
from goldthread.domain.papers import MilestoneRow, ObjectiveSection, Paper, ReportRecord

_NOT_DUE = re.compile(
    r"(?:\b(?:for|from|since|between|during|until|to|and|or|of|after|before|on)|[-–—])\s*(?:the )?$", re.IGNORECASE
)
RECURRING = re.compile(
    r"\b(?:termly|monthly|quarterly|annually|annual|weekly|each (?:term|year|quarter|month)|every (?:term"
    r"|year|quarter|month))\b",
    re.IGNORECASE,
)
NEAR = 20  # characters before a date that say what it is


def by_objective(paper: Paper) -> Iterator[tuple[ReportRecord, ObjectiveSection, tuple[MilestoneRow, ...]]]:
    """Every objective that has milestones, with its report."""
    for report in paper.reports:
        for objective in report.objectives:
            if objective.milestones:
                yield report, objective, objective.milestones


def said(milestone: MilestoneRow) -> str:
    """All a milestone says, its printed due date too where it stands apart."""
    if milestone.due_printed and milestone.due_printed not in milestone.text:
        return f"{milestone.text} ({milestone.due_printed})"
    return milestone.text


def due_dates_in(text: str) -> list[Mention]:
    """The dates of a text that can be due dates: not what something runs from, lasts until or is made for.

    >>> [found.printed for found in due_dates_in("Revise the plan for April 2019 (March 2019)")]
    ['March 2019']
    """
    return [
        found
        for found in mentions_in(text)
        if found.year is not None and not _NOT_DUE.search(text[max(0, found.start - NEAR) : found.start])
    ]
