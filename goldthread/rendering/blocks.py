"""What a report is made of, from headings to charts; part of the document model."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Final

from goldthread.rendering.chart_specs import ChartSpec
from goldthread.rendering.checks import DocumentError, fill, require, require_headings
from goldthread.rendering.content import Cell, Inline, Link, Number, Words, inlines, plain
from goldthread.rendering.wording import SYMBOLS, clean, in_words, one_line, slug

DEEPEST_HEADING: Final = 4


@dataclass(frozen=True, kw_only=True)
class Heading:
    """A section's heading. Level 1 is the highest below the document's title; levels go down to 4.

    Args:
        level: 1 to 4; the document refuses a level that skips one.
        text: the heading.
        anchor: the name that "#anchor" links lead to; "" makes one of the text.
    """

    level: int
    text: str
    anchor: str = ""

    def __post_init__(self) -> None:
        fill(self, name="text", value=one_line(self.text))
        require(bool(self.text), "A heading has no text. Name its section, or leave it out.")
        require(
            1 <= self.level <= DEEPEST_HEADING,
            f"The heading {self.text!r} has level {self.level}. Use 1 to {DEEPEST_HEADING}.",
        )
        require(
            not self.anchor or slug(self.anchor) == self.anchor,
            f"The heading {self.text!r} has the anchor {self.anchor!r}. Use lower case, digits and hyphens.",
        )


@dataclass(frozen=True)
class Paragraph:
    """One paragraph. Make it with `paragraph`."""

    content: tuple[Inline, ...]

    def inlines(self) -> Iterator[Inline]:
        """Yield its inlines."""
        return iter(self.content)


@dataclass(frozen=True)
class BulletList:
    """A list without order; each item is a line of inlines. Make it with `bullets`."""

    items: tuple[tuple[Inline, ...], ...]

    def __post_init__(self) -> None:
        require(bool(self.items), "A list has no items. Leave it out.")

    def inlines(self) -> Iterator[Inline]:
        """Yield the inlines of its items."""
        return chain.from_iterable(self.items)


@dataclass(frozen=True)
class Item:
    """One row of a summary list: a label and what it stands for."""

    label: str
    content: tuple[Inline, ...]

    def __post_init__(self) -> None:
        fill(self, name="label", value=one_line(self.label))
        require(bool(self.label), "A row of a summary list has no label.")
        require(
            bool(plain(self.content).strip()),
            f"The row {self.label!r} says nothing. Say why, or leave it out.",
        )


@dataclass(frozen=True)
class SummaryList:
    """Labels and what they stand for: facts about one thing, or terms and their definitions."""

    items: tuple[Item, ...]

    def __post_init__(self) -> None:
        require(bool(self.items), "A summary list has no rows. Leave it out.")

    def inlines(self) -> Iterator[Inline]:
        """Yield the inlines of its rows."""
        return chain.from_iterable(entry.content for entry in self.items)


@dataclass(frozen=True)
class Note:
    """A paragraph set apart, such as a caution. Make it with `note`."""

    content: tuple[Inline, ...]

    def inlines(self) -> Iterator[Inline]:
        """Yield its inlines."""
        return iter(self.content)


@dataclass(frozen=True)
class PageBreak:
    """A new page in paged formats; nothing on the web."""


@dataclass(frozen=True, kw_only=True)
class Column:
    """A column of a table.

    Args:
        heading: unique within the table.
        unit: shown in the heading, "Budget (£)", when all figures of the column share it.
        numeric: figures, set to the right.
        width: its share of the width in paged formats; 0 as wide as its contents.
    """

    heading: str
    unit: str = ""
    numeric: bool = False
    width: float = 0

    def __post_init__(self) -> None:
        fill(self, name="heading", value=one_line(self.heading))

    @property
    def text(self) -> str:
        """Return the heading with its unit."""
        return f"{self.heading} ({self.unit})" if self.unit else self.heading


@dataclass(frozen=True, kw_only=True)
class Table:
    """A table with a caption, one header row, and no empty or merged cell.

    Args:
        caption: what it shows; required.
        columns: their headings are unique.
        rows: one cell for each column, and at least one row.
        row_headers: the first cell of each row names the row (the usual case).

    Raises: DocumentError naming the table and what is wrong.
    """

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    row_headers: bool = True

    def __post_init__(self) -> None:
        fill(self, name="caption", value=one_line(self.caption))
        headings = [column.text for column in self.columns]
        require(bool(self.caption), f"A table ({in_words(headings)}) has no caption. Say what it shows.")
        require_headings(headings, of=f"The table {self.caption!r}")
        require(bool(self.rows), f"The table {self.caption!r} has no rows. Say so in a paragraph instead.")
        for place, row in enumerate(self.rows, start=1):
            if len(row) != len(headings):
                raise DocumentError(
                    f"Row {place} of the table {self.caption!r} has {len(row)} cells, "
                    f"but the table has {len(headings)} columns."
                )

    def inlines(self) -> Iterator[Inline]:
        """Yield the inlines of its cells of words."""
        for row in self.rows:
            for cell in row:
                if isinstance(cell, Words):
                    yield from cell.content


@dataclass(frozen=True, kw_only=True)
class Chart:
    """A picture of figures: its sentence first, then the drawing, then the table with the same figures.

    Make it with `charts.chart`, which writes the sentence and the table by rule.

    Args:
        spec: what is drawn.
        sentence: what the chart shows, in one plain sentence; it is also the text alternative.
        table: the figures; must hold every number that is drawn.
        data: a link to the figures as CSV, for the web.
    """

    spec: ChartSpec
    sentence: str
    table: Table
    data: Link | None = None

    def __post_init__(self) -> None:
        fill(self, name="sentence", value=one_line(self.sentence))
        named = f"The chart {self.spec.title!r}"
        require(bool(self.sentence), f"{named} has no sentence. Say what it shows, or use charts.describe().")
        shown = {cell.value for row in self.table.rows for cell in row if isinstance(cell, Number)}
        missing = [str(value) for value in self.spec.values() if value not in shown]
        require(not missing, f"{named} draws {in_words(missing[:3])}, missing from its table.")

    def inlines(self) -> Iterator[Inline]:
        """Yield the inlines of its table."""
        return self.table.inlines()


Block = Heading | Paragraph | BulletList | SummaryList | Note | PageBreak | Table | Chart


def paragraph(*parts: str | Inline) -> Paragraph:
    """Return a paragraph of text, links and lights.

    >>> paragraph("The figure is not final.").content
    (Text(text='The figure is not final.'),)
    """
    return Paragraph(inlines(*parts))


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    r"""Return someone's commentary as paragraphs: a blank line parts them.

    >>> len(paragraphs("First.\n\nSecond,\non two lines."))
    2
    """
    parts = re.split(r"\n{2,}", clean(text).strip())
    return tuple(paragraph(part) for part in parts if part.strip())


def bullets(*items: str | Inline | tuple[Inline, ...]) -> BulletList:
    """Return a list without order; an item is a string, one inline, or a tuple of inlines."""
    return BulletList(tuple(item if isinstance(item, tuple) else inlines(item) for item in items))


def summary(*items: tuple[str, str | Inline | tuple[Inline, ...]]) -> SummaryList:
    """Return a summary list of pairs: a label, and a string, one inline, or a tuple of inlines.

    >>> summary(("Officer", "Director of Children's Services")).items[0].label
    'Officer'
    """
    return SummaryList(tuple(item(label, content) for label, content in items))


def item(label: str, content: str | Inline | tuple[Inline, ...]) -> Item:
    """Return one row of a summary list."""
    return Item(label, content if isinstance(content, tuple) else inlines(content))


def note(*parts: str | Inline) -> Note:
    """Return a paragraph set apart."""
    return Note(inlines(*parts))


def symbols_key(codes: tuple[str, ...] = ()) -> SummaryList:
    """Return the key to the status symbols, for an appendix: those of `codes`, or all of them.

    >>> symbols_key(("p",)).items[0].label
    '[p]'
    """
    chosen = [entry for code, entry in SYMBOLS.items() if not codes or code in codes]
    return summary(*((entry.mark, f"{entry.word}. {entry.meaning}") for entry in chosen))
