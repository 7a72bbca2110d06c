"""Spending to date that is less than it was at an earlier date of the same year."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from goldthread.domain.checks.arithmetic.amounts import plainly
from goldthread.domain.checks.arithmetic.statements import as_printed, worth
from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.papers import TableRecord, TableRow
from goldthread.domain.periods import financial_year_of
from goldthread.domain.sentences import on_day

_KINDS = frozenset({"capital", "revenue"})
_ASIDE = re.compile(r"\([^()]*\)|[^a-z ]")
_DATED = re.compile(
    r"as at.*|\b\d+(?:st|nd|rd|th)?\b|quarter|\bq\d\b|january|february|march|april|may|june|july|august"
    r"|september|october|november|december",
    re.IGNORECASE,
)


def _find(evidence: Evidence) -> Iterator[Finding]:
    tables = [
        table
        for paper in (evidence.previous, evidence.paper)
        if paper is not None
        for table in paper.tables
        if table.kind in _KINDS and table.as_at is not None and "actual" in table.columns
    ]
    latest: dict[tuple[str, str, str], TableRecord] = {}
    for table in sorted(tables, key=lambda each: each.as_at or dt.date.min):
        key = (table.kind, _plain(_DATED.sub("", table.title)), str(financial_year_of(table.as_at or dt.date.min)))
        earlier = latest.get(key)
        if earlier is not None and earlier.as_at != table.as_at and table in evidence.paper.tables:
            yield from _falls(earlier, table)
        latest[key] = table


def _falls(earlier: TableRecord, later: TableRecord) -> Iterator[Finding]:
    before = {_key(row): row for row in earlier.rows if row.kind == "line"}
    for row in later.rows:
        old = before.get(_key(row))
        if row.kind != "line" or old is None:
            continue
        spent, now = worth(old, "actual"), worth(row, "actual")
        if spent is not None and now is not None and abs(now) < abs(spent) and (spent > 0) == (now >= 0):
            yield CHECK.finding(
                row.where,
                as_printed(row),
                f"{plainly(spent)} to {on_day(earlier.as_at or dt.date.min)}, but {plainly(now)} to "
                f"{on_day(later.as_at or dt.date.min)}: spending to date can't fall",
            )


def _key(row: TableRow) -> tuple[str, str]:
    return _plain(row.section), _plain(row.label)


def _plain(text: str) -> str:
    return " ".join(_ASIDE.sub(" ", text.lower()).split())


CHECK = Check(
    name="spend-falls",
    severity=Severity.WARNING,
    looks_at="actual spending in revenue and capital tables of two dates in one year",
    find=_find,
    remedy="Correct the figure, or say what was moved, refunded or charged elsewhere.",
)
