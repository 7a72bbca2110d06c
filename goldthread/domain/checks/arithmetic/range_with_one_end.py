"""A range that is one figure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from goldthread.domain.checks.arithmetic.amounts import DIGITS
from goldthread.domain.checks.arithmetic.texts import cells_of, texts_of
from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.papers import Where

_RANGE = re.compile(
    rf"\brange of (?P<what>[^.;:\d£]{{0,60}}\([a-z ]+ to [a-z ]+\))\s*:?\s*(?P<figure>£?\s?{DIGITS}\s?(?:%|m|k|bn)?+)"
    r"(?!\s*(?:to|and|-|–|—)|[.,]?\d)",
    re.IGNORECASE,
)


def _find(evidence: Evidence) -> Iterator[Finding]:
    places = {(text, where) for text, where in texts_of(evidence.paper)}
    places |= {(cell.text, cell.where) for _, cell in cells_of(evidence.paper)}
    places |= {(row.label, row.where) for table in evidence.paper.tables for row in table.rows}
    places |= {(header, table.where) for table in evidence.paper.tables for header in table.columns.values()}
    seen: set[tuple[str, Where]] = set()
    for text, where in sorted(places, key=lambda each: (each[1].line or 0, each[0])):
        for found in _RANGE.finditer(" ".join(text.split())):
            line = Where(file=where.file, line=where.line, page=where.page)
            if (found[0], line) not in seen:
                seen.add((found[0], line))
                yield CHECK.finding(
                    line, found[0], f"a range has two ends, but only {found['figure'].strip()} is given"
                )


CHECK = Check(
    name="range-with-one-end",
    severity=Severity.WARNING,
    looks_at="ranges of figures",
    find=_find,
    remedy="Give both ends of the range, or call it a difference.",
)
