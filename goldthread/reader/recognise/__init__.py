"""Blocks in, records out: each recogniser takes the blocks it understands and says which they were."""

from __future__ import annotations

from goldthread.domain.papers import Paper, Passage
from goldthread.reader.blocks import BlockDocument, Heading, ListItem, Paragraph


def recognise(document: BlockDocument) -> Paper:
    """The records of a file's blocks; what no recogniser took is listed under `unrecognised`."""
    passages = tuple(
        Passage(
            text=block.text,
            where=block.where,
            level=block.level if isinstance(block, Heading) else None,
            number=block.marker if isinstance(block, ListItem) else "",
            kind=type(block).__name__.lower(),
        )
        for block in document.blocks
        if isinstance(block, Heading | Paragraph | ListItem)
    )
    return Paper(file=document.file, passages=passages, notes=document.notes)
