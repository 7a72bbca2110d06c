"""A share of people or things that is more than all of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from goldthread.domain.checks.arithmetic.amounts import amounts_of, plainly
from goldthread.domain.checks.arithmetic.texts import texts_of
from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity

_SHARE_OF = re.compile(
    r"\s+of (?:the |all |our |these )*(?:children|pupils|people|families|cases|plans|actions|schools|staff"
    r"|residents|households|measures|indicators|respondents|applications|placements)\b",
    re.IGNORECASE,
)
_TITLE = re.compile(r"(?:percentage|proportion|%) of\b", re.IGNORECASE)
_CHANGE = re.compile(r"increase|reduction|change|target|budget|fund|capacity|spend", re.IGNORECASE)
ALL = Decimal(100)


def _find(evidence: Evidence) -> Iterator[Finding]:
    for text, where in texts_of(evidence.paper):
        for amount in amounts_of(text) if "%" in text or "per" in text else ():
            if amount.unit == "percent" and amount.number > ALL and _SHARE_OF.match(text, amount.end):
                yield CHECK.finding(
                    where,
                    text[amount.start : amount.end + 40].strip(),
                    f"{plainly(amount.number)}% is more than all of them",
                )
    for _, _, row in evidence.paper.measures:
        title = re.sub(r"^(?:increase|reduce|improve|maintain)\w*\b", "", row.title, flags=re.IGNORECASE)
        if not _TITLE.search(title) or _CHANGE.search(title):
            continue
        for cell in row.cells.values():
            if any(part.number > ALL and part.unit == "percent" for part in cell.parts):
                yield CHECK.finding(
                    cell.where, f"{row.ref} {cell.text}", "a share can't be more than 100%", severity=Severity.WARNING
                )


CHECK = Check(
    name="share-over-a-hundred",
    severity=Severity.ERROR,
    looks_at="percentages of people or things",
    find=_find,
    remedy="Correct the percentage, or say what it is a percentage of.",
)
