"""A number that the commentary gives for last year and that is not last year's in the table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.measures.rows import header_of, numbers_of, plain, words_of
from goldthread.domain.papers import MeasureRow

_N = r"(?P<number>\d[\d,]*(?:\.\d+)?)"
_IN_YEAR = re.compile(
    rf"\bin (?:20)?(?P<year>\d\d[/-]\d\d),? (?:there were |we had |the )+{_N} (?P<noun>[a-z]{{4,}})", re.IGNORECASE
)
_SAME_POINT = re.compile(rf"\bthe {_N} (?:at|in|for|from) the same (?:point|time|period|quarter) last", re.IGNORECASE)
_YEAR = re.compile(r"(?:20)?(\d\d) ?[/-] ?(?:20)?(\d\d)")


def _find(evidence: Evidence) -> Iterator[Finding]:
    for _, _, row in evidence.paper.measures:
        yield from _year(row)
        yield from _same_point(row)


def _year(row: MeasureRow) -> Iterator[Finding]:
    prior = row.cells.get("prior_actual")
    header = _YEAR.search(prior.header) if prior else None
    if prior is None or header is None or not prior.parts:
        return
    for found in _IN_YEAR.finditer(_text(row)):
        same_year = found["year"].replace("-", "/") == f"{header[1]}/{header[2]}"
        counted = found["noun"].lower() in plain(row.title).split()
        if same_year and counted and _value(found) not in numbers_of(prior):
            yield _finding(row, found, f'the column "{header_of(prior)}"', words_of(prior))


def _same_point(row: MeasureRow) -> Iterator[Finding]:
    if row.comparator is None or row.comparator.number is None:
        return
    for found in _SAME_POINT.finditer(_text(row)):
        if _value(found) != row.comparator.number:
            yield _finding(row, found, "the comparator", " ".join(row.comparator.printed.split()))


def _finding(row: MeasureRow, found: re.Match[str], place: str, printed: str) -> Finding:
    return CHECK.finding(
        row.commentary.where if row.commentary else row.where,
        found[0],
        f"the commentary gives {found['number']} for last year, {place} says {printed}",
    )


def _text(row: MeasureRow) -> str:
    return " ".join(row.commentary.text.split()) if row.commentary else ""


def _value(found: re.Match[str]) -> Decimal:
    return Decimal(found["number"].replace(",", ""))


CHECK = Check(
    name="commentary-year-not-the-actual",
    severity=Severity.ERROR,
    looks_at="last year's numbers in commentaries, last year's actual and the comparator",
    find=_find,
    remedy="Correct the one that is wrong, or say what else the number counts.",
)
