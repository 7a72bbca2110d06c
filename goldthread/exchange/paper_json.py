"""Records of papers as JSON and back, without loss: numbers keep their printed places."""

from __future__ import annotations

from pydantic import TypeAdapter

from goldthread.domain.papers import MeasureRow, MilestoneRow, Paper

PAPER: TypeAdapter[Paper] = TypeAdapter(Paper)
MEASURE: TypeAdapter[MeasureRow] = TypeAdapter(MeasureRow)
MILESTONE: TypeAdapter[MilestoneRow] = TypeAdapter(MilestoneRow)


def paper_text(paper: Paper) -> str:
    """A paper as JSON text.

    >>> paper_from(paper_text(Paper(file="q3.txt"))).file
    'q3.txt'
    """
    return PAPER.dump_json(paper).decode()


def paper_from(text: str) -> Paper:
    """The paper that JSON text holds."""
    return PAPER.validate_json(text)


def row_text(row: MeasureRow | MilestoneRow) -> str:
    """A row as JSON text."""
    if isinstance(row, MeasureRow):
        return MEASURE.dump_json(row).decode()
    return MILESTONE.dump_json(row).decode()


def row_from(text: str, *, kind: str) -> MeasureRow | MilestoneRow:
    """The row of a kind, measure or milestone, that JSON text holds."""
    return MEASURE.validate_json(text) if kind == "measure" else MILESTONE.validate_json(text)
