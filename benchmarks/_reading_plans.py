"""Plans read from their papers against the demonstration's data files, which were made from the same papers by hand.

Left out, because no paper states it: the measures' identities, units, bases and definition breaks, notes in the
demonstration's own words, the milestones' shortened titles, the areas' shortened titles, the key developments of
2018/19 (chosen from six pages of text) and its actuals from the half-year paper, and a title that the paper lost.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from benchmarks._evidence import evidence_folder
from goldthread.domain.papers import CellStatus, MeasureRow, ObjectiveSection, ReportRecord
from goldthread.exchange.bundle_plan import Objective, Plan, PlanMeasure
from goldthread.exchange.bundle_round import MilestoneReturn, Officer, Return, Round
from goldthread.exchange.from_papers import key_of, keyed_measures, plan_from, proposals, round_from
from goldthread.reader.reading import read

DATA = Path(__file__).resolve().parents[1] / "goldthread" / "demo"
PAPERS = {"2018-19": "business-plan-2018-19", "2016-19": "business-plan-2016-19", "2009-12": "service-plan-2009-12"}
PACK = "board-pack-2024-07-15"
TOLD_BY_THE_PAPER = {"2016-19"}
"""The plans whose lists of developments and issues stand in the paper as such."""
LOST_TITLES = {("2009-12", "ULS 1")}
_STATES = {
    "number": CellStatus.NUMBER,
    "tbc": CellStatus.TO_BE_CONFIRMED,
    "blank": CellStatus.BLANK,
    "text": CellStatus.TEXT,
}
Rows = list[tuple[str, int, int]]
Pairs = Iterable[tuple[object, object]]


def plans_table(evidence: Path) -> Rows:
    """What was read, how much of it is right, how much was expected: by plan, then against the draft read by hand."""
    rows: Rows = []
    for name, paper in PAPERS.items():
        report = read(evidence / "documents" / f"{paper}.txt").reports[0]
        held = data_file(name)
        made = plan_from(report, document=paper, lineage=lineage_of(held, report))
        rows += [(f"{name}: {what}", *count(pairs)) for what, pairs in compared(made, held)]
        rows.append((f"{name}: proposed identities", *_proposed(report, held)))
    rows += [(what, *count(pairs)) for what, pairs in rounds_compared(evidence)]
    truth = evidence / "truth" / "plan_2016.json"
    if truth.exists():
        report = read(evidence / "documents" / "business-plan-2016-19.txt").reports[0]
        stated = json.loads(truth.read_text(encoding="utf-8"))
        rows += [(f"draft 2016-19 by hand: {what}", *count(pairs)) for what, pairs in against_truth(report, stated)]
    return [row for row in rows if row[2]]


def differences(evidence: Path) -> Iterator[str]:
    """Every difference as a line of text, to look at."""
    for name, paper in PAPERS.items():
        report = read(evidence / "documents" / f"{paper}.txt").reports[0]
        held = data_file(name)
        made = plan_from(report, document=paper, lineage=lineage_of(held, report))
        for what, pairs in compared(made, held):
            yield from (f"{name}: {what}: read {mine!r}, held {theirs!r}" for mine, theirs in pairs if mine != theirs)
    for what, pairs in rounds_compared(evidence):
        yield from (f"{what}: read {mine!r}, held {theirs!r}" for mine, theirs in pairs if mine != theirs)
    truth = evidence / "truth" / "plan_2016.json"
    report = read(evidence / "documents" / "business-plan-2016-19.txt").reports[0]
    for what, pairs in against_truth(report, json.loads(truth.read_text(encoding="utf-8"))):
        yield from (f"truth: {what}: read {mine!r}, held {theirs!r}" for mine, theirs in pairs if mine != theirs)


def data_file(name: str) -> Plan:
    """The plan of a data file."""
    plans = tomllib.loads((DATA / "plans" / f"{name}.toml").read_text(encoding="utf-8"))["plans"]
    return Plan.model_validate(plans[0])


def lineage_of(held: Plan, report: ReportRecord) -> dict[str, str]:
    """The identities as the data file states them; a row that it does not hold is given one all the same."""
    known = {
        key_of(row.ref, row.occurrence): row.measure for objective in held.objectives for row in objective.measures
    }
    read_too = {one.key: "not-in-the-data-file" for one in proposals(report, known={})}
    return {**read_too, **known}


def count(pairs: Pairs) -> tuple[int, int]:
    """How many of the pairs are equal, and how many there are."""
    listed = list(pairs)
    return sum(mine == theirs for mine, theirs in listed), len(listed)


def plain(text: str) -> str:
    """Text without the marks that typesetting changes: apostrophes, commas, capitals, spaces."""
    return re.sub(r"[\W_]+", " ", text.replace("'", "").replace("’", "")).strip().lower()


def compared(made: Plan, held: Plan) -> Iterator[tuple[str, list[tuple[object, object]]]]:
    """What is compared of two plans, as pairs of the one read and the one held."""
    yield (
        "title, kind, years, line",
        [
            (plain(made.title), plain(held.title)),
            (made.kind, held.kind),
            (made.first_year, held.first_year),
            (made.last_year, held.last_year),
            (_line(made), _line(held)),
        ],
    )
    yield (
        "priorities (reference, title, line, areas)",
        _side_by_side(
            [
                (each.ref, plain(each.title), _line(each), [(a.number, _line(a)) for a in each.areas])
                for each in made.priorities
            ],
            [
                (each.ref, plain(each.title), _line(each), [(a.number, _line(a)) for a in each.areas])
                for each in held.priorities
            ],
        ),
    )
    objectives = _by_ref(made)
    yield (
        "objectives (reference, title, officer, priority, areas, line)",
        [(_objective(objectives.get(each.ref), held.id), _objective(each, held.id)) for each in held.objectives],
    )
    yield "objectives too many", _side_by_side(sorted(set(objectives) - set(_by_ref(held))), [])
    if held.id in TOLD_BY_THE_PAPER:
        yield (
            "key developments and emerging issues",
            _side_by_side(
                [text for each in made.objectives for text in _told(each)],
                [text for each in held.objectives for text in _told(each)],
            ),
        )
    yield (
        "milestones (reference, year, due, date as printed, officer, line)",
        _side_by_side(_milestones(made), _milestones(held)),
    )
    mine, theirs = _measures(made), _measures(held)
    pairs = [(mine.get(key), row) for key, row in theirs.items()]
    yield (
        "measures (reference, objective, line)",
        [
            (_place(row, key, made), _place(other, key, held))
            for (key, other), (row, _) in zip(theirs.items(), pairs, strict=True)
        ],
    )
    yield "measures too many", _side_by_side(sorted(set(mine) - set(theirs)), [])
    yield "measures' titles", [(row and plain(row.title), plain(other.title)) for row, other in pairs]
    yield (
        "targets (year, state, value, text, line)",
        [pair for row, other in pairs for pair in _side_by_side(_targets(row), _targets(other))],
    )
    yield (
        "actuals (year, status, value, text, line)",
        [pair for row, other in pairs for pair in _side_by_side(_actuals(row, held), _actuals(other, held))],
    )


def _side_by_side(mine: list[Any], theirs: list[Any]) -> list[tuple[object, object]]:
    longest = max(len(mine), len(theirs))
    return list(zip(mine + [None] * (longest - len(mine)), theirs + [None] * (longest - len(theirs)), strict=True))


def _line(row: Any) -> int | None:
    return row.source.line if row.source is not None else None


def _by_ref(plan: Plan) -> dict[str, Objective]:
    return {each.ref: each for each in plan.objectives}


def _objective(row: Objective | None, plan: str) -> object:
    if row is None:
        return None
    title = "" if (plan, row.ref) in LOST_TITLES else plain(row.title)
    return row.ref, title, plain(row.officer), row.priorities, row.areas, _line(row)


def _told(row: Objective) -> list[str]:
    return [plain(text) for text in (*row.key_developments, *row.emerging_issues)]


def _milestones(plan: Plan) -> list[object]:
    return [
        (row.ref, row.year, row.due, row.due_printed, plain(row.officer), _line(row))
        for each in plan.objectives
        for row in each.milestones
    ]


def _measures(plan: Plan) -> dict[str, PlanMeasure]:
    return {key_of(row.ref, row.occurrence): row for each in plan.objectives for row in each.measures}


def _place(row: PlanMeasure | None, key: str, plan: Plan) -> object:
    under = next((each.ref for each in plan.objectives if row is not None and row in each.measures), None)
    return None if row is None else (key, under, _line(row))


def _targets(row: PlanMeasure | None) -> list[object]:
    return [(each.year, each.state, each.value, each.printed, _line(each)) for each in (row.targets if row else ())]


def _actuals(row: PlanMeasure | None, held: Plan) -> list[object]:
    own = PAPERS[held.id]
    return [
        (each.period, each.status, each.value, each.printed, _line(each))
        for each in (row.actuals if row else ())
        if each.source is not None and each.source.document == own
    ]


def _proposed(report: ReportRecord, held: Plan) -> tuple[int, int]:
    """How many identities are proposed rightly from the short titles of the measures and the other plans' titles."""
    known: dict[str, list[str]] = {}
    for path in sorted((DATA / "measures").glob("*.toml")):
        for measure in tomllib.loads(path.read_text(encoding="utf-8"))["measures"]:
            known.setdefault(measure["id"], []).append(measure["title"])
    for name in [path.stem for path in sorted((DATA / "plans").glob("*.toml"))]:
        for row in _measures(data_file(name)).values() if name != held.id else ():
            known[row.measure].append(row.title)
    proposed = {one.key: one.measure for one in proposals(report, known=known)}
    return count((proposed.get(key, ""), row.measure) for key, row in _measures(held).items())


