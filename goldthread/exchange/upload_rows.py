"""A paper as rows for a person to decide on, each beside its lines, and the report that the accepted rows make."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from goldthread.domain.papers import (
    Cell,
    CellStatus,
    Commentary,
    Comparator,
    MeasureRow,
    MilestoneRow,
    ObjectiveSection,
    Paper,
    ReportRecord,
    Where,
)
from goldthread.domain.periods import UnknownPeriod, parse_period
from goldthread.exchange.upload_child import Line
from goldthread.reader.recognise.cells import read_cell
from goldthread.reader.recognise.dates import date_of

Row = MeasureRow | MilestoneRow
MOST_LINES = 8
LONGEST_LINE = 600
CELLS_FIRST = ("prior_actual", "target", "current", "progress", "direction_of_travel")


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A row where it was found: in which report, under which objective, and the lines of the paper around it."""

    report: int
    objective: int
    kind: str
    heading: str
    row: Row
    original: str


def rows_of(paper: Paper, *, lines: Sequence[Line]) -> list[FoundRow]:
    """Every measure and milestone of a paper, in its order."""
    found = [
        (report, place, kind, objective, row)
        for report, record in enumerate(paper.reports)
        for place, objective in enumerate(record.objectives)
        for kind, rows in (("measure", objective.measures), ("milestone", objective.milestones))
        for row in rows
    ]
    starts = _Starts(lines)
    at = [starts.place(row.where) for *_, row in found]
    stops = sorted({place for place in at if place is not None})
    after = dict(zip(stops, [*stops[1:], len(lines)], strict=False))
    return [
        FoundRow(
            report=report,
            objective=place,
            kind=kind,
            heading=f"{objective.ref} {objective.title}".strip(),
            row=row,
            original=_lines(lines, start, after[start]) if start is not None else "",
        )
        for (report, place, kind, objective, row), start in zip(found, at, strict=True)
    ]


class _Starts:
    """Where each place begins among a file's lines."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.exact: dict[object, int] = {}
        self.near: dict[object, int] = {}
        for index, (page, line, cell, _) in enumerate(lines):
            self.exact.setdefault((page, line, cell), index)
            self.near.setdefault((page, line), index)

    def place(self, where: Where) -> int | None:
        found = self.exact.get((where.page, where.line, where.cell))
        return self.near.get((where.page, where.line)) if found is None and where.line is not None else found


def _lines(lines: Sequence[Line], start: int, stop: int) -> str:
    shown = [text[:LONGEST_LINE] for *_, text in lines[start : min(stop, start + MOST_LINES)] if text.strip()]
    return "\n".join(shown)


def report_of(record: ReportRecord, *, rows: Iterable[tuple[int, Row]]) -> ReportRecord:
    """A report with these rows alone, each under the objective of its number; empty objectives are left out."""
    measures: dict[int, list[MeasureRow]] = {}
    milestones: dict[int, list[MilestoneRow]] = {}
    for objective, row in rows:
        if isinstance(row, MeasureRow):
            measures.setdefault(objective, []).append(row)
        else:
            milestones.setdefault(objective, []).append(row)
    return replace(record, objectives=tuple(_objectives(record, measures, milestones)))


def _objectives(
    record: ReportRecord, measures: Mapping[int, list[MeasureRow]], milestones: Mapping[int, list[MilestoneRow]]
) -> Iterator[ObjectiveSection]:
    for place, objective in enumerate(record.objectives):
        if place in measures or place in milestones:
            yield replace(
                objective, measures=tuple(measures.get(place, ())), milestones=tuple(milestones.get(place, ()))
            )


def place_text(where: Where) -> str:
    """A place without the file's name: `line 13`.

    >>> place_text(Where(file="q3.txt", line=13, cell="column 2")), place_text(Where())
    ('line 13', 'place not known')
    """
    if where.line is not None:
        return str(Where(page=where.page, line=where.line))
    return str(replace(where, file="")) or "place not known"


def cells_in_order(row: MeasureRow) -> list[tuple[str, Cell]]:
    """The cells of a row, those that every report has first."""
    names = [name for name in CELLS_FIRST if name in row.cells]
    return [(name, row.cells[name]) for name in [*names, *(name for name in row.cells if name not in names)]]


def read_as(cell: Cell) -> str:
    """What was read in a cell, in words.

    >>> read_as(read_cell("92.50%")), read_as(read_cell("tbc")), read_as(read_cell("41 (prov)"))
    ('92.50%', 'to be confirmed', '41, provisional')
    """
    numbers = "; ".join(
        f"{part.label + ' ' if part.label else ''}{_number(f'{part.number:f}', part.unit)}" for part in cell.parts
    )
    if cell.light:
        return cell.light if not numbers else f"{cell.light}, {numbers}"
    if cell.status is CellStatus.PROVISIONAL:
        return f"{numbers}, provisional" if numbers else "provisional"
    if cell.status in {CellStatus.NUMBER, CellStatus.TEXT}:
        return numbers or ("words, no figure" if cell.text.strip() else "nothing")
    if cell.status is CellStatus.BLANK:
        return "blank: not reported"
    return str(cell.status)


def _number(number: str, unit: str) -> str:
    if unit == "percent":
        return f"{number}%"
    if unit == "£":
        return f"£{number}"
    return f"{number} {unit}" if unit not in {"", "count"} else number


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person says a row of measures should have been; cells and the comparator as texts to be read again."""

    ref: str
    title: str
    commentary: str = ""
    commentary_by: str = ""
    cells: Mapping[str, str] | None = None
    comparator: str = ""
    comparator_period: str = ""
    due: str = ""


