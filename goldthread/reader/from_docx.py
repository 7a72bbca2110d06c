"""Word files → blocks, in the order of the page: headings, lists, paragraphs, tables with merged cells, pictures."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
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
from goldthread.reader.colours import main_colour
from goldthread.reader.unreadable import Unreadable

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_LEVEL = re.compile(r"heading\s*(\d)", re.IGNORECASE)


def from_docx(content: bytes, *, file: str) -> BlockDocument:
    """The blocks of a Word file; `line` counts its paragraphs and rows, `page` the page breaks that Word kept.

    Raises: Unreadable when it is no Word file that opens.
    """
    import docx

    try:
        opened = docx.Document(io.BytesIO(content))
    except Exception as problem:  # python-docx lets through whatever a damaged part makes of it
        raise Unreadable(
            file, why="it is no Word file that opens", remedy="Open it in Word and save it again as .docx."
        ) from problem
    return BlockDocument(file=file, format="docx", blocks=tuple(_Reader(opened, file=file).blocks()))


class _Reader:
    def __init__(self, opened: Any, *, file: str) -> None:
        self.part = opened.part
        self.body = opened.element.body
        self.styles = {style.style_id: style.name or "" for style in opened.styles}
        self.file = file
        self.line = 0
        self.page = 1
        self.colours: dict[str, str | None] = {}
        self.tables = 0

    def blocks(self) -> Iterator[Block]:
        for element in self.body.iterchildren():
            if element.tag == f"{_W}p":
                yield from self._paragraph(element)
            elif element.tag == f"{_W}tbl":
                table = self._table(element)
                if table is not None:
                    yield table
            elif element.tag == f"{_W}sdt":
                for inner in element.iter(f"{_W}p", f"{_W}tbl"):
                    if inner.tag == f"{_W}p" and not any(each.tag == f"{_W}tbl" for each in inner.iterancestors()):
                        yield from self._paragraph(inner)

    def _here(self, cell: str | None = None) -> Where:
        return Where(file=self.file, line=self.line, page=self.page, cell=cell)

    def _paragraph(self, element: Any) -> Iterator[Block]:
        self.line += 1
        text = _text(element)
        pictures = self._pictures(element)
        where = self._here()
        self._turn(element)
        if not text:
            yield from pictures
            return
        style = element.find(f"{_W}pPr/{_W}pStyle")
        name = self.styles.get(style.get(f"{_W}val", ""), "") if style is not None else ""
        level = _LEVEL.search(name)
        numbered = element.find(f"{_W}pPr/{_W}numPr")
        if level or name == "Title":
            yield Heading(text=text, level=int(level[1]) if level else 1, where=where)
        elif numbered is not None or name.lower().startswith("list"):
            depth = numbered.find(f"{_W}ilvl") if numbered is not None else None
            steps = _number(depth.get(f"{_W}val"), otherwise=0) if depth is not None else 0
            yield ListItem(text=text, marker="•", depth=steps, where=where)
        else:
            yield Paragraph(text=text, where=where, bold=_is_bold(element), pictures=tuple(pictures))

    def _turn(self, element: Any) -> None:
        breaks = [each for each in element.iter(f"{_W}br") if each.get(f"{_W}type") == "page"]
        self.page += len(breaks) + sum(1 for _ in element.iter(f"{_W}lastRenderedPageBreak"))

    def _table(self, element: Any) -> Table | None:
        self.tables += 1
        where = self._here()
        rows: list[list[TableCell]] = []
        places: list[Where] = []
        open_cells: dict[int, tuple[int, int]] = {}
        for number, row in enumerate(element.iterchildren(f"{_W}tr"), start=1):
            self.line += 1
            places.append(self._here(f"table {self.tables}, row {number}"))
            rows.append(self._row(row, number=number, rows=rows, open_cells=open_cells))
            self._turn(row)
        if not rows:
            return None
        made = tuple(TableRow(cells=tuple(cells), where=place) for cells, place in zip(rows, places, strict=True))
        return Table(rows=made, where=where)

    def _row(
        self, row: Any, *, number: int, rows: list[list[TableCell]], open_cells: dict[int, tuple[int, int]]
    ) -> list[TableCell]:
        cells: list[TableCell] = []
        column = 0
        is_header = row.find(f"{_W}trPr/{_W}tblHeader") is not None
        for cell in row.iter(f"{_W}tc"):
            if next(each for each in cell.iterancestors() if each.tag == f"{_W}tr") is not row:
                continue
            properties = cell.find(f"{_W}tcPr")
            width = max(_number(_value(properties, "gridSpan"), otherwise=1), 1)
            merge = properties.find(f"{_W}vMerge") if properties is not None else None
            if merge is not None and merge.get(f"{_W}val", "continue") == "continue" and column in open_cells:
                above, index = open_cells[column]
                held = rows[above][index]
                rows[above][index] = TableCell(
                    text=held.text,
                    where=held.where,
                    header=held.header,
                    columns=held.columns,
                    rows=held.rows + 1,
                    shade=held.shade,
                    pictures=held.pictures,
                )
                column += width
                continue
            if merge is not None:
                open_cells[column] = (number - 1, len(cells))
            else:
                open_cells.pop(column, None)
            shading = properties.find(f"{_W}shd") if properties is not None else None
            fill = shading.get(f"{_W}fill", "") if shading is not None else ""
            cells.append(
                TableCell(
                    text="\n".join(filter(None, (_text(each) for each in cell.iter(f"{_W}p")))),
                    where=self._here(f"table {self.tables}, row {number}, column {column + 1}"),
                    header=is_header,
                    columns=width,
                    shade=f"#{fill.lower()}" if re.fullmatch(r"[0-9A-Fa-f]{6}", fill) else None,
                    pictures=tuple(self._pictures(cell)),
                )
            )
            column += width
        return cells

    def _pictures(self, element: Any) -> list[Picture]:
        found = []
        for drawing in element.iter(f"{_W}drawing", f"{_W}pict"):
            named = next((each for each in drawing.iter() if each.tag.endswith("}docPr")), None)
            words = (named.get("descr") or named.get("title") or "") if named is not None else ""
            blip = next(drawing.iter(f"{_A}blip"), None)
            found.append(Picture(where=self._here(), colour=self._colour(blip), text=words))
        return found

    def _colour(self, blip: Any) -> str | None:
        key = blip.get(f"{_R}embed", "") if blip is not None else ""
        if key and key not in self.colours:
            related = self.part.related_parts.get(key)
            self.colours[key] = main_colour(related.blob) if related is not None else None
        return self.colours.get(key)


def _value(properties: Any, name: str) -> str | None:
    found = properties.find(f"{_W}{name}") if properties is not None else None
    return found.get(f"{_W}val") if found is not None else None


def _number(text: str | None, *, otherwise: int) -> int:
    return int(text) if text and re.fullmatch(r"[0-9]{1,3}", text) else otherwise


def _is_hidden(run: Any) -> bool:
    hidden = run.find(f"{_W}rPr/{_W}vanish") if run is not None else None
    return hidden is not None and hidden.get(f"{_W}val", "true") not in ("0", "false", "off")


def _text(element: Any) -> str:
    """The words of a paragraph, as they stand after all tracked changes; hidden ones are left out."""
    texts: list[str] = []
    for each in element.iter(f"{_W}t", f"{_W}tab", f"{_W}br", f"{_W}noBreakHyphen"):
        if _is_hidden(each.getparent()):
            continue
        if each.tag == f"{_W}t":
            texts.append(each.text or "")
        else:
            texts.append("-" if each.tag.endswith("Hyphen") else " ")
    return " ".join("".join(texts).split())


def _is_bold(element: Any) -> bool:
    runs = [run for run in element.iter(f"{_W}r") if "".join(each.text or "" for each in run.iter(f"{_W}t")).strip()]
    return bool(runs) and all(run.find(f"{_W}rPr/{_W}b") is not None for run in runs)
