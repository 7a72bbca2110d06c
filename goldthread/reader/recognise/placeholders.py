"""Placeholders of a template that nobody filled in: there is no figure, and the reader says so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from goldthread.domain.papers import Unrecognised, Where
from goldthread.reader.blocks import BlockDocument, Heading, ListItem, Paragraph, Table
from goldthread.reader.recognise.found import Found

_PLACEHOLDER = re.compile(
    r"\|[$@^#&]\w+\$?\||%[A-Z]{2,}\d+\b|\{\{[^{}]{1,60}\}\}|<<[^<>]{1,60}>>|«[^«»]{1,60}»|\[(?i:insert|enter|add)\b[^\[\]]{0,60}\]"
)


def find(document: BlockDocument, left: Sequence[int]) -> Found:
    """Every placeholder in the texts and cells that are left; nothing is taken, the texts stay passages."""
    return Found(
        unrecognised=tuple(
            Unrecognised(
                kind="placeholder",
                text=found[0],
                where=where,
                reason="A placeholder of a template that was not filled in: it holds no figure.",
            )
            for place in left
            for text, where in _texts(document, place)
            for found in _PLACEHOLDER.finditer(text)
        )
    )


def _texts(document: BlockDocument, place: int) -> Iterator[tuple[str, Where]]:
    block = document.blocks[place]
    if isinstance(block, Table):
        yield from ((cell.text, cell.where) for row in block.rows for cell in row.cells)
    elif isinstance(block, Heading | Paragraph | ListItem):
        yield block.text, block.where
