"""A word that stands once, one letter away from a word that the paper uses in the same place again and again."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from typing import Final

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.wording.texts import Printed, around, printed, words

RARE: Final = 2
OFTEN: Final = 5
SHORTEST: Final = 5
LONGEST: Final = 30
LONG: Final = 10
FAR: Final = 3
"""A long word may be three words away from the words it usually stands with."""
_BRITISH = str.maketrans({"z": "s"})

Neighbours = Mapping[str, Set[str]]


def one_edit_apart(one: str, other: str) -> bool:
    """Whether a letter was dropped, added, changed, or two neighbours were swapped.

    >>> one_edit_apart("trama", "trauma"), one_edit_apart("form", "from"), one_edit_apart("plan", "train")
    (True, True, False)
    """
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    start = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    rest, its = one[start:], other[start:]
    swapped = rest[:2] == its[1::-1] and len(its) > 1 and rest[2:] == its[2:]
    return swapped or rest[1:] == its[1:] or rest[1:] == its or rest == its[1:]


def _find(evidence: Evidence) -> Iterator[Finding]:
    texts = printed(evidence.paper)
    said = [[word.lower() for word in words(each.text)] for each in texts]
    counted = Counter(word for line in said for word in line)
    before, after = _neighbours(said)
    small = {word for each in texts for word in words(each.text) if word.islower()}
    usual = {
        rare: often
        for rare, often in _pairs(counted)
        if not small.isdisjoint((rare, often)) and _same_place(rare, often, before, after)
    }
    for each, line in zip(texts, said, strict=True):
        for word in dict.fromkeys(line):
            if word in usual:
                yield _finding(each, word, usual[word], counted[usual[word]])


def _finding(each: Printed, word: str, often: str, times: int) -> Finding:
    found = re.search(rf"\b{word}\b", each.text, re.IGNORECASE)
    assert found is not None
    message = (
        f"the text says “{found[0]}”; elsewhere the paper says “{often}” in the same words, {times} times in all"
    )
    return CHECK.finding(each.where, around(each.text, *found.span()), message)


def _neighbours(lines: Sequence[Sequence[str]]) -> tuple[Neighbours, Neighbours]:
    before: dict[str, set[str]] = defaultdict(set)
    after: dict[str, set[str]] = defaultdict(set)
    for line in lines:
        for at, word in enumerate(line):
            reach = FAR if len(word) >= LONG else 1
            before[word].update(each for each in line[max(at - reach, 0) : at] if len(each) > 3)
            after[word].update(each for each in line[at + 1 : at + 1 + reach] if len(each) > 3)
    return before, after


def _same_place(rare: str, often: str, before: Neighbours, after: Neighbours) -> bool:
    """Whether both stand beside one word on the same side, a long one on either side."""
    none: Set[str] = frozenset()
    if len(rare) >= LONG:
        near, its = (before.get(word, none) | after.get(word, none) for word in (rare, often))
        return not near.isdisjoint(its)
    return any(not group.get(rare, none).isdisjoint(group.get(often, none)) for group in (before, after))


def _pairs(counted: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    index: dict[str, list[str]] = defaultdict(list)
    for word, times in counted.items():
        if times >= OFTEN and SHORTEST <= len(word) <= LONGEST:
            for part in _without_one_letter(word):
                index[part].append(word)
    for word, times in counted.items():
        if times <= RARE and SHORTEST <= len(word) <= LONGEST and word.isalpha():
            near = {each for part in _without_one_letter(word) for each in index.get(part, ())}
            yield from ((word, often) for often in sorted(near) if _may_be_a_slip(word, often))


def _without_one_letter(word: str) -> set[str]:
    return {word[:at] + word[at + 1 :] for at in range(len(word))} | {word}


def _may_be_a_slip(rare: str, often: str) -> bool:
    """Not another form of the word (its ending or its beginning differs), nor its other spelling."""
    ends_alike = rare[-2:] == often[-2:] and rare[0] == often[0]
    same_word = rare.translate(_BRITISH) == often.translate(_BRITISH) or rare.replace("u", "") == often.replace(
        "our", "or"
    )
    return ends_alike and not same_word and rare not in REAL and one_edit_apart(rare, often)


_REAL: Final = """
aided among bring careers catch chances contained costed drift exciting fairly finding levers match paused
person prints prison projection retains seeing shaping skill sport stated these though thorough waiting where while
whole house costs costly world would could month mouth quite quiet other their there three tree affect effect
adopted adapted formal former later latter causal casual martial marital united untied trail trial angle angel
desert dessert through tough lever leaver assess access advice advise device devise evacuation fostering
"""
REAL: Final = frozenset(_REAL.split())
"""Words one letter from another that are words themselves."""

CHECK = Check(
    name="word-misspelt",
    severity=Severity.NOTE,
    looks_at="words that stand once or twice, beside the words the paper uses often",
    find=_find,
    remedy="Correct the word.",
)
