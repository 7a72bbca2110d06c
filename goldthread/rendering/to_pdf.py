"""The document as tagged PDF (PDF/UA-1), set by Typst from data alone.

Typst refuses to make the file without a title, a language, alternative texts or with a skipped heading level.
Nothing is fetched: the typeface comes with an installed package, and no text is ever read as markup.
"""

import json
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any, Final

import typst

from goldthread.rendering.charts import draw
from goldthread.rendering.content import Emphasis, Strong
from goldthread.rendering.document import (
    Block,
    BulletList,
    Cell,
    Chart,
    Document,
    Heading,
    Inline,
    Item,
    Light,
    Link,
    Note,
    PageBreak,
    Paragraph,
    SummaryList,
    Table,
    Text,
    Words,
)
from goldthread.rendering.layout import column_widths, contents_depth, stands_whole, together
from goldthread.rendering.typeface import FAMILY, drawable, fonts
from goldthread.rendering.typesetting import forget

TEMPLATE: Final = Path(__file__).with_name("report.typ")
_LONGEST_WHOLE_CELL: Final = 600  # letters; a row with more may break over two pages


def to_pdf(document: Document) -> bytes:
    """Return the report as a PDF/UA-1 file; the same document always gives the same bytes.

    >>> from datetime import date
    >>> to_pdf(Document(title="Report", author="Example Council", date=date(2024, 7, 15)))[:5]
    b'%PDF-'
    """
    made = datetime.combine(document.date, time(12), tzinfo=UTC)
    pdf = typst.compile(
        str(TEMPLATE),
        root=str(TEMPLATE.parent),
        font_paths=fonts(),
        sys_inputs={"report": json.dumps(_report(document), ensure_ascii=False)},
        pdf_standards="ua-1",
        timestamp=int(made.timestamp()),
        format="pdf",
    )
    forget()
    if not isinstance(pdf, bytes):  # only when asked for several files
        raise TypeError(f"Typst made {type(pdf).__name__} of the report {document.title!r}, not one file.")
    return pdf


def _report(document: Document) -> dict[str, Any]:
    language, _, region = document.language.partition("-")
    anchors = iter(document.anchors())
    drawings = iter(range(1, len(document.blocks) + 1))
    return {
        "title": drawable(document.title),
        "subtitle": drawable(document.subtitle),
        "author": drawable(document.author),
        "description": drawable(document.description or document.title),
        "identifier": drawable(document.identifier),
        "date": [document.date.year, document.date.month, document.date.day],
        "lang": language,
        "region": region or None,
        "font": FAMILY,
        "summary": [_item(entry) for entry in document.summary],
        "contents": contents_depth(document),
        "runs": [
            [_block(block, anchors=anchors, drawings=drawings) for block in run] for run in together(document.blocks)
        ],
    }


def _block(block: Block, *, anchors: Any, drawings: Any) -> dict[str, Any]:
    match block:
        case Heading():
            return {"kind": "heading", "level": block.level, "text": drawable(block.text), "anchor": next(anchors)}
        case Paragraph():
            return {"kind": "paragraph", "content": _inlines(block.content)}
        case Note():
            return {"kind": "note", "content": _inlines(block.content)}
        case BulletList():
            return {"kind": "bullets", "items": [_inlines(item) for item in block.items]}
        case SummaryList():
            return {"kind": "summary", "items": [_item(entry) for entry in block.items]}
        case PageBreak():
            return {"kind": "page break"}
        case Chart():
            svg = draw(block.spec, identifier=f"chart-{next(drawings)}", sentence=block.sentence)
            sentence = drawable(block.sentence)
            return {"kind": "chart", "sentence": sentence, "svg": drawable(svg), "table": _table(block.table)}
        case Table():
            return _table(block)


def _table(table: Table) -> dict[str, Any]:
    return {
        "kind": "table",
        "caption": drawable(table.caption),
        "headings": [drawable(column.text) for column in table.columns],
        "widths": column_widths(table),
        "numeric": [column.numeric for column in table.columns],
        "whole rows": max(len(cell.text) for row in table.rows for cell in row) <= _LONGEST_WHOLE_CELL,
        "whole": stands_whole(table),
        "cells": [_cell(cell) for row in table.rows for cell in row],
    }


def _cell(cell: Cell) -> str | list[dict[str, str]]:
    """Return a cell's inlines, or its bare text where it has no mark; most have none."""
    if isinstance(cell, Words) and any(type(part) is not Text for part in cell.content):
        return _inlines(cell.content)
    return drawable(cell.text)


def _item(entry: Item) -> dict[str, Any]:
    return {"label": drawable(entry.label), "content": _inlines(entry.content)}


def _inlines(content: tuple[Inline, ...]) -> list[dict[str, str]]:
    return [_inline(part) for part in content]


def _inline(part: Inline) -> dict[str, str]:
    text = drawable(part.text)
    match part:
        case Light():
            return {"kind": "light", "text": text, "tone": part.tone}
        case Link():
            return {"kind": "link", "text": text, "href": part.href}
        case Strong():
            return {"kind": "strong", "text": text}
        case Emphasis():
            return {"kind": "emphasis", "text": text}
        case _:
            return {"kind": "text", "text": text}
