"""A stated number of things that is not the number of things listed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from goldthread.domain.checks.arithmetic.amounts import WORDS, count_of
from goldthread.domain.checks.arithmetic.texts import texts_of
from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.papers import Passage

_COUNT = rf"(?<![\w.,/£-])(?P<count>\d{{1,2}}|{WORDS})"
_INTRODUCED = re.compile(
    rf"{_COUNT} (?P<nouns>(?:[a-z]+ ){{0,3}}(?P<noun>[a-z]{{3,}}s))(?: (?:are|were|as follows|below|namely))*\s*:$",
    re.IGNORECASE,
)
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)"
)
_DATE = (
    rf"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day )?(?:\d{{1,2}}(?:st|nd|rd|th)? )?{_MONTH}\b(?: (?:\d{{4}}"
    r"|\d\d(?!\d)))?"
)
_DATES = re.compile(
    rf"{_COUNT} (?P<nouns>(?:[a-z]+ ){{0,2}}[a-z]{{3,}}s)(?P<between>[^.;:\d]{{0,40}}?)(?:: | on | in | of )"
    rf"(?P<list>{_DATE}(?:(?:, and |, | and | & ){_DATE})+)(?! to|[-–])",
    re.IGNORECASE,
)
_UNITS = re.compile(r"\b(?:years|months|weeks|days|hours|minutes|times|points|pages)$", re.IGNORECASE)
_NUMBER = re.compile(r"\(?(\d{1,2}|[a-z]|[ivx]{1,4})[-.)]*$", re.IGNORECASE)
_SECTION = re.compile(r"\d+\.\d")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")
FARTHEST = 60  # passages to look through: a list with long items


def _find(evidence: Evidence) -> Iterator[Finding]:
    passages = evidence.paper.passages
    for index, passage in enumerate(passages):
        found = _INTRODUCED.search(passage.text.strip()) if passage.text.rstrip().endswith(":") else None
        if found and not _UNITS.search(found["nouns"]):
            yield from _listed_below(passage, found, passages[index + 1 : index + 1 + FARTHEST])
    for text, where in texts_of(evidence.paper):
        for found in _DATES.finditer(text):
            stated, listed = count_of(found["count"]), len(re.findall(_DATE, found["list"], re.IGNORECASE))
            if stated is not None and stated != listed and not _UNITS.search(found["nouns"]):
                yield CHECK.finding(
                    where,
                    found[0],
                    f"the text says {found['count']} {found['nouns'].lower()}, but lists {listed} dates",
                )


def _listed_below(passage: Passage, found: re.Match[str], following: Sequence[Passage]) -> Iterator[Finding]:
    stated = count_of(found["count"])
    noun = found["noun"].lower()[:-1]
    items, further, loose = _listed(following, noun)
    given = len(items) + further
    if stated is None or given in (0, 1, stated) or (loose and given < stated):
        return
    more = f" and {further} more inside {'it' if further == 1 else 'them'}" if further else ""
    yield CHECK.finding(
        passage.where,
        passage.text,
        f"the text says {found['count']} {found['nouns'].lower()}, the list under it has {len(items)}{more}",
        severity=Severity.WARNING if further else None,
    )


def _listed(following: Sequence[Passage], noun: str) -> tuple[list[Passage], int, bool]:
    """The numbered items that count up from one, how many among them bring "a further" one of the kind, and whether
    paragraphs without a number stand between them: an item may then have lost its number on the way here.
    """
    items: list[Passage] = []
    further = 0
    loose = False
    style: Sequence[str] = ()
    for passage in following:
        number = _NUMBER.fullmatch(passage.number.strip())
        if passage.level is not None or _SECTION.match(passage.number):
            break
        if number and not items:
            style = next((kind for kind in _STYLES if kind[0] == number[1].lower()), ())
        if number and len(items) < len(style) and style[len(items)] == number[1].lower():
            items.append(passage)
        elif not items and not passage.number and passage.kind == "paragraph":
            break
        else:
            loose = loose or not passage.number
        if items and re.match(rf"(?:a|one) (?:further|second|third|fourth) {noun}\b", passage.text, re.IGNORECASE):
            further += 1
    return items, further, loose


_STYLES: tuple[Sequence[str], ...] = (tuple(str(number) for number in range(1, 31)), _ROMAN, "abcdefghijklmnopqrst")

CHECK = Check(
    name="count-is-not-the-list",
    severity=Severity.ERROR,
    looks_at="numbers of things announced before a numbered list or a list of dates",
    find=_find,
    remedy="Count the list and correct the number, or list what is missing.",
)
