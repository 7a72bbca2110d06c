"""A split of money in the text whose parts or amounts are not those of the table below it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from goldthread.domain.checks.arithmetic.amounts import plainly
from goldthread.domain.checks.arithmetic.splits import Part, parts_in, plain
from goldthread.domain.checks.arithmetic.statements import columns_of, worth
from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.papers import TableRecord

NEAR = 40  # lines from the split to its table
FEWEST = 2  # parts that the table has too


def _find(evidence: Evidence) -> Iterator[Finding]:
    parts = list(parts_in(evidence.paper))
    for table in evidence.paper.tables:
        sums, start = _sections(table), table.where.line
        if len(sums) < FEWEST or start is None:
            continue
        near = [part for part in parts if part.where.line is not None and start - NEAR <= part.where.line < start]
        if sum(part.key in sums for part in near) >= FEWEST:
            yield from _compared(near, sums)


def _compared(parts: list[Part], sums: dict[str, Decimal]) -> Iterator[Finding]:
    for part in parts:
        added = sums.get(part.key)
        if added is None:
            said = f"the text gives £{plainly(part.amount)} to {part.label}, the table below has no such part"
        elif added != part.amount:
            said = (
                f"the text gives £{plainly(part.amount)} to {part.label}, its rows in the table below add up to "
                f"£{plainly(added)}"
            )
        else:
            continue
        yield CHECK.finding(
            part.where,
            f"{part.label}: £{plainly(part.amount)}",
            said,
            severity=Severity.WARNING if added is None else None,
        )


def _sections(table: TableRecord) -> dict[str, Decimal]:
    """What the rows under each heading add up to in the first column of money."""
    sums: dict[str, Decimal] = {}
    column = next((column.name for column in columns_of(table)), "")
    for row in table.rows:
        amount = worth(row, column)
        if row.kind == "line" and row.section and amount is not None:
            key = plain(row.section)
            sums[key] = sums.get(key, Decimal(0)) + amount
    return sums


CHECK = Check(
    name="split-is-not-its-table",
    severity=Severity.ERROR,
    looks_at="splits of money in the text and the table that follows",
    find=_find,
    remedy="Bring text and table to the same parts and amounts.",
)
