"""Papers for the tests of checks, made of sentences, rows and tasks."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from goldthread.domain.checks import Check, Evidence
from goldthread.domain.papers import (
    Cell,
    CellPart,
    CellStatus,
    Commentary,
    Front,
    MeasureRow,
    MilestoneRow,
    ObjectiveSection,
    Paper,
    Passage,
    ReportRecord,
    TableRecord,
    TableRow,
    TaskRecord,
    Where,
)
from goldthread.domain.periods import Period, month

_NUMBER = re.compile(r"\(?£?\s?(-?\d[\d,]*(?:\.\d+)?)(%|m)?\)?$")


def line(number: int) -> Where:
    return Where(file="paper.txt", line=number)


def a_cell(text: str, *, header: str = "", at: int = 1, **changes: Any) -> Cell:
    """A cell with the one number that stands in it, negative in brackets."""
    found = _NUMBER.match(text.strip())
    if found is None:
        return Cell(header=header, text=text, where=line(at), **changes)
    number = Decimal(found[1].replace(",", "")) * (-1 if text.strip().startswith("(") else 1)
    if found[2] == "m":
        number = number.scaleb(6)
    unit = "percent" if found[2] == "%" else "count"
    part = CellPart(label="", number=number, unit=unit)
    return Cell(header=header, text=text, parts=(part,), status=CellStatus.NUMBER, where=line(at), **changes)


def a_table(
    columns: Sequence[str] | Mapping[str, str], *rows: Sequence[str], first: int = 10, **changes: Any
) -> TableRecord:
    """A table: a row is its label and its cells; "Total…" and "Net…" are totals, a label alone is a heading."""
    named = dict(columns) if isinstance(columns, Mapping) else {name: name.replace("_", " ") for name in columns}
    made = []
    for at, (label, *values) in enumerate(rows, start=first):
        kind = "total" if label.startswith(("Total", "Net ")) else "line" if values else "heading"
        cells = {name: a_cell(text, header=named[name], at=at) for name, text in zip(named, values, strict=False)}
        made.append(TableRow(label=label, values=cells, kind=kind, where=line(at)))
    given = {"kind": "revenue", "title": "Budget", "unit": "£'000", **changes}
    return TableRecord(columns=named, rows=tuple(made), where=line(first - 1), **given)


def passages(*texts: str | Passage, first: int = 1) -> tuple[Passage, ...]:
    """Paragraphs, one a line."""
    return tuple(
        text if isinstance(text, Passage) else Passage(text=text, where=line(at))
        for at, text in enumerate(texts, start=first)
    )


def a_report(
    *texts: str | Passage, date: dt.date | None = None, period: Period | None = None, **changes: Any
) -> ReportRecord:
    """A report from line 1 on with a date or a period and these paragraphs."""
    given: dict[str, Any] = {"kind": "report", "title": "A report", "where": line(1), **changes}
    return ReportRecord(front=Front(date=date), period=period, passages=passages(*texts), **given)


def paper(*reports: ReportRecord, **changes: Any) -> Evidence:
    """A paper of reports, whose texts are the paper's texts."""
    texts = tuple(passage for report in reports for passage in report.passages)
    return Evidence(paper=Paper(**{"file": "paper.txt", "reports": reports, "passages": texts, **changes}))


def says(*texts: str | Passage) -> Evidence:
    """A paper that is one report of these paragraphs."""
    return paper(a_report(*texts))


def tables(*each: TableRecord) -> Evidence:
    return Evidence(paper=Paper(file="paper.txt", tables=each))


def a_measure(ref: str = "EDU01 01", title: str = "Visits", *, commentary: str = "", **cells: str) -> MeasureRow:
    """A measure on line 5 with cells by column name and a commentary on line 6."""
    return MeasureRow(
        ref=ref,
        title=title,
        cells={name: a_cell(text, header=name, at=5) for name, text in cells.items()},
        commentary=Commentary(authors=(), text=commentary, where=line(6)) if commentary else None,
        where=line(5),
    )


def measures(*rows: MeasureRow, period: Period | None = None) -> Evidence:
    objective = ObjectiveSection(ref="EDU01", title="Learning", measures=rows)
    return paper(a_report(period=period, objectives=(objective,)))


def milestones(*rows: MilestoneRow | str, period: Period | None = None) -> Evidence:
    """A paper with one objective and these milestones, a text on line 5 each."""
    made = tuple(
        row if isinstance(row, MilestoneRow) else MilestoneRow(ref="", text=row, where=line(5)) for row in rows
    )
    objective = ObjectiveSection(ref="EDU01", title="Learning", milestones=made)
    return paper(a_report(period=period, objectives=(objective,)))


def a_task(title: str, start: str = "", end: str = "", *, at: int = 1, **changes: Any) -> TaskRecord:
    """A task with months as `2024-03` (its days are read) or words; a title that ends in "Phase" is a phase."""
    days = [
        month(int(text[:4]), int(text[5:])) if re.fullmatch(r"\d{4}-\d\d", text) else None for text in (start, end)
    ]
    given: dict[str, Any] = {
        "block": "1a Roll-out",
        "is_phase": title.endswith("Phase"),
        "where": line(at),
        **changes,
    }
    return TaskRecord(
        title=title,
        start=days[0].start if days[0] else None,
        end=days[1].end if days[1] else None,
        start_printed=given.pop("start_printed", start),
        end_printed=given.pop("end_printed", end),
        **given,
    )


def tasks(*rows: TaskRecord, report: ReportRecord | None = None) -> Evidence:
    return paper(*([report] if report else []), tasks=rows)


def messages(check: Check, evidence: Evidence) -> list[str]:
    return [finding.message for finding in check.find(evidence)]


def lines(check: Check, evidence: Evidence) -> list[int | None]:
    return [finding.where.line for finding in check.find(evidence)]


def severities(findings: Iterable[Any]) -> list[str]:
    return [str(finding.severity) for finding in findings]
