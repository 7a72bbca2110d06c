"""Two items of a list that start with the same sentence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.wording.texts import Printed, printed, sentences, words

SHORTEST: Final = 5
LONGEST: Final = 20


def _find(evidence: Evidence) -> Iterator[Finding]:
    before: Printed | None = None
    for each in printed(evidence.paper):
        if each.kind != "list item":
            continue
        if before is not None and each.report == before.report and each.section == before.section:
            start = _start(each.text)
            said = words(before.text)
            if SHORTEST <= len(start) <= LONGEST and len(sentences(each.text)) > 1 and said[: len(start)] == start:
                yield CHECK.finding(
                    each.where,
                    sentences(each.text)[0],
                    f"the item before it starts with the same words: {before.text}",
                )
        before = each


def _start(text: str) -> list[str]:
    first = sentences(text)[:1]
    return words(first[0]) if first else []


CHECK = Check(
    name="rules-start-alike",
    severity=Severity.NOTE,
    looks_at="neighbouring items of a list",
    find=_find,
    remedy="Take the repeated words out, or join the two items.",
)
