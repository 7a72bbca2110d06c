"""A filled workbook → what is clean goes in, in one transaction; the rest comes back with its reasons."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction
from pydantic import ValidationError

from goldthread.accounts.actions import record
from goldthread.accounts.models import User
from goldthread.accounts.queries import require
from goldthread.accounts.roles import Permission
from goldthread.domain.figures import Basis, Unit
from goldthread.domain.measures import Polarity
from goldthread.domain.papers import CellStatus
from goldthread.domain.periods import UnknownPeriod, parse_period
from goldthread.exchange.actions import ImportResult, import_bundle
from goldthread.exchange.bundle import FORMAT, VERSION
from goldthread.exchange.bundle_figures import Source
from goldthread.exchange.papers_figures import figure_of, target_of
from goldthread.exchange.problems import BundleProblems
from goldthread.exchange.queries import export_bundle
from goldthread.exchange.rows import Data
from goldthread.exchange.uploads import Refused, format_of, run_child, shown_name
from goldthread.exchange.workbook import (
    FIGURES,
    HEADINGS,
    PLAN,
    WRONG,
    Filled,
    Sheet,
    address,
    filled_from,
    workbook_bytes,
)
from goldthread.reader.recognise.cells import number, read_cell
from goldthread.rendering.wording import slug

MOST_TRIES = 20
RowKey = tuple[str, int]
"""A sheet's name and a row's number."""


@dataclass
class Sorted:
    """The rows of a workbook as entries of a bundle, and what is wrong with the others."""

    returns: dict[int, Data] = field(default_factory=dict)
    measures: dict[int, Data] = field(default_factory=dict)
    wrong: dict[RowKey, list[str]] = field(default_factory=dict)

    def blame(self, key: RowKey, message: str) -> None:
        """Keep what is wrong with a row, which then does not go in."""
        self.wrong.setdefault(key, []).append(message)
        (self.returns if key[0] == FIGURES else self.measures).pop(key[1], None)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What went in, and what did not: every reason, and the workbook to put right."""

    result: ImportResult | None
    wrong: tuple[str, ...]
    returned: bytes | None


def template_bytes(*, plan: str, period: str) -> bytes:
    """The template for a plan and a period, with the plan's measures filled in; raises Refused for no such plan."""
    held = _plan_held(export_bundle(contents=False), plan)
    if held is None:
        raise Refused("Choose a plan that is held")
    rows = [
        {"Reference": row["ref"], "Title": row["title"]}
        for objective in held["objectives"]
        for row in objective["measures"]
    ]
    return workbook_bytes(plan=plan, period=period, rows={FIGURES: rows})


def import_workbook(*, name: str, content: bytes, by: User, at: datetime) -> Outcome:
    """Import what is clean in a filled workbook; give the rest back with its reasons.

    Raises: Refused when the file is no filled template.
    """
    require(by, Permission.IMPORT)
    if format_of(name=name, content=content) != "xlsx":
        raise Refused("The file must be the template as xlsx")
    sheets = json.loads(run_child("workbook_child", content, format="xlsx"))
    filled = filled_from(sheets)
    if isinstance(filled, str):
        raise Refused(filled)
    document = {
        "id": f"{slug(shown_name(name).rpartition('.')[0])[:80]}-{hashlib.sha256(content).hexdigest()[:8]}",
        "title": f"{shown_name(name)}, figures of {filled.period}"[:300],
    }
    with transaction.atomic():
        held = export_bundle(contents=False)
        sorted_rows = _sorted(filled, held=held, document=document["id"])
        result = _import_clean(sorted_rows, filled=filled, held=held, document=document, by=by, at=at)
        counts = {
            "imported": len(sorted_rows.returns) + len(sorted_rows.measures),
            "returned": len(sorted_rows.wrong),
        }
        record(by=by, at=at, action="import workbook", thing=shown_name(name), after=counts)
    return Outcome(
        result=result,
        wrong=tuple(message for key in sorted(sorted_rows.wrong) for message in sorted_rows.wrong[key]),
        returned=_returned(filled, sorted_rows) if sorted_rows.wrong else None,
    )


def _plan_held(held: Data, name: str) -> Data | None:
    return next((plan for plan in held["plans"] if plan["id"] == name), None)


