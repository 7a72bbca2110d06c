"""A change that its own two figures do not give: its size, or its direction."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from goldthread.domain.checks.arithmetic.amounts import DIGITS, half_of, plainly, value_of
from goldthread.domain.checks.arithmetic.claims import ClaimKind, claims_of
from goldthread.domain.checks.arithmetic.texts import texts_of
from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity

_WORD = r"(?:increas|ris|rose|growth|grew|reduc|fall|fell|drop|decreas|improv)\w*"
_SIZE = rf"£?(?P<size>{DIGITS})(?P<unit>\s?(?:%|per cent|percentage points?))?(?![\w.,]\w)"
_ENDS = rf"from £?(?P<start>{DIGITS})(?P<mark>[%mk])? to £?(?P<end>{DIGITS})(?P=mark)?(?![\w/]|[.,]\d)"
_CHANGES = (
    re.compile(rf"\b{_WORD} (?:of|by) {_SIZE}[ ,(]{{1,2}}{_ENDS}", re.IGNORECASE),
    re.compile(rf"\b{_ENDS}[ ,(–-]{{1,3}}(?:an? )?(?:overall )?{_WORD} (?:of|by) {_SIZE}", re.IGNORECASE),
    re.compile(rf"\b{_ENDS}[ ,(–-]{{1,3}}an? {_SIZE} {_WORD}", re.IGNORECASE),
)


def _find(evidence: Evidence) -> Iterator[Finding]:
    for text, where in texts_of(evidence.paper):
        plain = " ".join(text.split())
        for found in (found for form in _CHANGES for found in form.finditer(plain)):
            said = _wrong_size(found)
            if said:
                yield CHECK.finding(where, found[0], said)
        for claim in claims_of(text):
            if claim.holds or claim.kind not in (ClaimKind.DIFFERENCE, ClaimKind.DIRECTION):
                continue
            first, second = (plainly(number) for number in claim.numbers)
            if claim.kind is ClaimKind.DIFFERENCE:
                said = (
                    f"{first} and {second} are {plainly(claim.computed)} apart, the text says {plainly(claim.stated)}"
                )
            else:
                change = "a rise" if claim.computed > 0 else "a fall"
                said = f"from {first} to {second} is {change}, the text says the opposite"
            yield CHECK.finding(where, claim.quote, said)


def _wrong_size(found: re.Match[str]) -> str:
    start, end, size = (value_of(found[name]) for name in ("start", "end", "size"))
    gap = abs(end - start)
    slack = half_of(found["size"])
    ends = half_of(found["start"]) + half_of(found["end"]) if "." in found["start"] + found["end"] else Decimal(0)
    if abs(gap - size) <= ends + (slack if "." in found["size"] else 0):
        return ""
    percent = gap * 100 / start if start else None
    if percent is not None and found["unit"] and abs(percent - size) <= slack:
        return ""
    return (
        f"from {plainly(start)} to {plainly(end)} is a change of {plainly(gap)}"
        + (f" or {plainly(round(percent, 1))}%" if percent is not None else "")
        + f", the text says {plainly(size)}{(found['unit'] or '').strip()}"
    )


CHECK = Check(
    name="change-is-not-its-figures",
    severity=Severity.ERROR,
    looks_at="changes from one figure to another in a sentence",
    find=_find,
    remedy="Correct the change or the figures, and use a word that fits its direction.",
)
