"""A part that is larger than the whole it is out of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from goldthread.domain.checks.arithmetic.amounts import DIGITS, plainly, value_of
from goldthread.domain.checks.arithmetic.texts import cells_of, texts_of
from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity

_OUT_OF = re.compile(
    rf"(?<![\w.,/£-])(?P<part>{DIGITS}) (?:[a-z]+ )?(?:out of|of the) (?:the |a total of )?(?P<base>{DIGITS})"
    r"(?![\w/%-]|[.,]\d| (?:years?|months?|weeks?|days?)\b)"
)
FARTHEST = 10  # times: what is further off is no part and whole


def _find(evidence: Evidence) -> Iterator[Finding]:
    texts = [*texts_of(evidence.paper), *((cell.text, cell.where) for _, cell in cells_of(evidence.paper))]
    for text, where in texts:
        for found in _OUT_OF.finditer(" ".join(text.split())):
            part, base = value_of(found["part"]), value_of(found["base"])
            if base < part < base * FARTHEST:
                yield CHECK.finding(where, found[0], f"{plainly(part)} can't be part of {plainly(base)}")


CHECK = Check(
    name="numerator-above-denominator",
    severity=Severity.ERROR,
    looks_at="numbers out of a whole, in sentences and cells",
    find=_find,
    remedy="Check which number is wrong, or whether one counts events and the other people.",
)
