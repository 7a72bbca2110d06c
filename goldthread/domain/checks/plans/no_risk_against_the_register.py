"""A text that says there is no risk where the register has one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.plans.reports import texts
from goldthread.domain.papers import RiskRecord

_NONE = re.compile(r"\bno (?:significant |new |further )?risks? (?:have|has|were|was|are|is)\b", re.IGNORECASE)
_AREA = re.compile(
    r"\b(?:priority|objective|area|workstream|pap|theme|strand|ws)\s*(?:area |action )?(\d{1,2}|[A-Z])\b",
    re.IGNORECASE,
)


def _find(evidence: Evidence) -> Iterator[Finding]:
    heading = ""
    risks = evidence.paper.risks
    for _, passage in texts(evidence.paper) if risks else ():
        found = _AREA.search(passage.text)
        if found and len(passage.text) < 80:
            heading = found[1]
        if not _NONE.search(passage.text):
            continue
        area = found[1] if found else heading
        registered = [risk for risk in risks if area and _is_of(risk, area)]
        if registered:
            yield CHECK.finding(
                passage.where,
                passage.text,
                f"the text knows no risk for {area}; the register has {_listed(registered)} under it",
            )


def _is_of(risk: RiskRecord, area: str) -> bool:
    found = _AREA.search(risk.area)
    return found is not None and found[1].lower() == area.lower()


def _listed(risks: Sequence[RiskRecord]) -> str:
    return "; ".join(f"{risk.ref} {risk.description}"[:80].strip() for risk in risks)


CHECK = Check(
    name="no-risk-against-the-register",
    severity=Severity.WARNING,
    looks_at="sentences that say no risk was identified, and the register",
    find=_find,
    remedy="Name the risk in the text, or close it in the register.",
)
