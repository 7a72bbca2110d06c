"""The one model of a read file: blocks in reading order, each with its place, whatever the format was."""

from __future__ import annotations

from dataclasses import dataclass

from goldthread.domain.papers import Where


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: where it stands, its dominant colour as `#rrggbb` (None where unknown), its alternative text."""

    where: Where
    colour: str | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the highest."""

    text: str
    level: int
    where: Where


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `bold` where all of it is; pictures that stand in it."""

    text: str
    where: Where
    bold: bool = False
    pictures: tuple[Picture, ...] = ()


@dataclass(frozen=True, slots=True)
class ListItem:
    """An item of a list, `marker` as printed (`•`, `ii)`, `3.4`), depth from 0."""

    text: str
    marker: str
    depth: int
    where: Where


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell: text with its paragraphs on lines, shading as `#rrggbb`, pictures; spans where the format has them.

    A merged cell stands once, in its first row and column; `columns` and `rows` say how many it covers.
    """

    text: str
    where: Where
    header: bool = False
    columns: int = 1
    rows: int = 1
    shade: str | None = None
    pictures: tuple[Picture, ...] = ()


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of cells."""

    cells: tuple[TableCell, ...]
    where: Where


@dataclass(frozen=True, slots=True)
class Table:
    """A table as found; `caption` where the format has one (a sheet's name, a caption)."""

    rows: tuple[TableRow, ...]
    where: Where
    caption: str = ""


Block = Heading | Paragraph | ListItem | Table | Picture


@dataclass(frozen=True, slots=True)
class BlockDocument:
    """A file as blocks; `notes` is what the reading has to say (pages without text, unreadable pictures)."""

    file: str
    format: str
    blocks: tuple[Block, ...]
    notes: tuple[str, ...] = ()
