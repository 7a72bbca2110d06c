"""What stands beside a plan's objectives: priorities with areas of focus, risks with treatment, equality actions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from goldthread.domain.papers import AreaRecord, PriorityRecord, RiskRecord, TaskRecord, Where
from goldthread.domain.periods import Period
from goldthread.reader.recognise.lines import Line
from goldthread.reader.recognise.plan_words import latin, put_together
from goldthread.reader.recognise.plan_years import year_of

_NUMBER = re.compile(r"\d{1,3}")
_CITED = re.compile(r"\b([A-Z]{2,4})(\d{1,2})\b")
_ONE_PRIORITY = re.compile(r"\b(?:strategic|corporate|council) priorit(?:y|ies)\s*[.:;]?\s*$", re.IGNORECASE)
_MARK = re.compile(r"[xX✓✔●*]|yes", re.IGNORECASE)
LONGEST_PRIORITY = 80
FEWEST_AREAS = 4


@dataclass(frozen=True, slots=True)
class Listed:
    """Priorities with their areas, and the blocks of the tables that list them."""

    priorities: tuple[PriorityRecord, ...] = ()
    blocks: frozenset[int] = frozenset()


def listed_priorities(lines: Sequence[Line], *, words: frozenset[str]) -> Listed:
    """The priorities over areas of focus whose numbers run on from one table to the next, from 1."""
    listing = _Listing()
    for line in lines:
        texts = [latin(text) for text in line.texts if text]
        if not line.cells:
            if 0 < len(line.text) <= LONGEST_PRIORITY:
                listing.heading = PriorityRecord(latin(line.text), where=line.where)
            continue
        number = int(texts[0]) if len(texts) == 2 and _NUMBER.fullmatch(texts[0]) else 0
        if number and number in {1, listing.count + 1}:
            listing.add(AreaRecord(number, texts[1], line.where), block=line.block)
        elif sum(map(len, texts)) <= LONGEST_PRIORITY and not any(char.isdigit() for text in texts for char in text):
            listing.heading = PriorityRecord(put_together(texts, words=words), where=line.where)
    if listing.count < FEWEST_AREAS or not all(heading.title for heading, _ in listing.groups):
        return Listed()
    priorities = tuple(replace(heading, areas=tuple(areas)) for heading, areas in listing.groups)
    return Listed(priorities, frozenset(listing.blocks))


@dataclass(slots=True)
class _Listing:
    """Areas of focus as they are read, under the heading that stands over them; a new 1 begins anew."""

    groups: list[tuple[PriorityRecord, list[AreaRecord]]] = field(default_factory=list)
    blocks: set[int] = field(default_factory=set)
    count: int = 0
    heading: PriorityRecord = field(default_factory=lambda: PriorityRecord(""))

    def add(self, area: AreaRecord, *, block: int) -> None:
        if area.number != self.count + 1:
            self.groups, self.blocks, self.count = [], set(), 0
        if not self.groups or self.heading.title:
            self.groups.append((self.heading, []))
            self.heading = PriorityRecord("")
        self.groups[-1][1].append(area)
        self.blocks.add(block)
        self.count = area.number


def stated_priority(lines: Sequence[Line]) -> PriorityRecord | None:
    """The one priority that the opening names on a line of its own, after words such as “the following priority.”"""
    for line, after in pairwise(lines):
        if line.text and after.text and _ONE_PRIORITY.search(line.text) and len(after.text) <= LONGEST_PRIORITY:
            return PriorityRecord(after.text.strip(), where=after.where)
    return None


def numbered(priorities: Sequence[PriorityRecord], *, cited: Sequence[str]) -> tuple[PriorityRecord, ...]:
    """The priorities with the references by which the plan's tables cite them: `CP3` is the third.

    >>> [one.ref for one in numbered([PriorityRecord("Homes"), PriorityRecord("Jobs")], cited=["AOF4 CP2"])]
    ['CP1', 'CP2']
    """
    counts: dict[str, set[int]] = {}
    for letters, number in (found for text in cited for found in _CITED.findall(text)):
        counts.setdefault(letters, set()).add(int(number))
    fitting = [letters for letters, numbers in counts.items() if max(numbers) <= len(priorities) and "P" in letters]
    prefix = fitting[0] if len(fitting) == 1 else ""
    return tuple(
        replace(priority, ref=f"{prefix}{place}") if prefix else priority
        for place, priority in enumerate(priorities, start=1)
    )


def risks_of(lines: Sequence[Line]) -> Iterator[tuple[int, RiskRecord]]:
    """The risks to objectives with their treatment, each with its block; one without reference takes the last one."""
    places: dict[str, int] = {}
    block, ref = -1, ""
    for line in lines:
        texts = [latin(text) for text in line.texts]
        if line.cells and (found := _risk_columns(texts)):
            places, block, ref = found, line.block, ""
        elif places and line.cells and line.block == block and len(texts) > max(places.values()):
            ref = texts[places["objective"]] or ref
            if texts[places["risk"]]:
                yield (
                    block,
                    RiskRecord(
                        ref=ref,
                        description=texts[places["risk"]],
                        controls=texts[places["treatment"]],
                        where=line.where,
                    ),
                )


def _risk_columns(texts: Sequence[str]) -> dict[str, int] | None:
    places: dict[str, int] = {}
    for place, text in enumerate(texts):
        low = text.lower()
        if len(low) > LONGEST_PRIORITY:
            return None
        if "treatment" in low or "mitigat" in low:
            places.setdefault("treatment", place)
        elif "objective" in low:
            places.setdefault("objective", place)
        elif "risk" in low:
            places.setdefault("risk", place)
    return places if len(places) == 3 else None


def equality_actions_of(lines: Sequence[Line]) -> Iterator[tuple[int, TaskRecord]]:
    """The actions of an equality plan, each with its block: the years that are marked give start and end."""
    columns: _Actions | None = None
    above: list[str] = []
    for line in lines:
        texts = [latin(text) for text in line.texts]
        if line.cells and (found := _action_columns(texts, above=above, block=line.block)):
            columns = found
        elif columns is not None and line.cells and line.block == columns.block and len(texts) > columns.action:
            marked = [
                year for place, year in columns.years.items() if place < len(texts) and _MARK.fullmatch(texts[place])
            ]
            if texts[columns.action]:
                yield line.block, _action(texts, columns=columns, marked=marked, where=line.where)
        above = texts


@dataclass(frozen=True, slots=True)
class _Actions:
    block: int
    action: int
    years: dict[int, Period]
    owner: int | None
    level: int | None
    service: int


def _action_columns(texts: Sequence[str], *, above: Sequence[str], block: int) -> _Actions | None:
    if max(map(len, texts), default=0) > LONGEST_PRIORITY:
        return None
    whole = [
        f"{above[place] if place < len(above) else ''} {text}".strip().lower() for place, text in enumerate(texts)
    ]
    action = next((place for place, text in enumerate(whole) if re.search(r"\bactions?\b", text)), None)
    years = {
        place: year for place, text in enumerate(texts) if len(text) < 12 and (year := year_of(text)) is not None
    }
    if action is None or len(years) < 2 or not any("impact" in text or "equality" in text for text in whole):
        return None
    owner = next((place for place, text in enumerate(whole) if "officer" in text or "responsible" in text), None)
    level = next((place for place, text in enumerate(whole) if "impact" in text or "high" in text), None)
    return _Actions(block=block, action=action, years=years, owner=owner, level=level, service=0)


def _action(texts: Sequence[str], *, columns: _Actions, marked: Sequence[Period], where: Where) -> TaskRecord:
    responsible = re.compile(r"\w")
    place = next(
        (place for place in range(max(columns.years) + 1, len(texts)) if responsible.search(texts[place])),
        columns.owner,
    )
    return TaskRecord(
        title=texts[columns.action],
        block=texts[columns.service],
        phase="Equality action",
        start=marked[0].start if marked else None,
        end=marked[-1].end if marked else None,
        start_printed=str(marked[0]) if marked else "",
        end_printed=str(marked[-1]) if marked else "",
        owner=texts[place] if place is not None and place < len(texts) else "",
        priority=texts[columns.level] if columns.level is not None and columns.level < len(texts) else "",
        where=where,
    )
