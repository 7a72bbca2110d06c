"""Every read of rounds, returns and figures, scoped to the person, in a constant number of queries."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Prefetch, QuerySet

from goldthread.accounts.queries import permissions_of
from goldthread.accounts.roles import Permission
from goldthread.domain.figures import Basis, Figure, Status, Unit
from goldthread.domain.figures import Part as FigurePart
from goldthread.domain.judgement import Case
from goldthread.domain.periods import Period, parse_period, same_period_last_year
from goldthread.monitoring.models import Observation, Return, Round
from goldthread.plan.queries import measure_rule, target_of_year


class UnknownRound(LookupError):
    """No round of that period."""


def rounds_visible_to(person: Any) -> QuerySet[Round]:
    """Return the rounds a person may read, the latest first."""
    rounds = Round.objects.select_related("plan")
    if Permission.READ_UNPUBLISHED in permissions_of(person):
        return rounds
    return rounds.filter(is_published=True)


def find_round(text: str, *, rounds: QuerySet[Round] | None = None) -> Round:
    """Return the round of a period written in any form, or raise UnknownRound naming those there are."""
    known = Round.objects.all() if rounds is None else rounds
    try:
        period = parse_period(text)
    except ValueError as problem:
        raise UnknownRound(f"“{text}” is not a period. {_choices(known)}") from problem
    found = known.filter(period=str(period)).first()
    if found is None:
        raise UnknownRound(f"There is no round for {period}. {_choices(known)}")
    return found


def _choices(rounds: QuerySet[Round]) -> str:
    periods = list(rounds.values_list("period", flat=True))
    return f"Choose one of: {', '.join(periods)}." if periods else "No round is open or published yet."


def returns_of(round: Round) -> QuerySet[Return]:
    """Return the round's returns with everything a page or a judgement needs, in five queries."""
    figures = Observation.objects.select_related("source").prefetch_related("parts")
    return round.returns.select_related(
        "round", "source", "plan_measure__measure", "plan_measure__objective__plan"
    ).prefetch_related(Prefetch("figures", queryset=figures), "plan_measure__targets")


def returns_with_cases(*, round: Round) -> Iterator[tuple[Return, Case]]:
    """Yield each return of a round with the case that its judgements look at."""
    period = parse_period(round.period)
    held = _held_for_last_year(round)
    for made in returns_of(round):
        yield made, case_of(made, period=period, held=held.get(made.plan_measure.measure_id, []))


def case_of(made: Return, *, period: Period, held: list[Observation]) -> Case:
    """Return what the judgements of one return look at.

    The comparator is the one the round states, else last year's actual of the same return, else a figure
    held from an earlier round or plan; whether it is alike is for the rules to say.
    """
    columns = {row.column: row for row in made.figures.all() if row.replaced_at is None}
    prior = columns.get(Observation.Column.PRIOR_ACTUAL)
    stated = columns.get(Observation.Column.COMPARATOR)
    comparator = stated or next(iter(held), None) or _year_end_actual(prior, period=period)
    crosses_plans = comparator is not None and comparator.plan_measure_id != made.plan_measure_id
    return Case(
        measure=measure_rule(made.plan_measure.measure),
        figure=figure_of(columns[Observation.Column.CURRENT]),
        target=target_of_year(made.plan_measure, year=made.round.ends),
        prior_actual=figure_of(prior) if prior else None,
        comparator=figure_of(comparator) if comparator else None,
        definition_break=made.plan_measure.definition_break if crosses_plans else "",
    )


def _year_end_actual(prior: Observation | None, *, period: Period) -> Observation | None:
    """Return last year's actual where this round ends the year, so that the two may cover the same span."""
    if prior is None or prior.ends != same_period_last_year(period).end:
        return None
    return prior


def _held_for_last_year(round: Round) -> dict[int, list[Observation]]:
    """Return the figures already held for the same period last year, by measure, the latest entered first."""
    last_year = same_period_last_year(parse_period(round.period))
    rows = (
        Observation.objects.filter(period=str(last_year), column=Observation.Column.CURRENT, replaced_at=None)
        .prefetch_related("parts")
        .order_by("-entered_at", "-pk")
    )
    held: dict[int, list[Observation]] = {}
    for row in rows:
        held.setdefault(row.measure_id, []).append(row)
    return held


def figure_of(row: Observation) -> Figure:
    """Return a stored observation as the rules' figure."""
    return Figure(
        period=parse_period(row.period),
        unit=Unit(row.unit),
        basis=Basis(row.basis),
        value=row.value,
        status=Status(row.status),
        as_at=row.as_at,
        numerator=row.numerator,
        denominator=row.denominator,
        parts=tuple(
            FigurePart(label=part.label, value=part.value, unit=Unit(part.unit), status=Status(part.status))
            for part in row.parts.all()
        ),
    )