def rounds_compared(evidence: Path) -> Iterator[tuple[str, list[tuple[object, object]]]]:
    """The two quarterly reports of the board's pack as rounds; commentary is the demonstration's own words."""
    reports = read(evidence / "documents" / f"{PACK}.txt").reports
    quarterly = [report for report in reports if report.period is not None and report.objectives]
    for report, name in zip(quarterly, ("2023-24-q3", "2023-24-q4"), strict=True):
        rounds = tomllib.loads((DATA / "rounds" / f"{name}.toml").read_text(encoding="utf-8"))["rounds"]
        held = Round.model_validate(rounds[0])
        lineage = {key: "known" for key, _, _ in keyed_measures(report)}
        made = round_from(report, plan=held.plan, document=PACK, lineage=lineage)
        yield (
            f"round {name}: front",
            [
                (getattr(made, what), getattr(held, what))
                for what in ("period", "title", "board", "meeting", "officer")
            ],
        )
        yield (
            f"round {name}: figures (value, parts, status, text)",
            _side_by_side(
                [_figure(row, what) for row in made.returns for what in _FIGURES],
                [_figure(row, what) for row in held.returns for what in _FIGURES],
            ),
        )
        yield (
            f"round {name}: lights and lines",
            _side_by_side([_lights(row) for row in made.returns], [_lights(row) for row in held.returns]),
        )
        yield (
            f"round {name}: milestones",
            _side_by_side(
                [_lights(row) for row in made.milestone_returns], [_lights(row) for row in held.milestone_returns]
            ),
        )


