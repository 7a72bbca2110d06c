"""Whether everything that a bundle names exists, once, in the bundle or among what is held.

These checks read the raw data, so that they find what they can in a bundle with other faults too.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from goldthread.domain.periods import UnknownPeriod, parse_period
from goldthread.exchange.bundle import PATH_SEPARATOR
from goldthread.exchange.fields import quoted
from goldthread.exchange.problems import Problem, did_you_mean

Row = Mapping[str, Any]
Placed = tuple[str, Row]
RefKey = tuple[str, int]


@dataclass
class PlanNames:
    """What a plan holds that rounds and objectives can name."""

    measures: set[RefKey] = field(default_factory=set)
    milestones: set[RefKey] = field(default_factory=set)
    priorities: set[str] = field(default_factory=set)
    areas: set[int] = field(default_factory=set)


@dataclass
class Names:
    """What a bundle can name: its own things and those held."""

    documents: set[str] = field(default_factory=set)
    measures: set[str] = field(default_factory=set)
    plans: dict[str, PlanNames] = field(default_factory=dict)


def rows(thing: Any, name: str, *, at: str = "") -> Iterator[Placed]:
    """Yield the groups of fields in a list of a group, each with its place; what is no group is left out.

    >>> [place for place, _ in rows({"plans": [{"id": "2023-24"}, 5]}, "plans")]
    ['plans[0]']
    """
    listed = thing.get(name) if isinstance(thing, Mapping) else None
    if isinstance(listed, list | tuple):
        for index, row in enumerate(listed):
            if isinstance(row, Mapping):
                yield f"{at}.{name}[{index}]".lstrip("."), row


def names_in(*sources: Row) -> Names:
    """Return everything that these bundles' data give a name to."""
    names = Names()
    for source in sources:
        names.documents |= {_text(row.get("id")) for _, row in rows(source, "documents")}
        names.measures |= {_text(row.get("id")) for _, row in rows(source, "measures")}
        for _, plan in rows(source, "plans"):
            known = names.plans.setdefault(_text(plan.get("id")), PlanNames())
            for _, priority in rows(plan, "priorities"):
                known.priorities.add(_text(priority.get("ref")))
                known.areas |= {
                    area["number"] for _, area in rows(priority, "areas") if _is_whole(area.get("number"))
                }
            for _, objective in rows(plan, "objectives"):
                known.measures |= {ref_key(row) for _, row in rows(objective, "measures")}
                known.milestones |= {ref_key(row) for _, row in rows(objective, "milestones")}
    return names


def ref_key(row: Row) -> RefKey:
    """Return the reference of a row with its occurrence.

    >>> ref_key({"ref": "NI 72"}), ref_key({"ref": "NI 72", "occurrence": 2})
    (('NI 72', 1), ('NI 72', 2))
    """
    occurrence = row.get("occurrence", 1)
    return _text(row.get("ref")), occurrence if _is_whole(occurrence) else 1


def reference_problems(data: Row, *, names: Names) -> Iterator[Problem]:
    """Yield what is named twice, and what is named but does not exist."""
    yield from _twice(rows(data, "documents"), field="id", key=lambda row: row.get("id"))
    yield from _twice(rows(data, "measures"), field="id", key=lambda row: row.get("id"))
    yield from _twice(rows(data, "plans"), field="id", key=lambda row: row.get("id"))
    yield from _twice(rows(data, "rounds"), field="period", key=lambda row: _period(row.get("period")))
    yield from _council_parts(data.get("council"))
    for place, plan in rows(data, "plans"):
        yield from _plan(place, plan, names)
    for place, round_ in rows(data, "rounds"):
        yield from _round(place, round_, names)
    yield from _sources("", data, names)


def _plan(place: str, plan: Row, names: Names) -> Iterator[Problem]:
    known = names.plans[_text(plan.get("id"))]
    priorities = list(rows(plan, "priorities", at=place))
    objectives = list(rows(plan, "objectives", at=place))
    areas = [area for at, priority in priorities for area in rows(priority, "areas", at=at)]
    yield from _twice(iter(priorities), field="ref", key=lambda row: row.get("ref"))
    yield from _twice(iter(areas), field="number", key=lambda row: row.get("number"))
    yield from _twice(iter(objectives), field="ref", key=lambda row: row.get("ref"))
    for listed in ("measures", "milestones"):
        printed = [row for at, objective in objectives for row in rows(objective, listed, at=at)]
        yield from _twice(iter(printed), field="ref", key=ref_key, remedy=_NUMBER_THEM)
    for at, objective in objectives:
        yield from _unknown_in_list(at, objective, "priorities", known.priorities, "a priority of this plan")
        yield from _unknown_in_list(at, objective, "areas", known.areas, "an area of focus of this plan")
        for within, measure in rows(objective, "measures", at=at):
            yield from _unknown(within, measure, "measure", names.measures, "a measure")
            yield from _twice(
                rows(measure, "actuals", at=within), field="period", key=lambda row: _period(row.get("period"))
            )
            yield from _replacements(list(rows(measure, "targets", at=within)))


_NUMBER_THEM = "Number the second with “occurrence”."


