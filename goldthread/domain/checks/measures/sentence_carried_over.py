"""A sentence about how things stand that stood word for word in last quarter's report."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.measures.rows import before, commentaries, plain, sentences
from goldthread.domain.papers import Passage, ReportRecord

_STANDING = re.compile(
    r"\b(?:to date|as yet|so far|at present|not yet|is currently|are currently|this quarter|forecast overspend|"
    r"remains to be)\b|\b(?P<ago>\d+|two|three|six|nine|twelve|eighteen) (?P<unit>days|weeks|months|years) ago\b|"
    r"\b(?:over the |for the )?(?:past|last) \d+ (?:weeks|months)\b",
    re.IGNORECASE,
)
FEWEST_WORDS = 8
ENDS = 4  # words at the start or the end that two tellings of one sentence share
ALIKE = 0.85


def _find(evidence: Evidence) -> Iterator[Finding]:
    for report in evidence.paper.reports:
        earlier = before(evidence, report)
        if earlier is None:
            continue
        said: dict[str, str] = {}
        for passage in earlier.passages:
            for sentence in _standing(passage.text):
                said |= dict.fromkeys(_ends(sentence), sentence)
        taken = _lines_of_rows(report)
        for passage in report.passages:
            for sentence in _standing(passage.text) if passage.where.line not in taken else ():
                yield from _carried(said, sentence, passage)


def _carried(said: Mapping[str, str], sentence: str, passage: Passage) -> Iterator[Finding]:
    then = next((said[end] for end in _ends(sentence) if end in said), None)
    found = _STANDING.search(sentence)
    if then is None or found is None or found[0] not in then:
        return
    old, new = plain(then), plain(sentence)
    alike = SequenceMatcher(a=old.split(), b=new.split(), autojunk=False).ratio()
    if alike >= ALIKE or new.startswith(old):  # the earlier one may break off at the end of a page
        can = "can't be true of both quarters" if found["ago"] else "speaks of how things stand now"
        yield CHECK.finding(passage.where, sentence, f'the sentence is last quarter\'s: "{found[0]}" {can}')


def _standing(text: str) -> Iterator[str]:
    if _STANDING.search(text):
        yield from (each for each in sentences(text) if _STANDING.search(each) and len(each.split()) >= FEWEST_WORDS)


def _ends(sentence: str) -> tuple[str, str]:
    words = plain(sentence).split()
    return "^" + " ".join(words[:ENDS]), " ".join(words[-ENDS:]) + "$"


def _lines_of_rows(report: ReportRecord) -> set[int | None]:
    """Lines of rows and their commentaries: those have a rule of their own, and titles don't change."""
    lines = {commentary.where.line for _, _, commentary in commentaries(report)}
    lines |= {row.where.line for each in report.objectives for row in each.measures}
    lines |= {row.where.line for each in report.objectives for row in each.milestones}
    return lines - {None}


CHECK = Check(
    name="sentence-carried-over",
    severity=Severity.WARNING,
    looks_at="sentences with to date, as yet, currently, months ago in the reports of two quarters",
    find=_find,
    remedy="Write how things stand now.",
)
