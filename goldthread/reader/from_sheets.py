"""Excel and OpenDocument sheets → a table a sheet. Formulas are never run: the value that was saved is read."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from decimal import Decimal
from typing import Any

from lxml import etree

from goldthread.domain.papers import Where
from goldthread.reader.blocks import Block, BlockDocument, Heading, Table, TableCell, TableRow
from goldthread.reader.from_csv import column_name
from goldthread.reader.sheet_styles import CellStyle, SheetStyles, sheet_styles
from goldthread.reader.unreadable import Unreadable

MOST_CELLS = 2_000_000
EXACT = 12  # digits: more are the dust of binary fractions


def from_sheets(content: bytes, *, file: str) -> BlockDocument:
    """Every visible sheet of a workbook: a heading with its name, and its rows as a table with that caption.

    Raises: Unreadable when it is no workbook, or has more cells than any paper.
    """
    import python_calamine as calamine

    _require_whole_opendocument(content, file=file)
    try:
        styles = sheet_styles(content) if content.startswith(b"PK") else SheetStyles()
        workbook = calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
        blocks: list[Block] = []
        notes: list[str] = []
        for sheet in workbook.sheets_metadata:
            if sheet.typ != calamine.SheetTypeEnum.WorkSheet:
                continue
            if sheet.visible != calamine.SheetVisibleEnum.Visible:
                notes.append(f"The sheet “{sheet.name}” is hidden and was read all the same.")
            held = workbook.get_sheet_by_name(sheet.name)
            blocks += _sheet(held, name=sheet.name, file=file, styles=styles)
    except calamine.CalamineError as problem:
        raise Unreadable(
            file,
            why=f"it is no workbook that opens ({problem})",
            remedy="Open it in its own program and save it again.",
        ) from problem
    return BlockDocument(file=file, format="spreadsheet", blocks=tuple(blocks), notes=tuple(notes))


def _require_whole_opendocument(content: bytes, *, file: str) -> None:
    """Refuse an OpenDocument file whose content is broken XML: calamine may never come back from it."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package, package.open("content.xml") as opened:
            for _, element in etree.iterparse(opened, resolve_entities=False, no_network=True):
                element.clear()
    except etree.XMLSyntaxError as problem:
        raise Unreadable(
            file, why="its content is damaged", remedy="Open it in its own program and save it again."
        ) from problem
    except Exception:  # no OpenDocument package: calamine says what is wrong with it
        return


def _sheet(held: Any, *, name: str, file: str, styles: SheetStyles) -> list[Block]:
    if held.height * held.width > MOST_CELLS:
        raise Unreadable(
            file,
            why=f"the sheet “{name}” says it has {held.height:,} rows of {held.width:,} cells",
            remedy="Delete the empty rows and columns beyond the figures.",
        )
    top, left = held.start or (0, 0)
    rows = [
        TableRow(
            cells=tuple(
                _cell(value, style=styles.at(name, place), where=Where(file=file, line=at, cell=f"{name}!{place}"))
                for value, place in ((each, f"{column_name(left + index)}{at}") for index, each in enumerate(values))
            ),
            where=Where(file=file, line=at, cell=f"{name}!{at}"),
        )
        for at, values in enumerate(held.to_python(skip_empty_area=True), start=top + 1)
        if any(value not in ("", None) for value in values)
    ]
    if not rows:
        return []
    where = Where(file=file, line=rows[0].where.line, cell=name)
    return [Heading(text=name, level=1, where=where), Table(rows=tuple(rows), where=where, caption=name)]


def _cell(value: Any, *, style: CellStyle, where: Where) -> TableCell:
    if style.percent_places is not None and isinstance(value, int | float) and not isinstance(value, bool):
        share = Decimal(repr(value)).scaleb(2).normalize()
        places = max(
            style.percent_places, -int(share.as_tuple().exponent) if len(share.as_tuple().digits) < EXACT else 0
        )
        return TableCell(text=f"{share:.{places}f}%", where=where, shade=style.fill)
    return TableCell(text=_text(value), where=where, shade=style.fill)


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        exact = Decimal(repr(value)).normalize()
        return f"{exact:f}"
    if isinstance(value, dt.datetime):
        return value.date().isoformat() if value.time() == dt.time() else value.isoformat(" ")
    return str(value).strip()
