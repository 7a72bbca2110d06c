"""Rows of measures for the tests, their cells with the states that a reader gives them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from goldthread.domain.checks import Evidence
from goldthread.domain.papers import (
    Cell,
    CellPart,
    CellStatus,
    Commentary,
    Comparator,
    MeasureRow,
    MilestoneRow,
    ObjectiveSection,
    Passage,
    ReportRecord,
)
from goldthread.domain.periods import Period, quarter
from tests.domain.checks.made import a_report, line, paper

STATES = {
    "": CellStatus.BLANK,
    "N/A": CellStatus.NOT_APPLICABLE,
    "tbc": CellStatus.TO_BE_CONFIRMED,
    "Refer comment": CellStatus.REFER_TO_COMMENTARY,
}
Q3, Q4 = quarter(2023, 3), quarter(2023, 4)
_NUMBER = re.compile(r"(?<![\w/])(£?)(-?\d[\d,]*(?:\.\d+)?)(%?)(?!\d*/)")


def parts_of(text: str) -> tuple[CellPart, ...]:
    """The numbers of a text, those of years left out."""
    text = re.sub(r"\(\d\d/\d\d\)|Q\d \d\d-\d\d", "", text)
    units = {("£", ""): "£", ("", "%"): "percent"}
    return tuple(
        CellPart("", Decimal(found[2].replace(",", "")), units.get((found[1], found[3]), "count"))
        for found in _NUMBER.finditer(text)
    )


def cell(text: str, header: str = "", *, at: int = 5, unit: str = "") -> Cell:
    parts = tuple(CellPart("", part.number, unit or part.unit) for part in parts_of(text))
    status = STATES.get(text, CellStatus.NUMBER if parts else CellStatus.TEXT)
    if "(prov)" in text:
        status = CellStatus.PROVISIONAL
    if len(text.split()) > 6:
        parts, status = (), CellStatus.TEXT
    return Cell(header=header, text=text, parts=parts, status=status, where=line(at))


def row(
    ref: str = "EDU01 01",
    title: str = "Visits",
    cells: Mapping[str, str | Cell] | None = None,
    *,
    says: str | None = None,
    against: str = "",
    period: Period | None = None,
    at: int = 5,
) -> MeasureRow:
    """A measure on line 5: its cells, its commentary on the line after it, its comparator and that one's period."""
    made = {name: each if isinstance(each, Cell) else cell(each, name, at=at) for name, each in (cells or {}).items()}
    return MeasureRow(
        ref=ref,
        title=title,
        cells=made,
        comparator=Comparator(printed=against, period=period, parts=parts_of(against)) if against else None,
        commentary=None if says is None else Commentary(authors=("Head of Service",), text=says, where=line(at + 1)),
        where=line(at),
    )


def milestone(ref: str, says: str) -> MilestoneRow:
    return MilestoneRow(ref=ref, text="Open it", commentary=Commentary((), says, line(31)), where=line(30))


def report(
    *rows: MeasureRow,
    period: Period | None = None,
    date: dt.date | None = None,
    texts: tuple[str | Passage, ...] = (),
    milestones: tuple[MilestoneRow, ...] = (),
    **changes: Any,
) -> ReportRecord:
    objective = ObjectiveSection(
        ref="EDU01", title="Learning", measures=rows, milestones=milestones, where=line(2), **changes
    )
    return a_report(*texts, period=period, date=date, objectives=(objective,))


def of(*rows: MeasureRow, **changes: Any) -> Evidence:
    """A paper of one report of one objective with these measures."""
    return paper(report(*rows, **changes))
