"""Plans of work and lists of actions: what is to be done, from when, until when, by whom, and how far it is."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from goldthread.domain.papers import TaskRecord
from goldthread.reader.blocks import BlockDocument, Table, TableCell, TableRow
from goldthread.reader.recognise.cells import number, read_cell
from goldthread.reader.recognise.dates import date_of
from goldthread.reader.recognise.found import Found

ROLES: Final = tuple(
    (role, re.compile(rf"(?:{pattern})$", re.IGNORECASE))
    for role, pattern in (
        ("start", r"start(?: date)?|from|begins?"),
        (
            "end",
            r"end(?: date)?|finish(?: date)?|to|complet(?:ion|ed)(?: date)?|due(?: date| by)?|(?:by )?when|deadline"
            r"|(?:target|expected|planned|anticipated)(?: completion| end)? date|timescales?|complete by",
        ),
        ("owner", r"(?:action |lead |responsible )?(?:owner|officer|lead)|responsib(?:le|ility)|(?:by )?whom?"),
        ("percent", r"(?:%|per ?cent(?:age)?) ?(?:complete[d]?|done|progress)?|complete %"),
        ("status", r"(?:b?rag )?status|b?rag(?: rating)?|progress"),
        ("priority", r"priority"),
        (
            "title",
            r"(?:key |agreed |management |improvement )?(?:actions?|tasks?|milestones?|activit(?:y|ies)|deliverables?"
            r"|steps?)(?: to be taken| required| needed)?",
        ),
    )
)
_PHASE = re.compile(r"\bphase$", re.IGNORECASE)
_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name}
_MONTH = re.compile(r"^([A-Za-z]{3,9})\.?\s*['’]?(\d{4}|\d{2})$")
LAST_TITLE_COLUMN = 2
"""In a list without starts what is to be done stands in front; further back it is a part of a larger table."""


@dataclass
class _State:
    """Which column holds what, and the block and phase that the next task belongs to."""

    columns: Mapping[str, int]
    width: int
    name: str
    """What heads the column of tasks, where that is a name of the plan."""
    block: str = ""
    phase: str = ""


def find(document: BlockDocument, left: Sequence[int]) -> Found:
    """The tasks of every table with columns for start and end, or for what is to be done and when it is due."""
    taken: list[int] = []
    tasks: list[TaskRecord] = []
    state: _State | None = None
    for place in left:
        block = document.blocks[place]
        if not isinstance(block, Table):
            continue
        rows = [row for row in block.rows if row.cells]
        headed = any(_state(row) for row in rows)
        if not headed and not (state and taken and place - taken[-1] <= 1 and _goes_on(state, rows)):
            continue
        held: list[TaskRecord] = []
        for row in rows:
            next_state = _state(row)
            if next_state is not None:
                state = next_state
            elif state is not None:
                held += _task(row, state)
        if state and ("start" in state.columns or any(task.end or task.status for task in held)):
            taken.append(place)
            tasks += held
    return Found(taken=frozenset(taken), tasks=tuple(tasks))


def month_of(text: str, *, end: bool) -> dt.date | None:
    """The first or last day of a month written as `June24`, `Sept 24`, `March 2024`; other dates as they are.

    >>> month_of("Sept 24", end=True), month_of("June24", end=False), month_of("Ongoing", end=True)
    (datetime.date(2024, 9, 30), datetime.date(2024, 6, 1), None)
    """
    found = _MONTH.match(" ".join(text.split()))
    number = _MONTHS.get(found[1][:3].lower()) if found else None
    if found is None or number is None:
        return date_of(text, end=end)
    year = int(found[2]) + (2000 if len(found[2]) == 2 else 0)
    return dt.date(year, number, calendar.monthrange(year, number)[1] if end else 1)


def _state(row: TableRow) -> _State | None:
    """What a row of headings says about the rows below it; None if it heads no tasks."""
    columns: dict[str, int] = {}
    for index, cell in enumerate(row.cells):
        text = _plain(cell)
        role = next((role for role, pattern in ROLES if pattern.match(text)), None)
        if role is not None:
            columns.setdefault(role, index)
    title, start, end = (columns.get(role, -1) for role in ("title", "start", "end"))
    if not (0 < start < end or (start < 0 <= title < end and title <= LAST_TITLE_COLUMN)):
        return None
    name = "" if title == 0 else _plain(row.cells[0])
    return _State(columns=columns, width=len(row.cells), name=name if start > 0 else "")


def _goes_on(state: _State, rows: Sequence[TableRow]) -> bool:
    """Whether a table right below goes on with the tasks: as wide, and in a list of due dates with a date."""
    if all(len(row.cells) != state.width for row in rows):
        return False
    return "start" in state.columns or any(
        date_of(_plain(row.cells[state.columns["end"]])) for row in rows if state.columns["end"] < len(row.cells)
    )


def _task(row: TableRow, state: _State) -> list[TaskRecord]:
    texts = [_plain(cell) for cell in row.cells]
    said = {role: texts[column] for role, column in state.columns.items() if column < len(texts)}
    start, end = said.get("start", ""), said.get("end", "")
    stop = state.columns.get("start", state.columns["end"])
    named = {column for role, column in state.columns.items() if role != "title"}
    title = " ".join(text for column, text in enumerate(texts[:stop]) if text and column not in named)
    if not (title or start or end):
        return []
    is_phase = bool(_PHASE.search(title))
    if not start and not end and not is_phase and not state.block and not any(texts[stop:]):
        state.block, state.phase = title, ""
        return []
    if is_phase:
        state.phase = title
    percent = said.get("percent", "")
    task = TaskRecord(
        title=title,
        block=state.block or state.name,
        phase=state.phase,
        is_phase=is_phase,
        start=month_of(start, end=False),
        end=month_of(end, end=True),
        start_printed=start,
        end_printed=end,
        owner=said.get("owner", ""),
        status=_status(row, state, said.get("status", "")),
        percent_complete=number(percent) if percent else None,
        where=row.cells[0].where,
        priority=said.get("priority", ""),
    )
    return [task]


def _status(row: TableRow, state: _State, text: str) -> str:
    """The words of a status, or the light that its colour or picture shows."""
    column = state.columns.get("status", len(row.cells))
    if text or column >= len(row.cells):
        return text
    cell = row.cells[column]
    return read_cell("", header="status", where=cell.where, pictures=cell.pictures, shade=cell.shade).light or ""


def _plain(cell: TableCell) -> str:
    return " ".join(cell.text.split())
