"""A report that calls itself by the name of another quarter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.plans.quarters import ORDINALS, QUARTER, number_of
from goldthread.domain.periods import PeriodKind, quarter_number

_CALLED = re.compile(
    rf"(?:receive|receives|consider|considers|note|notes|this is)\b[^.;]{{0,40}}?{QUARTER}(?:'s"
    rf"|’s)?[^.;]{{0,40}}?\breport\b",
    re.IGNORECASE,
)


def _find(evidence: Evidence) -> Iterator[Finding]:
    for report in evidence.paper.reports:
        if report.period is None or report.period.kind is not PeriodKind.QUARTER:
            continue
        own = quarter_number(report.period)
        seen = set()
        for passage in (*report.front.recommendations, *report.passages):
            found = _CALLED.search(passage.text)
            if found and number_of(found) != own and passage.where.line not in seen:
                seen.add(passage.where.line)
                yield CHECK.finding(
                    passage.where,
                    passage.text[:160],
                    f"the text calls this the {ORDINALS[number_of(found) - 1]} quarter's report; "
                    f"it is that of the {ORDINALS[own - 1]} ({report.period})",
                )


CHECK = Check(
    name="quarter-word-is-not-the-report",
    severity=Severity.ERROR,
    looks_at="recommendations of quarterly reports",
    find=_find,
    remedy="Name the quarter of this report.",
)