def corrected(row: Row, correction: Correction) -> Row:
    """The row as corrected: a text that was changed is read again as if the paper had printed it.

    Raises: ValueError when the comparator's period is no period or the date is none.

    >>> row = MeasureRow(ref="H1", title="Visits", cells={"current": read_cell("19")})
    >>> corrected(row, Correction(ref="H1", title="Visits", cells={"current": "91"})).cells["current"].number
    Decimal('91')
    """
    commentary = _commentary(row, correction)
    if isinstance(row, MilestoneRow):
        progress = _cell(row.progress, (correction.cells or {}).get("progress", ""))
        due = row.due
        if correction.due != row.due_printed:
            due = date_of(correction.due) if correction.due else None
            if correction.due and due is None:
                raise ValueError(f"“{correction.due}” is not a date. Write it as March 2024 or 31/03/2024")
        return replace(
            row,
            ref=correction.ref,
            text=correction.title,
            progress=progress,
            due=due,
            due_printed=correction.due,
            commentary=commentary,
        )
    texts = correction.cells or {}
    cells = {name: _cell(cell, texts.get(name, cell.text)) or cell for name, cell in row.cells.items()}
    cells |= {name: read_cell(text, header=name) for name, text in texts.items() if name not in cells and text}
    return replace(
        row,
        ref=correction.ref,
        title=correction.title,
        cells=cells,
        comparator=_comparator(row, correction),
        commentary=commentary,
    )


def _cell(cell: Cell | None, text: str) -> Cell | None:
    if cell is None:
        return read_cell(text, header="Progress") if text else None
    return cell if cell.text == text else read_cell(text, header=cell.header, where=cell.where)


def _commentary(row: Row, correction: Correction) -> Commentary | None:
    authors = tuple(name.strip() for name in correction.commentary_by.split(",") if name.strip())
    if not correction.commentary and not authors:
        return None
    where = row.commentary.where if row.commentary else row.where
    return Commentary(authors=authors, text=correction.commentary, where=where)


def _comparator(row: MeasureRow, correction: Correction) -> Comparator | None:
    held = row.comparator
    if held and (held.printed, str(held.period or "")) == (correction.comparator, correction.comparator_period):
        return held
    if not correction.comparator:
        return None
    try:
        period = parse_period(correction.comparator_period) if correction.comparator_period else None
    except UnknownPeriod as problem:
        raise ValueError(str(problem)) from problem
    return Comparator(
        printed=correction.comparator, period=period, parts=read_cell(correction.comparator, header="Compared").parts
    )
