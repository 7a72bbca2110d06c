"""What a recogniser found, and which blocks it took."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from goldthread.domain.papers import (
    AgendaItem,
    MatrixRecord,
    MinuteItem,
    ObjectiveSection,
    ReportRecord,
    RiskRecord,
    ShareStatement,
    TableRecord,
    TaskRecord,
    Unrecognised,
)
from goldthread.reader.blocks import BlockDocument


@dataclass(frozen=True, slots=True)
class Found:
    """Records, and in `taken` the indices of the blocks they came from.

    Objectives go to the report whose lines hold them; a text block that is taken stays a passage all the same.
    """

    taken: frozenset[int] = frozenset()
    commentary: frozenset[int] = frozenset()
    """Those of the taken texts that are commentary on a row."""
    objectives: tuple[ObjectiveSection, ...] = ()
    tables: tuple[TableRecord, ...] = ()
    risks: tuple[RiskRecord, ...] = ()
    matrices: tuple[MatrixRecord, ...] = ()
    tasks: tuple[TaskRecord, ...] = ()
    shares: tuple[ShareStatement, ...] = ()
    agenda: tuple[AgendaItem, ...] = ()
    minutes: tuple[MinuteItem, ...] = ()
    unrecognised: tuple[Unrecognised, ...] = ()
    reports: tuple[ReportRecord, ...] = ()
    """Reports recognised as a whole, from their front to `last_line`, their objectives not in them yet."""


class Recogniser(Protocol):
    """Takes the document and the indices of the blocks that nobody has taken yet."""

    def __call__(self, document: BlockDocument, left: Sequence[int]) -> Found: ...
