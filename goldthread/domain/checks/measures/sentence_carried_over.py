"""A sentence about how things stand that stood word for word in last quarter's report."""

from __future__ import annotations

import re
from collections.abc import Iterator

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.measures.rows import before, commentaries, plain, sentences
from goldthread.domain.papers import ReportRecord

_STANDING = re.compile(
    r"\b(?:to date|as yet|so far|at present|not yet|is currently|are currently|this quarter|forecast overspend|"
    r"remains to be)\b|\b(?P<ago>\d+|two|three|six|nine|twelve|eighteen) (?P<unit>days|weeks|months|years) ago\b|"
    r"\b(?:over the |for the )?(?:past|last) \d+ (?:weeks|months)\b",
    re.IGNORECASE,
)
FEWEST_WORDS = 8


def _find(evidence: Evidence) -> Iterator[Finding]:
    for report in evidence.paper.reports:
        earlier = before(evidence, report)
        if earlier is None:
            continue
        said = {plain(each) for passage in earlier.passages for each in _standing(passage.text)}
        taken = _lines_of_commentaries(report)
        for passage in report.passages:
            for sentence in _standing(passage.text) if passage.where.line not in taken else ():
                found = _STANDING.search(sentence)
                if found and plain(sentence) in said:
                    yield CHECK.finding(passage.where, sentence, _message(found))


def _standing(text: str) -> Iterator[str]:
    if _STANDING.search(text):
        yield from (each for each in sentences(text) if _STANDING.search(each) and len(each.split()) >= FEWEST_WORDS)


def _message(found: re.Match[str]) -> str:
    if found["ago"]:
        return f"the sentence is last quarter's, and \"{found[0]}\" can't be true of both quarters"
    return f'the sentence is last quarter\'s word for word, although it speaks of the state of things ("{found[0]}")'


def _lines_of_commentaries(report: ReportRecord) -> set[int | None]:
    """Lines of commentaries, which have a rule of their own."""
    return {commentary.where.line for _, _, commentary in commentaries(report)} - {None}


CHECK = Check(
    name="sentence-carried-over",
    severity=Severity.WARNING,
    looks_at="sentences with to date, as yet, currently, months ago in the reports of two quarters",
    find=_find,
    remedy="Write how things stand now.",
)
