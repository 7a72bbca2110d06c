"""A red light, and a commentary that says of nothing that is or will be done."""

from __future__ import annotations

import re
from collections.abc import Iterator

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.papers import Cell, MeasureRow, MilestoneRow

_DOING = re.compile(
    r"\b(?:will|shall|action\w*|plan\w*|recruit\w*|review\w*|train\w*|work(?:ing|s)? (?:with|to|on)|introduc\w*|"
    r"implement\w*|develop\w*|support\w*|launch\w*|continu\w*|commission\w*|meet\w*|target(?:ed|ing)|focus\w*|"
    r"address\w*|ensur\w*|improving|tackl\w*|appoint\w*|agreed to|in place|underway|under way|programme\w*|"
    r"project\w*|monitor\w*|prioriti\w*|set up|put in|steps?|measures? (?:taken|to)|next)\b",
    re.IGNORECASE,
)
FEWEST_WORDS = 8


def _find(evidence: Evidence) -> Iterator[Finding]:
    for _, _, measure in evidence.paper.measures:
        yield from _under(measure, measure.cells.get("progress"))
    for _, _, milestone in evidence.paper.milestones:
        yield from _under(milestone, milestone.progress)


def _under(row: MeasureRow | MilestoneRow, light: Cell | None) -> Iterator[Finding]:
    if light is None or light.light != "red" or row.commentary is None:
        return
    text = row.commentary.text
    if len(text.split()) >= FEWEST_WORDS and not _DOING.search(text):
        yield CHECK.finding(
            row.commentary.where,
            text[:200],
            f"{row.ref} is red, and the commentary says nothing of what is done about it",
        )


CHECK = Check(
    name="commentary-without-action",
    severity=Severity.WARNING,
    looks_at="commentaries under red lights",
    find=_find,
    remedy="Say what is being done, by whom and until when.",
)
