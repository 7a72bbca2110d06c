"""An overall share that no mix of the parts can give, however many things each part has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from goldthread.domain.checks.arithmetic.amounts import plainly
from goldthread.domain.checks.arithmetic.mixes import can_be_mixed, ranges_of
from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.papers import ShareStatement

_OVERALL = re.compile(r"\b(?:overall|all|entire|total|whole|every)\b|^$", re.IGNORECASE)
FEWEST_STATUSES, FEWEST_PARTS, LARGEST = 2, 2, 40
NEAR = 120  # lines between an overall statement and its parts


def _find(evidence: Evidence) -> Iterator[Finding]:
    statements = evidence.paper.shares
    for index, whole in enumerate(statements):
        if not _OVERALL.search(whole.scope) or len(whole.shares) < FEWEST_STATUSES:
            continue
        parts = [each for each in _parts(statements, index) if not _OVERALL.search(each.scope)]
        if len({each.scope for each in parts}) < FEWEST_PARTS:
            continue
        statuses = [status for status in whole.shares if not re.search(r"\bor\b", status)]
        if not can_be_mixed(
            ranges_of(whole.shares, statuses), [ranges_of(_exclusive(each.shares), statuses) for each in parts]
        ):
            given = ", ".join(f"{plainly(share)}% {status}" for status, share in whole.shares.items())
            yield CHECK.finding(
                whole.where,
                whole.quote,
                f"overall it says {given}; no mix of the {len(parts)} parts gives this, however many each "
                "of them has",
            )


def _parts(statements: Sequence[ShareStatement], index: int) -> Iterator[ShareStatement]:
    line = statements[index].where.line
    for each in statements[index + 1 : index + 1 + LARGEST]:
        if line is not None and (each.where.line or 0) > line + NEAR:
            return
        yield each


def _exclusive(shares: Mapping[str, Decimal]) -> Mapping[str, Decimal]:
    """The shares of single statuses: "complete or on target" less "complete" is "on target"."""
    single = {status: share for status, share in shares.items() if not re.search(r"\bor\b", status)}
    for status, share in shares.items():
        both = re.split(r"\s+or\s+", status)
        missing = [each for each in both if each not in single]
        if len(both) > 1 and len(missing) == 1:
            single[missing[0]] = share - sum((single[each] for each in both if each in single), Decimal(0))
    return single


CHECK = Check(
    name="overall-share-no-mix-gives",
    severity=Severity.ERROR,
    looks_at="overall shares by status and the shares of the parts",
    find=_find,
    remedy="Count the actions again, part by part, and give the numbers with the shares.",
)
