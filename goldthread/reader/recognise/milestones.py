"""Rows of milestones: the text, the date it is due and the officer, in columns of their own or inside the text."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal

from goldthread.domain.papers import MilestoneRow
from goldthread.reader.blocks import TableCell
from goldthread.reader.recognise.cells import read_cell
from goldthread.reader.recognise.dates import date_of, periods_in
from goldthread.reader.recognise.headers import Layout
from goldthread.reader.recognise.lines import Line

_DUE_BEFORE = re.compile(
    r"(?:\b(?:by|before|until|no later than|due|target date|deadline)\b[:\s]*(?:the\s+)?(?:end\s+(?:of\s+)?)?|\()$",
    re.IGNORECASE,
)
_OFFICER = re.compile(r"([A-Z][\w'’-]+\s+[A-Z][\w'’-]+(?:\s*[/&]\s*[A-Z][\w'’-]+\s+[A-Z][\w'’-]+)*)\s*\(?$")
_SENTENCE_END = re.compile(r"[.;:)]\s*$")


def milestone_row(line: Line, *, layout: Layout, symbols_kept: bool) -> MilestoneRow:
    """The milestone of a row under these headings."""
    cells = [*line.cells, *(TableCell("", line.where) for _ in range(len(layout.columns) - len(line.cells)))]
    by_name = {
        column.name: (column, cell) for column, cell in zip(layout.columns, cells, strict=False) if column.name
    }
    texts = {name: " ".join(cell.text.split()) for name, (_, cell) in by_name.items()}
    text = texts.get("title", "")
    due_printed, due = due_in(text)
    if texts.get("due"):
        due_printed, due = texts["due"], date_of(texts["due"])
    progress = by_name.get("progress")
    return MilestoneRow(
        ref=texts.get("ref", ""),
        text=text,
        due=due,
        due_printed=due_printed,
        officer=texts.get("officer") or officer_in(text, before=due_printed),
        progress=read_cell(
            texts["progress"],
            header=progress[0].header,
            where=progress[1].where,
            pictures=progress[1].pictures,
            shade=progress[1].shade,
            symbols_kept=symbols_kept,
        )
        if progress
        else None,
        where=line.where,
        confidence=Decimal(1),
    )


def due_in(text: str) -> tuple[str, dt.date | None]:
    """The date a milestone's own text says it is due: after "by", or in brackets at its end.

    >>> due_in("Open the hub by March 2025. Then report.")
    ('March 2025', datetime.date(2025, 3, 31))
    """
    for found in periods_in(text):
        if _DUE_BEFORE.search(text[: found.start]):
            return found.printed, found.period.end
    return "", None


def officer_in(text: str, *, before: str) -> str:
    """The names before the date in brackets at the end of a milestone's text; empty where there are none."""
    if not before:
        return ""
    ahead = text[: text.rfind(before)].rstrip()
    found = _OFFICER.search(ahead) if ahead.endswith("(") else None
    return " ".join(found[1].split()) if found and _SENTENCE_END.search(ahead[: found.start()]) else ""
