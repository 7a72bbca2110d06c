"""The difference of two percentages called per cent instead of percentage points."""

from __future__ import annotations

import re
from collections.abc import Iterator

from goldthread.domain.checks.arithmetic.amounts import DIGITS, sentences_of
from goldthread.domain.checks.arithmetic.texts import cells_of, texts_of
from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity

_PERCENT = rf"(?<![\w.,]){DIGITS}\s?(?:%|per cent)(?!age)"
_NOUN = r"(?:increase|reduction|drop|fall|rise|decrease|improvement|decline|growth)"
_VERB = (
    r"(?:increased|reduced|dropped|fell|fallen|rose|risen|decreased|improved|declined|diminished|narrowed|widened)"
)
_LEVEL_THEN_CHANGE = re.compile(
    rf"(?P<level>{_PERCENT})[^.;%]{{0,80}}?[,(–-] ?(?:which is |this is |with )?an? "
    rf"(?:(?:[a-z]+ )?{_NOUN} of (?P<of>{_PERCENT})|(?P<first>{_PERCENT}) {_NOUN})",
    re.IGNORECASE,
)
_SHARE_CHANGED = re.compile(
    r"\b(?P<what>percentage|proportion|rate of [a-z]+|gap|% of)"
    rf"\b[^.;%\d]{{0,100}}? {_VERB}[^.;%\d]{{0,40}}? by (?P<by>{_PERCENT})",
    re.IGNORECASE,
)
_IN_A_CELL = re.compile(rf"^\s*(?P<level>{DIGITS}\s?%)\s+(?P<change>[-−–+]\s?{DIGITS}\s?%)")


def _find(evidence: Evidence) -> Iterator[Finding]:
    for text, where in texts_of(evidence.paper):
        for sentence in sentences_of(text) if "%" in text or "per cent" in text else ():
            found = _LEVEL_THEN_CHANGE.search(sentence) or _SHARE_CHANGED.search(sentence)
            if found:
                groups = found.groupdict()
                change = groups.get("of") or groups.get("first") or groups.get("by")
                yield CHECK.finding(
                    where,
                    found[0],
                    f"the difference of two percentages is given as {change}, not as percentage points",
                )
    first: dict[int | None, Finding] = {}
    for _, cell in cells_of(evidence.paper):
        found = _IN_A_CELL.match(cell.text)
        if found:
            first.setdefault(
                cell.where.line,
                CHECK.finding(
                    cell.where,
                    cell.text,
                    f"the change of {found['change']} on {found['level']} is in percentage points, and "
                    "stands inside the cell",
                ),
            )
    yield from first.values()


CHECK = Check(
    name="points-called-per-cent",
    severity=Severity.WARNING,
    looks_at="changes of percentages",
    find=_find,
    remedy="Write percentage points, or give the change as a share of the earlier figure.",
)
