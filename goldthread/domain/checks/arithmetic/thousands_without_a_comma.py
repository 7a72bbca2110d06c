"""A large amount of money without separators in a paper that otherwise uses them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from goldthread.domain.checks.arithmetic.texts import cells_of, texts_of
from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.papers import Where

_BARE = re.compile(r"£\s?\d{5,}(?![\d,])")
_SEPARATED = re.compile(r"(?<![\d,])\d{1,3}(?:,\d{3})+(?![\d,])")


def _find(evidence: Evidence) -> Iterator[Finding]:
    bare: list[tuple[str, Where]] = []
    separated = False
    texts = [*texts_of(evidence.paper), *((cell.text, cell.where) for _, cell in cells_of(evidence.paper))]
    for text, where in texts:
        separated = separated or _SEPARATED.search(text) is not None
        bare += [(found[0], where) for found in _BARE.finditer(text)]
    if bare and separated:
        amount, where = min(bare, key=lambda each: each[1].line or 0)
        more = f" ({len(bare)} such amounts)" if len(bare) > 1 else ""
        yield CHECK.finding(where, amount, f"{amount} has no comma for the thousands; other figures have{more}")


CHECK = Check(
    name="thousands-without-a-comma",
    severity=Severity.NOTE,
    looks_at="large amounts of money",
    find=_find,
    remedy="Print large amounts with commas.",
)
