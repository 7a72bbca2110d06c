"""A public body or a law named as if it were there still."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.wording.texts import around, printed, report_of
from goldthread.domain.papers import Paper, ReportRecord


@dataclass(frozen=True, slots=True)
class Abolished:
    """A body, the day it ended, what came after it."""

    named: re.Pattern[str]
    ended: dt.date
    after: str


def _body(named: str, ended: dt.date, after: str) -> Abolished:
    return Abolished(re.compile(rf"\b(?:{named})\b"), ended, after)


ABOLISHED: Final = (
    _body(r"CCGs?(?! [Gg]rant)|Clinical Commissioning Groups?", dt.date(2022, 7, 1), "integrated care boards (ICB)"),
    _body("Primary Care Trusts?", dt.date(2013, 4, 1), "integrated care boards (ICB)"),
    _body("DfES|DCSF", dt.date(2010, 5, 12), "the Department for Education (DfE)"),
    _body("LSCBs?|Local Safeguarding Children Boards?", dt.date(2019, 9, 30), "safeguarding children partnerships"),
    _body("Public Health England", dt.date(2021, 10, 1), "the UK Health Security Agency and OHID"),
    _body("Education Funding Agency", dt.date(2017, 4, 1), "the Education and Skills Funding Agency"),
    _body("Audit Commission", dt.date(2015, 4, 1), "Public Sector Audit Appointments and the auditors"),
    _body("Connexions", dt.date(2012, 4, 1), "the National Careers Service and the council"),
    _body("General Data Protection Act", dt.date(1900, 1, 1), "the General Data Protection Regulation"),
)
"""Bodies that ended, with the day they did; and names of laws that never were."""
_PAST = re.compile(
    r"\b(?:former|formerly|previous(?:ly)?|then|abolished|replaced|until|was|were|had)\b", re.IGNORECASE
)


def _find(evidence: Evidence) -> Iterator[Finding]:
    seen = set()
    for each in printed(evidence.paper):
        day = _day(evidence.paper, report_of(evidence.paper, each))
        for body in ABOLISHED:
            found = body.named.search(each.text)
            if not found or (each.report, body.after, body.ended) in seen or (day or dt.date.min) < body.ended:
                continue
            near = each.text[max(found.start() - 40, 0) : found.end() + 30]
            if day is not None and not _PAST.search(near):
                seen.add((each.report, body.after, body.ended))
                yield CHECK.finding(each.where, around(each.text, *found.span()), _message(found[0], body))


def _message(name: str, body: Abolished) -> str:
    if body.ended.year < 1950:
        return f"there is no {name}; what is meant is {body.after}"
    return f"{name} ended in {body.ended:%B %Y}; since then there is {body.after}"


def _day(paper: Paper, report: ReportRecord | None) -> dt.date | None:
    days = [_of(each) for each in ([report] if report else paper.reports)]
    return max((day for day in days if day), default=None)


def _of(report: ReportRecord) -> dt.date | None:
    return report.front.date or (report.period.start if report.period else None)


CHECK = Check(
    name="body-abolished",
    severity=Severity.WARNING,
    looks_at="names of public bodies and laws, and the date of the report",
    find=_find,
    remedy="Name the body that does the work now.",
)
