"""Which measure a row of an old paper is: proposals by title, each with its score, for a person to confirm."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from difflib import SequenceMatcher
from math import log

from goldthread.domain.papers import MeasureRow, ReportRecord

LIKELY = Decimal("0.4")
"""From this score on a proposal is worth showing as one."""
AS_NEAR = Decimal("0.05")
"""Two rows this close to one measure may both be it: a paper can print a measure twice."""
CANDIDATES = 8
_WORD = re.compile(r"[a-z]+\d*|\d+")
_EMPTY = frozenset(
    {
        "a",
        "all",
        "an",
        "and",
        "are",
        "as",
        "at",
        "by",
        "for",
        "from",
        "has",
        "have",
        "in",
        "increase",
        "is",
        "maintain",
        "monitor",
        "number",
        "of",
        "on",
        "or",
        "per",
        "percentage",
        "rate",
        "reduce",
        "share",
        "the",
        "their",
        "to",
        "total",
        "under",
        "who",
        "whose",
        "with",
    }
)
_FORMS = (("ies", "y"), ("ing", ""), ("ed", ""), ("s", ""))


@dataclass(frozen=True, slots=True)
class Proposal:
    """A row of a paper and the measure it most likely is; `measure` is empty where none is near enough.

    `key` is what the mapping of identities is asked for; `score` runs from 0 to 1, where 1 is the same title.
    """

    key: str
    row: MeasureRow
    measure: str
    title: str
    score: Decimal
    others: tuple[tuple[str, Decimal], ...] = ()
    """The next likely measures with their scores."""


def keyed_measures(report: ReportRecord) -> Iterator[tuple[str, int, MeasureRow]]:
    """Every row of measures with its key and occurrence: `PED01 06`, and `PED01 06 (2)` where it is printed again.

    >>> from goldthread.domain.papers import ObjectiveSection
    >>> rows = tuple(MeasureRow(ref="H1", title=title, cells={}) for title in ("Visits", "Calls"))
    >>> report = ReportRecord(kind="plan", title="", objectives=(ObjectiveSection("H", "Homes", measures=rows),))
    >>> [key for key, _, _ in keyed_measures(report)]
    ['H1', 'H1 (2)']
    """
    seen: Counter[str] = Counter()
    for objective in report.objectives:
        for row in objective.measures:
            seen[row.ref] += 1
            yield key_of(row.ref, seen[row.ref]), seen[row.ref], row


def key_of(ref: str, occurrence: int) -> str:
    """The key of a row in the mapping of identities."""
    return ref if occurrence == 1 else f"{ref} ({occurrence})"


def proposals(report: ReportRecord, *, known: Mapping[str, Sequence[str]]) -> tuple[Proposal, ...]:
    """For every row of measures of a report the measure that its title is most like.

    Args:
        known: the measures held, by id, each with its own title and those that earlier plans print.

    >>> from goldthread.domain.papers import ObjectiveSection
    >>> rows = (MeasureRow(ref="H1", title="Increase the percentage of homes repaired on time", cells={}),)
    >>> report = ReportRecord(kind="plan", title="", objectives=(ObjectiveSection("H", "Homes", measures=rows),))
    >>> known = {"repairs-on-time": ["Homes repaired on time"], "visits": ["Library visits"]}
    >>> one = proposals(report, known=known)[0]
    >>> one.measure, one.score > LIKELY
    ('repairs-on-time', True)
    """
    index = _Index(known)
    nearest = [(key, row, index.near(row.title)) for key, _, row in keyed_measures(report)]
    best: dict[str, Decimal] = {}
    for _, _, near in nearest:
        for name, _, score in near:
            best[name] = max(score, best.get(name, score))
    return tuple(_proposal(key, row, near=near, best=best) for key, row, near in nearest)


class _Index:
    """Titles by their words, so that a row is compared only with those that share some."""

    def __init__(self, known: Mapping[str, Sequence[str]]) -> None:
        self.titles = [(name, title, words_of(title)) for name, titles in known.items() for title in titles]
        self.places: dict[str, list[int]] = {}
        for place, (_, _, words) in enumerate(self.titles):
            for word in words:
                self.places.setdefault(word, []).append(place)
        self.weights = {word: log(1 + len(self.titles) / len(places)) for word, places in self.places.items()}
        self.rare = log(1 + len(self.titles))

    def weight(self, words: Iterable[str]) -> float:
        """How much words tell titles apart: the rarer, the more."""
        return sum(self.weights.get(word, self.rare) for word in words)

    def near(self, title: str) -> list[tuple[str, str, Decimal]]:
        """The measures nearest to a title, the nearest first, each with the title that is near."""
        words = words_of(title)
        own = self.weight(words)
        near = {place for word in words for place in self.places.get(word, ())}
        overlaps = sorted(((self._overlap(words, own, place), -place) for place in near), reverse=True)
        scored: dict[str, tuple[str, Decimal]] = {}
        for overlap, negative in overlaps[:CANDIDATES]:
            name, other, _ = self.titles[-negative]
            score = _score(title, other, overlap=overlap)
            if name not in scored or scored[name][1] < score:
                scored[name] = (other, score)
        return sorted(
            ((name, other, score) for name, (other, score) in scored.items()), key=lambda one: (-one[2], one[0])
        )

    def _overlap(self, words: frozenset[str], own: float, place: int) -> float:
        """The shared words' weight as a part of both titles' (Dice's coefficient, weighted)."""
        other = self.titles[place][2]
        return 2 * self.weight(words & other) / (own + self.weight(other))


def words_of(title: str) -> frozenset[str]:
    """The words that tell one title from another, without endings.

    >>> sorted(words_of("Increase the number of children's assessments completed"))
    ['assessment', 'child', 'complet']
    """
    words = (word for word in _WORD.findall(title.lower().replace("'s", "").replace("’s", "")) if word not in _EMPTY)
    return frozenset(_stem(word) for word in words)


def _stem(word: str) -> str:
    if word == "children":
        return "child"
    for ending, instead in _FORMS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word.removesuffix(ending) + instead
    return word


def _score(left: str, right: str, *, overlap: float) -> Decimal:
    """Two thirds shared words, one third the same letters in the same order."""
    likeness = SequenceMatcher(None, left.lower()[:300], right.lower()[:300], autojunk=False).ratio()
    return Decimal(str(round((2 * overlap + likeness) / 3, 2)))


def _proposal(
    key: str, row: MeasureRow, *, near: Sequence[tuple[str, str, Decimal]], best: Mapping[str, Decimal]
) -> Proposal:
    """The nearest measure that no other row of the paper is nearer to, and the next ones."""
    chosen = next((one for one in near if one[2] >= max(LIKELY, best[one[0]] - AS_NEAR)), None)
    others = tuple((name, score) for name, _, score in near if chosen is None or name != chosen[0])[:3]
    if chosen is None:
        return Proposal(key, row, "", "", near[0][2] if near else Decimal(0), others)
    return Proposal(key=key, row=row, measure=chosen[0], title=chosen[1], score=chosen[2], others=others)
