"""The document model: what a report says, before any format.

A `Document` is built once, checked while it is built, and rendered by `goldthread.rendering.render` to HTML,
PDF, Word or Excel. Every writer reads this model only, so that each figure is the same everywhere.

Text is cleaned when it enters (control characters go, runs of spaces become one, a line feed is a line
break). What would make a report inaccessible is refused here, with a message that names it: a skipped
heading level, two columns of one name, a table without a caption, a chart without its sentence, an
empty cell.

    >>> from decimal import Decimal
    >>> table = Table(
    ...     caption="Measures of objective PED01",
    ...     columns=(Column(heading="Measure", width=3), Column(heading="Current", numeric=True)),
    ...     rows=((words("School attendance"), number(Decimal("92.97"), unit="percent", symbol="p")),),
    ... )
    >>> report = Document(title="Quarter 4 report", author="Example Council", date=date(2024, 7, 15),
    ...                   blocks=(Heading(level=1, text="Performance"), table))
    >>> report.symbols_used()
    ('p',)
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from goldthread.rendering.blocks import (
    Block,
    BulletList,
    Chart,
    Column,
    Heading,
    Item,
    Note,
    PageBreak,
    Paragraph,
    SummaryList,
    Table,
    bullets,
    item,
    note,
    paragraph,
    paragraphs,
    summary,
    symbols_key,
)
from goldthread.rendering.checks import DocumentError, fill, require
from goldthread.rendering.content import (
    Absent,
    Cell,
    Emphasis,
    Inline,
    Light,
    Link,
    Number,
    Strong,
    Text,
    Words,
    inlines,
    light,
    number,
    plain,
    words,
)
from goldthread.rendering.datasets import Dataset, Field, Value
from goldthread.rendering.wording import SYMBOLS, clean, in_words, one_line, slug

__all__ = [
    "Absent",
    "Block",
    "BulletList",
    "Cell",
    "Chart",
    "Column",
    "Dataset",
    "Document",
    "DocumentError",
    "Emphasis",
    "Field",
    "Heading",
    "Inline",
    "Item",
    "Light",
    "Link",
    "Note",
    "Number",
    "PageBreak",
    "Paragraph",
    "Strong",
    "SummaryList",
    "Table",
    "Text",
    "Value",
    "Words",
    "bullets",
    "inlines",
    "item",
    "light",
    "note",
    "number",
    "paragraph",
    "paragraphs",
    "plain",
    "summary",
    "symbols_key",
    "words",
]


@dataclass(frozen=True, kw_only=True)
class Document:
    """A whole report.

    Args:
        title: the report's title; the only heading above the blocks' level 1.
        subtitle: one line below the title, such as the period covered; "" for none.
        author: the organisation that publishes it; never a person.
        date: the day it is dated; also the fixed creation date of every file made from it.
        language: of the text, such as "en-GB" or "cy".
        identifier: a short reference printed in the footer, such as "2023/24 Q4, edition 2".
        description: one sentence for search results and file properties.
        summary: facts for the cover: (Item, …).
        blocks: the report itself, in reading order.
        datasets: tidy tables for Excel and CSV; when empty, Excel gets the report's tables.
        notes: sentences for the spreadsheet's notes sheet.

    Raises: DocumentError when a heading level is skipped, an anchor or data set comes twice, a link
        leads to an anchor that is not there, two tables share a caption, or the title is empty.
    """

    title: str
    author: str
    date: date
    subtitle: str = ""
    language: str = "en-GB"
    identifier: str = ""
    description: str = ""
    summary: tuple[Item, ...] = ()
    blocks: tuple[Block, ...] = ()
    datasets: tuple[Dataset, ...] = ()
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for name in ("title", "subtitle", "author", "identifier", "description"):
            fill(self, name=name, value=one_line(getattr(self, name)))
        fill(self, name="notes", value=tuple(clean(text).strip() for text in self.notes))
        require(bool(self.title), "The document has no title. Give one.")
        require(bool(self.author), f"The document {self.title!r} has no author. Name the organisation.")
        require(
            re.fullmatch(r"[a-z]{2,3}(-[A-Z]{2})?", self.language) is not None,
            f"The document {self.title!r} has the language {self.language!r}. Use a tag such as en-GB or cy.",
        )
        self._check_headings()
        self._check_links()
        self._check_names()

    def _check_names(self) -> None:
        captions = [table.caption for table in self.tables()]
        repeated = next((caption for caption, times in Counter(captions).items() if times > 1), None)
        require(not repeated, f"Two tables have the caption {repeated!r}. Say in each what it is about.")
        names = [each.name.lower() for each in self.datasets]
        require(len(set(names)) == len(names), f"Two data sets of {self.title!r} share a name. Make each unique.")

    def _check_headings(self) -> None:
        before = 0
        for heading in self.headings():
            require(
                heading.level <= before + 1,
                f"The heading {heading.text!r} has level {heading.level} after level {before}. "
                f"Use level {before + 1}, so that no level is skipped.",
            )
            before = heading.level
        given = [heading.anchor for heading in self.headings() if heading.anchor]
        twice = (
            sorted({anchor for anchor in given if given.count(anchor) > 1}) if len(set(given)) < len(given) else []
        )
        require(not twice, f"The anchor {in_words(twice)} is given to two headings. Make each unique.")

    def _check_links(self) -> None:
        known = set(self.anchors())
        for part in self.every_inline():
            if isinstance(part, Link) and part.href.startswith("#"):
                require(
                    part.href[1:] in known,
                    f"The link {part.text!r} leads to {part.href}, but no heading has that anchor.",
                )

    def headings(self) -> Iterator[Heading]:
        """Yield the headings in order."""
        return (block for block in self.blocks if isinstance(block, Heading))

    def anchors(self) -> tuple[str, ...]:
        """Return a unique anchor for each heading, in order: its own, or one made of its text."""
        taken = {heading.anchor for heading in self.headings() if heading.anchor}
        anchors = []
        for heading in self.headings():
            anchor = heading.anchor or _free(slug(heading.text)[:60], taken)
            taken.add(anchor)
            anchors.append(anchor)
        return tuple(anchors)

    def tables(self) -> Iterator[Table]:
        """Yield every table in order, those of charts included."""
        for block in self.blocks:
            if isinstance(block, Table | Chart):
                yield block.table if isinstance(block, Chart) else block

    def charts(self) -> Iterator[Chart]:
        """Yield every chart in order."""
        return (block for block in self.blocks if isinstance(block, Chart))

    def every_inline(self) -> Iterator[Inline]:
        """Yield every inline of the summary, the blocks and the tables' cells."""
        for entry in self.summary:
            yield from entry.content
        for block in self.blocks:
            if not isinstance(block, Heading | PageBreak):
                yield from block.inlines()

    def symbols_used(self) -> tuple[str, ...]:
        """Return the codes of all status symbols in tables and data sets, in the key's order."""
        used = {
            cell.symbol
            for table in self.tables()
            for row in table.rows
            for cell in row
            if not isinstance(cell, Words)
        }
        used |= {
            v.symbol for data in self.datasets for row in data.rows for v in row if isinstance(v, Number | Absent)
        }
        return tuple(code for code in SYMBOLS if code in used)


def _free(wanted: str, taken: set[str]) -> str:
    if wanted not in taken:
        return wanted
    place = next(n for n in range(2, len(taken) + 3) if f"{wanted}-{n}" not in taken)
    return f"{wanted}-{place}"
