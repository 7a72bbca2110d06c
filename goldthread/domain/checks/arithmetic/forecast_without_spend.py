"""A forecast variance on a line with nothing budgeted and nothing spent to date."""

from __future__ import annotations

from collections.abc import Iterator

from goldthread.domain.checks.arithmetic.amounts import plainly
from goldthread.domain.checks.arithmetic.outturn_is_a_variance import holds_variances
from goldthread.domain.checks.arithmetic.statements import as_printed, worth
from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity


def _find(evidence: Evidence) -> Iterator[Finding]:
    for table in evidence.paper.tables:
        if not {"budget_to_date", "actual", "forecast_outturn"} <= set(table.columns) or not holds_variances(table):
            continue
        for row in table.rows:
            forecast, annual = worth(row, "forecast_outturn"), worth(row, "annual_budget")
            nothing = worth(row, "budget_to_date") == 0 and worth(row, "actual") == 0
            if row.kind == "line" and nothing and forecast and abs(forecast) != abs(annual or 0):
                yield CHECK.finding(
                    row.where,
                    as_printed(row),
                    f"a variance of {plainly(forecast)} is forecast, but nothing was budgeted to date and "
                    "nothing spent "
                    "or received",
                )


CHECK = Check(
    name="forecast-without-spend",
    severity=Severity.WARNING,
    looks_at="forecast variances of lines with nothing to date",
    find=_find,
    remedy="Say where the forecast comes from, or take it out.",
)
