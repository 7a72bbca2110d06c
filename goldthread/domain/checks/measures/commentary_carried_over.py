"""A commentary that is last quarter's, word for word or nearly."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher

from goldthread.domain.checks.arithmetic.texts import place_of
from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.measures.rows import before, commentaries, plain, sentences

ALIKE = 0.9
FEWEST_WORDS = 8
FEWEST_NUMBERS = 8
LONGEST = 600  # words compared
_NUMBER = re.compile(r"(?<![\w/])£?\d[\d,.]*\d|(?<![\w/])\d(?![\w/])")


def _find(evidence: Evidence) -> Iterator[Finding]:
    for report in evidence.paper.reports:
        earlier = before(evidence, report)
        if earlier is None:
            continue
        said = {ref: each.text for ref, _, each in commentaries(earlier)}
        for ref, _, commentary in commentaries(report):
            found = _carried(said.get(ref, ""), commentary.text)
            if found:
                first = sentences(commentary.text)[0]
                where = place_of(evidence.paper, first, near=commentary.where)
                yield CHECK.finding(where, f"{ref} {commentary.text}", found)


def _carried(then: str, now: str) -> str:
    old, new = plain(then).split()[:LONGEST], plain(now).split()[:LONGEST]
    if len(new) < FEWEST_WORDS or not old:
        return ""
    matcher = SequenceMatcher(a=old, b=new, autojunk=False)
    if matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE:
        same = "word for word last quarter's" if old == new else f"{matcher.ratio():.0%} last quarter's"
        return f"the commentary is {same}"
    counts, counts_then = Counter(_NUMBER.findall(now)), Counter(_NUMBER.findall(then))
    shared = sum((counts & counts_then).values())
    if shared >= FEWEST_NUMBERS and shared >= ALIKE * max(sum(counts.values()), sum(counts_then.values())):
        return f"{shared} of the {sum(counts.values())} numbers of the commentary are last quarter's"
    return ""


CHECK = Check(
    name="commentary-carried-over",
    severity=Severity.WARNING,
    looks_at="commentaries of two quarters on one measure or milestone",
    find=_find,
    remedy="Say what has happened since, or that nothing has.",
)
