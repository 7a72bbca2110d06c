"""Things for tests, made through the rooms' own actions: typical ones, changed only in what the test is about.

They need the database: use them in tests marked with `django_db`.
"""

from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import count
from typing import Any

from goldthread.accounts import actions as accounts
from goldthread.accounts.models import Unit as CouncilUnit
from goldthread.accounts.models import User
from goldthread.accounts.queries import council
from goldthread.accounts.roles import Role
from goldthread.domain.figures import Basis, Figure, Status, Unit
from goldthread.domain.measures import Polarity, TargetState
from goldthread.domain.measures import Target as TargetRule
from goldthread.domain.periods import Period, financial_year, financial_year_of, parse_period, quarter
from goldthread.monitoring import actions as monitoring
from goldthread.monitoring.models import MilestoneReturn, Observation, Return, Round, Statement
from goldthread.plan import actions as plan_room
from goldthread.plan.models import Measure, Milestone, Objective, Plan, PlanMeasure, Priority, SourceDocument, Target

NOW = datetime(2024, 7, 15, 12, tzinfo=UTC)
PASSWORD = "a long enough password"
_numbers = count(1)


def a_council(**changes: Any) -> CouncilUnit:
    """Return the council, made on first use."""
    held = CouncilUnit.objects.filter(kind=CouncilUnit.Kind.COUNCIL).first()
    if held:
        return held
    first = accounts.add_person(email="first@council.example", name="First officer", password=None, at=NOW)
    wanted = {"name": "Anytown Council", "short_name": "Anytown", "kind": CouncilUnit.Kind.COUNCIL, "parent": None}
    return accounts.add_unit(**(wanted | changes), by=first, at=NOW)


def a_person(*, role: Role = Role.PERFORMANCE_TEAM, email: str = "", password: str | None = None) -> User:
    """Return a person with a role for the whole council; without a password they can't sign in, but it is quick."""
    unit = council() or a_council()
    address = email or f"person{next(_numbers)}@council.example"
    person = accounts.add_person(email=address, name=role.capitalize(), password=password, at=NOW)
    accounts.grant_role(user=person, role=role, unit=unit, by=person, at=NOW)
    return person


def someone() -> User:
    """Return a person who may do everything that these builders do, made on first use."""
    return User.objects.filter(email="builder@council.example").first() or a_person(email="builder@council.example")


def a_document(**changes: Any) -> SourceDocument:
    wanted = {"slug": f"paper-{next(_numbers)}", "title": "A paper", "published": date(2024, 7, 15)}
    return plan_room.add_document(**(wanted | changes), by=someone(), at=NOW)


def a_measure(**changes: Any) -> Measure:
    wanted: dict[str, Any] = {
        "slug": f"measure-{next(_numbers)}",
        "title": "Homes repaired on time",
        "unit": Unit.PERCENT,
        "basis": Basis.SNAPSHOT,
        "polarity": Polarity.HIGHER,
    }
    return plan_room.add_measure(**(wanted | changes), by=someone(), at=NOW)


def a_plan(**changes: Any) -> Plan:
    wanted: dict[str, Any] = {
        "slug": f"plan-{next(_numbers)}",
        "title": "Business Plan 2023/24",
        "kind": "business plan",
        "first_year": 2023,
        "last_year": 2023,
    }
    return plan_room.add_plan(**(wanted | changes), by=someone(), at=NOW)


def a_priority(*, plan: Plan, **changes: Any) -> Priority:
    order = plan.priorities.count() + 1
    wanted: dict[str, Any] = {"ref": f"P{order}", "title": "Safe homes", "order": order}
    return plan_room.add_priority(plan=plan, **(wanted | changes), by=someone(), at=NOW)


def an_objective(*, plan: Plan | None = None, **changes: Any) -> Objective:
    plan = plan or a_plan()
    order = plan.objectives.count() + 1
    wanted: dict[str, Any] = {"ref": f"HOU{order:02}", "title": "Repair homes in time", "order": order}
    return plan_room.add_objective(plan=plan, **(wanted | changes), by=someone(), at=NOW)


def a_plan_measure(
    *, objective: Objective | None = None, measure: Measure | None = None, **changes: Any
) -> PlanMeasure:
    objective = objective or an_objective()
    order = objective.plan_measures.count() + 1
    wanted: dict[str, Any] = {"ref": f"{objective.ref} {order:02}", "title": "Increase repairs", "order": order}
    return plan_room.add_plan_measure(
        objective=objective, measure=measure or a_measure(), **(wanted | changes), by=someone(), at=NOW
    )


