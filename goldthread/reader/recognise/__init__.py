"""Blocks in, records out: each recogniser takes the blocks it understands and says which they were."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import TypeVar

from goldthread.domain.papers import ObjectiveSection, Paper, Passage, Unrecognised, Where
from goldthread.reader.blocks import BlockDocument, Paragraph, Picture, Table
from goldthread.reader.recognise import (
    cards,
    lists,
    meetings,
    performance,
    placeholders,
    plans,
    risks,
    shares,
    statements,
    tasks,
)
from goldthread.reader.recognise.found import Found, Recogniser
from goldthread.reader.recognise.reports import Span, report_of, spans_of
from goldthread.reader.recognise.sections import passages_of

RECOGNISERS: tuple[Recogniser, ...] = (
    plans.find,
    performance.find,
    meetings.find,
    tasks.find,
    risks.find,
    shares.find,
    cards.find,
    lists.find,
    statements.find,
    performance.find_targets,  # after all others: it takes any table of measures with a target or an actual
    placeholders.find,
)
"""In order: each sees only what those before it left."""


Placed = TypeVar("Placed", Passage, ObjectiveSection)


def recognise(document: BlockDocument) -> Paper:
    """The records of a file's blocks; what no recogniser took is listed under `unrecognised`."""
    found = tuple(_each_in_turn(document))
    taken = frozenset().union(*(one.taken for one in found))
    passages = passages_of(document, commentary=frozenset().union(*(one.commentary for one in found)))
    places = _places(document)
    spans = spans_of(document)
    objectives = sorted(
        (objective for one in found for objective in one.objectives), key=lambda one: places.get(one.where, 0)
    )
    texts = _by_span(passages, spans, places, first_takes_all=False)
    sections = _by_span(objectives, spans, places, first_takes_all=True)
    fronts = [record for one in found for record in one.reports]
    return Paper(
        file=document.file,
        reports=tuple(
            plans.completed(
                report_of(document, span, passages=texts[number], objectives=sections[number]), found=fronts
            )
            for number, span in enumerate(spans)
        ),
        tables=tuple(record for one in found for record in one.tables),
        risks=tuple(record for one in found for record in one.risks),
        matrices=tuple(record for one in found for record in one.matrices),
        tasks=tuple(record for one in found for record in one.tasks),
        shares=tuple(record for one in found for record in one.shares),
        agenda=tuple(record for one in found for record in one.agenda),
        minutes=tuple(record for one in found for record in one.minutes),
        passages=passages,
        unrecognised=(
            *(record for one in found for record in one.unrecognised),
            *_left_over(document, taken | _fronts(document, spans)),
        ),
        notes=document.notes,
    )


def _each_in_turn(document: BlockDocument) -> Iterator[Found]:
    left: Sequence[int] = range(len(document.blocks))
    for find in RECOGNISERS:
        found = find(document, left)
        yield found
        left = [place for place in left if place not in found.taken]


def _places(document: BlockDocument) -> dict[Where, int]:
    """Which block each place of the file is in; where several blocks share a place, the first."""
    places: dict[Where, int] = {}
    for place, block in enumerate(document.blocks):
        places.setdefault(block.where, place)
        if isinstance(block, Table):
            for row in block.rows:
                places.setdefault(row.where, place)
                for cell in row.cells:
                    places.setdefault(cell.where, place)
    return places


def _by_span(
    records: Sequence[Placed], spans: Sequence[Span], places: dict[Where, int], *, first_takes_all: bool
) -> list[list[Placed]]:
    """The records of each report by where they stand; those before the first go to it, or to none."""
    held: list[list[Placed]] = [[] for _ in spans]
    starts = [span.start for span in spans]
    for record in records:
        number = bisect_right(starts, places.get(record.where, 0)) - 1
        if number >= 0 or (first_takes_all and spans):
            held[max(number, 0)].append(record)
    return held


def _fronts(document: BlockDocument, spans: Sequence[Span]) -> frozenset[int]:
    """The tables that are a report's front, each row of two cells at most."""
    fields = {field.where for span in spans for field in span.fields.values()}
    return frozenset(
        place
        for place, block in enumerate(document.blocks)
        if isinstance(block, Table)
        and any(row.where in fields for row in block.rows)
        and all(len(row.cells) <= 2 for row in block.rows)
    )


def _left_over(document: BlockDocument, taken: frozenset[int]) -> Iterator[Unrecognised]:
    for place, block in enumerate(document.blocks):
        if place in taken:
            continue
        if isinstance(block, Table):
            text = "\n".join(" | ".join(cell.text for cell in row.cells) for row in block.rows)
            yield Unrecognised(kind="table", text=text, where=block.where, reason="No kind of table that is known.")
        pictures = (block,) if isinstance(block, Picture) else block.pictures if isinstance(block, Paragraph) else ()
        for picture in pictures:
            yield Unrecognised(
                kind="picture", text=picture.text, where=picture.where, reason="A picture without data."
            )


__all__ = ["RECOGNISERS", "Passage", "recognise"]
