"""A change called slight that is more than a tenth, or significant that is less than a hundredth."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from goldthread.domain.checks.arithmetic.amounts import DIGITS, plainly, value_of
from goldthread.domain.checks.arithmetic.texts import texts_of
from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity

_SAID = re.compile(
    r"\b(?P<word>slight|slightly|small|marginal|marginally|minor|significant|significantly|substantial|substantially|sharp|sharply)\s+"
    r"(?:increase|reduction|drop|fall|rise|decrease|decline|improvement|increased|reduced|dropped|fell|fallen|rose|risen|decreased"
    rf"|declined|improved)\b[^.;\d]{{0,60}}? from £?(?P<start>{DIGITS})(?P<unit>%|m|k)? to £?"
    rf"(?P<end>{DIGITS})(?P=unit)?(?![\w/]|[.,]\d)",
    re.IGNORECASE,
)
_LARGE_WORDS = ("signif", "substa", "sharp", "sharpl")
LARGE, SMALL = Decimal(10), Decimal(1)  # per cent of the first figure


def _find(evidence: Evidence) -> Iterator[Finding]:
    for text, where in texts_of(evidence.paper):
        for found in _SAID.finditer(" ".join(text.split())):
            start, end = value_of(found["start"]), value_of(found["end"])
            if not start or found["unit"] == "%":
                continue
            change = abs(end - start) * 100 / start
            large_word = found["word"].lower()[:6] in _LARGE_WORDS
            if change < SMALL if large_word else change > LARGE:
                yield CHECK.finding(
                    where,
                    found[0],
                    f"from {plainly(start)} to {plainly(end)} is {plainly(round(change, 1))}%, which the text calls "
                    f"{found['word'].lower()}",
                )


CHECK = Check(
    name="small-word-for-a-large-change",
    severity=Severity.NOTE,
    looks_at="words for the size of a change between two figures",
    find=_find,
    remedy="Let the word fit the figure, or leave the word out.",
)
