"""A quarter whose word is not that of its dates."""

from __future__ import annotations

import re
from collections.abc import Iterator

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.plans.mentions import MONTH, mentions_in
from goldthread.domain.checks.plans.quarters import ORDINALS, QUARTER, number_of
from goldthread.domain.checks.plans.reports import texts

_SPAN = re.compile(
    rf"{QUARTER}[^.;\d]{{0,40}}?(?P<span>\d{{1,2}}(?:st|nd|rd|th)? {MONTH}(?: \d{{4}})? (?:to|until|-|–)"
    rf" \d{{1,2}}(?:st|nd|rd|th)? {MONTH} \d{{4}})",
    re.IGNORECASE,
)
_STARTS = {4: 1, 7: 2, 10: 3, 1: 4}


def _find(evidence: Evidence) -> Iterator[Finding]:
    for _, passage in texts(evidence.paper):
        for found in _SPAN.finditer(passage.text):
            first, last = list(mentions_in(found["span"]))[:2]
            number = _STARTS.get(first.month)
            if number is None or (last.month - first.month) % 12 != 2 or first.day != 1:
                continue
            said = number_of(found)
            if said != number:
                yield CHECK.finding(
                    passage.where,
                    found[0],
                    f"{found['span']} is the {ORDINALS[number - 1]} quarter, the text says the {ORDINALS[said - 1]}",
                )


CHECK = Check(
    name="quarter-word-is-not-its-dates",
    severity=Severity.ERROR,
    looks_at="quarters named with their dates",
    find=_find,
    remedy="Name the quarter as its dates have it.",
)
