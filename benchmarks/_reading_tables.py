"""What is read of money, risks, tasks, shares, agenda and minutes, against what was read by hand."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from goldthread.domain.papers import Paper, ScoreRecord
from goldthread.reader.reading import read

PACK = "board-pack-2024-07-15.txt"
NOT_PRINTED = frozenset({"line", "weekly_min", "weekly_max", "implied_weekly_average", "implied_average_inside_band"})
Rows = list[tuple[str, int, int]]


def tables_table(evidence: Path) -> Rows:
    """One row a table or kind of record: what, how many are right, how many there are."""
    paper = read(evidence / "documents" / PACK)
    money = json.loads((evidence / "truth" / "finance_q3.json").read_text(encoding="utf-8"))
    programmes = json.loads((evidence / "truth" / "programmes.json").read_text(encoding="utf-8"))
    return [
        *_money(paper, money["tables"]),
        _tasks(paper, programmes["dbv"]["tasks"]),
        _scores(paper, programmes["risk_register"]["rows"]),
        _matrix(paper, programmes["risk_matrix"]["cells"]),
        _shares(paper, programmes["send_priority_action_plan"]["progress"]),
        _programme_risks(paper, programmes["dbv"]["programme_risks"]),
    ]


def _money(paper: Paper, tables: list[dict[str, Any]]) -> Iterator[tuple[str, int, int]]:
    held: dict[int | None, list[float]] = {}
    for table in paper.tables:
        for row in table.rows:
            held[row.where.line] = [float(cell.number) for cell in row.values.values() if cell.number is not None]
    for table_ in tables:
        wanted = [(row["line"], number) for row in table_["rows"] for number in _numbers(row.get("values") or row)]
        right = sum(number in held.get(line, ()) for line, number in wanted)
        yield f"{table_['title'][:60]}: numbers", right, len(wanted)


def _numbers(row: Mapping[str, Any]) -> Iterator[float]:
    for name, value in row.items():
        if isinstance(value, dict):
            yield from _numbers(value)
        elif isinstance(value, int | float) and not isinstance(value, bool) and name not in NOT_PRINTED:
            yield float(value)


def _tasks(paper: Paper, wanted: list[dict[str, Any]]) -> tuple[str, int, int]:
    held = {task.where.line: task for task in paper.tasks}
    right = 0
    for each in wanted:
        task = held.get(each["line"])
        if task is not None:
            start, end = (when.strftime("%Y-%m") if when else None for when in (task.start, task.end))
            named = {None: None, "ongoing": None}
            same = named.get(each["start"], each["start"]) == start and named.get(each["end"], each["end"]) == end
            right += same and task.title == each["task"]
    return "tasks and phases: title, start, end", right, len(wanted)


def _scores(paper: Paper, wanted: list[dict[str, Any]]) -> tuple[str, int, int]:
    held = {risk.description[:60]: risk for risk in paper.risks}
    rows = [row for row in wanted if row.get("description")]
    right = 0
    for row in rows:
        risk = held.get(row["description"][:60])
        right += risk is not None and (risk.current, risk.target) == tuple(
            ScoreRecord(impact=row[side]["impact"], likelihood=row[side]["likelihood"], score=row[side]["score"])
            for side in ("current", "target")
        )
    return "risk register: current and target scores", right, len(rows)


def _matrix(paper: Paper, wanted: list[dict[str, Any]]) -> tuple[str, int, int]:
    cells = {
        (cell.likelihood, cell.impact, cell.product, cell.level) for matrix in paper.matrices for cell in matrix.cells
    }
    keys = [(each["likelihood"], each["impact"], each["printed_product"], each["level"]) for each in wanted]
    return "risk matrix: squares", sum(key in cells for key in keys), len(keys)


def _shares(paper: Paper, wanted: list[dict[str, Any]]) -> tuple[str, int, int]:
    held = {share.where.line: share.shares for share in paper.shares}
    right = total = 0
    for each in wanted:
        for name in ("complete", "on_target", "delayed", "not_started"):
            if each.get(name):
                total += 1
                right += held.get(each["line"], {}).get(name.replace("_", " ")) == each[name]
    return "shares of actions by status", right, total


def _programme_risks(paper: Paper, wanted: list[dict[str, Any]]) -> tuple[str, int, int]:
    held = {(risk.ref, risk.description[:20], risk.rating) for risk in paper.risks}
    right = sum((str(each["no"]), each["risk"][:20], each["rating"]) in held for each in wanted)
    return "programme risks: number, text, rating", right, len(wanted)