def _round(place: str, round_: Row, names: Names) -> Iterator[Problem]:
    yield from _unknown(place, round_, "plan", set(names.plans), "a plan")
    known = names.plans.get(_text(round_.get("plan")))
    for listed, kind in (("returns", "measures"), ("milestone_returns", "milestones")):
        made = list(rows(round_, listed, at=place))
        yield from _twice(iter(made), field="ref", key=ref_key, remedy="A round has one return for each.")
        refs: set[RefKey] = getattr(known, kind) if known else set()
        for at, row in made if known else []:
            yield from _unknown_ref(at, row, refs, f"a {kind[:-1]} of plan {quoted(round_['plan'])}")
    for at, row in rows(round_, "returns", at=place):
        for column in ("current", "prior_actual", "comparator"):
            figure = row.get(column)
            if isinstance(figure, Mapping):
                yield from _parts(f"{at}.{column}", figure)
    editions = [row.get("number") for _, row in rows(round_, "editions")]
    if editions != list(range(1, len(editions) + 1)):
        numbers = ", ".join(str(number) for number in editions)
        yield Problem(f"{place}.editions", f"Editions are numbered 1, 2 and on in order, not {numbers}.")


def _parts(place: str, figure: Row) -> Iterator[Problem]:
    yield from _twice(
        rows(figure, "parts", at=place),
        field="label",
        key=lambda row: (_text(row.get("label")), _text(row.get("unit"))),
    )


def _replacements(targets: list[Placed]) -> Iterator[Problem]:
    """Yield where two targets of a year don't follow one another: the earlier ends when the later is set."""
    of_year: dict[Hashable, list[Placed]] = {}
    for place, target in targets:
        of_year.setdefault(_period(target.get("year")), []).append((place, target))
    for year, listed in of_year.items():
        for (place, earlier), (_, later) in pairwise(listed):
            if not earlier.get("replaced_at") or earlier.get("replaced_at") != later.get("set_at"):
                message = (
                    f"Two targets for {year} stand. Say when this one was replaced: the moment the next was set."
                )
                yield Problem(f"{place}.replaced_at", message)
        place, last = listed[-1]
        if last.get("replaced_at"):
            message = f"It was replaced, but no later target for {year} follows. List that one after it."
            yield Problem(f"{place}.replaced_at", message)


def _council_parts(council: Any) -> Iterator[Problem]:
    paths: list[str] = []
    for place, part in rows(council, "units", at="council"):
        parent, name = part.get("parent"), _text(part.get("name"))
        if parent and parent not in paths:
            yield Problem(
                f"{place}.parent",
                f"{quoted(parent)} is not a part of the council listed before. {did_you_mean(_text(parent), paths)}",
            )
        path = f"{parent}{PATH_SEPARATOR}{name}" if parent else name
        if path in paths:
            yield Problem(f"{place}.name", f"{quoted(path)} stands twice. Keep one of the two.")
        paths.append(path)


def _sources(place: str, thing: Any, names: Names) -> Iterator[Problem]:
    """Yield every source, at any depth, whose document is not listed."""
    if isinstance(thing, Mapping):
        for name, value in thing.items():
            at = f"{place}.{name}".lstrip(".")
            if name == "source" and isinstance(value, Mapping):
                yield from _unknown(at, value, "document", names.documents, "a listed document")
            elif isinstance(value, Mapping | list | tuple):
                yield from _sources(at, value, names)
    else:
        for index, value in enumerate(thing):
            if isinstance(value, Mapping):
                yield from _sources(f"{place}[{index}]", value, names)


def _twice(
    placed: Iterator[Placed],
    *,
    field: str,
    key: Callable[[Row], Any],
    remedy: str = "Keep one of the two.",
) -> Iterator[Problem]:
    seen: dict[Any, str] = {}
    for place, row in placed:
        this = key(row)
        if not isinstance(this, Hashable) or this is None:
            continue
        if this in seen:
            shown = this[0] if isinstance(this, tuple) else this
            yield Problem(f"{place}.{field}", f"{quoted(shown)} stands at {seen[this]} already. {remedy}")
        seen.setdefault(this, place)


def _unknown(place: str, row: Row, name: str, known: set[str], kind: str) -> Iterator[Problem]:
    value = row.get(name)
    if isinstance(value, str) and value not in known:
        yield Problem(f"{place}.{name}", f"{quoted(value)} is not {kind}. {did_you_mean(value, sorted(known))}")


def _unknown_ref(place: str, row: Row, known: set[RefKey], kind: str) -> Iterator[Problem]:
    this = ref_key(row)
    if this in known or not isinstance(row.get("ref"), str):
        return
    ref, occurrence = this
    times = f", printed {occurrence} times," if occurrence > 1 else ""
    yield Problem(
        f"{place}.ref", f"{quoted(ref)}{times} is not {kind}. {did_you_mean(ref, sorted({r for r, _ in known}))}"
    )


def _unknown_in_list(place: str, row: Row, name: str, known: set[Any], kind: str) -> Iterator[Problem]:
    listed = row.get(name)
    for index, value in enumerate(listed if isinstance(listed, list | tuple) else ()):
        if isinstance(value, str | int) and value not in known:
            near = did_you_mean(str(value), [str(each) for each in sorted(known)])
            yield Problem(f"{place}.{name}[{index}]", f"{quoted(value)} is not {kind}. {near}")


def _period(value: Any) -> str | None:
    try:
        return str(parse_period(value)) if isinstance(value, str) else None
    except UnknownPeriod:
        return None


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _is_whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)
