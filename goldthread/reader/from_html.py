"""HTML → blocks: every text that a reader sees, in order, with its tables as tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree, html

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
from goldthread.reader.unreadable import Unreadable

_UNSEEN = frozenset({"script", "style", "head", "template", "noscript", "svg", "iframe", "object", "select", "math"})
_DRAWN = frozenset({"object", "svg"})
_INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "cite",
        "code",
        "data",
        "dfn",
        "em",
        "font",
        "i",
        "kbd",
        "label",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
    ]
)
_COLOUR = re.compile(r"background(?:-color)?\s*:\s*([^;]+)", re.IGNORECASE)
_HEX = re.compile(r"#([0-9a-f]{3}|[0-9a-f]{6})\b", re.IGNORECASE)
_RGB = re.compile(r"rgba?\(\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)", re.IGNORECASE)
_NAMED = {"red": "#ff0000", "green": "#008000", "amber": "#ffbf00", "orange": "#ffa500", "yellow": "#ffff00"}


def from_html(content: bytes, *, file: str) -> BlockDocument:
    """The blocks of an HTML page; scripts, styles and what is hidden are left out, nothing is fetched.

    >>> [block.text for block in from_html(b"<h1>A</h1><p>B <b>c</b></p>", file="x.html").blocks]
    ['A', 'B c']
    """
    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, encoding=_encoding(content))
    try:
        root = html.document_fromstring(content, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as problem:
        raise Unreadable(file, why="there is nothing in it to read", remedy="Save the page again.") from problem
    fatal = next((each for each in parser.error_log if each.level_name == "FATAL"), None)
    if fatal is not None:
        raise Unreadable(
            file, why=f"its parts are nested or long beyond any page ({fatal.message})", remedy="Save the page again."
        )
    return BlockDocument(file=file, format="html", blocks=tuple(_blocks(root, file=file)))


def _encoding(content: bytes) -> str:
    declared = re.search(rb"charset\s*=\s*[\"']?\s*([\w-]+)", content[:4000], re.IGNORECASE)
    for name in (declared[1].decode("ascii", "replace") if declared else "utf-8", "utf-8"):
        try:
            content.decode(name)
        except (LookupError, UnicodeDecodeError):
            continue
        return name
    return "cp1252"


class _Writer:
    """Gathers the texts between two breaks into one block."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.blocks: list[Block] = []
        self.texts: list[str] = []
        self.tags: list[str] = []

    def add(self, text: str | None) -> None:
        if text:
            self.texts.append(text)

    def flush(self, line: int | None) -> None:
        words = " ".join("".join(self.texts).split())
        self.texts = []
        if not words:
            return
        where = Where(file=self.file, line=line)
        for tag in reversed(self.tags):
            if re.fullmatch(r"h[1-6]", tag):
                self.blocks.append(Heading(text=words, level=int(tag[1]), where=where))
                return
            if tag == "li":
                depth = sum(each in ("ul", "ol") for each in self.tags) - 1
                self.blocks.append(ListItem(text=words, marker="•", depth=max(depth, 0), where=where))
                return
        self.blocks.append(Paragraph(text=words, where=where))


def _blocks(root: Any, *, file: str) -> list[Block]:
    writer = _Writer(file)
    line: int | None = None
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            if tag in _UNSEEN or not tag or _is_hidden(element):
                if tag in _DRAWN and _class_colour(element) and not _is_hidden(element):
                    writer.flush(line)
                    writer.blocks.append(_picture(element, file=file))
                walk.skip_subtree()
                continue
            if tag == "table":
                writer.flush(line)
                table = _table(element, file=file)
                if table is not None:
                    writer.blocks.append(table)
                walk.skip_subtree()
                continue
            if tag not in _INLINE:
                writer.flush(line)
                line = element.sourceline
                writer.tags.append(tag)
            if tag == "img":
                writer.blocks.append(_picture(element, file=file))
            writer.add(element.text)
            continue
        if tag and tag not in _UNSEEN and tag != "table" and not _is_hidden(element) and tag not in _INLINE:
            writer.flush(line)
            writer.tags.pop()
        writer.add(element.tail)
    writer.flush(line)
    return writer.blocks


def _is_hidden(element: Any) -> bool:
    style = (element.get("style") or "").replace(" ", "").lower()
    return "display:none" in style or element.get("hidden") is not None


def _picture(element: Any, *, file: str) -> Picture:
    where = Where(file=file, line=element.sourceline)
    return Picture(
        where=where,
        colour=_shade(element) or _class_colour(element),
        text=(element.get("alt") or element.get("title") or "").strip(),
    )


def _class_colour(element: Any) -> str | None:
    """The colour that a picture's class names (`class="red"`): style sheets are not read."""
    words = re.split(r"[\s_-]+", (element.get("class") or "").lower())
    return next((_NAMED[word] for word in words if word in _NAMED), None)


def _table(element: Any, *, file: str) -> Table | None:
    rows = []
    for number, row in enumerate(_own_rows(element), start=1):
        cells = tuple(
            _cell(cell, file=file, at=f"row {number}, column {index}")
            for index, cell in enumerate((each for each in row if each.tag in ("td", "th")), start=1)
        )
        if cells:
            rows.append(TableRow(cells=cells, where=Where(file=file, line=row.sourceline, cell=f"row {number}")))
    caption = element.find("caption")
    words = " ".join("".join(caption.itertext()).split()) if caption is not None else ""
    if not rows:
        return None
    return Table(rows=tuple(rows), where=Where(file=file, line=element.sourceline), caption=words)


def _own_rows(element: Any) -> Iterator[Any]:
    for child in element:
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from (each for each in child if each.tag == "tr")


def _cell(cell: Any, *, file: str, at: str) -> TableCell:
    where = Where(file=file, line=cell.sourceline, cell=at)
    pictures = tuple(_picture(each, file=file) for each in cell.iter("img"))
    return TableCell(
        text=_words(cell),
        where=where,
        header=cell.tag == "th",
        columns=_span(cell.get("colspan")),
        rows=_span(cell.get("rowspan")),
        shade=_shade(cell) or next((found for each in cell.iter() if (found := _shade(each))), None),
        pictures=pictures,
    )


def _words(cell: Any) -> str:
    """The text of a cell, its paragraphs on lines of their own."""
    texts: list[str] = []
    walk = etree.iterwalk(cell, events=("start", "end"))
    for event, element in walk:
        tag = element.tag if isinstance(element.tag, str) else ""
        if tag and tag not in _INLINE and element is not cell:
            texts.append("\n")
        if event == "end":
            texts.append((element.tail or "") if element is not cell else "")
        elif tag in _UNSEEN or _is_hidden(element):
            walk.skip_subtree()
        else:
            texts.append(element.text or "")
    lines = (" ".join(line.split()) for line in "".join(texts).replace("\r", "").split("\n"))
    return "\n".join(line for line in lines if line)


def _span(text: str | None) -> int:
    digits = re.fullmatch(r"\s*([0-9]{1,9})\s*", text or "")
    return min(max(int(digits[1]), 1), 1000) if digits else 1


def _shade(element: Any) -> str | None:
    style = _COLOUR.search(element.get("style") or "")
    value = (style[1] if style else element.get("bgcolor") or "").strip().lower()
    if found := _HEX.search(value):
        digits = found[1].lower()
        return f"#{digits}" if len(digits) == 6 else "#" + "".join(mark * 2 for mark in digits)
    if found := _RGB.search(value):
        return "#" + "".join(f"{min(int(part), 255):02x}" for part in found.groups())
    return _NAMED.get(value.split()[0]) if value else None
