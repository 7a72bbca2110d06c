"""A value that names a year which is not its column's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.measures.rows import by_year, printed_year, short

_NAMED = re.compile(r"\((?:20)?(\d\d) ?[/-] ?(?:20)?(\d\d)\)")


def _find(evidence: Evidence) -> Iterator[Finding]:
    for _, _, row in evidence.paper.measures:
        for year, cell in (*by_year(row, "actual"), *by_year(row, "target")):
            named = _year_in(cell.text)
            if named not in (None, year):
                yield CHECK.finding(
                    row.where,
                    short(row, cell),
                    f"the value is of {printed_year(named or 0)}, the column is for {printed_year(year)}",
                )


def _year_in(text: str) -> int | None:
    found = _NAMED.search(text)
    return 2000 + int(found[1]) if found and (int(found[1]) + 1) % 100 == int(found[2]) else None


CHECK = Check(
    name="value-of-another-year",
    severity=Severity.WARNING,
    looks_at="years printed beside values, and the years of their columns",
    find=_find,
    remedy="Give the figure of the column's year, or say in the header that it is the latest known.",
)
