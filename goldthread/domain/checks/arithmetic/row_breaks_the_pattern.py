"""Two columns that are equal in every row but one; a profile that is the same in every period of every row."""

from __future__ import annotations

from collections.abc import Iterator

from goldthread.domain.checks.arithmetic.amounts import plainly
from goldthread.domain.checks.arithmetic.statements import as_printed, named, worth
from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.papers import TableRecord

FEWEST = 6
_QUARTERS = ("quarter_1", "quarter_2", "quarter_3", "quarter_4")


def _find(evidence: Evidence) -> Iterator[Finding]:
    for table in evidence.paper.tables:
        yield from _one_differs(table, first="allocation_to_date", second="actual")
        yield from _flat(table)


def _one_differs(table: TableRecord, *, first: str, second: str) -> Iterator[Finding]:
    rows = [
        (row, one, other)
        for row in table.rows
        if row.kind == "line" and (one := worth(row, first)) is not None and (other := worth(row, second)) is not None
    ]
    odd = [each for each in rows if each[1] != each[2]]
    if len(rows) >= FEWEST and len(odd) == 1:
        row, one, other = odd[0]
        yield CHECK.finding(
            row.where,
            as_printed(row),
            f"{named(table, first)} {plainly(one)}, {named(table, second)} {plainly(other)}; in all the other "
            f"{len(rows) - 1} rows the two are equal",
        )


def _flat(table: TableRecord) -> Iterator[Finding]:
    rows = [
        (row, values)
        for row in table.rows
        if (values := [worth(row, name) for name in _QUARTERS]) and None not in values and any(values)
    ]
    if len(rows) >= FEWEST and all(len(set(values)) == 1 for _, values in rows):
        row = rows[-1][0]
        yield CHECK.finding(
            row.where,
            as_printed(row),
            f"all {len(rows)} rows are spread evenly over the four quarters, whatever the plan says starts when",
        )


CHECK = Check(
    name="row-breaks-the-pattern",
    severity=Severity.NOTE,
    looks_at="columns that are equal but for one row, and funding spread evenly over the quarters",
    find=_find,
    remedy="Check the row against its source; profile the funding by the dates of the work.",
)
