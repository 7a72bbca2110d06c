"""A phase without a start or an end."""

from __future__ import annotations

from collections.abc import Iterator

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.plans.blocks import blocks_of, printed


def _find(evidence: Evidence) -> Iterator[Finding]:
    for block in blocks_of(evidence.paper):
        dated = any(task.start_printed or task.end_printed for task in block)
        for phase in (task for task in block if task.is_phase and dated):
            missing = [
                name
                for name, text in (("start", phase.start_printed), ("end", phase.end_printed))
                if not text.strip()
            ]
            if missing:
                yield CHECK.finding(phase.where, printed(phase), f"the phase has no {' and no '.join(missing)}")


CHECK = Check(
    name="phase-without-a-date",
    severity=Severity.WARNING,
    looks_at="phases of a plan of work",
    find=_find,
    remedy="Give the phase a start and an end.",
)
