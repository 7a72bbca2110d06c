"""A plan's list of linked measures that names measures its table does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from goldthread.domain.checks.arithmetic.texts import place_of
from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.papers import ObjectiveSection, Paper

_RANGE = re.compile(r"(?P<stem>[A-Z]+ ?\d+ )(?P<first>\d{1,3}) ?(?:-|–|to) ?(?P<last>\d{1,3})\b")
LONGEST = 100


def _find(evidence: Evidence) -> Iterator[Finding]:
    for report in evidence.paper.reports:
        refs = {row.ref for objective in report.objectives for row in objective.measures}
        for objective in report.objectives:
            yield from _of_objective(objective, refs, evidence.paper)


def _of_objective(objective: ObjectiveSection, refs: set[str], paper: Paper) -> Iterator[Finding]:
    for found in _RANGE.finditer(objective.linked_measures):
        first, last = int(found["first"]), int(found["last"])
        if not first < last < first + LONGEST:
            continue
        wanted = [f"{found['stem']}{number:0{len(found['first'])}}" for number in range(first, last + 1)]
        missing = [ref for ref in wanted if ref not in refs]
        if missing and len(missing) < len(wanted):
            where = place_of(paper, objective.officer or found[0], near=objective.where)  # one row has both
            yield CHECK.finding(where, found[0], f"{found[0]} are linked, but the table has no {', '.join(missing)}")


CHECK = Check(
    name="linked-measures-missing",
    severity=Severity.ERROR,
    looks_at="ranges of linked measures and the measures of the table",
    find=_find,
    remedy="Correct the range, or put the measure in the table.",
)