def _sorted(filled: Filled, *, held: Data, document: str) -> Sorted:
    plan = _plan_held(held, filled.plan)
    if plan is None:
        raise Refused(f"Sheet {FIGURES}, cell B2: there is no plan “{filled.plan}”. Download the template again")
    try:
        parse_period(filled.period)
    except UnknownPeriod as problem:
        raise Refused(f"Sheet {FIGURES}, cell B3: {problem}") from problem
    made = Sorted()
    seen: Counter[str] = Counter()
    for row, cells in filled.sheets[FIGURES].rows:
        ref = cells.get("Reference", "")
        seen[ref] += 1
        if any(cells.get(heading) for heading in HEADINGS[FIGURES][2:-1]):
            made.returns[row] = {"ref": ref, "occurrence": seen[ref]}
            _fill_return(made, row, cells, document=document)
    for row, cells in filled.sheets[PLAN].rows:
        made.measures[row] = {}
        _fill_measure(made, row, cells, plan=plan, held=held, document=document)
    return made


def _fill_return(made: Sorted, row: int, cells: Mapping[str, str], *, document: str) -> None:
    key = (FIGURES, row)
    entry = made.returns[row]
    source = {"document": document, "line": row}
    printed = cells.get("Current figure", "")
    cell = read_cell(printed, header="Current")
    if cell.status is CellStatus.TEXT and printed and not cell.parts:
        at = address(FIGURES, heading="Current figure", row=row)
        made.blame(key, f"{at}: “{printed}” is no figure. Write a number, or a word such as tbc or N/A.")
    figure = figure_of(cell, source=Source(**source)).model_dump(mode="json", exclude_defaults=True)
    figure |= {name: text for name, text in _shares(made, key, cells) if text}
    if cells.get("Provisional", "").lower() in {"yes", "y", "true", "p"} and "value" in figure:
        figure["status"] = "provisional"
    if as_at := cells.get("As at", ""):
        figure["as_at"] = _day(made, key, as_at)
    entry |= {
        "current": figure,
        "commentary": cells.get("Commentary", ""),
        "commentary_by": cells.get("Commentary by", "")[:300],
        "source": source,
    }


