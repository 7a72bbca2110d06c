"""Blocks as JSON and back: how the process that opens a file hands over what it read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from goldthread.domain.papers import Where
from goldthread.reader.blocks import (
    Block,
    BlockDocument,
    Heading,
    ListItem,
    Paragraph,
    Picture,
    Table,
    TableCell,
    TableRow,
)

Json = Any


def document_json(document: BlockDocument) -> dict[str, Json]:
    """A document as JSON values.

    >>> document_from(document_json(BlockDocument(file="a.txt", format="text", blocks=()))).file
    'a.txt'
    """
    return {
        "file": document.file,
        "format": document.format,
        "blocks": [_block(block) for block in document.blocks],
        "notes": list(document.notes),
    }


def document_from(data: Mapping[str, Json]) -> BlockDocument:
    """The document that `document_json` wrote."""
    file = str(data["file"])
    return BlockDocument(
        file=file,
        format=str(data["format"]),
        blocks=tuple(_block_from(block, file=file) for block in data["blocks"]),
        notes=tuple(map(str, data["notes"])),
    )


def _block(block: Block) -> list[Json]:
    place = _where(block.where)
    match block:
        case Heading():
            return ["heading", place, block.text, block.level]
        case Paragraph():
            return ["paragraph", place, block.text, block.bold, [_picture(each) for each in block.pictures]]
        case ListItem():
            return ["item", place, block.text, block.marker, block.depth]
        case Picture():
            return ["picture", *_picture(block)]
        case Table():
            rows = [[_where(row.where), [_cell(cell) for cell in row.cells]] for row in block.rows]
            return ["table", place, block.caption, rows]


def _block_from(data: list[Json], *, file: str) -> Block:
    kind, place, *rest = data
    where = _where_from(place, file=file)
    if kind == "heading":
        return Heading(text=rest[0], level=rest[1], where=where)
    if kind == "paragraph":
        pictures = tuple(_picture_from(each, file=file) for each in rest[2])
        return Paragraph(text=rest[0], where=where, bold=rest[1], pictures=pictures)
    if kind == "item":
        return ListItem(text=rest[0], marker=rest[1], depth=rest[2], where=where)
    if kind == "picture":
        return _picture_from([place, *rest], file=file)
    rows = tuple(
        TableRow(cells=tuple(_cell_from(cell, file=file) for cell in cells), where=_where_from(at, file=file))
        for at, cells in rest[1]
    )
    return Table(rows=rows, where=where, caption=rest[0])


def _cell(cell: TableCell) -> list[Json]:
    pictures = [_picture(each) for each in cell.pictures]
    return [_where(cell.where), cell.text, cell.header, cell.columns, cell.rows, cell.shade, pictures]


def _cell_from(data: list[Json], *, file: str) -> TableCell:
    place, text, header, columns, rows, shade, pictures = data
    return TableCell(
        text=text,
        where=_where_from(place, file=file),
        header=header,
        columns=columns,
        rows=rows,
        shade=shade,
        pictures=tuple(_picture_from(each, file=file) for each in pictures),
    )


def _picture(picture: Picture) -> list[Json]:
    return [_where(picture.where), picture.colour, picture.text]


def _picture_from(data: list[Json], *, file: str) -> Picture:
    return Picture(where=_where_from(data[0], file=file), colour=data[1], text=data[2])


def _where(where: Where) -> list[Json]:
    return [where.line, where.page, where.cell]


def _where_from(data: list[Json], *, file: str) -> Where:
    return Where(file=file, line=data[0], page=data[1], cell=data[2])
