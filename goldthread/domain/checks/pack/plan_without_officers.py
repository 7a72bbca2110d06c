"""A plan that names nobody who answers for any of its objectives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.papers import ObjectiveSection, ReportRecord

FEWEST: Final = 3
"""Objectives a plan must have to be told from a page of one."""
_SAID = re.compile(
    r"\b(?:responsible|lead|accountable|reporting|project) (?:officer|manager|director)|\bowners?\b|\bSRO\b"
    r"|\b(?:strategic|divisional|operational) (?:director|manager)|\bhead of service\b",
    re.IGNORECASE,
)


def _find(evidence: Evidence) -> Iterator[Finding]:
    for report in evidence.paper.reports:
        count = len(report.objectives)
        if report.kind == "plan" and count >= FEWEST and not _names_officers(report):
            message = f"the plan has {count} objectives; no officer is named for any of them"
            yield CHECK.finding(report.where, report.title, message)


def _names_officers(report: ReportRecord) -> bool:
    return (
        bool(report.officers)
        or "officer" in report.front.fields
        or any(_has_officer(objective) for objective in report.objectives)
        or any(_SAID.search(passage.text) for passage in report.passages)
    )


def _has_officer(objective: ObjectiveSection) -> bool:
    return bool(objective.officer) or any(milestone.officer for milestone in objective.milestones)


CHECK = Check(
    name="plan-without-officers",
    severity=Severity.WARNING,
    looks_at="plans, and the officers they name for their objectives",
    find=_find,
    remedy="Name a responsible officer for every objective.",
)
