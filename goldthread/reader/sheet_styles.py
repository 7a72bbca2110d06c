"""How the cells of an .xlsx workbook are shown: which numbers are percentages, which cells have a colour."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from lxml import etree

_MAIN: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATED: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_PERCENT_BUILT_IN: Final = {9: 0, 10: 2}
MOST_STYLED: Final = 500_000


@dataclass(frozen=True, slots=True)
class CellStyle:
    """What a cell's format says: the places of a percentage, None where it is none, and its fill as `#rrggbb`."""

    percent_places: int | None = None
    fill: str | None = None


@dataclass(frozen=True, slots=True)
class SheetStyles:
    """The styles of a workbook's cells by sheet and cell, for those that have one worth telling."""

    of_cells: Mapping[tuple[str, str], CellStyle] = field(default_factory=dict)

    def at(self, sheet: str, cell: str) -> CellStyle:
        """The style of a cell."""
        return self.of_cells.get((sheet, cell), CellStyle())


def sheet_styles(content: bytes) -> SheetStyles:
    """The styles of an .xlsx workbook; none where it is another format or its styles can't be read."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            names = set(package.namelist())
            if "xl/styles.xml" not in names or "xl/workbook.xml" not in names:
                return SheetStyles()
            styles = _styles(_tree(package.read("xl/styles.xml")))
            if not any(style.percent_places is not None or style.fill for style in styles):
                return SheetStyles()
            found: dict[tuple[str, str], CellStyle] = {}
            for sheet, part in _sheets(package):
                if part in names and len(found) < MOST_STYLED:
                    found |= _cells(package, part, sheet, styles)
            return SheetStyles(found)
    except (
        zipfile.BadZipFile,
        zlib.error,
        etree.XMLSyntaxError,
        KeyError,
        ValueError,
        OSError,
        EOFError,
        RuntimeError,
    ):
        return SheetStyles()


def _tree(content: bytes) -> Any:
    return etree.fromstring(content, parser=etree.XMLParser(resolve_entities=False, no_network=True))


def _styles(tree: Any) -> list[CellStyle]:
    codes = {int(each.get("numFmtId")): each.get("formatCode", "") for each in tree.iter(f"{_MAIN}numFmt")}
    fills = [_fill(each) for each in tree.iterfind(f"{_MAIN}fills/{_MAIN}fill")]
    styles = []
    for each in tree.iterfind(f"{_MAIN}cellXfs/{_MAIN}xf"):
        number, fill = int(each.get("numFmtId", "0")), int(each.get("fillId", "0"))
        styles.append(CellStyle(_places(number, codes.get(number, "")), fills[fill] if fill < len(fills) else None))
    return styles


def _places(number: int, code: str) -> int | None:
    if number in _PERCENT_BUILT_IN:
        return _PERCENT_BUILT_IN[number]
    if "%" not in re.sub(r'"[^"]*"|\\.', "", code):
        return None
    places = re.search(r"\.([0#?]+)", code)
    return len(places[1]) if places else 0


def _fill(element: Any) -> str | None:
    colour = element.find(f"{_MAIN}patternFill[@patternType='solid']/{_MAIN}fgColor")
    rgb = (colour.get("rgb") or "") if colour is not None else ""
    return f"#{rgb[-6:].lower()}" if re.fullmatch(r"[0-9A-Fa-f]{6,8}", rgb) else None


def _sheets(package: zipfile.ZipFile) -> list[tuple[str, str]]:
    related = _tree(package.read("xl/_rels/workbook.xml.rels"))
    targets = {each.get("Id"): each.get("Target", "") for each in related.iter("{*}Relationship")}
    sheets = _tree(package.read("xl/workbook.xml")).iter(f"{_MAIN}sheet")
    return [
        (each.get("name", ""), f"xl/{targets.get(each.get(_RELATED), '').removeprefix('/xl/').removeprefix('xl/')}")
        for each in sheets
    ]


def _cells(
    package: zipfile.ZipFile, part: str, sheet: str, styles: list[CellStyle]
) -> dict[tuple[str, str], CellStyle]:
    found: dict[tuple[str, str], CellStyle] = {}
    with package.open(part) as opened:
        for _, cell in etree.iterparse(opened, tag=f"{_MAIN}c", resolve_entities=False, no_network=True):
            number = int(cell.get("s", "0"))
            style = styles[number] if number < len(styles) else CellStyle()
            if style != CellStyle() and len(found) < MOST_STYLED:
                found[sheet, cell.get("r", "")] = style
            cell.clear()
    return found
