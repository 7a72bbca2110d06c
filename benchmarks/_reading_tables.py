"""Money, programmes, risks, shares, agenda and minutes of one board's papers against what was read by hand."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from goldthread.domain.papers import Paper, RiskRecord, ScoreRecord, TableRow, TaskRecord
from goldthread.reader.reading import read

Row = tuple[str, int, int]
NO_FIGURES = frozenset({"line", "implied_weekly_average", "weekly_min", "weekly_max"})
"""What the hand-made record adds to the figures that are printed, and the ends of bands, which count apart."""
AGENDA_ITEMS = 12
RESOLUTIONS = {"CYP21": 0, "CYP22": 0, "CYP23": 2, "CYP24": 2, "CYP25": 1, "CYP26": 1, "CYP27": 1, "76": 1, "91": 1}
COLUMNS = {name: name for name in ("annual_budget", "budget_to_date", "actual", "variance", "remaining")} | {
    "forecast_variance": "forecast_outturn",
    "annual_allocation": "allocation",
    "allocation_to_date": "allocation_to_date",
}
SCORES = range(1444, 1476)
"""The lines of the matrix and the register, whose figures are no amounts."""
_FIGURE = re.compile(r"(?!(?:19|20)\d\d$)[-(]?£?\s?\d[\d,]*(?:\.\d+)?[%m]?\)?")
_AMOUNT = re.compile(r"£([\d,]+)")


def tables_table(evidence: Path) -> list[Row]:
    """How many numbers and records are right, by table and by kind of record: what, right, expected."""
    source = evidence / "documents" / "board-pack-2024-07-15.txt"
    paper = read(source)
    finance = json.loads((evidence / "truth" / "finance_q3.json").read_text(encoding="utf-8"))
    programmes = json.loads((evidence / "truth" / "programmes.json").read_text(encoding="utf-8"))
    rows = {row.where.line or 0: row for table in paper.tables for row in table.rows}
    lines = source.read_text(encoding="utf-8").split("\n")
    return [
        *(_numbers(table, rows) for table in finance["tables"]),
        _bands(finance["tables"], rows),
        _named_columns(finance["tables"], rows),
        _figures(paper, lines, rows),
        _funding(paper, lines),
        _rollout(rows, programmes["dbv"]["rollout"]),
        _tasks(paper, programmes["dbv"]["tasks"]),
        _programme_risks(paper, programmes["dbv"]["programme_risks"]),
        *_register(paper, programmes["risk_register"]["rows"]),
        _matrix(paper, programmes["risk_matrix"]["cells"]),
        _shares(paper, programmes["send_priority_action_plan"]["progress"]),
        ("agenda: items", min(len(paper.agenda), AGENDA_ITEMS), AGENDA_ITEMS),
        *_minutes(paper),
    ]


def _numbers(table: Mapping[str, Any], rows: Mapping[int, TableRow]) -> Row:
    right = expected = 0
    for row in table["rows"]:
        wanted = Counter(_leaves(row.get("values") or row))
        got = rows.get(row["line"])
        held = Counter(part.number for cell in got.values.values() for part in cell.parts) if got else Counter()
        right += (wanted & held).total()
        expected += wanted.total()
    return f"{table['id']}: numbers", right, expected


def _named_columns(tables: list[dict[str, Any]], rows: Mapping[int, TableRow]) -> Row:
    """The amounts of statements and programmes under the names of their columns."""
    right = expected = 0
    for row in (row for table in tables for row in table["rows"]):
        got = rows.get(row["line"])
        for name, value in (row.get("values") or row).items():
            if name in COLUMNS and isinstance(value, int):
                expected += 1
                cell = got.values.get(COLUMNS[name]) if got else None
                right += cell is not None and cell.number == value
    return "money: numbers under the right columns", right, expected


def _figures(paper: Paper, lines: list[str], rows: Mapping[int, TableRow]) -> Row:
    """The cells of every line with three figures or more, outside the rows of measures."""
    measures = {row.where.line for _, _, row in paper.measures}
    right = expected = 0
    for line, text in enumerate(lines, start=1):
        printed = Counter(cell.strip() for cell in text.split("\t")[1:] if _FIGURE.fullmatch(cell.strip()))
        if printed.total() < 3 or line in measures or line in SCORES:
            continue
        got = rows.get(line)
        held = Counter(cell.text for cell in got.values.values() if cell.parts) if got else Counter()
        right += (printed & held).total()
        expected += printed.total()
    return "figures in lines of three or more: cells", right, expected


def _leaves(values: Mapping[str, Any]) -> Iterator[Decimal]:
    for name, value in values.items():
        if isinstance(value, Mapping):
            yield from _leaves(value)
        elif isinstance(value, int | float) and not isinstance(value, bool) and name not in NO_FIGURES:
            yield Decimal(str(value))


def _bands(tables: list[dict[str, Any]], rows: Mapping[int, TableRow]) -> Row:
    """Rows whose band of amounts has both its ends."""
    banded = [row for table in tables for row in table["rows"] if row.get("weekly_min") is not None]
    right = 0
    for row in banded:
        ends = [Decimal(row["weekly_min"]), Decimal(row["weekly_max"])]
        got = rows.get(row["line"])
        right += got is not None and any([part.number for part in cell.parts] == ends for cell in got.values.values())
    return "bands of weekly costs: rows", right, len(banded)


def _funding(paper: Paper, lines: list[str]) -> Row:
    """Every amount printed on the lines of the tables of funding by quarter."""
    right = expected = 0
    for table in (table for table in paper.tables if table.kind == "funding"):
        for row in table.rows:
            printed = Counter(
                Decimal(found.replace(",", "")) for found in _AMOUNT.findall(lines[(row.where.line or 1) - 1])
            )
            held = Counter(part.number for cell in row.values.values() for part in cell.parts)
            right += (printed & held).total()
            expected += printed.total()
    return "funding by quarter: amounts", right, expected


def _rollout(rows: Mapping[int, TableRow], truth: list[dict[str, Any]]) -> Row:
    right = 0
    for row in truth:
        got = rows.get(row["line"])
        said = (
            [got.values[f"quarter_{at}"].text for at in range(1, 5) if f"quarter_{at}" in got.values] if got else []
        )
        right += said == row["quarters"]
    return "roll-out by quarter: rows", right, len(truth)


def _tasks(paper: Paper, truth: list[dict[str, Any]]) -> Row:
    by_line = {task.where.line: task for task in paper.tasks}
    right = 0
    for row in truth:
        task = by_line.get(row["line"])
        right += task is not None and (
            task.title == row["task"]
            and task.is_phase == row["is_phase"]
            and (_month(task.start), task.start_printed) == (_dated(row["start"]), row["start_verbatim"] or "")
            and (_month(task.end), task.end_printed) == (_dated(row["end"]), row["end_verbatim"] or "")
        )
    return "tasks (line, title, phase, start, end)", right, len(truth)


def _month(day: dt.date | None) -> str | None:
    return day.strftime("%Y-%m") if day else None


def _dated(said: str | None) -> str | None:
    """A month of the hand-made record; None where it says `ongoing`."""
    return said if said and said[0].isdigit() else None


def _by_line(paper: Paper, lines: tuple[int, int]) -> RiskRecord | None:
    return next((risk for risk in paper.risks if lines[0] <= (risk.where.line or 0) <= lines[1]), None)


def _programme_risks(paper: Paper, truth: list[dict[str, Any]]) -> Row:
    right = 0
    for row in truth:
        risk = _by_line(paper, row["lines"])
        got = (risk.ref, risk.description, risk.rating, risk.owner) if risk else ()
        right += got == (str(row["no"]), row["risk"], row["rating"], row["manager"])
    return "programme's risks (number, text, rating, manager)", right, len(truth)


def _register(paper: Paper, truth: list[dict[str, Any]]) -> list[Row]:
    found = scores = actions = officers = wanted = 0
    rows = [row for row in truth if row["description"]]
    for row in rows:
        wanted += len(row["actions"])
        risk = _by_line(paper, row["lines"])
        if risk is None:
            continue
        found += risk.ref == str(row["ref"]) and risk.description.startswith(row["description"].rstrip("."))
        scores += (_score(risk.current), _score(risk.target)) == (_said(row["current"]), _said(row["target"]))
        actions += sum(_has(risk.actions, action) for action in row["actions"])
        officers += (risk.responsible_officer, risk.owner) == (row["sro"], row["risk_owner"] or row["strategic_lead"])
    return [
        ("register: risks (number, how the text begins)", found, len(rows)),
        ("register: scores now and aimed at", scores, len(rows)),
        ("register: actions", actions, wanted),
        ("register: officer and owner, or lead where no owner", officers, len(rows)),
    ]


def _score(score: ScoreRecord) -> tuple[int | None, ...]:
    return score.impact, score.likelihood, score.score


def _said(score: Mapping[str, Any]) -> tuple[int | None, ...]:
    return score["impact"], score["likelihood"], score["score"]


def _has(tasks: tuple[TaskRecord, ...], action: Mapping[str, Any]) -> bool:
    wanted = (action["action"], action["lead"] or "", action["due"] or "")
    return wanted in {(task.title, task.owner, task.end_printed) for task in tasks}


def _matrix(paper: Paper, truth: list[dict[str, Any]]) -> Row:
    held = {
        (cell.likelihood, cell.impact, cell.product, cell.level) for matrix in paper.matrices for cell in matrix.cells
    }
    wanted = {(cell["likelihood"], cell["impact"], cell["printed_product"], cell["level"]) for cell in truth}
    return "risk matrix: squares", len(held & wanted), len(wanted)


def _shares(paper: Paper, truth: list[dict[str, Any]]) -> Row:
    """The shares that are stated; nil and what follows from others is not printed."""
    by_line = {share.where.line: share for share in paper.shares}
    right = expected = 0
    for row in truth:
        share = by_line.get(row["line"])
        for name in ("complete", "on_target", "delayed", "not_started"):
            if row[name]:
                expected += 1
                right += share is not None and share.shares.get(name.replace("_", " ")) == row[name]
    return "shares of actions", right, expected


def _minutes(paper: Paper) -> list[Row]:
    held = {item.ref.replace(" ", ""): len(item.resolutions) for item in paper.minutes}
    right = sum(held.get(ref) == count for ref, count in RESOLUTIONS.items())
    return [
        ("minutes: items", len(held.keys() & RESOLUTIONS.keys()), len(RESOLUTIONS)),
        ("minutes: items with the right number of resolutions", right, len(RESOLUTIONS)),
    ]
