"""The accepted rows of an uploaded paper → a bundle, each of whose entries is known by the row that it comes from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from pydantic import ValidationError

from goldthread.domain.papers import MeasureRow, MilestoneRow, ReportRecord
from goldthread.domain.periods import Period
from goldthread.exchange.bundle import FORMAT, VERSION
from goldthread.exchange.bundle_plan import Document, Measure, Plan
from goldthread.exchange.bundle_round import Round
from goldthread.exchange.from_papers import NoIdentity, NotAPlan, key_of, plan_from, round_from
from goldthread.exchange.problems import Problem
from goldthread.exchange.rows import Data
from goldthread.exchange.upload_lineage import NEW, new_measure
from goldthread.exchange.upload_rows import Row, report_of


@dataclass(frozen=True, slots=True)
class ReviewedRow:
    """An accepted row: its place in the upload, its objective's number, and the measure that it is."""

    place: int
    objective: int
    row: Row
    measure: str = ""


@dataclass(frozen=True, slots=True)
class Destination:
    """Where a paper's rows go: a round of a held plan, a round with a plan made from it, or a plan."""

    purpose: str
    plan: str
    period: Period
    last_year: Period | None
    title: str


@dataclass
class Planned:
    """A bundle to import, and which row each of its entries comes from; or why there is none."""

    data: Data = field(default_factory=dict)
    places: dict[str, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def row_of(self, place: str) -> int | None:
        """Return the row that an entry, or a field of one, comes from."""
        while place:
            if place in self.places:
                return self.places[place]
            place = max(place.rpartition(".")[0], place.rpartition("[")[0], key=len)
        return None


def planned_bundle(
    record: ReportRecord, *, rows: Sequence[ReviewedRow], to: Destination, document: Document, held: Data
) -> Planned:
    """The bundle that the accepted rows of a report make.

    Args:
        record: the report as read.
        rows: the rows that a person accepted, as corrected.
        document: the paper itself.
        held: everything that is held, as `export_bundle` gives it.
    """
    unsaid = [each for each in rows if isinstance(each.row, MeasureRow) and not each.measure]
    if unsaid or not rows:
        return Planned(problems=list(_unsaid(unsaid)))
    record = replace(record, period=to.period, last_year=to.last_year, title=to.title)
    made = _new_measures(rows, held=held)
    named = [replace(each, measure=made[each.place].id if each.place in made else each.measure) for each in rows]
    try:
        return _planned(record, rows=named, made=made, to=to, document=document, held=held)
    except (NoIdentity, NotAPlan) as problem:
        return Planned(problems=[Problem("", str(problem))])
    except ValidationError as problem:
        return Planned(problems=_impossible(problem, record, named, document=document))


def _unsaid(rows: Sequence[ReviewedRow]) -> Iterator[Problem]:
    if not rows:
        yield Problem("", "No row is accepted yet. Accept the rows that are to be imported.")
    for each in rows:
        yield Problem(f"row {each.place}", "Say which measure it is.")


def _new_measures(rows: Sequence[ReviewedRow], *, held: Data) -> dict[int, Measure]:
    taken = {measure["id"] for measure in held["measures"]}
    made: dict[int, Measure] = {}
    for each in rows:
        if each.measure == NEW and isinstance(each.row, MeasureRow):
            made[each.place] = new_measure(each.row, taken=taken)
            taken.add(made[each.place].id)
    return made


def _planned(
    record: ReportRecord,
    *,
    rows: Sequence[ReviewedRow],
    made: Mapping[int, Measure],
    to: Destination,
    document: Document,
    held: Data,
) -> Planned:
    plan = next((plan for plan in held["plans"] if plan["id"] == to.plan), None)
    rows = _under_the_plans_references(rows, plan=plan)
    missing = [each for each in rows if _key(each) not in _refs(plan)] if to.purpose == "round" else list(rows)
    homeless = [each for each in missing if not record.objectives[each.objective].ref]
    if homeless:
        return Planned(problems=[Problem(f"row {each.place}", _NO_OBJECTIVE) for each in homeless])
    twice = list(_named_twice(rows, plan=plan))
    if twice:
        return Planned(problems=twice)
    planned = Planned(data={"format": FORMAT, "version": VERSION, "documents": [_json(document)]})
    planned.data["measures"] = [_json(measure) for measure in made.values()]
    if missing:
        entry = plan_from(
            report_of(record, rows=((each.objective, each.row) for each in missing)),
            document=document.id,
            lineage=_lineage(missing),
        )
        planned.data["plans"] = [_joined(entry, plan) if plan is not None else _json(entry)]
        _place_plan(planned, missing)
    if to.purpose == "round":
        report = report_of(record, rows=((each.objective, each.row) for each in rows))
        name = to.plan or planned.data["plans"][0]["id"]
        made_round = round_from(report, plan=name, document=document.id, lineage=_lineage(rows))
        planned.data["rounds"] = [_standing(made_round, held=held)]
        _place_round(planned, rows)
    return planned


def _named_twice(rows: Sequence[ReviewedRow], *, plan: Data | None) -> Iterator[Problem]:
    """Rows that come to one reference more often than the plan prints it: they are said to be one measure."""
    printed = Counter(row["ref"] for each in (plan["objectives"] if plan else ()) for row in each["measures"])
    first: dict[str, int] = {}
    seen: Counter[str] = Counter()
    for each in rows:
        if not isinstance(each.row, MeasureRow) or each.row.ref not in printed:
            continue
        seen[each.row.ref] += 1
        if seen[each.row.ref] > printed[each.row.ref]:
            message = (
                f"Row {first[each.row.ref]} is said to be the same measure, {each.row.ref}. Change one of the two."
            )
            yield Problem(f"row {each.place}", message)
        first.setdefault(each.row.ref, each.place)


_NO_OBJECTIVE = (
    "It is new to the plan and stands under no objective with a reference in the paper. "
    "Say which held measure it is, or leave the row out."
)


def _json(entry: Document | Measure | Plan | Round) -> Data:
    return entry.model_dump(mode="json", exclude_defaults=True)


def _standing(made: Round, *, held: Data) -> Data:
    """A round that is held already keeps its front: the paper adds returns to it."""
    data = {**_json(made)}
    standing = next((row for row in held["rounds"] if row["period"] == str(made.period)), None)
    if standing is not None and standing["plan"] == made.plan:
        data |= {name: standing[name] for name in ("title", "board", "meeting", "officer")}
    return data


def _key(each: ReviewedRow) -> tuple[str, str]:
    return ("measure" if isinstance(each.row, MeasureRow) else "milestone", each.row.ref)


def _refs(plan: Data | None) -> set[tuple[str, str]]:
    return {
        (kind, row["ref"])
        for objective in (plan["objectives"] if plan else ())
        for kind, listed in (("measure", "measures"), ("milestone", "milestones"))
        for row in objective[listed]
    }


def _under_the_plans_references(rows: Sequence[ReviewedRow], *, plan: Data | None) -> list[ReviewedRow]:
    """A row whose measure the plan has under another reference takes that reference."""
    refs: dict[str, list[str]] = {}
    for objective in plan["objectives"] if plan else ():
        for entry in objective["measures"]:
            refs.setdefault(entry["measure"], []).append(entry["ref"])
    return [
        replace(each, row=replace(each.row, ref=refs[each.measure][0]))
        if isinstance(each.row, MeasureRow) and each.measure in refs and each.row.ref not in refs[each.measure]
        else each
        for each in rows
    ]


def _lineage(rows: Sequence[ReviewedRow]) -> dict[str, str]:
    seen: Counter[str] = Counter()
    named: dict[str, str] = {}
    for each in _in_order(rows, "measure"):
        seen[each.row.ref] += 1
        named[key_of(each.row.ref, seen[each.row.ref])] = each.measure
    return named


def _in_order(rows: Sequence[ReviewedRow], kind: str) -> list[ReviewedRow]:
    """The rows of a kind in the order that a report lists them: by objective, then by place."""
    wanted = MeasureRow if kind == "measure" else MilestoneRow
    return sorted((each for each in rows if isinstance(each.row, wanted)), key=lambda each: each.objective)


def _place_round(planned: Planned, rows: Sequence[ReviewedRow]) -> None:
    for index, each in enumerate(_in_order(rows, "measure")):
        planned.places[f"rounds[0].returns[{index}]"] = each.place
    for index, each in enumerate(_in_order(rows, "milestone")):
        planned.places[f"rounds[0].milestone_returns[{index}]"] = each.place


def _place_plan(planned: Planned, rows: Sequence[ReviewedRow]) -> None:
    for number, objective in enumerate(sorted({each.objective for each in rows})):
        for kind, listed in (("measure", "measures"), ("milestone", "milestones")):
            under = [each for each in _in_order(rows, kind) if each.objective == objective]
            for index, each in enumerate(under):
                planned.places[f"plans[0].objectives[{number}].{listed}[{index}]"] = each.place


_OF_PLAN = ("id", "title", "kind", "first_year", "last_year", "source")
_OF_OBJECTIVE = ("title", "officer", "priorities", "areas", "key_developments", "emerging_issues", "source")


def _joined(entry: Plan, plan: Data) -> Data:
    """What a paper adds to a held plan: the plan and its objectives as they are held, with the new rows alone."""
    added: Data = {**_json(entry), "priorities": []} | {name: plan[name] for name in _OF_PLAN}
    standing = {objective["ref"]: objective for objective in plan["objectives"]}
    for objective in added["objectives"]:
        kept = standing.get(objective["ref"])
        if kept is not None:
            objective |= {name: kept[name] for name in _OF_OBJECTIVE}
        else:
            objective |= {"priorities": [], "areas": []}
    return added


def _impossible(
    problem: ValidationError, record: ReportRecord, rows: Sequence[ReviewedRow], *, document: Document
) -> list[Problem]:
    """Each row that cannot be an entry of a bundle, found by trying every row alone."""
    found = []
    for each in rows:
        alone = report_of(record, rows=[(each.objective, each.row)])
        try:
            plan_from(alone, document=document.id, lineage=_lineage([each]))
            round_from(alone, plan="plan", document=document.id, lineage=_lineage([each]))
        except ValidationError as own:
            found += [Problem(f"row {each.place}", _said(detail)) for detail in own.errors(include_url=False)]
        except (NoIdentity, NotAPlan) as own:
            found.append(Problem(f"row {each.place}", str(own)))
    return found or [Problem("", _said(detail)) for detail in problem.errors(include_url=False)]


def _said(detail: Any) -> str:
    context = detail.get("ctx", {})
    text = str(context["error"]) if "error" in context else f"{detail['loc'][-1]}: {detail['msg']}."
    return text[:1].upper() + text[1:]
