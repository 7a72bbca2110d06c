"""A variance that is not budget minus actual, or has the wrong sign; a remainder that is not what is left."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from goldthread.domain.checks.arithmetic.amounts import plainly
from goldthread.domain.checks.arithmetic.statements import as_printed, named, worth
from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.papers import TableRecord, TableRow

_SUMS = (
    ("variance", ("budget_to_date", "annual_budget", "budget"), ("actual", "projected_spend", "forecast_outturn")),
    ("remaining", ("allocation",), ("actual",)),
)
ENOUGH = Decimal("0.6")  # of the rows must follow a convention before the others are blamed
FEWEST = 3


def _find(evidence: Evidence) -> Iterator[Finding]:
    for table in evidence.paper.tables:
        for result, firsts, seconds in _SUMS:
            first = next((name for name in firsts if name in table.columns), None)
            second = next((name for name in seconds if name in table.columns), None)
            if result in table.columns and first and second:
                yield from _of_table(table, result=result, first=first, second=second)


def _of_table(table: TableRecord, *, result: str, first: str, second: str) -> Iterator[Finding]:
    rows = [
        (row, expected, stated)
        for row in table.rows
        if (stated := worth(row, result)) is not None and (expected := _difference(row, first, second)) is not None
    ]
    telling = [(expected, stated) for _, expected, stated in rows if abs(expected) > 1 or abs(stated) > 1]
    sign = _convention(telling)
    if sign is None:
        return
    for row, expected, stated in rows:
        gap = abs(expected * sign - stated)
        if gap > _slack(row, (result, first, second)):
            turned = abs(expected * sign + stated) <= 1
            yield CHECK.finding(
                row.where,
                as_printed(row),
                f"{named(table, first if sign > 0 else second)} minus "
                f"{named(table, second if sign > 0 else first)} is "
                f"{plainly(expected * sign)}, the {named(table, result)} says {plainly(stated)}"
                + (": its sign is the wrong way round" if turned else ""),
            )


def _difference(row: TableRow, first: str, second: str) -> Decimal | None:
    one, other = worth(row, first), worth(row, second)
    return None if one is None or other is None else one - other


def _convention(rows: list[tuple[Decimal, Decimal]]) -> int | None:
    """1 where the table prints first minus second, -1 where it prints second minus first; None where neither."""
    for sign in (1, -1):
        fitting = sum(abs(expected * sign - stated) <= 1 for expected, stated in rows)
        if len(rows) >= FEWEST and fitting >= ENOUGH * len(rows):
            return sign
    return None


def _slack(row: TableRow, names: tuple[str, ...]) -> Decimal:
    """Half a unit of each of the three figures, so up to one and a half; whole figures can differ by one."""
    places = min((_places(row.values[name].text) for name in names), default=0)
    return Decimal("1.5").scaleb(-places)


def _places(text: str) -> int:
    return len("".join(character for character in text.partition(".")[2] if character.isdigit()))


CHECK = Check(
    name="variance-is-not-the-difference",
    severity=Severity.ERROR,
    looks_at="variances and remaining allocations in tables of money",
    find=_find,
    remedy="Work the variance out again from the two figures beside it and correct the one that is wrong.",
)
