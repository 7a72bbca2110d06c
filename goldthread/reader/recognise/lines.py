"""A document as one stream of lines: rows of tables with their cells in columns, and texts, each with its block."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table (`cells` in their columns, empty ones between merged cells), or a text (`cells` is empty)."""

    block: int
    where: Where
    text: str = ""
    cells: tuple[TableCell, ...] = ()
    is_heading: bool = False
    is_item: bool = False
    pictures: tuple[Picture, ...] = ()

    @property
    def texts(self) -> list[str]:
        """The texts of the cells, each on one line."""
        return [" ".join(cell.text.split()) for cell in self.cells]

    def at(self, place: int | None) -> str:
        """The text of the cell at a place, on one line; empty where the row does not reach it."""
        return " ".join(self.cells[place].text.split()) if place is not None and place < len(self.cells) else ""

    @property
    def filled(self) -> list[TableCell]:
        """The cells that hold something."""
        return [cell for cell in self.cells if cell.text.strip()]


def lines_of(document: BlockDocument, left: Iterator[int]) -> Iterator[Line]:
    """Every row and text of the blocks named, in order."""
    for place in left:
        yield from _lines(place, document.blocks[place])


def _lines(place: int, block: Block) -> Iterator[Line]:
    if isinstance(block, Table):
        yield from (Line(block=place, where=row.where, cells=cells) for row, cells in in_columns(block))
    elif isinstance(block, Picture):
        yield Line(block=place, where=block.where, pictures=(block,))
    elif isinstance(block, Paragraph):
        yield Line(block=place, where=block.where, text=block.text, pictures=block.pictures)
    elif isinstance(block, ListItem):
        marker = "" if block.marker in {"•", ""} else f"{block.marker} "
        yield Line(block=place, where=block.where, text=f"{marker}{block.text}", is_item=True)
    elif isinstance(block, Heading):
        yield Line(block=place, where=block.where, text=block.text, is_heading=True)


def in_columns(table: Table) -> Iterator[tuple[TableRow, tuple[TableCell, ...]]]:
    """Each row with its cells in their columns: a cell over several leaves empty ones where it reaches.

    >>> where = Where(line=1)
    >>> wide = TableRow((TableCell("both", where, columns=2), TableCell("c", where)), where)
    >>> [[cell.text for cell in cells] for _, cells in in_columns(Table((wide,), where))]
    [['both', '', 'c']]
    """
    reaching: dict[int, int] = {}
    for row in table.rows:
        cells: list[TableCell] = []
        given = iter(row.cells)
        cell = next(given, None)
        while cell is not None or any(column >= len(cells) for column in reaching):
            column = len(cells)
            if reaching.get(column, 0) > 0:
                reaching[column] -= 1
                if not reaching[column]:
                    del reaching[column]
                cells.append(TableCell(text="", where=row.where))
            elif cell is None:
                cells.append(TableCell(text="", where=row.where))
            else:
                cells.append(cell)
                cells.extend(TableCell(text="", where=cell.where) for _ in range(cell.columns - 1))
                if cell.rows > 1:
                    reaching.update({column + extra: cell.rows - 1 for extra in range(cell.columns)})
                cell = next(given, None)
        yield row, tuple(cells)
