"""An acronym that lacks a letter of one the paper uses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Set
from typing import Final

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.wording.acronyms import Acronym, acronyms, defined
from goldthread.domain.checks.wording.texts import around, printed
from goldthread.domain.checks.wording.word_misspelt import one_edit_apart

RARE: Final = 2
SHORTEST: Final = 4


def _find(evidence: Evidence) -> Iterator[Finding]:
    texts = printed(evidence.paper)
    explained = defined(texts)
    found = list(acronyms(texts))
    times = Counter(each.name for each in found)
    for each in found:
        meant = meant_by(each, times, explained)
        if meant:
            quote = around(each.text.text, each.start, each.end)
            yield CHECK.finding(
                each.text.where, quote, f"the text says {each.name}; elsewhere the paper says {meant}"
            )


def meant_by(each: Acronym, times: Mapping[str, int], explained: Set[str]) -> str | None:
    """The acronym that one that stands once or twice and is not explained may be short for; None where there is none.

    >>> from goldthread.domain.checks.wording.texts import Printed
    >>> from goldthread.domain.papers import Where
    >>> meant_by(Acronym("JTA", Printed("JTA, then", Where()), 0, 3), {"JTA": 1, "JTAI": 4}, set())
    'JTAI'
    """
    if times[each.name] > RARE or each.name in explained:
        return None
    follows = each.text.text[each.end :].lstrip()[:1].upper()
    near = [
        name
        for name, often in times.items()
        if often >= times[each.name]
        and len(name) >= SHORTEST
        and (each.name == name[:-1] or (sorted(name) == sorted(each.name) and one_edit_apart(each.name, name)))
        and name[-1] not in (follows, "S")
        and (name in explained or often > 1)
    ]
    return max(near, key=lambda name: times[name], default=None)


CHECK = Check(
    name="acronym-one-letter-off",
    severity=Severity.WARNING,
    looks_at="acronyms that stand once or twice, beside the others of the paper",
    find=_find,
    remedy="Put the acronym that is meant, or spell this one out.",
)
