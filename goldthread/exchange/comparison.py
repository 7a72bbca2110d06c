"""Where a bundle contradicts what is held. What it does not list, it does not contradict."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from goldthread.exchange.bundle import PATH_SEPARATOR, Bundle
from goldthread.exchange.fields import quoted
from goldthread.exchange.problems import Problem
from goldthread.exchange.references import ref_key
from goldthread.exchange.rows import Data

Key = Callable[[Data], Any]
_BY_ID: Key = lambda row: row["id"]  # noqa: E731
_BY_REF: Key = lambda row: row["ref"]  # noqa: E731
_KEYS: dict[str, Key] = {
    "documents": _BY_ID,
    "plans": _BY_ID,
    "priorities": _BY_REF,
    "objectives": _BY_REF,
    "milestones": ref_key,
    "returns": ref_key,
    "milestone_returns": ref_key,
    "measures": lambda row: row["id"] if "id" in row else ref_key(row),
    "areas": lambda row: row["number"],
    "editions": lambda row: row["number"],
    "files": lambda row: row["format"],
    "actuals": lambda row: row["period"],
    "rounds": lambda row: row["period"],
    "units": lambda row: f"{row['parent']}{PATH_SEPARATOR}{row['name']}" if row["parent"] else row["name"],
    "targets": lambda row: row["year"],
    "statements": lambda row: row["kind"],
}
_NOTHING_SAID_WHEN_ABSENT = {"judgements", "set_at", "replaced_at", "council"}


def complete_data(bundle: Bundle, *, held: Data) -> Data:
    """Return the bundle's data as an export would write it: every figure with its period, unit and basis."""
    data = bundle.model_dump(mode="json", exclude={"rounds": {"__all__": {"editions": {"__all__": {"files"}}}}})
    measures = {row["id"]: row for source in (held, data) for row in source["measures"]}
    measure_of = {
        (plan["id"], ref_key(row)): measures[row["measure"]]
        for source in (held, data)
        for plan in source["plans"]
        for row in _plan_measures(plan)
    }
    for row in (row for plan in data["plans"] for row in _plan_measures(plan)):
        measure = measures[row["measure"]]
        for target in row["targets"]:
            target["unit"] = target["unit"] or measure["unit"]
        for figure in row["actuals"]:
            _complete_figure(figure, measure=measure, period=None)
    for round_ in data["rounds"]:
        for made in round_["returns"]:
            measure = measure_of[round_["plan"], ref_key(made)]
            for figure in (made["current"], made["prior_actual"], made["comparator"], *made["revised"]):
                _complete_figure(figure, measure=measure, period=round_["period"])
    return data


def _plan_measures(plan: Data) -> Iterator[Data]:
    for objective in plan["objectives"]:
        yield from objective["measures"]


def _complete_figure(figure: Data | None, *, measure: Data, period: str | None) -> None:
    if figure:
        figure["period"] = figure["period"] or period
        figure["unit"] = figure["unit"] or measure["unit"]
        figure["basis"] = figure["basis"] or measure["basis"]


def contradictions(data: Data, *, held: Data) -> Iterator[Problem]:
    """Yield each field of the bundle's data that says something else than what is held."""
    yield from _moved(data, held=held)
    for name, value in data.items():
        yield from _differences(name, value, held.get(name), field=name)


def keyed(rows: Sequence[Data], *, listed: str) -> dict[Any, Data]:
    """Return a list's rows by what tells them apart; the second of two that share a key is the second of it.

    >>> list(keyed([{"kind": "emerging issue"}, {"kind": "emerging issue"}], listed="statements"))
    [('emerging issue', 1), ('emerging issue', 2)]
    """
    times: Counter[Any] = Counter()
    found: dict[Any, Data] = {}
    for row in rows:
        key = _KEYS[listed](row)
        times[key] += 1
        found[key, times[key]] = row
    return found


def _differences(place: str, stated: Any, held: Any, *, field: str) -> Iterator[Problem]:
    if stated == held or (stated is None and field in _NOTHING_SAID_WHEN_ABSENT):
        return
    if field == "judgements" and held is not None:
        stated, held = _results(stated), _results(held)
    if isinstance(stated, dict) and isinstance(held, dict):
        for name, value in stated.items():
            yield from _differences(f"{place}.{name}", value, held.get(name), field=name)
    elif field in _KEYS and _is_rows(stated) and _is_rows(held):
        standing = keyed(held, listed=field)
        for index, (key, row) in enumerate(keyed(stated, listed=field).items()):
            if key in standing:
                yield from _differences(f"{place}[{index}]", row, standing[key], field="")
    elif not (field in {"replaced_at", "council"} and held is None):
        yield Problem(
            place,
            f"The bundle says {_shown(stated)}, but {_shown(held)} is held. "
            "Nothing is overwritten: make the bundle agree, or correct what is held.",
        )


def additions_to_published(data: Data, *, held: Data) -> Iterator[Problem]:
    """Yield what the bundle adds to a round that is published: a correction is a new edition, not an import."""
    published = {row["period"]: row for row in held["rounds"] if row["editions"]}
    for r, round_ in enumerate(data["rounds"]):
        standing = published.get(round_["period"])
        for listed in ("statements", "returns", "milestone_returns", "editions") if standing else ():
            known = keyed(standing[listed] if standing else [], listed=listed)
            for index, key in enumerate(keyed(round_[listed], listed=listed)):
                if key not in known:
                    yield Problem(
                        f"rounds[{r}].{listed}[{index}]",
                        f"{round_['period']} is published without it. A correction is a new edition, not an import.",
                    )


def _results(judgements: Data) -> Data:
    """Return what was judged without its sentences: another version may word them otherwise."""
    return {name: {"result": answer["result"]} for name, answer in judgements.items()}


def _is_rows(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(row, dict) for row in value)


def _shown(value: Any) -> str:
    if value in (None, "", []):
        return "nothing"
    if isinstance(value, dict):
        return quoted(", ".join(f"{name} {each}" for name, each in value.items() if each not in (None, "", [])))
    if isinstance(value, list):
        return quoted("; ".join(str(each) for each in value))
    return quoted(value)


def _moved(data: Data, *, held: Data) -> Iterator[Problem]:
    """Yield measures and milestones that the bundle lists under another objective than the one held."""
    for listed in ("measures", "milestones"):
        standing = {
            (plan["id"], ref_key(row)): objective["ref"]
            for plan in held["plans"]
            for objective in plan["objectives"]
            for row in objective[listed]
        }
        for p, plan in enumerate(data["plans"]):
            for o, objective in enumerate(plan["objectives"]):
                for r, row in enumerate(objective[listed]):
                    under = standing.get((plan["id"], ref_key(row)), objective["ref"])
                    if under != objective["ref"]:
                        yield Problem(
                            f"plans[{p}].objectives[{o}].{listed}[{r}].ref",
                            f"{quoted(row['ref'])} is held under objective {quoted(under)}. Keep it there.",
                        )
