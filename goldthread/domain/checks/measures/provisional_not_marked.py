"""A figure whose commentary says that data are missing, printed as if it were final."""

from __future__ import annotations

import re
from collections.abc import Iterator

from goldthread.domain.checks.arithmetic.texts import place_of
from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.measures.rows import sentences
from goldthread.domain.papers import CellStatus

_PARTIAL = re.compile(
    r"\bexclud(?:es|ing) (?:the )?(?:data|returns|figures) (?:from|for|of)\b"
    r"|\b(?:data|returns|figures) (?:from|for) [\w ]{1,40}? (?:is|are|were) (?:missing|outstanding|not (?:yet )?"
    r"(?:available|included))"
    r"|\b(?:incomplete|partial) (?:data|returns|figures)\b"
    r"|\bnot all [\w ]{1,30} have (?:yet )?(?:returned|submitted)\b",
    re.IGNORECASE,
)


def _find(evidence: Evidence) -> Iterator[Finding]:
    for _, _, row in evidence.paper.measures:
        current = row.cells.get("current")
        if current is None or row.commentary is None or current.status is not CellStatus.NUMBER:
            continue
        for said in sentences(row.commentary.text):
            if _PARTIAL.search(said):
                yield CHECK.finding(
                    place_of(evidence.paper, said, near=row.commentary.where),
                    said,
                    f"the commentary says that data are missing, but {' '.join(current.text.split())} is not marked "
                    "provisional",
                )
                break


CHECK = Check(
    name="provisional-not-marked",
    severity=Severity.WARNING,
    looks_at="commentaries that speak of missing data, and the figure above them",
    find=_find,
    remedy="Mark the figure provisional, and compare it only with figures of the same coverage.",
)
