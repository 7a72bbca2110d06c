"""Expenditure and cumulative deficit of several scenarios that imply different incomes for the same year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import pairwise
from statistics import median

from goldthread.domain.checks.arithmetic.amounts import plainly
from goldthread.domain.checks.arithmetic.statements import as_printed, worth
from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.papers import TableRecord, TableRow

_ROLE = re.compile(r"(?P<scenario>.*?)\s*\b(?P<role>expenditure|(?:cumulative )?deficit)\b", re.IGNORECASE)
FEWEST = 3
ROUNDED_FIGURES = 3  # expenditure and two deficits


def _find(evidence: Evidence) -> Iterator[Finding]:
    for table in evidence.paper.tables:
        pairs = _scenarios(table)
        if len(pairs) >= FEWEST:
            yield from _of_years(table, pairs)


def _scenarios(table: TableRecord) -> Mapping[str, tuple[TableRow, TableRow]]:
    rows: dict[str, dict[str, TableRow]] = {}
    for row in table.rows:
        found = _ROLE.match(row.label)
        if found:
            role = "deficit" if "deficit" in found["role"].lower() else "expenditure"
            rows.setdefault(found["scenario"].lower(), {})[role] = row
    return {name: (both["expenditure"], both["deficit"]) for name, both in rows.items() if len(both) > 1}


def _of_years(table: TableRecord, pairs: Mapping[str, tuple[TableRow, TableRow]]) -> Iterator[Finding]:
    years = list(table.columns)
    for before, year in pairwise(years):
        implied = {
            name: spent - (now - then)
            for name, (spending, deficit) in pairs.items()
            if (spent := worth(spending, year)) is not None
            and (now := worth(deficit, year)) is not None
            and (then := worth(deficit, before)) is not None
        }
        if len(implied) < FEWEST:
            continue
        middle = median(implied.values())
        for name, income in implied.items():
            row = pairs[name][0]
            others = [other for key, other in implied.items() if key != name]
            slack = _step(row, year) * ROUNDED_FIGURES
            if abs(income - middle) > slack * 2 and max(others) - min(others) <= slack:
                yield CHECK.finding(
                    row.where,
                    as_printed(row),
                    f"{table.columns[year].strip()}: spending and deficit imply an income of "
                    f"{plainly(income)}; in the other "
                    f"scenarios it is {plainly(middle)}",
                )


def _step(row: TableRow, name: str) -> Decimal:
    """Half a unit of the last printed digit."""
    cell = row.values[name]
    number = cell.number or Decimal(0)
    digits = re.search(r"\.(\d+)", cell.text)
    printed = re.search(r"[\d,]+(?:\.\d+)?", cell.text)
    scale = number / Decimal(printed[0].replace(",", "")) if printed and number else Decimal(1)
    return Decimal("0.5").scaleb(-len(digits[1]) if digits else 0) * abs(scale)


CHECK = Check(
    name="scenarios-disagree",
    severity=Severity.ERROR,
    looks_at="expenditure and cumulative deficit under several scenarios",
    find=_find,
    remedy="Work out expenditure less the change in the deficit for each scenario and correct the odd one out.",
)
