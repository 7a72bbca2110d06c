"""A percentage that the numbers printed beside it do not give."""

from __future__ import annotations

import re
from collections.abc import Iterator

from goldthread.domain.checks.arithmetic.amounts import DIGITS, plainly, value_of
from goldthread.domain.checks.arithmetic.claims import Claim, ClaimKind, claims_of, share_claim
from goldthread.domain.checks.arithmetic.texts import cells_of, texts_of
from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.papers import Where

_SHARE = re.compile(rf"(?<![\w.,])({DIGITS})\s?%")
_OUT_OF = re.compile(rf"(?<![\w.,/])({DIGITS})\s*(?:/|out of|of)\s*(?:the )?({DIGITS})(?![\w/%]|[.,]\d)")

_YEARS = re.compile("|".join(rf"\b(?:20)?{year:02}\s?/\s?(?:20)?{year + 1:02}\b" for year in range(99)))


def _find(evidence: Evidence) -> Iterator[Finding]:
    for text, where in texts_of(evidence.paper):
        for claim in claims_of(text):
            yield from _judged(claim, where)
    for _, cell in cells_of(evidence.paper):
        shares, bases = _SHARE.findall(cell.text), _OUT_OF.findall(cell.text)
        if len(shares) == len(bases) == 1 and value_of(bases[0][1]) and not _YEARS.search(cell.text):
            part, base = (value_of(number) for number in bases[0])
            yield from _judged(share_claim(part=part, base=base, share=shares[0], quote=cell.text), cell.where)


def _judged(claim: Claim, where: Where) -> Iterator[Finding]:
    if claim.kind is not ClaimKind.PERCENT_OF or claim.holds:
        return
    part, base = claim.numbers
    yield CHECK.finding(
        where,
        claim.quote,
        f"{plainly(part)} of {plainly(base)} is {plainly(round(claim.computed, 2))}%, the text says "
        f"{plainly(claim.stated)}%" + (" (cut off, not rounded)" if claim.truncated else ""),
        severity=Severity.NOTE if claim.truncated else None,
    )


CHECK = Check(
    name="percentage-is-not-its-figures",
    severity=Severity.ERROR,
    looks_at="percentages printed with the numbers they come from, in sentences and cells",
    find=_find,
    remedy="Work the percentage out again and correct it or the numbers.",
)
