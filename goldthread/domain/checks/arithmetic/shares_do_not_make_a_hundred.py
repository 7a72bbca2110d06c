"""Shares of one whole that do not make a hundred per cent."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from goldthread.domain.checks.arithmetic.amounts import half_of, plainly
from goldthread.domain.checks.arithmetic.claims import ClaimKind, claims_of
from goldthread.domain.checks.arithmetic.texts import texts_of
from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity

_STATUS = re.compile(
    r"\b(?:green|amber|red|blue|complete|completed|on target|on track|delayed|not started|met|meeting"
    r"|improved|declined"
    r"|worse|not applicable|n/a|no data|same)\b",
    re.IGNORECASE,
)
FEWEST = 3


def _find(evidence: Evidence) -> Iterator[Finding]:
    for statement in evidence.paper.shares:
        shares = statement.shares
        if len(shares) < FEWEST or any(re.search(r"\bor\b", status) for status in shares):
            continue
        added = sum(shares.values(), Decimal(0))
        if abs(added - 100) > _slack(shares.values()):
            yield CHECK.finding(
                statement.where, statement.quote, f"the shares of {statement.scope or 'the whole'} {_make(added)}"
            )
    given = {statement.where.line for statement in evidence.paper.shares}
    for text, where in texts_of(evidence.paper):
        for claim in claims_of(text) if "%" in text and where.line not in given | {None} else ():
            if claim.kind is ClaimKind.PERCENT_PARTS_SUM and not claim.holds and _are_statuses(claim.quote):
                yield CHECK.finding(where, claim.quote, f"the shares {_make(claim.computed)}")


def _make(added: Decimal) -> str:
    gap = added - 100
    return f"make {plainly(added)}%: {plainly(abs(gap))} {'too many' if gap > 0 else 'not accounted for'}"


def _slack(shares: Iterable[Decimal]) -> Decimal:
    return sum((half_of(format(share, "f")) for share in shares), Decimal(0))


def _are_statuses(text: str) -> bool:
    return len({found.lower() for found in _STATUS.findall(text)}) >= FEWEST - 1


CHECK = Check(
    name="shares-do-not-make-a-hundred",
    severity=Severity.WARNING,
    looks_at="shares of one whole by status",
    find=_find,
    remedy="Give the share that is missing, or correct the one that is wrong.",
)
