"""A unit or sign that is printed twice for one value."""

from __future__ import annotations

import re
from collections.abc import Iterator

from goldthread.domain.checks.arithmetic.texts import cells_of, texts_of
from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity

_TWICE = re.compile(
    r"\d\s?%\s?%|£\s?£\s?\d|\d\s?(?:k|m)\s(?:thousand|million)\b|\d\s?per cent\s?%|\d\s?%\s?per cent\b"
    r"|\d\s?% per ?centage(?! point)"
)


def _find(evidence: Evidence) -> Iterator[Finding]:
    texts = [*texts_of(evidence.paper), *((cell.text, cell.where) for _, cell in cells_of(evidence.paper))]
    for text, where in texts:
        found = _TWICE.search(text)
        if found:
            quote = text[max(0, found.start() - 20) : found.end() + 20].strip()
            yield CHECK.finding(where, quote, f'the unit of one value is printed twice: "{found[0]}"')


CHECK = Check(
    name="unit-printed-twice",
    severity=Severity.WARNING,
    looks_at="units of values in cells and sentences",
    find=_find,
    remedy="Print the unit once; check that no figure was lost between the two.",
)
