"""What a careful clerk would catch: one rule a file, and the table of them all.

>>> len({check.name for check in CHECKS}) == len(CHECKS)
True
"""

from __future__ import annotations

from goldthread.domain.checks import arithmetic, measures, pack, plans, wording
from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.papers import Paper

__all__ = ["CHECKS", "Check", "Evidence", "Finding", "Severity", "findings_of"]

CHECKS: tuple[Check, ...] = (
    *arithmetic.CHECKS,
    *measures.CHECKS,
    *plans.CHECKS,
    *wording.CHECKS,
    *pack.CHECKS,
)


def findings_of(paper: Paper, *, previous: Paper | None = None) -> tuple[Finding, ...]:
    """All findings on a paper in the order of its lines, each once; `previous` is the paper of the period before."""
    evidence = Evidence(paper=paper, previous=previous)
    found = {finding for check in CHECKS for finding in check.find(evidence)}
    return tuple(
        sorted(found, key=lambda each: (each.where.line or 0, each.where.page or 0, each.rule, each.message))
    )
