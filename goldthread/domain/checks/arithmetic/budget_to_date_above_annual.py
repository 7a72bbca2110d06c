"""A budget to date that is larger than the budget of the whole year."""

from __future__ import annotations

from collections.abc import Iterator

from goldthread.domain.checks.arithmetic.amounts import plainly
from goldthread.domain.checks.arithmetic.statements import as_printed, named, worth
from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity

_PAIRS = (("budget_to_date", "annual_budget"), ("allocation_to_date", "allocation"))


def _find(evidence: Evidence) -> Iterator[Finding]:
    for table in evidence.paper.tables:
        for to_date, annual in _PAIRS:
            for row in table.rows:
                part, whole = worth(row, to_date), worth(row, annual)
                if row.kind == "line" and part is not None and whole is not None and abs(part) > abs(whole) > 0:
                    yield CHECK.finding(
                        row.where,
                        as_printed(row),
                        f"the {named(table, to_date)} of {plainly(part)} is more than the {named(table, annual)} "
                        f"of {plainly(whole)}",
                    )


CHECK = Check(
    name="budget-to-date-above-annual",
    severity=Severity.WARNING,
    looks_at="budgets to date and annual budgets",
    find=_find,
    remedy="Check which of the two figures is out of date, and correct it or explain the difference.",
)
