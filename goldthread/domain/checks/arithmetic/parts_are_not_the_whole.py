"""Parts in a sentence that do not add up to the whole it states."""

from __future__ import annotations

from collections.abc import Iterator

from goldthread.domain.checks.arithmetic.amounts import plainly
from goldthread.domain.checks.arithmetic.claims import ClaimKind, claims_of
from goldthread.domain.checks.arithmetic.statements import either
from goldthread.domain.checks.arithmetic.texts import texts_of
from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity


def _find(evidence: Evidence) -> Iterator[Finding]:
    for text, where in texts_of(evidence.paper):
        for claim in claims_of(text):
            if claim.kind is ClaimKind.PARTS_SUM and not claim.holds:
                yield CHECK.finding(
                    where,
                    claim.quote,
                    f"{either(claim.numbers)} make {plainly(claim.computed)}, the sentence says "
                    f"{plainly(claim.stated)}",
                )


CHECK = Check(
    name="parts-are-not-the-whole",
    severity=Severity.ERROR,
    looks_at="a number of things in a sentence and the parts listed for it",
    find=_find,
    remedy="Correct the number that is wrong, or name the part that is missing.",
)
