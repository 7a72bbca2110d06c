"""What was read, as one flat table: a row for every number, or for every cell that holds none."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from goldthread.domain.papers import Cell, Paper, Where

COLUMNS = (
    *("file", "kind", "report", "objective", "ref", "title", "column", "header"),
    *("text", "label", "number", "unit", "status", "line", "page", "cell"),
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\0")


def papers_csv(papers: Iterable[Paper]) -> str:
    """All cells of measures and tables, milestones, and what was not recognised; no text of it runs in a sheet.

    >>> papers_csv([Paper(file="q3.txt")]).splitlines()[0][:22]
    'file,kind,report,objec'
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for paper in papers:
        for row in _rows(paper):
            writer.writerow([paper.file, *row])
    return out.getvalue()


def _rows(paper: Paper) -> Iterator[list[str]]:
    for report, objective, row in paper.measures:
        period = str(report.period or report.title)
        for name, cell in row.cells.items():
            yield from _cell(["measure", period, objective.ref, row.ref, row.title, name], cell, row.where)
    for report, objective, milestone in paper.milestones:
        period = str(report.period or report.title)
        due = milestone.due.isoformat() if milestone.due else ""
        start = ["milestone", period, objective.ref, milestone.ref, milestone.text, "due", ""]
        yield _safe([*start, milestone.due_printed, "", due, "", ""], milestone.where)
    for table in paper.tables:
        for line in table.rows:
            for name, cell in line.values.items():
                yield from _cell([table.kind, table.title, line.section, "", line.label, name], cell, line.where)
    for item in paper.unrecognised:
        yield _safe(["unrecognised", "", "", "", item.kind, "", "", item.text, "", "", "", item.reason], item.where)


def _cell(start: list[str], cell: Cell, where: Where) -> Iterator[list[str]]:
    place = cell.where if cell.where != Where() else where
    numbers = [(part.label, str(part.number), part.unit) for part in cell.parts] or [("", "", "")]
    for label, number, unit in numbers:
        yield _safe([*start, cell.header, cell.text, label, number, unit, str(cell.status)], place, number=number)


def _safe(row: list[str], where: Where, *, number: str = "") -> list[str]:
    texts = [f"'{text}" if text.startswith(_FORMULA) and text != number else text for text in row]
    return [*texts, str(where.line or ""), str(where.page or ""), where.cell or ""]
