"""What was read, as JSON: the shape is documented in docs/reference/read.md."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import Enum
from typing import Any

from goldthread.domain.papers import (
    Cell,
    CellPart,
    Commentary,
    Comparator,
    MeasureRow,
    MilestoneRow,
    MinuteItem,
    ObjectiveSection,
    Paper,
    Passage,
    ReportRecord,
    TableRecord,
    Where,
)
from goldthread.domain.periods import Period

Json = Any


def paper_json(paper: Paper) -> dict[str, Json]:
    """A paper's records; numbers as JSON numbers, dates as `2024-07-15`, periods as `2023/24 Q3`.

    >>> paper_json(Paper(file="q3.txt"))["file"]
    'q3.txt'
    """
    return {
        "file": paper.file,
        "reports": [_report(report) for report in paper.reports],
        "tables": [_table(table) for table in paper.tables],
        "risks": [_plain(risk) for risk in paper.risks],
        "risk_matrices": [_plain(matrix) for matrix in paper.matrices],
        "tasks": [_plain(task) for task in paper.tasks],
        "shares": [_plain(share) for share in paper.shares],
        "agenda": [_plain(item) for item in paper.agenda],
        "minutes": [_minute(item) for item in paper.minutes],
        "unrecognised": [_plain(item) for item in paper.unrecognised],
        "notes": list(paper.notes),
    }


def _report(report: ReportRecord) -> dict[str, Json]:
    texts = {name: field.text for name, field in report.front.fields.items()}
    return {
        "kind": report.kind,
        "title": report.title,
        "period": _plain(report.period),
        "front": texts
        | {
            "date": _plain(report.front.date) or texts.get("date"),
            "period": report.period_printed,
            "recommendations": _texts(report.front.recommendations),
        },
        "officers": dict(report.officers),
        "plan": _plan(report) if report.plan_kind else None,
        "objectives": [_objective(objective) for objective in report.objectives],
        "where": _where(report.where),
    }


def _plan(report: ReportRecord) -> dict[str, Json]:
    return {
        "kind": report.plan_kind,
        "first_year": _plain(report.period),
        "last_year": _plain(report.last_year),
        "priorities": [_plain(priority) for priority in report.priorities],
    }


def _objective(objective: ObjectiveSection) -> dict[str, Json]:
    return {
        "ref": objective.ref,
        "title": objective.title,
        "priority": objective.priority,
        "area": objective.area,
        "officer": objective.officer,
        "risk": _plain(objective.risk),
        "commentary": _commentary(objective.commentary) if objective.commentary else None,
        "linked_measures": objective.linked_measures,
        "key_developments": list(objective.key_developments),
        "emerging_issues": list(objective.emerging_issues),
        "measures": [_measure(row) for row in objective.measures],
        "milestones": [_milestone(row) for row in objective.milestones],
        "where": _where(objective.where),
    }


def _measure(row: MeasureRow) -> dict[str, Json]:
    return {
        "ref": row.ref,
        "title": row.title,
        "cells": {name: _cell(cell) for name, cell in row.cells.items()},
        "comparator": _comparator(row.comparator) if row.comparator else None,
        "commentary": _commentary(row.commentary) if row.commentary else None,
        "confidence": _plain(row.confidence),
        "where": _where(row.where),
    }


def _milestone(row: MilestoneRow) -> dict[str, Json]:
    return {
        "ref": row.ref,
        "text": row.text,
        "due": _plain(row.due),
        "due_printed": row.due_printed,
        "year": row.year,
        "officer": row.officer,
        "progress": _cell(row.progress) if row.progress else None,
        "commentary": _commentary(row.commentary) if row.commentary else None,
        "confidence": _plain(row.confidence),
        "where": _where(row.where),
    }


def _cell(cell: Cell) -> dict[str, Json]:
    return {
        "header": cell.header,
        "text": cell.text,
        "parts": _parts(cell.parts),
        "status": str(cell.status),
        "light": cell.light,
    }


def _parts(parts: Iterable[CellPart]) -> list[Json]:
    return [{"label": part.label, "number": _plain(part.number), "unit": part.unit} for part in parts]


def _comparator(comparator: Comparator) -> dict[str, Json]:
    return {
        "period": _plain(comparator.period),
        "value": _plain(comparator.number),
        "parts": _parts(comparator.parts),
        "text": comparator.printed,
    }


def _commentary(commentary: Commentary) -> dict[str, Json]:
    return {"authors": list(commentary.authors), "text": commentary.text, "where": _where(commentary.where)}


def _table(table: TableRecord) -> dict[str, Json]:
    return {
        "kind": table.kind,
        "title": table.title,
        "unit": table.unit,
        "as_at": _plain(table.as_at),
        "columns": [{"name": name, "header": header} for name, header in table.columns.items()],
        "rows": [
            {
                "label": row.label,
                "kind": row.kind,
                "section": row.section,
                "values": {name: _value(cell) for name, cell in row.values.items()},
                "printed": {name: cell.text for name, cell in row.values.items()},
                "where": _where(row.where),
            }
            for row in table.rows
        ],
        "where": _where(table.where),
    }


def _value(cell: Cell) -> Json:
    return _plain(cell.number) if cell.number is not None else cell.text or None


def _minute(item: MinuteItem) -> dict[str, Json]:
    return {
        "ref": item.ref,
        "title": item.title,
        "text": _texts(item.text),
        "resolutions": _texts(item.resolutions),
        "action_owner": item.action_owner,
        "where": _where(item.where),
    }


def _texts(passages: Iterable[Passage]) -> list[str]:
    return [passage.text for passage in passages]


def _where(where: Where) -> dict[str, Json]:
    return {"line": where.line, "page": where.page, "cell": where.cell}


def _plain(value: Any) -> Json:
    """Any record as JSON values: a dataclass by its fields, a `Where` without the file it shares with all others."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, Period):
        return str(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, Where):
        return _where(value)
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(name): _plain(each) for name, each in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(each) for each in value]
    return value
