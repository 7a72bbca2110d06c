"""The figures of the quarter before: in an earlier report of the same pack, else in the paper of the "
"period before."""

from __future__ import annotations

from collections.abc import Mapping

from goldthread.domain.checks.findings import Evidence
from goldthread.domain.papers import MeasureRow, ReportRecord
from goldthread.domain.periods import PeriodKind, previous


def measures_before(evidence: Evidence, report: ReportRecord) -> Mapping[str, MeasureRow]:
    """The measures of the quarter before a report's by reference; of no quarter where the report is of none.

    >>> from goldthread.domain.papers import Paper, ReportRecord
    >>> dict(measures_before(Evidence(paper=Paper(file="q4.txt")), ReportRecord(kind="report", title="")))
    {}
    """
    if report.period is None or report.period.kind is not PeriodKind.QUARTER:
        return {}
    before = previous(report.period)
    papers = [paper for paper in (evidence.previous, evidence.paper) if paper is not None]
    return {
        row.ref: row
        for paper in papers
        for earlier in paper.reports
        if earlier.period == before
        for objective in earlier.objectives
        for row in objective.measures
    }