_FIGURES = ("current", "prior_actual", "comparator")


def _figure(row: Return, what: str) -> object:
    figure = getattr(row, what)
    if figure is None:
        return row.ref, what, None
    parts = tuple((plain(part.label), part.value) for part in figure.parts)
    return row.ref, what, figure.value, parts, figure.status, figure.printed


def _lights(row: Return | MilestoneReturn) -> object:
    direction = row.officer.direction if isinstance(row.officer, Officer) else None
    return row.ref, row.occurrence, row.officer.progress, direction, _line(row)


def against_truth(report: ReportRecord, truth: dict[str, Any]) -> Iterator[tuple[str, list[tuple[object, object]]]]:
    """The draft of 2016-19 as it was read by hand, cell by cell, as printed."""
    objectives: list[ObjectiveSection] = list(report.objectives)
    stated: list[dict[str, Any]] = truth["objectives"]
    yield (
        "objectives",
        _side_by_side(
            [
                (each.ref, each.title, each.priority, each.where.line, each.key_developments, each.emerging_issues)
                for each in objectives
            ],
            [
                (
                    each["ref"],
                    each["title"],
                    each["corporate_priority"],
                    each["line"],
                    tuple(each["key_developments"]),
                    tuple(each["emerging_issues"]),
                )
                for each in stated
            ],
        ),
    )
    yield (
        "milestones",
        _side_by_side(
            [
                (row.ref.removeprefix(each.ref), row.text, row.due_printed, str(row.due or "")[:7], row.where.line)
                for each in objectives
                for row in each.milestones
            ],
            [
                (row["ref"], row["text"], row["due_verbatim"] or "", row["due_month"] or "", row["line"])
                for each in stated
                for row in each["milestones"]
            ],
        ),
    )
    rows = [row for each in objectives for row in each.measures]
    expected = [row for each in stated for row in each["measures"]]
    yield (
        "measures",
        _side_by_side(
            [(row.ref, row.title.replace(" ", ""), row.where.line) for row in rows],
            [(row["ref_verbatim"], row["description"].replace(" ", ""), row["line"]) for row in expected],
        ),
    )
    yield (
        "cells",
        [
            pair
            for row, other in zip(rows, expected, strict=False)
            for pair in zip(_cells(row), _stated_cells(other), strict=True)
        ],
    )


def _cells(row: MeasureRow) -> list[object]:
    """The cells as printed: a sentence over several columns stands in the first of them."""
    shown = [cell for name, cell in row.cells.items() if name == "latest" or name.startswith("target ")]
    before = [None, *shown]
    return [
        ("", None, CellStatus.BLANK)
        if cell.status is CellStatus.TEXT and last is not None and last.text == cell.text
        else (cell.text, cell.number, cell.status)
        for cell, last in zip(shown, before, strict=False)
    ]


def _stated_cells(row: dict[str, Any]) -> list[object]:
    return [
        (
            (cell["verbatim"] or "") if cell else "",
            _decimal(cell),
            _STATES.get(cell["state"] if cell else "blank", cell),
        )
        for cell in (row["latest_performance"], *row["targets"].values())
    ]


def _decimal(cell: dict[str, Any] | None) -> Decimal | None:
    return Decimal(str(cell["number"])) if cell and cell["number"] is not None else None


if __name__ == "__main__":
    for difference in differences(evidence_folder(__doc__ or "")[0]):
        print(difference)
