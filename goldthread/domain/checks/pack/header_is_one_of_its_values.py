"""A column whose header is one of the statuses that stand in it."""

from __future__ import annotations

from collections.abc import Iterator

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity


def _find(evidence: Evidence) -> Iterator[Finding]:
    for table in evidence.paper.tables:
        for column, header in table.columns.items():
            said = [row.values[column].text.strip() for row in table.rows if column in row.values]
            others = sorted({text for text in said if text and text.lower() != header.strip().lower()})
            if header.strip() and len(others) < len({text for text in said if text}) and _are_statuses(others):
                message = (
                    f"the column is headed “{header}”; its rows say {', '.join(f'“{text}”' for text in others[:3])}"
                )
                yield CHECK.finding(table.where, header, message)


def _are_statuses(texts: list[str]) -> bool:
    return len(texts) > 1 and all(any(letter.isalpha() for letter in text) for text in texts)


CHECK = Check(
    name="header-is-one-of-its-values",
    severity=Severity.NOTE,
    looks_at="headers of columns, and the words in them",
    find=_find,
    remedy="Head the column with what it tells: status.",
)
