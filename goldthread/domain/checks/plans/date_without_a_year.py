"""A day of a month without its year in a plan of several years."""

from __future__ import annotations

import re
from collections.abc import Iterator

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.plans.mentions import mentions_in
from goldthread.domain.checks.plans.reports import texts

_ANY_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_EVERY_YEAR = re.compile(r"\b(?:each|every|annual|annually|by the)\b[^.]{0,20}$", re.IGNORECASE)
_YEARLY = re.compile(r"\s*,?\s*(?:each|every|of each|of every|annually)\b", re.IGNORECASE)


def _find(evidence: Evidence) -> Iterator[Finding]:
    for report, passage in texts(evidence.paper):
        if report.front.date is not None or passage.kind in ("table cell", "heading"):
            continue
        if report.period is not None and report.last_year is None and report.kind == "performance report":
            continue
        for found in mentions_in(passage.text):
            sentence = passage.text[max(0, found.start - 150) : found.end + 150]
            if (
                found.day
                and found.year is None
                and not _ANY_YEAR.search(sentence)
                and not _EVERY_YEAR.search(passage.text[max(0, found.start - 40) : found.start])
                and not _YEARLY.match(passage.text, found.end)
            ):
                yield CHECK.finding(passage.where, sentence.strip()[:160], f"{found.printed} of which year?")
                break


CHECK = Check(
    name="date-without-a-year",
    severity=Severity.WARNING,
    looks_at="days in plans",
    find=_find,
    remedy="Give the year with the day.",
)
