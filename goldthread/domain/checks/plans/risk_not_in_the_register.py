"""A risk named in the text that the register does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.plans.reports import bodies

_NEW = re.compile(
    r"^(?:a|one|another) (?:further|new|second|third|significant|additional|emerging) risk\b[^.]*|^"
    r"(?:a )?further risk\b[^.]*",
    re.IGNORECASE,
)
_WORD = re.compile(r"[A-Za-z]{5,}")
_COMMON = frozenset(
    [
        "further",
        "risk",
        "risks",
        "delivery",
        "emerged",
        "progress",
        "action",
        "actions",
        "identified",
        "priority",
        "programme",
        "could",
        "would",
        "should",
        "their",
        "which",
        "these",
        "place",
        "strategic",
        "within",
        "across",
        "being",
        "there",
        "about",
        "implementation",
        "impact",
        "potential",
        "result",
        "failure",
        "board",
        "plan",
        "plans",
        "children",
        "young",
        "people",
        "council",
        "manager",
    ]
)
ENOUGH = 2  # telling words in common


def _find(evidence: Evidence) -> Iterator[Finding]:
    registered = [
        _telling(f"{risk.description} {risk.controls} {' '.join(action.title for action in risk.actions)}")
        for risk in evidence.paper.risks
    ]
    for _, passage in bodies(evidence.paper) if registered else ():
        found = _NEW.match(passage.text)
        if found and not any(len(_telling(found[0]) & words) >= ENOUGH for words in registered):
            inside = " stands inside a list of controls and" if passage.kind == "list item" else ""
            yield CHECK.finding(passage.where, found[0], f"this risk{inside} is not in the register")


def _telling(text: str) -> frozenset[str]:
    return frozenset(word.lower() for word in _WORD.findall(text)) - _COMMON


CHECK = Check(
    name="risk-not-in-the-register",
    severity=Severity.WARNING,
    looks_at="risks that a report names and the risk register",
    find=_find,
    remedy="Enter the risk in the register with its score and owner.",
)
