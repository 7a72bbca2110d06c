"""How a report is laid on paper, alike in PDF and Word: column widths, what stays together, how long its contents.

Nothing here changes what is said.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from goldthread.rendering.blocks import Block, BulletList, Column, Heading, Note, Paragraph, Table
from goldthread.rendering.content import Cell, Light, Words, plain
from goldthread.rendering.document import Document

TEXT_WIDTH: Final = 510.0  # points between the margins of A4
_LETTER: Final = 4.4  # points, about, of the tables' type
_PADDING: Final = 10.0
_UNBROKEN: Final = 15  # a light of so many letters stands on one line
_SHORT: Final = 10  # a reference or a figure of so many letters does too
_WIDEST_WORD: Final = 110.0
_MOST_CONTENTS: Final = 42  # lines that fit on the first page below the facts
_WIDER: Final = 0.4  # letters more that a capital takes
_MOST_WHOLE_LINES: Final = 22
_MOST_KEPT: Final = 1_100  # letters, about a fifth of a page


def column_widths(table: Table) -> tuple[float, ...]:
    """Return the share of the width that each column takes, one in all: as asked for, but no word or light is broken.

    >>> from goldthread.rendering.content import words
    >>> widths = column_widths(Table(caption="Measures", rows=((words("M1"), words("Uncommonly")),),
    ...     columns=(Column(heading="Measure", width=9), Column(heading="Area", width=1))))
    >>> [round(width, 2) for width in widths]
    [0.89, 0.11]
    """
    cells = list(zip(*table.rows, strict=True))
    asked = [column.width or _asked(column, within) for column, within in zip(table.columns, cells, strict=True)]
    least = [_least(column, within) for column, within in zip(table.columns, cells, strict=True)]
    if sum(least) >= TEXT_WIDTH:
        return tuple(width / sum(least) for width in least)
    return tuple(width / TEXT_WIDTH for width in _shared(asked, least=least))


def stands_whole(table: Table) -> bool:
    """Return whether a table is so small that it stands on one page: about a third of one at most."""
    if len(table.rows) > _MOST_WHOLE_LINES:
        return False
    letters = [width * TEXT_WIDTH / _LETTER for width in column_widths(table)]
    lines = sum(
        max(1 + len(cell.text) // max(1, int(room - 2)) for cell, room in zip(row, letters, strict=True))
        for row in table.rows
    )
    return lines + len(table.rows) / 2 <= _MOST_WHOLE_LINES


def _shared(asked: Sequence[float], *, least: Sequence[float]) -> list[float]:
    """Return widths in points in the proportions asked for, none below its least."""
    narrow: set[int] = set()
    while True:
        room = TEXT_WIDTH - sum(least[place] for place in narrow)
        total = sum(share for place, share in enumerate(asked) if place not in narrow)
        widths = [least[place] if place in narrow else room * share / total for place, share in enumerate(asked)]
        too_narrow = {place for place, width in enumerate(widths) if width < least[place] - 0.01}
        if not too_narrow:
            return widths
        narrow |= too_narrow


def _asked(column: Column, cells: Sequence[Cell]) -> float:
    """Return a share for a column that asks for none: by its longest cell, within reason."""
    return min(30, max(6, len(column.heading) / 2, *(len(cell.text) for cell in cells))) / 10


def _least(column: Column, cells: Sequence[Cell]) -> float:
    longest = max(map(len, column.text.split())) + 1.0  # bold
    for cell in cells:
        longest = max(longest, _longest_piece(cell))
    return min(longest * _LETTER + _PADDING, _WIDEST_WORD)


def _longest_piece(cell: Cell) -> float:
    text = cell.text
    whole = len(text) + _WIDER * sum(map(str.isupper, text)) if len(text) <= _SHORT else 0.0
    if isinstance(cell, Words):
        lights = (len(part.text) + 2 for part in cell.content if isinstance(part, Light))  # its box
        whole = max(whole, *(length for length in lights if length <= _UNBROKEN + 2), 0)
    return max(whole, *map(len, text.split()))


def together(blocks: Sequence[Block]) -> Iterator[tuple[Block, ...]]:
    """Yield the blocks in runs that stand on one page: a heading with its few paragraphs; else one block a run.

    >>> from goldthread.rendering.blocks import paragraph
    >>> runs = together((paragraph("Intro."), Heading(level=2, text="Measure"), paragraph("A."), paragraph("B.")))
    >>> [len(run) for run in runs]
    [1, 3]
    """
    place = 0
    while place < len(blocks):
        end = place + 1
        if isinstance(blocks[place], Heading):
            while end < len(blocks) and isinstance(blocks[end], Paragraph | Note | BulletList):
                end += 1
        run = tuple(blocks[place:end])
        if sum(map(_letters, run)) <= _MOST_KEPT:
            yield run
        else:
            yield from ((block,) for block in run)
        place = end


def _letters(block: Block) -> int:
    if isinstance(block, Paragraph | Note):
        return len(plain(block.content)) + 40
    return sum(len(plain(entry)) + 40 for entry in block.items) if isinstance(block, BulletList) else 0


def contents_depth(document: Document) -> int:
    """Return how many heading levels the contents list: two, or one when two would be longer than a page; 0 for none.

    >>> from datetime import date
    >>> contents_depth(Document(title="Note", author="Example Council", date=date(2024, 7, 15)))
    0
    """
    levels = [heading.level for heading in document.headings()]
    if levels.count(1) < 2:
        return 0
    return 2 if levels.count(1) + levels.count(2) <= _MOST_CONTENTS else 1
