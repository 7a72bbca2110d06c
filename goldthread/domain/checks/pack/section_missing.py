"""A section or a line of the front that nearly all reports of the pack have, and this one has not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.pack.labels import Section, sections
from goldthread.domain.papers import ReportRecord, Where

FEWEST: Final = 4
"""Reports with numbered sections, and sections of one, from which a custom can be told."""
STANDARD: Final = ("implication", "risk", "equality", "climate", "background", "recommend", "purpose")
"""What the names of standard sections have in them; the body of a report is headed as its matter needs."""

Reported = tuple[ReportRecord, Sequence[Section]]


def _find(evidence: Evidence) -> Iterator[Finding]:
    reports = [(report, _main(report)) for report in evidence.paper.reports]
    reports = [(report, found) for report, found in reports if len(found) >= FEWEST]
    if len(reports) < FEWEST:
        return
    usual = Counter(name for _, found in reports for name in {each.name for each in found})
    titles = {each.name: each.title for _, found in reports for each in found}
    fields = Counter(name for report, _ in reports for name in report.front.fields)
    for report, found in reports:
        names = {each.name for each in found}
        missing = {name for name, times in usual.items() if _is_custom(times, reports) and name not in names}
        for where, absent in _gaps(missing, found, reports).items():
            yield _finding(where, found, [titles[name] for name in absent], len(reports))
        absent = [name for name, times in fields.items() if _is_custom(times, reports)]
        absent = [name for name in absent if name not in report.front.fields]
        if absent:
            message = f"the front says nothing of: {', '.join(absent)}; most of the {len(reports)} reports do"
            yield CHECK.finding(report.where, report.title, message)


def _main(report: ReportRecord) -> tuple[Section, ...]:
    return tuple(
        each for each in sections(report) if each.number[1] == 0 and any(word in each.name for word in STANDARD)
    )


def _is_custom(times: int, reports: Sequence[Reported]) -> bool:
    return 10 * times >= 7 * len(reports)


def _gaps(missing: set[str], found: Sequence[Section], reports: Sequence[Reported]) -> Mapping[Where, list[str]]:
    """The missing sections by the place of the section they usually follow."""
    gaps: dict[Where, list[str]] = {}
    for name in sorted(missing):
        before = _usually_before(name, reports)
        place = next((each.passage.where for each in reversed(found) if each.name in before), found[0].passage.where)
        gaps.setdefault(place, []).append(name)
    return gaps


def _usually_before(name: str, reports: Sequence[Reported]) -> set[str]:
    before: set[str] = set()
    for _, found in reports:
        names = [each.name for each in found]
        if name in names:
            before |= set(names[: names.index(name)])
    return before


def _finding(where: Where, found: Sequence[Section], absent: Sequence[str], reports: int) -> Finding:
    heading = next(each.passage.text for each in found if each.passage.where == where)
    message = f"no section follows here on: {', '.join(absent)}; most of the {reports} reports have one"
    return CHECK.finding(where, heading, message)


CHECK = Check(
    name="section-missing",
    severity=Severity.NOTE,
    looks_at="numbered sections and the lines of the front, beside the other reports of the pack",
    find=_find,
    remedy="Add it, with “none” where there is nothing to say.",
)
