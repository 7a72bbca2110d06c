"""A target score, or a part of it, that is above the current one."""

from __future__ import annotations

from collections.abc import Iterator

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity


def _find(evidence: Evidence) -> Iterator[Finding]:
    for risk in evidence.paper.risks:
        above = [
            f"{name} {target} is above the current {current}"
            for name, current, target in (
                ("impact", risk.current.impact, risk.target.impact),
                ("likelihood", risk.current.likelihood, risk.target.likelihood),
                ("score", risk.current.score, risk.target.score),
            )
            if current is not None and target is not None and target > current
        ]
        if above:
            yield CHECK.finding(
                risk.where, f"{risk.ref} {risk.description}"[:120].strip(), f"the target {'; '.join(above)}"
            )


CHECK = Check(
    name="target-score-above-current",
    severity=Severity.WARNING,
    looks_at="current and target scores of risks",
    find=_find,
    remedy="Correct the target: treatment makes a risk smaller, never larger.",
)
