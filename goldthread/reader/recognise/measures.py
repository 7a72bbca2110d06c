"""Rows of measures: cells under their headings, and the comparator a direction of travel is judged by."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from goldthread.domain.papers import Cell, CellPart, CellStatus, Comparator, MeasureRow
from goldthread.reader.blocks import TableCell
from goldthread.reader.recognise.cells import figures_in, read_cell
from goldthread.reader.recognise.dates import periods_in
from goldthread.reader.recognise.headers import Column, Layout
from goldthread.reader.recognise.lines import Line

NOT_SURE = Decimal("0.7")
_REF_IN_TITLE = re.compile(
    r"([A-Z]{1,8}(?:&[A-Z]{1,4})?\s?\d{1,3}[a-z]{0,2}(?:\.\d{1,2})?)\s?[:–-]\s+(\S.*)", re.DOTALL
)
_TWO_THINGS = re.compile(r"(?P<first>[A-Z][\w ]*?)\s*(?:&|/|\band\b)\s*(?P<second>[A-Z]\w*)\b")
_CHANGE_BY = re.compile(
    r"\b(?:reduction|increase|decrease|improvement|rise|fall)\b.{0,40}\bby\s+(?:\w+\s+)?(?:19|20)\d\d"
)
"""A target that is a change by a later year: it is no figure for the year reported."""
_ITEM = re.compile(r"(?:^|(?<=\s))([a-h])\)\s+")
_NO_FIGURES = frozenset({"ref", "title", "commentary", "officer", "polarity", "unit", "frequency", "period"})


def measure_row(line: Line, *, layout: Layout, symbols_kept: bool) -> MeasureRow:
    """The measure of a row under these headings."""
    given = {column.name: (column, cell) for column, cell in zip(layout.columns, _padded(line, layout), strict=False)}
    ref, title = _identity(given)
    cells = {
        name: _cell(cell, column=column, title=title, symbols_kept=symbols_kept)
        for name, (column, cell) in given.items()
        if name and name not in {"ref", "title", "commentary"}
    }
    return MeasureRow(
        ref=ref,
        title=title,
        cells=cells,
        comparator=comparator_of(cells, about=title),
        where=line.where,
        confidence=Decimal(1) if ref and len(line.cells) == len(layout.columns) else NOT_SURE,
    )


def lines_of_items(line: Line, *, layout: Layout) -> list[Line]:
    """A row whose target or figure lists items `a) … b) …` as one row an item; any other row as it is.

    Where the title names the items too, each row has the title's opening words and its own.
    """
    places = [place for place, column in enumerate(layout.columns) if column.name in {"target", "current"}]
    texts = [line.cells[place].text for place in places if place < len(line.cells)]
    letters = next((found for text in texts if len(found := _ITEM.findall(text)) > 1), [])
    if letters != sorted(set(letters)):
        return [line]
    return [_item_of(line, letter) for letter in letters] or [line]


def _item_of(line: Line, letter: str) -> Line:
    return replace(line, cells=tuple(replace(cell, text=_text_of_item(cell.text, letter)) for cell in line.cells))


def _text_of_item(text: str, letter: str) -> str:
    """The words of one item after those that stand before all items; the whole text where it lists none."""
    stem, *pairs = _ITEM.split(text)
    items = dict(zip(pairs[::2], pairs[1::2], strict=True))
    return " ".join(f"{stem} {items.get(letter, '')}".split()) if items else text


def comparator_of(cells: dict[str, Cell], *, about: str = "") -> Comparator | None:
    """The earlier figure that stands in the column of the direction of travel, with its period."""
    printed = cells.get("direction_of_travel")
    if printed is None or not printed.text:
        return None
    period = next(iter(periods_in(printed.text)), None)
    if period is None:
        return None
    parts = tuple(figures_in(printed.text, header=printed.header, about=about))
    return Comparator(printed=printed.text, period=period.period, parts=parts)


def _padded(line: Line, layout: Layout) -> list[TableCell]:
    missing = len(layout.columns) - len(line.cells)
    return [*line.cells, *(TableCell(text="", where=line.where) for _ in range(missing))]


def _identity(given: dict[str, tuple[Column, TableCell]]) -> tuple[str, str]:
    ref = " ".join(given["ref"][1].text.split()) if "ref" in given else ""
    title = " ".join(given["title"][1].text.split())
    return (None if ref else split_ref(title)) or (ref, title)


def split_ref(title: str) -> tuple[str, str] | None:
    """A reference that opens a title, and the rest of the title; None where it opens with none.

    >>> split_ref("CHN 13a: Pupils who read well")
    ('CHN 13a', 'Pupils who read well')
    """
    found = _REF_IN_TITLE.fullmatch(title)
    return (found[1], found[2]) if found else None


def _cell(cell: TableCell, *, column: Column, title: str, symbols_kept: bool) -> Cell:
    read = read_cell(
        " ".join(cell.text.split()),
        header=column.header or ("" if column.name not in {"progress", "direction_of_travel"} else column.name),
        where=cell.where,
        pictures=cell.pictures,
        shade=cell.shade,
        about=title if column.name not in _NO_FIGURES else "",
        symbols_kept=symbols_kept,
    )
    later = column.name.startswith("target") and _CHANGE_BY.search(read.text) is not None
    return replace(
        read,
        header=column.header,
        parts=_named_by(column.header, _named_in(title, read.parts)),
        status=CellStatus.TEXT if later else read.status,
    )


def _named_in(title: str, parts: tuple[CellPart, ...]) -> tuple[CellPart, ...]:
    """Abbreviated labels that the title spells out ("Primary – Pri") take the whole word."""
    if len(parts) < 2:
        return parts
    spelled = {
        short.lower(): whole for whole, short in re.findall(r"\b([A-Z][a-z]+)\s*[–=-]\s*([A-Z][a-z]*)\b", title)
    }
    return tuple(
        replace(part, label=next((spelled[key] for key in _forms(part.label, spelled)), part.label)) for part in parts
    )


def _forms(label: str, spelled: dict[str, str]) -> Sequence[str]:
    low = label.lower()
    if low in spelled:
        return [low]
    return [short for short in spelled if len(low) >= 3 and short.startswith(low)][:1]


def _named_by(header: str, parts: tuple[CellPart, ...]) -> tuple[CellPart, ...]:
    """Two bare figures under a heading that names two things take their names from it."""
    if len(parts) != 2 or any(part.label for part in parts):
        return parts
    found = _TWO_THINGS.search(header)
    return (
        tuple(replace(part, label=label) for part, label in zip(parts, found.groups(), strict=True))
        if found
        else parts
    )
