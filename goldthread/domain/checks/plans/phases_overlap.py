"""A phase that starts before the one above it ends."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.plans.blocks import blocks_of, printed
from goldthread.domain.checks.plans.mentions import in_words


def _find(evidence: Evidence) -> Iterator[Finding]:
    for block in blocks_of(evidence.paper):
        phases = [task for task in block if task.is_phase]
        for before, after in pairwise(phases):
            if (
                before.end
                and after.start
                and (after.start.year, after.start.month) < (before.end.year, before.end.month)
            ):
                yield CHECK.finding(
                    after.where,
                    printed(after),
                    f"it starts on {in_words(after.start)}, but {before.title} ends on {in_words(before.end)}",
                )


CHECK = Check(
    name="phases-overlap",
    severity=Severity.WARNING,
    looks_at="phases of a plan of work, in their order",
    find=_find,
    remedy="Put the phases in order, or say that they run side by side.",
)
