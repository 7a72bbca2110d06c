"""The acronyms of a paper: where they stand, which are spelled out, which need not be."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from typing import Final

from goldthread.domain.checks.wording.texts import Printed, is_shouted

_KNOWN: Final = """
UK NHS OK GP IT ICT HR EU UN USA US PC TV ID PDF VAT CEO GCSE AM PM TBC TBA NA NB FAO RE BBC HM HMRC DVD SMS MP PA PR
QA RAG KPI PO BOX BSL FAQ CD AOB COVID OFSTED AGM DATE REF MON TUE WED THU FRI SAT SUN MBE OBE CBE KPMG DRAFT FINAL
II III IV VI VII VIII IX XI XII AGREED RESOLVED
"""
KNOWN: Final = frozenset(_KNOWN.split())
"""Those everybody knows, and words that are printed in capitals."""

_ACRONYM = re.compile(r"(?<![\w&/.@-])([A-Z]{2,7})(s?)(?:['’]s)?(?![\w&/@]|-\d| ?\d| [A-Z]{2,4}\d)")
_IN_BRACKETS = re.compile(r"\(['‘“\"]?([A-Z][A-Za-z]{0,6}[A-Z])s?['’”\"]?\)")
_EXPLAINED = re.compile(
    r"\b([A-Z]{2,7})s?\s*(?:\([a-z]+(?: [a-z]+)+\)|(?:[(:=–-]|\bis\b|\bstands for\b)\s*(?:the )?([A-Z][a-z]+|[a-z]+))"
)
_RUN = re.compile(r"\b[A-Z][\w'’]*(?:[\s/,-]+(?:(?:of|and|the|for|in|to|on|with|a|&)\s+){0,2}[A-Z][\w'’]*)+")
_NAMED = re.compile(r"[A-Za-z]+")
_CLAUSE = re.compile(r"[|.;:()\n]")
_SPOKEN = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?")
_SMALL = frozenset(("of", "and", "the", "for", "in", "to", "on", "with", "a"))


@dataclass(frozen=True, slots=True)
class Acronym:
    """An acronym in its singular, and the text it stands in."""

    name: str
    text: Printed
    start: int
    end: int


def acronyms(texts: Iterable[Printed]) -> Iterator[Acronym]:
    """Every acronym in texts that are not all in capitals, but those everybody knows.

    >>> from goldthread.domain.papers import Where
    >>> [each.name for each in acronyms([Printed("The LAs and the NHS met.", Where())])]
    ['LA']
    """
    for each in texts:
        if not is_shouted(each.text):
            for found in _ACRONYM.finditer(each.text):
                if found[1] not in KNOWN:
                    yield Acronym(found[1], each, *found.span())


def spelled_out(texts: Iterable[Printed]) -> Set[str]:
    """What the texts define, or name by words whose capitals are in the same order.

    >>> from goldthread.domain.papers import Where
    >>> sorted(spelled_out([Printed("A virtual school head (VSH) of the Local Authority", Where())]))
    ['LA', 'VSH']
    """
    texts = list(texts)
    return {each for text in texts for run in _RUN.finditer(text.text) for each in _initials(run[0])} | defined(texts)


def defined(texts: Iterable[Printed]) -> Set[str]:
    """What the texts define: in brackets after its words, or explained after it.

    >>> from goldthread.domain.papers import Where
    >>> sorted(defined([Printed("The Local Authority (LA) and CPD (further training)", Where())]))
    ['CPD', 'LA']
    """
    found: set[str] = set()
    for each in texts:
        for match in _IN_BRACKETS.finditer(each.text):
            before = _NAMED.findall(each.text[: match.start()])[-9:]
            if any(word[0].upper() == match[1][0] for word in before):
                found.add(match[1].upper())
        for match in _EXPLAINED.finditer(each.text):
            if match[2] is None or match[2][0].upper() == match[1][0]:
                found.add(match[1])
    return found


def named(texts: Iterable[Printed], wanted: Set[str]) -> Set[str]:
    """Those of the wanted acronyms whose words stand side by side in a text, in small letters too.

    Three letters meet by chance: their words must have capitals, or come twice.

    >>> from goldthread.domain.papers import Where
    >>> sorted(named([Printed("speech and language therapy, or so it seems", Where())], {"SALT", "SIS"}))
    ['SALT']
    """
    times: Counter[tuple[str, str]] = Counter()
    for each in texts:
        found = {spot for clause in _CLAUSE.split(each.text) for spot in _spots(clause, wanted)}
        times.update({(name, phrase): weight for name, phrase, weight in found})
    return {name for (name, _), weight in times.items() if weight > 1}


def _spots(clause: str, wanted: Set[str]) -> Iterator[tuple[str, str, int]]:
    """Where the words of a clause begin with the letters of an acronym, with and without its small words."""
    words = _SPOKEN.findall(clause)
    for kept in (words, [word for word in words if word.lower() not in _SMALL]):
        letters = "".join(word[0].upper() for word in kept)
        for name in wanted:
            at = letters.find(name)
            while at >= 0:
                phrase = kept[at : at + len(name)]
                yield name, " ".join(phrase).lower(), _weight(phrase)
                at = letters.find(name, at + 1)


def _weight(phrase: list[str]) -> int:
    """How much a phrase counts: nothing with a short word but "and" and its like, two where it is surely a name."""
    small = {phrase[0].lower(), phrase[-1].lower()} & _SMALL
    if small or any(word.isupper() or (len(word) < 4 and word.lower() not in _SMALL) for word in phrase):
        return 0
    return 2 if len(phrase) > 3 or sum(word.istitle() for word in phrase) > 1 else 1


def _initials(run: str) -> set[str]:
    words = _NAMED.findall(run)[:40]
    found: set[str] = set()
    for kept in (words, [word for word in words if word.lower() not in _SMALL]):
        letters = "".join(word[0].upper() for word in kept)
        found |= {letters[at : at + size] for at in range(len(letters)) for size in range(2, 8)}
    return {each for each in found if len(each) > 1}


def spoken_as_words(texts: Iterable[Printed]) -> Set[str]:
    """Words of the texts that also stand in small letters, in capitals: `Pause` makes `PAUSE` no acronym.

    >>> from goldthread.domain.papers import Where
    >>> sorted(spoken_as_words([Printed("Pause, then go", Where())]))
    ['GO', 'PAUSE', 'THEN']
    """
    return {word.upper() for each in texts for word in _NAMED.findall(each.text) if not word.isupper()}
