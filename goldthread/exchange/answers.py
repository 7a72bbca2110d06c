"""What a round says about its measures, as `goldthread show` answers it: plain values, every absence null."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from goldthread.domain.periods import financial_year_of, parse_period
from goldthread.exchange.plan_export import plans_data
from goldthread.exchange.problems import did_you_mean
from goldthread.exchange.rows import Data, day, number, read_figures
from goldthread.monitoring.models import Observation, Return, Round
from goldthread.monitoring.queries import returns_of
from goldthread.plan.models import Plan, Target
from goldthread.plan.queries import current_target

_COLUMNS = Observation.Column


class UnknownMeasure(LookupError):
    """No measure of that reference."""


class UnknownPlan(LookupError):
    """No plan of that name."""


def find_plan(name: str) -> Plan:
    """Return the plan of this name, or raise UnknownPlan naming those there are."""
    plans = {plan.slug: plan for plan in Plan.objects.all()}
    if name not in plans:
        raise UnknownPlan(f"There is no plan “{name}”. {did_you_mean(name, plans)}")
    return plans[name]


def latest_round(*, plan: Plan | None = None) -> Round | None:
    """Return the latest round, or the latest of a plan, or None."""
    rounds = Round.objects.all() if plan is None else Round.objects.filter(plan=plan)
    return rounds.select_related("plan").order_by("-ends", "-starts").first()


def chosen(refs: Sequence[str], *, among: Iterable[str]) -> list[str]:
    """Return the references that were asked for, as the plan writes them.

    Capitals do not matter, and a reference with a space in it may come in two pieces.

    Raises: UnknownMeasure naming each that is unknown, with the nearest there is.

    >>> chosen(["ped02", "04"], among=["PED02 04", "PED02 05"])
    ['PED02 04']
    """
    known = {_plain(ref): ref for ref in among}
    found: list[str] = []
    unknown: list[str] = []
    waiting = list(refs)
    while waiting:
        first = waiting.pop(0)
        joined = f"{first} {waiting[0]}" if waiting else first
        if _plain(first) in known:
            found.append(known[_plain(first)])
        elif _plain(joined) in known:
            found.append(known[_plain(joined)])
            waiting.pop(0)
        else:
            unknown.append(first)
    if unknown:
        raise UnknownMeasure(
            "\n".join(f"There is no measure “{ref}”. {did_you_mean(ref.upper(), known.values())}" for ref in unknown)
        )
    return list(dict.fromkeys(found))


def answers(round_: Round, *, refs: Sequence[str] = ()) -> list[Data]:
    """Return what the round's measures report, all of them or those of these references, in a few queries.

    Raises: UnknownMeasure for a reference that the round does not have.
    """
    returns = list(returns_of(round_))
    if refs:
        wanted = chosen(refs, among=[made.plan_measure.ref for made in returns])
        returns = [made for ref in wanted for made in returns if made.plan_measure.ref == ref]
    return [_answer(made) for made in returns]


def plan_answers(plan: Plan, *, refs: Sequence[str] = ()) -> list[Data]:
    """Return what a plan without rounds holds of its measures: titles, targets and earlier actuals."""
    data = next(row for row in plans_data(read_figures()) if row["id"] == plan.slug)
    rows = [row for objective in data["objectives"] for row in objective["measures"]]
    if refs:
        wanted = chosen(refs, among=[row["ref"] for row in rows])
        rows = [row for ref in wanted for row in rows if row["ref"] == ref]
    return [
        {
            "ref": row["ref"],
            "title": row["title"],
            "plan": plan.slug,
            "targets": [{name: target[name] for name in _TARGET} for target in row["targets"]],
            "actuals": [{name: figure[name] for name in _FIGURE} for figure in row["actuals"]],
        }
        for row in rows
    ]


_TARGET = ("year", "state", "value", "low", "high", "unit", "printed", "note")
_FIGURE = ("period", "value", "unit", "status", "as_at", "parts")


def _answer(made: Return) -> Data:
    columns = {row.column: row for row in made.figures.all() if row.replaced_at is None}
    year = str(financial_year_of(parse_period(made.round.period)))
    return {
        "ref": made.plan_measure.ref,
        "title": made.title_in_round or made.plan_measure.title,
        "round": made.round.period,
        "figure": _figure(columns[_COLUMNS.CURRENT]),
        "prior_actual": _dated(columns.get(_COLUMNS.PRIOR_ACTUAL)),
        "target": _target(current_target(made.plan_measure, year=year), year=year),
        "comparator": _dated(columns.get(_COLUMNS.COMPARATOR)),
        "direction_of_travel": {
            "result": made.direction or None,
            "reason": made.direction_reason or None,
            "would_change": made.direction_would_change or None,
        },
        "position": {
            "result": made.position or None,
            "reason": made.position_reason or None,
            "would_change": made.position_would_change or None,
        },
        "progress": {
            "computed": made.progress or None,
            "reason": made.progress_reason or None,
            "officer": made.officer_progress,
            "officer_reason": made.officer_progress_reason or None,
            "would_change": made.progress_would_change or None,
        },
    }


def _figure(row: Observation) -> Data:
    return {
        "value": number(row.value),
        "unit": row.unit,
        "status": row.status,
        "as_at": day(row.as_at),
        "parts": [{"label": part.label, "value": number(part.value), "unit": part.unit} for part in row.parts.all()],
    }


def _dated(row: Observation | None) -> Data | None:
    return {"period": row.period} | _figure(row) if row else None


def _target(row: Target | None, *, year: str) -> Data:
    return {
        "state": row.state if row else "not stated",
        "value": number(row.value) if row else None,
        "low": number(row.low) if row else None,
        "high": number(row.high) if row else None,
        "unit": row.unit if row else None,
        "printed": (row.printed or None) if row else None,
        "year": year,
        "note": (row.note or None) if row else None,
    }


def _plain(ref: str) -> str:
    return "".join(ref.split()).casefold()
