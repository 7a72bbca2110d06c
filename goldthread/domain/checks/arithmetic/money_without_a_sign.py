"""An amount of money without its pound sign."""

from __future__ import annotations

import re
from collections.abc import Iterator

from goldthread.domain.checks.arithmetic.amounts import sentences_of
from goldthread.domain.checks.arithmetic.texts import texts_of
from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity

_MONEY = re.compile(
    r"\b(?:cost|costs|costing|spend|spent|budget|funding|grant|price|fee|fees|salary|saving|savings|overspend)\b",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"(?<![\w£$€.,/-])(?P<amount>\d[\d,]*(?:\.\d+)?\s?(?:k\b|m\b|million\b|bn\b|billion\b))(?!\s*(?:people|children|pupils"
    r"|residents|homes|visits|hours|adults|tonnes|journeys|users|miles|euro|euros|dollars|pounds|km))"
)


def _find(evidence: Evidence) -> Iterator[Finding]:
    for text, where in texts_of(evidence.paper):
        for sentence in sentences_of(text):
            found = _BARE.search(sentence) if _MONEY.search(sentence) else None
            if found:
                amount = found["amount"].strip()
                yield CHECK.finding(
                    where,
                    sentence[max(0, found.start() - 40) : found.end() + 20].strip(),
                    f"{amount} is money without a currency sign",
                )


CHECK = Check(
    name="money-without-a-sign",
    severity=Severity.WARNING,
    looks_at="amounts in sentences about money",
    find=_find,
    remedy="Put the pound sign in front of the amount.",
)
