"""A text that sends the reader to an appendix or a paragraph that is not there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.wording.texts import Printed, around, printed

_APPENDIX = re.compile(r"\b(?:appendix|annex) ([0-9]{1,2}|[A-H]|I{1,3}|IV|V)\b(?!['’])", re.IGNORECASE)
_HEADED = re.compile(
    r"\W*(?:\d+\.\d*\s*)?(?i:appendix|annex) ([0-9]{1,2}|[A-H]|I{1,3}|IV|V)(?=[^\w\s]|\s+[^a-z]|\s*$|[A-Z][a-z])"
)
_LAST = re.compile(r"(?:appendix|annex) ([0-9]{1,2}|[A-H]|I{1,3}|IV|V)\W*$", re.IGNORECASE)
_SENDS = re.compile(r"\W*(?:see|please|refer|attached|as|\(see)\b", re.IGNORECASE)
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5"}
_SHORT = 20


def _find(evidence: Evidence) -> Iterator[Finding]:
    texts = printed(evidence.paper)
    there = {(each.report, name) for each in texts for name in _headed(each)}
    told = set()
    for each in texts:
        for found in _APPENDIX.finditer(each.text):
            name = _named(found[1])
            place = (each.report, name)
            if place in there or place in told:
                continue
            told.add(place)
            quote = around(each.text, *found.span())
            yield CHECK.finding(each.where, quote, f"{found[0]} is not in this report of the paper")


def _named(printed_name: str) -> str:
    return _ROMAN.get(printed_name.lower(), printed_name.lower())


def _headed(each: Printed) -> Iterator[str]:
    if _SENDS.match(each.text):
        return
    last = _LAST.search(each.text) if len(each.text.split()) <= _SHORT else None
    yield from (_named(found[1]) for found in (_HEADED.match(each.text), last) if found)


CHECK = Check(
    name="reference-lands-nowhere",
    severity=Severity.WARNING,
    looks_at="mentions of appendices, and the appendices of the same report",
    find=_find,
    remedy="Attach the appendix, or say where it can be read.",
)
