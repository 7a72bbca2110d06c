"""Officers' initials: in the keys of the reports, and under the texts they sign."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass

from goldthread.domain.checks.wording.texts import Printed
from goldthread.domain.papers import Paper

_SIGNED = re.compile(r"\(\**([A-Z]{2,3}(?:\s*/\s*[A-Z]{2,3})*)\**\)[*\s]*$")
_LABELLED = re.compile(r"\b(?:SRO|Owner|Lead|Officer)\s*:\s*([A-Z]{2,3})\b")
_NAME = re.compile(r"\b([A-Z][^\W\d_]+)[ -]+([A-Z][^\W\d_]+)(?:[- ]([A-Z][^\W\d_]+))?\b")


@dataclass(frozen=True, slots=True)
class Sign:
    """Initials under or beside a text: `printed` as they stand."""

    initials: str
    printed: str
    text: Printed


def keys(paper: Paper) -> Set[str]:
    """The initials of all keys of a paper.

    >>> keys(Paper(file="q3.txt"))
    set()
    """
    return {part.strip() for report in paper.reports for each in report.officers for part in each.split("/")}


def signs(texts: Iterable[Printed]) -> Iterator[Sign]:
    """All initials that sign a text at its end, or stand beside a label such as `SRO:`.

    >>> from goldthread.domain.papers import Where
    >>> [each.initials for each in signs([Printed("It is open. (JF/BH)", Where()), Printed("SRO: MW", Where())])]
    ['JF', 'BH', 'MW']
    """
    for each in texts:
        signed = _SIGNED.search(each.text) if len(each.text.split()) > 8 or each.text.count(".") else None
        found = [(signed[0], part) for part in signed[1].split("/")] if signed else []
        found += [(label[0], label[1]) for label in _LABELLED.finditer(each.text)]
        yield from (Sign(part.strip(), printed.strip(" *"), each) for printed, part in found)


def initials_of_names(texts: Iterable[Printed]) -> Set[str]:
    """The initials of what may be people's names in the texts.

    >>> from goldthread.domain.papers import Where
    >>> sorted(initials_of_names([Printed("Lead: Mary Webb", Where())]))
    ['MW']
    """
    found = set()
    for each in texts:
        for name in _NAME.finditer(each.text):
            found.add(name[1][0] + name[2][0])
            found |= {name[1][0] + name[2][0] + name[3][0], name[1][0] + name[3][0]} if name[3] else set()
    return found
