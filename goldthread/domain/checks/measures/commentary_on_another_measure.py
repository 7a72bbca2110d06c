"""A commentary whose first words are about another measure of the same report."""

from __future__ import annotations

import re
from collections.abc import Iterator

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.measures.rows import plain, sentences, short
from goldthread.domain.papers import MeasureRow

_SUBJECT = re.compile(r"\b(?:rate|number|percentage|proportion) of (?:the )?(?P<subject>\w+ in \w+)\b", re.IGNORECASE)
FIRST_WORDS = 60  # characters of the first sentence in which its subject stands


def _find(evidence: Evidence) -> Iterator[Finding]:
    for report in evidence.paper.reports:
        rows = [row for objective in report.objectives for row in objective.measures]
        subjects = {row.ref: subject for row in rows if (subject := _subject(row))}
        for row in rows:
            if row.ref in subjects and row.commentary is not None and row.commentary.text:
                yield from _of_row(row, subjects)


def _of_row(row: MeasureRow, subjects: dict[str, str]) -> Iterator[Finding]:
    assert row.commentary is not None, "asked before"
    own, words = subjects[row.ref], plain(row.commentary.text)
    first = plain(sentences(row.commentary.text)[0])[:FIRST_WORDS]
    other = next((each for each in subjects.items() if each[1] != own and each[1] in first), None)
    if other is not None and own not in words:
        yield CHECK.finding(
            row.commentary.where,
            sentences(row.commentary.text)[0],
            f'the commentary is about "{other[1]}" ({other[0]}), the measure ({short(row)}) about "{own}"',
        )


def _subject(row: MeasureRow) -> str:
    found = _SUBJECT.search(row.title)
    return found["subject"].lower() if found else ""


CHECK = Check(
    name="commentary-on-another-measure",
    severity=Severity.WARNING,
    looks_at="the first words of a commentary and what the measures of the report count",
    find=_find,
    remedy="Put the commentary under its own measure, and ask for the one that is missing here.",
)
