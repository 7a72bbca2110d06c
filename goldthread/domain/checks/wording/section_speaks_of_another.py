"""A section that says what belongs under another heading."""

from __future__ import annotations

import re
from collections.abc import Iterator

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.wording.texts import Printed, printed

_HEADED = re.compile(r"\b(\w+) implications\b", re.IGNORECASE)
_NONE = re.compile(r"\bno (?:further |additional |direct |specific |new )?(\w+) implications\b", re.IGNORECASE)
_GENERAL = frozenset(
    (
        "other",
        "further",
        "additional",
        "direct",
        "specific",
        "new",
        "significant",
        "any",
        "known",
        "immediate",
        "wider",
    )
)


def _find(evidence: Evidence) -> Iterator[Finding]:
    heading: dict[int, str] = {}
    for each in printed(evidence.paper):
        headed = _heading(each)
        if headed is not None:
            heading[each.report] = headed
            continue
        said = _NONE.search(each.text)
        under = heading.get(each.report, "")
        if said and under and said[1].lower() not in (under, *_GENERAL) and len(each.text.split()) < 20:
            yield CHECK.finding(
                each.where,
                each.text,
                f"the section is about {under} implications; its text speaks of {said[1].lower()} implications",
            )


def _heading(each: Printed) -> str | None:
    if each.level is None and not each.text.strip(" *.:0123456789-").isupper():
        return None
    found = _HEADED.search(each.text)
    return found[1].lower() if found and found[1].lower() not in _GENERAL else ""


CHECK = Check(
    name="section-speaks-of-another",
    severity=Severity.ERROR,
    looks_at="the texts under headings of implications",
    find=_find,
    remedy="Write what the heading asks for.",
)
