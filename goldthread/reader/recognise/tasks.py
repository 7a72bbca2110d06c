"""Plans of work: tasks with a start and an end, under the phases and blocks they belong to."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator, Sequence

from goldthread.domain.papers import TaskRecord
from goldthread.reader.blocks import BlockDocument, Table, TableCell
from goldthread.reader.recognise.dates import date_of
from goldthread.reader.recognise.found import Found

_START = re.compile(r"^start(?: date)?$|^from$|^begins?$", re.IGNORECASE)
_END = re.compile(r"^end(?: date)?$|^finish(?: date)?$|^to$|^complet(?:ion|ed)(?: date)?$", re.IGNORECASE)
_PHASE = re.compile(r"\bphase$", re.IGNORECASE)
_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name}
_MONTH = re.compile(r"^([A-Za-z]{3,9})\.?\s*['’]?(\d{4}|\d{2})$")


def find(document: BlockDocument, left: Sequence[int]) -> Found:
    """The tasks of every table with a column for the start and one for the end."""
    taken: list[int] = []
    tasks: list[TaskRecord] = []
    columns: tuple[int, int] | None = None
    state = ["", ""]
    for place in left:
        block = document.blocks[place]
        if not isinstance(block, Table):
            continue
        headed = any(_columns(row.cells) for row in block.rows)
        if not headed and not (columns and taken and place - taken[-1] <= 1):
            continue
        taken.append(place)
        for row in (row for row in block.rows if row.cells):
            found = _columns(row.cells)
            if found:
                columns = found
                state[:] = ["", ""]
            elif columns is not None:
                tasks += _task(row.cells, columns, state)
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


def _columns(cells: Sequence[TableCell]) -> tuple[int, int] | None:
    starts = [index for index, cell in enumerate(cells) if _START.match(cell.text.strip())]
    ends = [index for index, cell in enumerate(cells) if _END.match(cell.text.strip())]
    return (starts[0], ends[0]) if starts and ends and 0 < starts[0] < ends[0] else None


def _task(cells: Sequence[TableCell], columns: tuple[int, int], state: list[str]) -> Iterator[TaskRecord]:
    texts = [" ".join(cell.text.split()) for cell in cells]
    start, end = (texts[column] if column < len(texts) else "" for column in columns)
    title = " ".join(text for text in texts[: columns[0]] if text)
    if not (title or start or end):
        return
    is_phase = bool(_PHASE.search(title))
    if not start and not end and not is_phase and not state[0]:
        state[:] = [title, ""]
        return
    if is_phase:
        state[1] = title
    yield TaskRecord(
        title=title,
        block=state[0],
        phase=state[1],
        is_phase=is_phase,
        start=month_of(start, end=False),
        end=month_of(end, end=True),
        start_printed=start,
        end_printed=end,
        where=cells[0].where,
    )
