"""Measures that are not in tables: a cell a line, columns one after another, items with their light in brackets."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from goldthread.domain.papers import Cell, Commentary, MeasureRow, ObjectiveSection
from goldthread.reader.blocks import Block, BlockDocument, Heading, ListItem, Paragraph, Table, TableCell, TableRow
from goldthread.reader.recognise import performance
from goldthread.reader.recognise.cells import read_cell
from goldthread.reader.recognise.found import Found
from goldthread.reader.recognise.headers import KNOWN, column_name, layout_of
from goldthread.reader.recognise.lights import light_of_words
from goldthread.reader.recognise.lines import in_columns
from goldthread.reader.recognise.measures import NOT_SURE

MOST_COLUMNS = 16
FEWEST_COLUMNS = 3
MOST_HEADER_ROWS = 4
LONGEST_CELL = 300
_LIT = re.compile(r"(?P<title>.*\S)\s*[(\[](?P<light>[A-Za-z ]{3,20})[)\]]\s*", re.DOTALL)
_TARGET = re.compile(
    r"\btargets?\s*(?:of|is|was|:)?\s*(?P<figure>£?\s?\d[\d,]*(?:\.\d+)?\s?(?:%|k|m|bn)?)(?![\w])", re.IGNORECASE
)
_CLAUSE_END = re.compile(r"(?:[,;]\s|\.\s|\.?$)")

Rows = Sequence[tuple[TableCell, ...]]


def find(document: BlockDocument, left: Sequence[int]) -> Found:
    """Tables that came out cell by cell or column by column or lie on their side, and lists that end with a light."""
    from_lines = [_as_table(document, run) for run in _runs(document, left)]
    tables = [(places, table) for places, table in from_lines if table is not None]
    tables += [([place], table) for place in left for table in _rearranged(document.blocks[place])]
    found = [(places, _read(document, table)) for places, table in tables]
    listed_places, listed = _listed(document, left)
    return Found(
        taken=frozenset(place for places, one in found if one.objectives for place in places) | listed_places,
        objectives=(*(objective for _, one in found for objective in one.objectives), *listed),
        unrecognised=tuple(record for _, one in found for record in one.unrecognised),
    )


def _read(document: BlockDocument, table: Table) -> Found:
    alone = BlockDocument(file=document.file, format=document.format, blocks=(table,))
    return performance.find(alone, range(1))


def _runs(document: BlockDocument, left: Sequence[int]) -> Iterator[list[int]]:
    """Stretches of short paragraphs that follow one another."""
    run: list[int] = []
    for place in left:
        block = document.blocks[place]
        if not isinstance(block, Paragraph) or len(block.text) > LONGEST_CELL or (run and place != run[-1] + 1):
            if len(run) > FEWEST_COLUMNS:
                yield run
            run = []
        if isinstance(block, Paragraph) and len(block.text) <= LONGEST_CELL:
            run.append(place)
    if len(run) > FEWEST_COLUMNS:
        yield run


def _as_table(document: BlockDocument, run: list[int]) -> tuple[list[int], Table | None]:
    cells = [(place, _cell(document.blocks[place])) for place in run]
    start = next((at for at, (_, cell) in enumerate(cells) if column_name(_bare(cell.text)) in KNOWN), None)
    if start is None:
        return [], None
    cells = cells[start:]
    barred = [cell.text.rstrip().endswith("|") for _, cell in cells]
    if barred[0]:
        cells = cells[: barred.index(False) if False in barred else None]
        return [place for place, _ in cells], _by(_row_by_row, [cell for _, cell in cells])
    return [place for place, _ in cells], _by(_column_by_column, [cell for _, cell in cells])


def _cell(block: Block) -> TableCell:
    assert isinstance(block, Paragraph)
    return TableCell(text=block.text, where=block.where, pictures=block.pictures)


def _bare(text: str) -> str:
    return text.strip().strip("|").strip()


def _by(arranged: Callable[[Sequence[TableCell], int], Rows | None], cells: Sequence[TableCell]) -> Table | None:
    """The table with the most columns whose headings are all known and whose cells fill every row."""
    clean = [TableCell(text=_bare(cell.text), where=cell.where, pictures=cell.pictures) for cell in cells]
    for columns in range(min(MOST_COLUMNS, len(clean) // 2), FEWEST_COLUMNS - 1, -1):
        headers = [cell.text for cell in clean[:columns]]
        if len(clean) % columns or layout_of(headers) is None or not _are_headers(headers):
            continue
        rows = arranged(clean, columns)
        if rows is not None:
            return Table(rows=tuple(TableRow(cells=row, where=row[0].where) for row in rows), where=clean[0].where)
    return None


def _are_headers(headers: Sequence[str]) -> bool:
    """Whether most are known names of columns, and the first and last are."""
    known = [re.split(r"\s", column_name(header))[0] in KNOWN for header in headers]
    return known[0] and known[-1] and sum(known) * 3 >= len(known) * 2


def _row_by_row(cells: Sequence[TableCell], columns: int) -> Rows | None:
    return [tuple(cells[start : start + columns]) for start in range(0, len(cells), columns)]


def _column_by_column(cells: Sequence[TableCell], columns: int) -> Rows | None:
    """Headings, then every value of the first column, then every value of the second: as many as there are rows."""
    values = cells[columns:]
    height = len(values) // columns
    by_column = [values[column * height : (column + 1) * height] for column in range(columns)]
    names = [column_name(cell.text) for cell in cells[:columns]]
    figures = [
        column
        for name, column in zip(names, by_column, strict=True)
        if name.split()[0:1] in (["current"], ["target"], ["actual"])
    ]
    if not figures or not all(any(mark.isdigit() for mark in cell.text) for column in figures for cell in column):
        return None
    rows = list(zip(*by_column, strict=True))
    return [tuple(cells[:columns]), *rows]


def _rearranged(block: Block) -> Iterator[Table]:
    """A table that lies on its side, turned; tables that stand side by side, one after another."""
    if isinstance(block, Table):
        turned = _turned(block)
        yield from [turned] if turned is not None else _side_by_side(block)


def _side_by_side(table: Table) -> Iterator[Table]:
    """The tables that one row of headings shows to stand beside one another: its headings begin again."""
    rows = [cells for _, cells in in_columns(table)]
    for number, row in enumerate(rows[:MOST_HEADER_ROWS]):
        names = [column_name(cell.text) for cell in row]
        starts = [place for place, name in enumerate(names) if name and name == names[0]]
        if len(starts) < 2 or names[0] not in {"ref", "title"}:
            continue
        for start, end in zip(starts, [*starts[1:], len(names)], strict=True):
            parts = (cells[start:end] for cells in rows[number:])
            yield Table(tuple(TableRow(cells, cells[0].where) for cells in parts if cells), where=row[start].where)
        return


def _turned(block: Block) -> Table | None:
    """A table of one measure whose headings stand in its first column, turned so that they stand in the first row."""
    if (
        not isinstance(block, Table)
        or len(block.rows) < FEWEST_COLUMNS
        or any(len(row.cells) != 2 for row in block.rows)
    ):
        return None
    headers = [row.cells[0].text for row in block.rows]
    if layout_of(headers) is None or not _are_headers(headers):
        return None
    turned = (TableRow(tuple(row.cells[place] for row in block.rows), block.where) for place in (0, 1))
    return Table(rows=tuple(turned), where=block.where)


def _listed(document: BlockDocument, left: Sequence[int]) -> tuple[frozenset[int], tuple[ObjectiveSection, ...]]:
    """Items that end with a light in brackets, each with the text under it; two at least."""
    rows: list[MeasureRow] = []
    taken: set[int] = set()
    heading: Heading | None = None
    places = [place for place in left if isinstance(document.blocks[place], Heading | ListItem | Paragraph)]
    waiting: tuple[int, str, str] | None = None
    for place in places:
        block = document.blocks[place]
        if isinstance(block, Heading):
            heading, waiting = (block if not rows else heading), None
            continue
        assert isinstance(block, ListItem | Paragraph)
        first, _, rest = block.text.partition("\n")
        lit = _LIT.fullmatch(first) if len(first) <= LONGEST_CELL else None
        light = light_of_words(lit["light"]) if lit else None
        if lit and light and rest:
            rows.append(_lit_row(block, lit["title"], lit["light"], rest))
            taken.add(place)
        elif lit and light and isinstance(block, ListItem):
            waiting = (place, lit["title"], lit["light"])
        elif waiting:
            rows.append(_lit_row(document.blocks[waiting[0]], waiting[1], waiting[2], block.text))
            taken |= {waiting[0], place}
            waiting = None
    if len(rows) < 2:
        return frozenset(), ()
    where = heading.where if heading else rows[0].where
    title = heading.text if heading else ""
    return frozenset(taken), (ObjectiveSection(ref="", title=title, measures=tuple(rows), where=where),)


def _lit_row(block: Block, title: str, light: str, text: str) -> MeasureRow:
    """A measure of an item: its figure is what the text opens with, a target where the text names one."""
    clause = text[: end.start()] if (end := _CLAUSE_END.search(text)) else text
    cells: dict[str, Cell] = {
        "current": read_cell(clause, where=block.where, about=title),
        "progress": read_cell(light, header="progress", where=block.where),
    }
    target = _TARGET.search(text)
    if target:
        cells["target"] = read_cell(target["figure"], where=block.where, about=title)
    return MeasureRow(
        ref="",
        title=title,
        cells=cells,
        commentary=Commentary(authors=(), text=text, where=block.where),
        where=block.where,
        confidence=NOT_SURE,
    )
