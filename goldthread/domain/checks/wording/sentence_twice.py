"""A long sentence that stands twice in one report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.wording.texts import Printed, is_boilerplate, printed, sentences
from goldthread.domain.papers import Where

LONG: Final = 12
_SAID = re.compile(r"\d+(?:[.,/]\d+)*%?|[a-z]+(?:['’][a-z]+)?")
_JUDGED = re.compile(r"[–—●○▲▼■□◆✓✗-]\s+(?:[A-Z][a-z]+ ?)(?:[a-z]+ ?){0,3}:\s")
"""A judgement printed by a rule, as "– Not judged: …": it says the same of every measure that it is true of."""
_NOT_TEXT = re.compile(r"indicates that|RESOLVED|using the following|\b[A-Z]{2,}\d{2}", re.IGNORECASE)


def _find(evidence: Evidence) -> Iterator[Finding]:
    first: dict[tuple[int, str], Printed] = {}
    told: set[tuple[int, object, object]] = set()
    for each in printed(evidence.paper):
        if is_boilerplate(each) or _is_not_text(each):
            continue
        for sentence in sentences(each.text):
            said = _SAID.findall(sentence.lower())
            before = first.setdefault((each.report, " ".join(said)), each)
            pair = (each.report, before.where, each.where)
            if (
                sum(word[0].isalpha() for word in said) >= LONG
                and sentence.endswith((".", "!", ";"))
                and before is not each
                and pair not in told
            ):
                told.add(pair)
                yield CHECK.finding(each.where, sentence, f"this sentence stands already {_place(before.where)}")


def _is_not_text(each: Printed) -> bool:
    return (
        each.kind in ("heading", "record", "table cell")
        or _NOT_TEXT.search(each.text) is not None
        or _JUDGED.match(each.text) is not None
    )


def _place(where: Where) -> str:
    return f"on line {where.line} of the report" if where.line is not None else f"in {where}"


CHECK = Check(
    name="sentence-twice",
    severity=Severity.NOTE,
    looks_at="sentences of twelve words and more",
    find=_find,
    remedy="Keep it where it belongs, and write the other section for itself.",
)
