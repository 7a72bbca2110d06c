"""People who write commentaries and are not in the report's key of officers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.papers import Commentary, ReportRecord, Where

_KEY = re.compile(r"key (?:for|to|of) (?:the )?(?:responsible |lead )?officers", re.IGNORECASE)


def _find(evidence: Evidence) -> Iterator[Finding]:
    for report in evidence.paper.reports:
        authors = list(dict.fromkeys(author for each in _commentaries(report) for author in each.authors))
        key = " ".join([*report.officers, *report.officers.values()]).lower()
        missing = [author for author in authors if not _is_in(author, key)]
        if report.officers and missing:
            yield CHECK.finding(
                _where(report),
                "; ".join(report.officers.values()),
                f"{len(missing)} of the {len(authors)} people who write commentaries are not in the key: "
                f"{', '.join(missing)}",
            )


def _is_in(author: str, key: str) -> bool:
    return all(part in key for part in author.lower().split())


def _commentaries(report: ReportRecord) -> Iterator[Commentary]:
    for objective in report.objectives:
        said = [objective.commentary]
        said += [measure.commentary for measure in objective.measures]
        said += [milestone.commentary for milestone in objective.milestones]
        yield from (each for each in said if each is not None)


def _where(report: ReportRecord) -> Where:
    """The first line of the key where it can be found, else the report's first line."""
    headed = False
    for passage in report.passages:
        if headed:
            return passage.where
        headed = _KEY.search(passage.text) is not None
    return report.where


CHECK = Check(
    name="authors-not-in-the-key",
    severity=Severity.NOTE,
    looks_at="the authors of commentaries, and the key of responsible officers",
    find=_find,
    remedy="Add them to the key.",
)
