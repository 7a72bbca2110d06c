"""A saving with a value and neither progress nor comment."""

from __future__ import annotations

from collections.abc import Iterator

from goldthread.domain.checks.arithmetic.statements import as_printed, is_empty
from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.papers import TableRow

_SAID = ("progress", "comment", "status", "update")
_NO_VALUE = ("budget", "ref")


def _find(evidence: Evidence) -> Iterator[Finding]:
    for table in evidence.paper.tables:
        said = [name for name in table.columns if any(word in name for word in _SAID)]
        if table.kind != "savings" or not said:
            continue
        for row in table.rows:
            silent = all(is_empty(row.values.get(name)) for name in said)
            if row.kind == "line" and silent and _has_value(row):
                yield CHECK.finding(
                    row.where, as_printed(row), "a saving is counted on, but neither progress nor comment is given"
                )


def _has_value(row: TableRow) -> bool:
    return any(bool(cell.number) for name, cell in row.values.items() if not any(word in name for word in _NO_VALUE))


CHECK = Check(
    name="saving-without-progress",
    severity=Severity.WARNING,
    looks_at="rows of savings tables",
    find=_find,
    remedy="Say whether the saving is on course, or that nothing is known yet.",
)
