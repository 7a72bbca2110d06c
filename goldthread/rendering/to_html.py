"""The document as HTML: a body for a page of the site, and a page that stands alone.

The classes are those of the site's own templates, so that a report reads the same inside and outside of it.
"""

from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Final

from goldthread.rendering.charts import draw
from goldthread.rendering.content import Emphasis, Strong
from goldthread.rendering.document import (
    BulletList,
    Cell,
    Chart,
    Document,
    Heading,
    Inline,
    Light,
    Link,
    Note,
    Number,
    PageBreak,
    Paragraph,
    SummaryList,
    Table,
    Words,
)
from goldthread.rendering.wording import SYMBOLS, long_date

STYLES: Final = Path(__file__).with_name("standalone.css")
_SHORT, _LONG = 10, 40  # letters
_SIZES: Final = {1: "l", 2: "m", 3: "s", 4: "s"}


def to_html(document: Document) -> bytes:
    """Return a page that stands alone: one file, no script, no request, with its print styles.

    >>> from datetime import date
    >>> page = to_html(Document(title="Report", author="Example Council", date=date(2024, 7, 15)))
    >>> page.startswith(b"<!DOCTYPE html>")
    True
    """
    title = escape(document.title)
    parts = [
        f'<!DOCTYPE html>\n<html lang="{document.language}">\n<head>\n<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{title} – {escape(document.author)}</title>",
        f'<meta name="description" content="{escape(document.description or document.title)}">',
        f"<style>\n{STYLES.read_text(encoding='utf-8')}</style>\n</head>\n<body>",
        '<a class="skip" href="#report">Skip to the report</a>',
        f'<header class="front"><p class="front__author">{escape(document.author)}</p></header>',
        '<main id="report" tabindex="-1">',
        f'<h1 class="govuk-heading-xl">{title}</h1>',
        html_body(document),
        "</main>",
        f'<footer class="foot"><p>{escape(document.identifier or document.title)}. '
        f"{escape(document.author)}, {long_date(document.date)}.</p></footer>",
        "</body>\n</html>\n",
    ]
    return "\n".join(parts).encode()


def html_body(document: Document) -> str:
    """Return the report below its title: subtitle, facts, contents and blocks, with headings from level 2."""
    return "\n".join(_body(document))


def _body(document: Document) -> Iterator[str]:
    if document.subtitle:
        yield f'<p class="govuk-body-l">{escape(document.subtitle)}</p>'
    if document.summary:
        yield _summary(SummaryList(document.summary))
    anchors = iter(document.anchors())
    headings = zip(document.anchors(), document.headings(), strict=True)
    chapters = [(anchor, heading) for anchor, heading in headings if heading.level == 1]
    if len(chapters) > 1:
        yield _contents(chapters)
    charts = 0
    for place, block in enumerate(document.blocks):
        if isinstance(block, Heading):
            size = _SIZES[block.level]
            level = block.level + 1
            yield f'<h{level} class="govuk-heading-{size}" id="{next(anchors)}">{escape(block.text)}</h{level}>'
        elif isinstance(block, Chart):
            charts += 1
            yield _chart(block, place=charts)
        elif isinstance(block, Table):
            yield _table(block, name=f"table-{place}")
        elif isinstance(block, PageBreak):
            yield '<hr class="page-break govuk-section-break govuk-section-break--l">'
        else:
            yield _words(block)


def _contents(chapters: list[tuple[str, Heading]]) -> str:
    items = "".join(
        f'<li><a class="govuk-link" href="#{anchor}">{escape(heading.text)}</a></li>' for anchor, heading in chapters
    )
    return (
        f'<nav class="report-contents" aria-label="Contents of the report"><ul class="govuk-list">{items}</ul></nav>'
    )


def _words(block: Paragraph | BulletList | SummaryList | Note) -> str:
    if isinstance(block, Paragraph):
        return f'<p class="govuk-body">{_inlines(block.content)}</p>'
    if isinstance(block, Note):
        return f'<div class="govuk-inset-text">{_inlines(block.content)}</div>'
    if isinstance(block, BulletList):
        items = "".join(f"<li>{_inlines(item)}</li>" for item in block.items)
        return f'<ul class="govuk-list govuk-list--bullet">{items}</ul>'
    return _summary(block)