def _shares(made: Sorted, key: RowKey, cells: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for heading in ("Numerator", "Denominator"):
        text = cells.get(heading, "")
        value = number(text) if text else None
        if text and value is None:
            made.blame(key, f"{address(FIGURES, heading=heading, row=key[1])}: “{text}” is not a number.")
        yield heading.lower(), f"{value:f}" if value is not None else ""


def _day(made: Sorted, key: RowKey, text: str) -> str | None:
    try:
        return dt.date.fromisoformat(text[:10]).isoformat()
    except ValueError:
        pass
    try:
        period = parse_period(text)
    except UnknownPeriod:
        at = address(FIGURES, heading="As at", row=key[1])
        made.blame(key, f"{at}: “{text}” is not a date. Write it as 2024-03-31.")
        return None
    return period.end.isoformat()


def _fill_measure(made: Sorted, row: int, cells: Mapping[str, str], *, plan: Data, held: Data, document: str) -> None:
    key = (PLAN, row)
    source = {"document": document, "line": row}
    for heading in ("Objective", "Reference", "Title"):
        if not cells.get(heading):
            made.blame(key, f"{address(PLAN, heading=heading, row=row)}: it is empty. Enter it.")
    titles = {measure["title"].casefold(): measure["id"] for measure in held["measures"]}
    wanted = cells.get("Measure held", "")
    name = titles.get(wanted.casefold(), "") if wanted else ""
    if wanted and not name:
        made.blame(key, f"{address(PLAN, heading='Measure held', row=row)}: no measure “{wanted}” is held.")
    new = None if name else _new_measure(made, key, cells, taken=held)
    if key not in made.wrong:
        made.measures[row] = {
            "objective": cells["Objective"],
            "objective_title": cells.get("Objective title", "") or cells["Objective"],
            "new": new,
            "entry": {
                "ref": cells["Reference"],
                "title": cells["Title"],
                "measure": name or (new or {}).get("id"),
                "source": source,
                "targets": _targets(made, key, cells, plan=plan, source=source),
            },
        }
        if key in made.wrong:
            del made.measures[row]


def _new_measure(made: Sorted, key: RowKey, cells: Mapping[str, str], *, taken: Data) -> Data | None:
    problems = [
        f"{address(PLAN, heading=heading, row=key[1])}: “{cells.get(heading, '')}” is not one of {', '.join(known)}."
        for heading, known in (("Unit", tuple(Unit)), ("Which way is better", tuple(Polarity)))
        if cells.get(heading, "") not in known
    ]
    for problem in problems:
        made.blame(key, problem)
    if problems:
        return None
    names = {measure["id"] for measure in taken["measures"]}
    name = slug(cells.get("Title", ""))[:80]
    return {
        "id": f"{name}-{key[1]}" if name in names else name,
        "title": cells.get("Title", "")[:300],
        "unit": cells["Unit"],
        "basis": str(Basis.NOT_STATED),
        "polarity": cells["Which way is better"],
    }


def _targets(made: Sorted, key: RowKey, cells: Mapping[str, str], *, plan: Data, source: Data) -> list[Data]:
    text = cells.get("Target", "")
    if not text:
        return []
    try:
        year = parse_period(cells.get("Year", "") or plan["first_year"])
        target = target_of(read_cell(text, header="Target"), year=year, source=Source(**source))
    except (UnknownPeriod, ValidationError) as problem:
        made.blame(key, f"{address(PLAN, heading='Year', row=key[1])}: {problem}")
        return []
    return [target.model_dump(mode="json", exclude_defaults=True)]


def _import_clean(
    made: Sorted, *, filled: Filled, held: Data, document: Data, by: User, at: datetime
) -> ImportResult | None:
    """Import the rows that are clean; each try leaves out those that the import itself refuses."""
    for _ in range(MOST_TRIES):
        if not made.returns and not made.measures:
            return None
        data, places = _bundle(made, filled=filled, held=held, document=document)
        try:
            return import_bundle(bundle=data, by=by, at=at)
        except BundleProblems as found:
            if not _blamed(made, found, places=places):
                raise Refused(str(found)) from found
    raise Refused("The rows contradict each other in too many ways. Import fewer at a time")


def _blamed(made: Sorted, found: BundleProblems, *, places: Mapping[str, RowKey]) -> bool:
    blamed = False
    for problem in found.problems:
        key = next((key for place, key in places.items() if problem.place.startswith(place)), None)
        if key is None:
            ref = problem.message.partition(":")[0]
            key = next(((FIGURES, row) for row, entry in made.returns.items() if entry["ref"] == ref), None)
        if key is not None:
            heading = "Current figure" if ".current" in problem.place else "Reference"
            made.blame(key, f"{address(key[0], heading=heading, row=key[1])}: {problem.message}")
            blamed = True
    return blamed


def _bundle(made: Sorted, *, filled: Filled, held: Data, document: Data) -> tuple[Data, dict[str, RowKey]]:
    data: Data = {"format": FORMAT, "version": VERSION, "documents": [document]}
    places: dict[str, RowKey] = {}
    if made.measures:
        new = [each["new"] for each in made.measures.values() if each["new"]]
        data["measures"] = list({each["id"]: each for each in new}.values())
        data["plans"] = [_plan_with(made, held=held, filled=filled, places=places)]
    if made.returns:
        places |= {f"rounds[0].returns[{index}]": (FIGURES, row) for index, row in enumerate(made.returns)}
        period = str(parse_period(filled.period))
        standing: Data = next((each for each in held["rounds"] if each["period"] == period), {})
        front = {name: standing[name] for name in ("board", "meeting", "officer") if standing}
        title = standing.get("title") or f"Performance report for {period}"
        returns = list(made.returns.values())
        data["rounds"] = [{"period": period, "plan": filled.plan, "title": title, **front, "returns": returns}]
    return data, places


def _plan_with(made: Sorted, *, held: Data, filled: Filled, places: dict[str, RowKey]) -> Data:
    plan = _plan_held(held, filled.plan)
    assert plan is not None
    standing = {objective["ref"]: objective for objective in plan["objectives"]}
    objectives: dict[str, Data] = {}
    for row, each in made.measures.items():
        ref = each["objective"]
        if ref not in objectives:
            kept: Any = standing.get(ref, {"ref": ref, "title": each["objective_title"]})
            objectives[ref] = {**kept, "measures": [], "milestones": []}
        index = list(objectives).index(ref)
        listed: list[Data] = objectives[ref]["measures"]
        places[f"plans[0].objectives[{index}].measures[{len(listed)}]"] = (PLAN, row)
        listed.append(each["entry"])
    return {**plan, "priorities": [], "objectives": list(objectives.values())}


def _returned(filled: Filled, made: Sorted) -> bytes:
    rows: dict[str, Sequence[Mapping[str, str]]] = {
        name: [
            {**cells, WRONG: " ".join(made.wrong[name, row])}
            for row, cells in filled.sheets.get(name, Sheet()).rows
            if (name, row) in made.wrong
        ]
        for name in (FIGURES, PLAN)
    }
    return workbook_bytes(plan=filled.plan, period=filled.period, rows=rows)
