"""A report of a pack whose date is not that of the meeting."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.plans.mentions import in_words

FEWEST, MOST = 3, 2 / 3


def _find(evidence: Evidence) -> Iterator[Finding]:
    dated = [(report, report.front.date) for report in evidence.paper.reports if report.front.date]
    counts = Counter(day for _, day in dated)
    if len(dated) < FEWEST:
        return
    meeting, reports = counts.most_common(1)[0]
    for report, day in dated:
        if reports >= MOST * len(dated) and day != meeting:
            place = report.front.fields.get("date")
            yield CHECK.finding(
                place.where if place else report.where,
                place.text if place else report.title,
                f"{report.title} is dated {in_words(day)}; the other {reports} reports of the pack "
                f"{in_words(meeting)}",
            )


CHECK = Check(
    name="report-dates-differ",
    severity=Severity.WARNING,
    looks_at="dates on the fronts of a pack's reports",
    find=_find,
    remedy="Give the report the date of the meeting.",
)