def _summary(block: SummaryList) -> str:
    rows = "".join(
        f'<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">{escape(entry.label)}</dt>'
        f'<dd class="govuk-summary-list__value">{_inlines(entry.content)}</dd></div>'
        for entry in block.items
    )
    return f'<dl class="govuk-summary-list">{rows}</dl>'


def _chart(block: Chart, *, place: int) -> str:
    drawing = draw(block.spec, identifier=f"chart-{place}", sentence=block.sentence)
    data = f'<p class="govuk-body">{_inline(block.data)}</p>' if block.data else ""
    return (
        f'<figure class="chart"><figcaption class="chart__sentence">{escape(block.sentence)}</figcaption>'
        f'<div class="chart__drawing">{drawing}</div>'
        '<details class="govuk-details chart__figures"><summary class="govuk-details__summary">'
        f'<span class="govuk-details__summary-text">The figures in chart {place}</span></summary>'
        f'<div class="govuk-details__text">{_table(block.table, name=f"chart-{place}-figures")}{data}</div></details>'
        "</figure>"
    )


def _table(table: Table, *, name: str) -> str:
    heads = "".join(
        f'<th scope="col" class="govuk-table__header{_numeric(column.numeric, "header")}">{escape(column.text)}</th>'
        for column in table.columns
    )
    extents = _extents(table)
    rows = "".join(_row(row, table=table, extents=extents) for row in table.rows)
    return (
        f'<section class="scroll" aria-labelledby="{name}" tabindex="0"><table class="govuk-table data-table">'
        f'<caption class="govuk-table__caption govuk-table__caption--m" id="{name}">'
        f'<span class="data-table__name">{escape(table.caption)}</span></caption>'
        f'<thead class="govuk-table__head"><tr class="govuk-table__row">{heads}</tr></thead>'
        f'<tbody class="govuk-table__body">{rows}</tbody></table></section>'
    )


def _extents(table: Table) -> list[str]:
    """Return a class for each column: references stay on one line, long texts get room beside the lights."""
    longest = [max(len(cell.text) for cell in cells) for cells in zip(*table.rows, strict=True)]
    return [
        ""
        if column.numeric
        else " data-table__whole"
        if most <= _SHORT
        else " data-table__text"
        if most > _LONG
        else ""
        for column, most in zip(table.columns, longest, strict=True)
    ]


def _row(row: tuple[Cell, ...], *, table: Table, extents: list[str]) -> str:
    cells = []
    for place, (cell, column) in enumerate(zip(row, table.columns, strict=True)):
        content, extent = _cell(cell), extents[place]
        if place == 0 and table.row_headers:
            cells.append(
                f'<th scope="row" class="govuk-table__header govuk-table__header--row{extent}">{content}</th>'
            )
        else:
            cells.append(f'<td class="govuk-table__cell{_numeric(column.numeric, "cell")}{extent}">{content}</td>')
    return f'<tr class="govuk-table__row">{"".join(cells)}</tr>'


def _numeric(numeric: bool, part: str) -> str:
    return f" govuk-table__{part}--numeric" if numeric else ""


def _cell(cell: Cell) -> str:
    if isinstance(cell, Words):
        return _inlines(cell.content)
    if isinstance(cell, Number):
        mark = f" {SYMBOLS[cell.symbol].mark}" if cell.symbol else ""
        return f'<span class="figure">{escape(cell.printed)}</span>{mark}'
    return f'<span class="absent">{escape(cell.text)}</span>'


def _inlines(content: tuple[Inline, ...]) -> str:
    return "".join(_inline(part) for part in content)


def _inline(part: Inline) -> str:
    if isinstance(part, Light):
        return (
            f'<strong class="status status--{part.tone}"><span class="status__symbol" aria-hidden="true">'
            f"{part.symbol}</span> {escape(part.word)}</strong>"
        )
    text = escape(part.text).replace("\n", "<br>")
    if isinstance(part, Link):
        return f'<a class="govuk-link" href="{escape(part.href)}">{text}</a>'
    if isinstance(part, Strong):
        return f"<strong>{text}</strong>"
    return f"<em>{text}</em>" if isinstance(part, Emphasis) else text