def a_milestone(*, objective: Objective | None = None, **changes: Any) -> Milestone:
    objective = objective or an_objective()
    order = objective.milestones.count() + 1
    wanted: dict[str, Any] = {
        "ref": f"{objective.ref}{'abcdefghij'[order - 1]}",
        "title": "Open the repairs centre",
        "order": order,
        "year": "2023/24",
        "due": date(2024, 3, 31),
    }
    return plan_room.add_milestone(objective=objective, **(wanted | changes), by=someone(), at=NOW)


def a_target(
    value: str | None = "95", *, of: PlanMeasure, why: str = "", at: datetime = NOW, **changes: Any
) -> Target:
    """Set a target of one number, or of a state without one."""
    wanted: dict[str, Any] = {
        "year": financial_year(2023),
        "state": TargetState.NUMBER if value is not None else TargetState.NOT_APPLICABLE,
        "value": None if value is None else Decimal(value),
    }
    return plan_room.set_target(
        plan_measure=of,
        target=TargetRule(**(wanted | changes)),
        unit=Unit(of.measure.unit),
        printed=value or "N/A",
        why=why,
        by=someone(),
        at=at,
    )


def an_entry(value: str | None = "90", *, of: PlanMeasure, period: Period, **changes: Any) -> monitoring.Entry:
    """Return a figure to be recorded; without a value it is not reported, unless a status or parts say otherwise."""
    wanted: dict[str, Any] = {
        "period": period,
        "unit": Unit(of.measure.unit),
        "basis": Basis(of.measure.basis),
        "value": None if value is None else Decimal(value),
        "status": Status.FINAL if value is not None or changes.get("parts") else Status.NOT_REPORTED,
    }
    return monitoring.Entry(figure=Figure(**(wanted | changes)), printed=value or "")


def an_actual(value: str | None = "88", *, of: PlanMeasure, year: str = "2022/23", **changes: Any) -> Observation:
    entry = an_entry(value, of=of, period=parse_period(year), **changes)
    return monitoring.record_actual(plan_measure=of, entry=entry, by=someone(), at=NOW)


def a_round(*, plan: Plan | None = None, period: Period | None = None, **changes: Any) -> Round:
    period = period or quarter(2023, 3)
    wanted: dict[str, Any] = {"title": f"Report for {period}", "board": "Policy and Performance Board"}
    return monitoring.open_round(plan=plan or a_plan(), period=period, **(wanted | changes), by=someone(), at=NOW)


def a_statement(*, round: Round, **changes: Any) -> Statement:
    wanted: dict[str, Any] = {
        "kind": Statement.Kind.KEY_DEVELOPMENT,
        "order": round.statements.count() + 1,
        "title": "A repairs centre",
        "text": "It opened in May.",
        "officer": "Director of Housing",
    }
    return monitoring.add_statement(round=round, **(wanted | changes), by=someone(), at=NOW)


def a_return(
    value: str | None = "90",
    *,
    round: Round,
    of: PlanMeasure,
    prior: str | None = None,
    comparator: str | None = None,
    **changes: Any,
) -> Return:
    """Record a return; `prior` is last year's actual, `comparator` the figure of the same period last year."""
    period = parse_period(round.period)
    last_year = financial_year_of(period).start.year - 1
    same = quarter(last_year, (period.start.month - 4) // 3 % 4 + 1)
    return monitoring.record_return(
        round=round,
        plan_measure=of,
        current=an_entry(value, of=of, period=period, **changes.pop("figure", {})),
        prior_actual=an_entry(prior, of=of, period=financial_year(last_year)) if prior else None,
        comparator=an_entry(comparator, of=of, period=same) if comparator else None,
        **changes,
        by=someone(),
        at=NOW,
    )


def a_milestone_return(*, round: Round, of: Milestone, **changes: Any) -> MilestoneReturn:
    wanted: dict[str, Any] = {"commentary": "On its way.", "commentary_by": "Director of Housing"}
    return monitoring.record_milestone_return(round=round, milestone=of, **(wanted | changes), by=someone(), at=NOW)


def a_judged_round(**changes: Any) -> Round:
    """Return a round of one objective with a measure and a milestone, each with its return, judged."""
    plan = changes.pop("plan", None) or a_plan()
    objective = an_objective(plan=plan)
    measure = a_plan_measure(objective=objective)
    a_target(of=measure)
    made = a_round(plan=plan, **changes)
    a_return(round=made, of=measure, prior="88", comparator="85")
    a_milestone_return(round=made, of=a_milestone(objective=objective))
    monitoring.judge_round(round=made, by=someone(), at=NOW)
    return made
