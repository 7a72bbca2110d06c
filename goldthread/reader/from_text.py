"""Plain text and Markdown → blocks: rows of tabs or pipes are tables, the rest is headings, lists and paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from itertools import groupby

from goldthread.domain.papers import Where
from goldthread.reader.blocks import Block, BlockDocument, Heading, ListItem, Paragraph, Table, TableCell, TableRow

_TAG = re.compile(r"</?(?:p|u|i|b|em|strong|ul|ol|li|br|sub|sup|span|div|input)\b[^<>]*>", re.IGNORECASE)
_BREAKING = re.compile(r"<(?:br|/p|/li)\b[^<>]*>", re.IGNORECASE)
_EMPHASIS = re.compile(r"(?<![\w*])(\*{1,3})(?=\S)(.+?)(?<=\S)\1(?![\w*])")
_HASHES = re.compile(r"(#{1,6})\s+(.*?)\s*#*$")
_NUMBERED = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,3})\.?\s+(?=\S)")
_BULLET = re.compile(r"(\s*)(?:[-*+•▪◦]|\uf0b7)\s+(.*)", re.DOTALL)
_MARKER = re.compile(r"(\(?(?:[ivxlc]{1,5}|[a-z]|\d{1,2})[).]|\d{1,2}-|\d{1,2}(?:\.\d{1,2}){1,3})\s+(.*)", re.DOTALL)
_PIPED = re.compile(r"\s*\|.*\|\s*$")
_RULE = re.compile(r"\s*\|?[\s:|-]*-{2,}[\s:|-]*\|?\s*$")


def plain(text: str) -> str:
    """A line without its tags and emphasis marks; a break or the end of a paragraph becomes a new line.

    >>> plain("<p><u>Supporting commentary:</u> A Name</p>")
    'Supporting commentary: A Name'
    >>> plain("2.1 **Family hubs:** open")
    '2.1 Family hubs: open'
    """
    text = _TAG.sub("", _BREAKING.sub("\n", text))
    text = _EMPHASIS.sub(r"\2", _EMPHASIS.sub(r"\2", text)).replace("\u00a0", " ")
    lines = (" ".join(line.split()) for line in unescape(text).split("\n"))
    return "\n".join(line for line in lines if line).strip()


def from_text(text: str, *, file: str) -> BlockDocument:
    """The blocks of a plain text or Markdown file; lines count from 1, form feeds start a new page.

    >>> document = from_text("Ref\\tMeasure\\nA1\\tVisits\\n\\nWords.", file="q3.txt")
    >>> [type(block).__name__ for block in document.blocks]
    ['Table', 'Paragraph']
    """
    lines = list(_numbered_lines(text, file=file))
    blocks: list[Block] = []
    for kind, group in groupby(lines, key=lambda line: _kind_of(line[0])):
        rows = list(group)
        if kind == "row":
            blocks.append(_table(rows, split=lambda row: row.split("\t")))
        elif kind == "piped":
            rows = [row for row in rows if not _RULE.match(row[0])]
            if rows:
                blocks.append(_table(rows, split=lambda row: row.strip().strip("|").split("|")))
        else:
            blocks.extend(block for row in rows if (block := _block(*row)) is not None)
    return BlockDocument(file=file, format="text", blocks=tuple(blocks))


def _numbered_lines(text: str, *, file: str) -> Iterator[tuple[str, Where]]:
    page = 1 if "\f" in text else None
    for number, line in enumerate(text.replace("\r\n", "\n").split("\n"), start=1):
        if page is not None:
            page += line.count("\f")
        yield line.replace("\f", ""), Where(file=file, line=number, page=page)


def _kind_of(line: str) -> str:
    if "\t" in line:
        return "row"
    if _PIPED.match(line) and line.strip(" |"):
        return "piped"
    return "text"


def _table(rows: list[tuple[str, Where]], *, split: object) -> Table:
    assert callable(split)
    return Table(
        rows=tuple(
            TableRow(
                cells=tuple(
                    TableCell(text=plain(cell), where=Where(where.file, where.line, where.page, f"column {column}"))
                    for column, cell in enumerate(split(row), start=1)
                ),
                where=where,
            )
            for row, where in rows
        ),
        where=rows[0][1],
    )


def _block(line: str, where: Where) -> Block | None:
    if hashes := _HASHES.match(line):
        return Heading(text=plain(hashes[2]), level=len(hashes[1]), where=where)
    if bullet := _BULLET.match(line):
        return _item(bullet, where)
    text = plain(line)
    if not text:
        return None
    bold = line.strip().startswith("**") and line.strip().endswith("**") and line.strip("* ").count("**") == 0
    numbered = _NUMBERED.match(text)
    if numbered and len(text) < 120 and (bold or text[numbered.end() :].isupper()):
        return Heading(text=text, level=_level(numbered[1]), where=where)
    return Paragraph(text=text, where=where, bold=bold)


def _level(number: str) -> int:
    parts = number.split(".")
    return len(parts) - (parts[-1] == "0")


def _item(bullet: re.Match[str], where: Where) -> Block | None:
    text = plain(bullet[2])
    marker = _MARKER.match(text)
    if marker:
        return ListItem(text=marker[2], marker=marker[1], depth=len(bullet[1]), where=where)
    return ListItem(text=text, marker="•", depth=len(bullet[1]), where=where) if text else None
