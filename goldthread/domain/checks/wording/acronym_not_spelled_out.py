"""An acronym that the paper never spells out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.wording.acronym_one_letter_off import meant_by
from goldthread.domain.checks.wording.acronyms import acronyms, defined, named, spelled_out, spoken_as_words
from goldthread.domain.checks.wording.initials import keys, signs
from goldthread.domain.checks.wording.texts import around, printed


def _find(evidence: Evidence) -> Iterator[Finding]:
    texts = printed(evidence.paper)
    signed = {each.initials for each in signs(texts)}
    explained = spelled_out(texts) | spoken_as_words(texts) | keys(evidence.paper) | signed
    clear = defined(texts)
    found = list(acronyms(texts))
    times = Counter(each.name for each in found)
    explained |= named(texts, {name for name in times if name not in explained and len(name) > 2})
    seen = set()
    for each in found:
        # a page that is read without lines gives a table and its text side by side
        place = (each.name, each.text.report if each.text.where.line is not None else -1)
        if each.name in explained or place in seen or meant_by(each, times, clear):
            continue
        seen.add(place)
        quote = around(each.text.text, each.start, each.end)
        yield CHECK.finding(each.text.where, quote, f"{each.name} is used, and nothing in the paper says what it is")


CHECK = Check(
    name="acronym-not-spelled-out",
    severity=Severity.NOTE,
    looks_at="acronyms, and the names and keys that explain them",
    find=_find,
    remedy="Spell it out where it is first used, with the acronym in brackets.",
)
