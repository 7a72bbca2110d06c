"""What a page draws as filled boxes: cells that touch each other are a table, a box around text is a panel."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from goldthread.reader.pdf_page import Box, Page, Run

TOUCHING = 1.6  # points
CARD = 0.12  # of a page
SMALLEST = 8_000  # square points
MOST_RUNS = 16


@dataclass(frozen=True, slots=True)
class DrawnTable:
    """A table of drawn cells: its rows from the top, each cell with the runs in it."""

    box: Box
    rows: tuple[tuple[tuple[Box, tuple[Run, ...]], ...], ...]


def drawn_tables(page: Page) -> list[DrawnTable]:
    """The tables whose cells are boxes that touch: two rows or more of one width, of two cells or more."""
    boxes = {_key(fill.box): fill.box for fill in page.fills if not fill.is_picture}
    rows: dict[tuple[int, int], list[Box]] = {}
    for box in boxes.values():
        rows.setdefault((round(box.top), round(box.bottom)), []).append(box)
    strips = [strip for held in rows.values() for strip in _strips(sorted(held, key=lambda box: box.left))]
    tables: list[list[list[Box]]] = []
    for strip in sorted(strips, key=lambda strip: (strip[0].top, strip[0].left)):
        above = next((table for table in tables if _stands_on(table[-1], strip)), None)
        if above is not None:
            above.append(strip)
        else:
            tables.append([strip])
    return [_filled(table, page.runs) for table in tables if len(table) > 1]


def panels(page: Page) -> list[Box]:
    """The smallest boxes that hold text of two lines or more, from the top; one around another panel is none."""
    area = page.width * page.height
    boxes = {_key(fill.box): fill.box for fill in page.fills if not fill.is_picture}
    fitting = sorted((box for box in boxes.values() if SMALLEST < _area(box) < CARD * area), key=_area)
    chosen: list[Box] = []
    for box in fitting[:2_000]:
        inside = [run for run in page.runs if holds(box, run.box)]
        if (
            len({round(run.base) for run in inside}) > 1
            and len(inside) <= MOST_RUNS
            and not any(_is_within(each, box) for each in chosen)
        ):
            chosen.append(box)
    return sorted(chosen, key=lambda box: (round(box.top), box.left))


def holds(box: Box, inner: Box) -> bool:
    """Whether the middle of one box is within another."""
    middle = (inner.left + inner.right) / 2
    return box.left <= middle <= box.right and box.top <= inner.middle <= box.bottom


def _key(box: Box) -> tuple[int, int, int, int]:
    return round(box.left), round(box.top), round(box.right), round(box.bottom)


def _area(box: Box) -> float:
    return (box.right - box.left) * box.height


def _is_within(inner: Box, outer: Box) -> bool:
    return holds(outer, inner) and _area(inner) <= _area(outer)


def _strips(row: Sequence[Box]) -> Iterable[list[Box]]:
    """Runs of boxes side by side without a gap or an overlap."""
    held: list[Box] = []
    for box in row:
        if held and abs(box.left - held[-1].right) <= TOUCHING:
            held.append(box)
            continue
        if held and box.left < held[-1].right - TOUCHING:
            continue  # a box over another one
        if len(held) > 1:
            yield held
        held = [box]
    if len(held) > 1:
        yield held


def _stands_on(above: Sequence[Box], strip: Sequence[Box]) -> bool:
    return (
        abs(above[0].bottom - strip[0].top) <= TOUCHING
        and abs(above[0].left - strip[0].left) <= TOUCHING
        and abs(above[-1].right - strip[-1].right) <= TOUCHING
    )


def _filled(table: Sequence[Sequence[Box]], runs: Sequence[Run]) -> DrawnTable:
    box = Box(table[0][0].left, table[0][0].top, table[-1][-1].right, table[-1][-1].bottom)
    inside = [run for run in runs if holds(box, run.box)]
    rows = tuple(
        tuple((cell, tuple(run for run in inside if holds(cell, run.box))) for cell in strip) for strip in table
    )
    return DrawnTable(box=box, rows=rows)
