"""A column headed outturn that holds the variance."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from goldthread.domain.checks.arithmetic.amounts import plainly, value_of
from goldthread.domain.checks.arithmetic.statements import worth
from goldthread.domain.checks.arithmetic.texts import texts_of
from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.papers import TableRecord

MOST = Decimal("0.8")  # of the rows must be small beside their budget
SMALL = Decimal("0.5")  # of its budget at most: an outturn is about the size of its budget
FEWEST = 4
THOUSANDS_IN_A_MILLION = 1000  # tables of money are in thousands
_OUTTURN = re.compile(r"outturn (?:of|is) £(?P<millions>\d+\.\d+)m(?! (?:over|under|above|below))")


def holds_variances(table: TableRecord) -> bool:
    """Whether the figures under "forecast outturn" are far too small beside their budgets to be outturns."""
    pairs = [
        (abs(outturn), abs(budget))
        for row in table.rows
        if (outturn := worth(row, "forecast_outturn")) is not None and (budget := worth(row, "annual_budget"))
    ]
    small = sum(outturn < SMALL * budget for outturn, budget in pairs)
    return len(pairs) >= FEWEST and small >= MOST * len(pairs)


def _find(evidence: Evidence) -> Iterator[Finding]:
    for table in evidence.paper.tables:
        header = table.columns.get("forecast_outturn", "")
        if "variance" in header.lower() or not holds_variances(table):
            continue
        largest = max(table.rows, key=lambda row: abs(worth(row, "annual_budget") or Decimal(0)))
        yield CHECK.finding(
            table.where,
            header,
            f'"{header}" holds variances, not outturns: {largest.label} has '
            f"{plainly(worth(largest, 'forecast_outturn') or Decimal(0))} under it beside an annual budget of "
            f"{plainly(worth(largest, 'annual_budget') or Decimal(0))}",
        )
    yield from _in_sentences(evidence)


def _in_sentences(evidence: Evidence) -> Iterator[Finding]:
    """Sentences that call a forecast variance of these tables an outturn."""
    variances = {
        abs(variance)
        for table in evidence.paper.tables
        if holds_variances(table)
        for row in table.rows
        if (variance := worth(row, "forecast_outturn"))
    }
    for text, where in texts_of(evidence.paper) if variances else ():
        for found in _OUTTURN.finditer(text):
            amount = value_of(found["millions"]) * THOUSANDS_IN_A_MILLION
            if amount in variances:
                yield CHECK.finding(
                    where, found[0], f"£{found['millions']}m is the forecast variance in the table, not the outturn"
                )


CHECK = Check(
    name="outturn-is-a-variance",
    severity=Severity.WARNING,
    looks_at="headers of forecast outturn columns",
    find=_find,
    remedy="Head the column Forecast variance, or print the outturn itself.",
)
