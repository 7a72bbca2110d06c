"""The texts of a paper that rules over sentences look at, each once."""

from __future__ import annotations

from collections.abc import Iterator

from goldthread.domain.papers import Cell, Commentary, Paper, Where

CONTENTS = "contents"
_LEADERS = "....."
LONGEST_COMMENTARY = 12  # lines


def texts_of(paper: Paper) -> Iterator[tuple[str, Where]]:
    """Every passage and every commentary of a paper with its place; lines of a list of contents are left out.

    >>> from goldthread.domain.papers import Paper, Passage
    >>> list(texts_of(Paper(file="q3.txt", passages=(Passage(text="Words.", where=Where()),))))[0][0]
    'Words.'
    """
    seen: set[tuple[str, Where]] = set()
    for text, where in _all(paper):
        if (text, where) not in seen and _LEADERS not in text:
            seen.add((text, where))
            yield text, where


def _all(paper: Paper) -> Iterator[tuple[str, Where]]:
    lines = set()
    for passage in paper.passages:
        lines.add(passage.where.line)
        yield passage.text, passage.where
    rows = [row.commentary for _, _, row in paper.measures] + [row.commentary for _, _, row in paper.milestones]
    for commentary in rows:
        if isinstance(commentary, Commentary) and (
            commentary.where.line is None or commentary.where.line not in lines
        ):
            yield commentary.text, commentary.where


def place_of(paper: Paper, quote: str, *, near: Where) -> Where:
    """The line of a quotation where a commentary goes over several lines; where it begins if that can't be told."""
    for passage in paper.passages:
        follows = near.line is not None and 0 <= (passage.where.line or 0) - near.line <= LONGEST_COMMENTARY
        if follows and quote in passage.text:
            return passage.where
    return near


def cells_of(paper: Paper) -> Iterator[tuple[str, Cell]]:
    """Every cell of the measures and tables of a paper, each with what its row is called."""
    for _, _, measure in paper.measures:
        for cell in measure.cells.values():
            yield measure.title, cell
    for table in paper.tables:
        for row in table.rows:
            for cell in row.values.values():
                yield row.label, cell
