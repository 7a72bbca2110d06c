"""Which report a text stands in, up to when that report speaks, and which of its texts are its own."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Iterator

from goldthread.domain.papers import Paper, Passage, ReportRecord
from goldthread.domain.periods import PeriodKind

_END_OF_BODY = re.compile(r"(?:list of )?background papers|appendix\b|appendices$|annex\b", re.IGNORECASE)
LONGEST_HEADING = 120


def speaks_at(report: ReportRecord) -> dt.date | None:
    """The day a report speaks at: the end of the quarter it reports, else its own date; None for plans and years.

    >>> speaks_at(ReportRecord(kind="report", title=""))
    """
    if report.period is not None and report.period.kind is PeriodKind.QUARTER:
        return report.period.end
    return report.front.date


def parts_of(report: ReportRecord) -> Iterator[tuple[Passage, bool]]:
    """The texts of a report, each with whether it stands behind the body: from the background papers or the first
    appendix on, where texts have dates of their own.
    """
    behind = False
    for passage in report.passages:
        text = passage.text.strip()
        behind = behind or (len(text) < LONGEST_HEADING and _END_OF_BODY.match(text) is not None)
        yield passage, behind


def bodies(paper: Paper) -> Iterator[tuple[ReportRecord, Passage]]:
    """Every text of the bodies of all reports, each with its report."""
    for report in paper.reports:
        for passage, behind in parts_of(report):
            if not behind:
                yield report, passage


def texts(paper: Paper) -> Iterator[tuple[ReportRecord, Passage]]:
    """Every text of all reports, appendices too, each with its report."""
    for report in paper.reports:
        for passage in report.passages:
            yield report, passage


def report_at(paper: Paper, line: int | None) -> ReportRecord | None:
    """The report whose lines hold a line; the only report where lines are not known.

    >>> report_at(Paper(file="q3.txt"), 12)
    """
    if line is None:
        return paper.reports[0] if len(paper.reports) == 1 else None
    starts = [report.where.line or 0 for report in paper.reports]
    index = bisect_right(starts, line) - 1
    return paper.reports[index] if index >= 0 else None
