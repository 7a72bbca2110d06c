"""A total or subtotal that is not the sum of its rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from goldthread.domain.checks.arithmetic.amounts import plainly
from goldthread.domain.checks.arithmetic.statements import Column, as_printed, columns_of, is_empty, worth
from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.papers import TableRecord, TableRow

TOTALS = frozenset({"subtotal", "total"})
_PART_OF = re.compile(r"[-–\s]*(?:of which|including|includes|incl\.?)\b", re.IGNORECASE)
_MEAN = re.compile(r"\b(?:average|mean|overall|rate)\b|%", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Difference:
    """What the rows under a total add up to, what it says, and whether rounding can explain the difference."""

    column: Column
    added: Decimal
    stated: Decimal
    rounding: bool


def _find(evidence: Evidence) -> Iterator[Finding]:
    for table in evidence.paper.tables:
        by_row: dict[int, list[Difference]] = {}
        for column in columns_of(table):
            for index, difference in _differences(table, column):
                by_row.setdefault(index, []).append(difference)
        for index, differences in sorted(by_row.items()):
            yield from _findings(table.rows[index], differences)


def _findings(row: TableRow, differences: list[Difference]) -> Iterator[Finding]:
    for rounding in (False, True):
        chosen = [each for each in differences if each.rounding is rounding]
        if not chosen:
            continue
        sums = "; ".join(
            f"{each.column.header.strip() or each.column.name}: the rows add up to {plainly(each.added)}, "
            f"the total says {plainly(each.stated)}"
            for each in chosen
        )
        if rounding:
            yield CHECK.finding(row.where, as_printed(row), f"{sums} (rounding)", severity=Severity.NOTE)
        else:
            yield CHECK.finding(row.where, as_printed(row), sums)


def _differences(table: TableRecord, column: Column) -> Iterator[tuple[int, Difference]]:
    """Walk down a column: a total takes the lines since the last one, or else the subtotals above it."""
    if any(row.values[column.name].unit == "percent" for row in table.rows if column.name in row.values):
        return
    lines: list[TableRow] = []
    subtotals: list[Decimal | None] = []
    for index, row in enumerate(table.rows):
        if row.kind == "line":
            lines += [] if _PART_OF.match(row.label) else [row]
        elif row.kind in TOTALS and not _MEAN.search(row.label):
            stated = worth(row, column.name)
            found = _compared(lines, subtotals, stated, column)
            if found is not None:
                yield index, found
            if not lines:
                subtotals = []
            subtotals, lines = [*subtotals, stated], []


def _compared(
    lines: list[TableRow], subtotals: list[Decimal | None], stated: Decimal | None, column: Column
) -> Difference | None:
    cells = [worth(row, column.name) for row in lines]
    empty = any(number is None for number in cells)
    if stated is None or any(
        number is None and not is_empty(row.values.get(column.name)) for row, number in zip(lines, cells, strict=True)
    ):
        return None
    under = [number or Decimal(0) for number in cells]
    above = [number for number in subtotals if number is not None]
    choices = [under, [*above, *under]] if lines else [above[start:] for start in range(len(above) - 1)]
    choices = [choice for choice in choices if len(choice) > 1]
    if not choices:
        return None
    best = min(choices, key=lambda choice: abs(sum(choice, Decimal(0)) - stated))
    added = sum(best, Decimal(0))
    gap, step = abs(added - stated), Decimal(1).scaleb(min(_exponent(number) for number in (*best, stated)))
    rounding = not column.counts and gap * 2 <= step * len(best)
    if gap == 0 or (empty and not rounding) or _too_far(best, stated):
        return None
    return Difference(column=column, added=added, stated=stated, rounding=rounding)


def _exponent(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return min(exponent, 0) if isinstance(exponent, int) else 0


def _too_far(rows: list[Decimal], stated: Decimal) -> bool:
    """Whether the total is so far from its rows that it is more likely the total of something else."""
    return abs(sum(rows, Decimal(0)) - stated) * 2 > max(abs(stated), abs(sum(rows, Decimal(0))))


CHECK = Check(
    name="total-is-not-its-rows",
    severity=Severity.ERROR,
    looks_at="totals and subtotals of tables",
    find=_find,
    remedy="Add the rows up again and correct the total or the row that is wrong.",
)
