"""A small council with a plan and rounds, made through the same actions as anyone's data."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from goldthread.accounts.actions import add_person, add_unit, grant_role
from goldthread.accounts.models import Unit, User
from goldthread.accounts.roles import Role
from goldthread.domain.figures import Basis, Figure, Status
from goldthread.domain.figures import Part as FigurePart
from goldthread.domain.figures import Unit as FigureUnit
from goldthread.domain.measures import Polarity, Target, TargetState
from goldthread.domain.periods import Period, financial_year, parse_period
from goldthread.monitoring import actions as monitoring
from goldthread.monitoring.models import Observation, Return, Round
from goldthread.plan import actions as plans
from goldthread.plan.models import Measure, Milestone, Objective, Plan, PlanMeasure
from goldthread.publishing.actions import publish_round

NOW = datetime(2024, 7, 15, 12, tzinfo=UTC)
PASSWORD = "correct horse battery"


@dataclass
class ACouncil:
    """What a test asks of a council; each method makes one thing and returns it."""

    by: User
    unit: Unit
    places: dict[str, int] = field(default_factory=dict)

    @property
    def who(self) -> dict[str, Any]:
        """Who writes, and when."""
        return {"by": self.by, "at": NOW}

    def _place(self, kind: str) -> int:
        self.places[kind] = self.places.get(kind, 0) + 1
        return self.places[kind]

    def a_plan(self, slug: str = "2023-24", *, first_year: int = 2023, last_year: int | None = None) -> Plan:
        """Add a plan with one priority."""
        plan = plans.add_plan(
            slug=slug,
            title=f"Plan {slug}",
            kind="business plan",
            first_year=first_year,
            last_year=last_year or first_year,
            **self.who,
        )
        priority = plans.add_priority(plan=plan, ref="CYP", title="Children", order=1, **self.who)
        plans.add_area_of_focus(priority=priority, number=7, title="Homes & <families>", **self.who)
        return plan

    def an_objective(self, plan: Plan, ref: str = "PED01", *, title: str = "Keep children safe") -> Objective:
        """Add an objective under the plan's priority and its area of focus."""
        priority = plan.priorities.get()
        return plans.add_objective(
            plan=plan,
            ref=ref,
            title=title,
            order=self._place("objective"),
            officer="Director of Children",
            priorities=[priority],
            areas=list(priority.areas.all()),
            **self.who,
        )

    def a_measure(self, slug: str = "attendance", **changes: Any) -> Measure:
        """Add a measure: a count that grows from 1 April, lower is better."""
        typical: dict[str, Any] = {
            "title": slug.replace("-", " ").capitalize(),
            "unit": FigureUnit.COUNT,
            "basis": Basis.CUMULATIVE_FINANCIAL,
            "polarity": Polarity.LOWER,
            "polarity_source": "The title says so.",
        }
        return plans.add_measure(slug=slug, **(typical | changes), **self.who)

    def an_entry(
        self, objective: Objective, measure: Measure, ref: str = "PED01 01", *, target: str = "60", **changes: Any
    ) -> PlanMeasure:
        """Enter a measure in a plan with a target for the plan's first year."""
        entry = plans.add_plan_measure(
            objective=objective,
            measure=measure,
            ref=ref,
            title=f"Reduce {measure.title}",
            order=self._place("entry"),
            **changes,
            **self.who,
        )
        year = financial_year(objective.plan.first_year)
        plans.set_target(
            plan_measure=entry,
            target=Target(year=year, state=TargetState.NUMBER, value=Decimal(target)),
            unit=FigureUnit(measure.unit),
            printed=target,
            **self.who,
        )
        return entry

    def a_milestone(self, objective: Objective, ref: str = "PED01a", **changes: Any) -> Milestone:
        """Add a milestone due on 31 March 2024."""
        typical: dict[str, Any] = {"title": "Open the hub", "due": date(2024, 3, 31)}
        return plans.add_milestone(
            objective=objective, ref=ref, order=self._place("milestone"), **(typical | changes), **self.who
        )

    def a_round(self, plan: Plan, period: str = "2023/24 Q3") -> Round:
        """Open a round."""
        return monitoring.open_round(
            plan=plan, period=parse_period(period), title=f"Report for {period}", board="Children’s board", **self.who
        )

    def a_return(
        self,
        round: Round,
        entry: PlanMeasure,
        value: str | None = "40",
        *,
        last_year: str | None = "50",
        **changes: Any,
    ) -> Return:
        """Record a return with a figure, and the figure of the same period last year."""
        period = parse_period(round.period)
        before = parse_period(f"{period.start.year - 1 if period.start.month > 3 else period.start.year - 2}/"
                              f"{(period.start.year if period.start.month > 3 else period.start.year - 1) % 100:02}"
                              f" {round.period[-2:]}")  # fmt: skip
        current = changes.pop("current", None) or a_figure(entry, period, value)
        return monitoring.record_return(
            round=round,
            plan_measure=entry,
            current=monitoring.Entry(figure=current),
            comparator=monitoring.Entry(figure=a_figure(entry, before, last_year)) if last_year else None,
            **changes,
            **self.who,
        )

    def an_actual(self, entry: PlanMeasure, period: str, value: str | None) -> Observation:
        """Record an earlier year's actual."""
        figure = a_figure(entry, parse_period(period), value)
        return monitoring.record_actual(plan_measure=entry, entry=monitoring.Entry(figure=figure), **self.who)

    def a_milestone_return(self, round: Round, milestone: Milestone, commentary: str = "It opened.") -> None:
        """Record what a round says of a milestone."""
        monitoring.record_milestone_return(round=round, milestone=milestone, commentary=commentary, **self.who)

    def published(self, round: Round) -> Round:
        """Publish a round."""
        publish_round(round=round, **self.who)
        round.refresh_from_db()
        return round

    def a_person(self, role: Role) -> User:
        """Add a person with a role."""
        email = f"{role.value.replace(' ', '.')}@council.example"
        person = add_person(email=email, name=role.value.capitalize(), password=None, **self.who)
        grant_role(user=person, role=role, unit=self.unit, **self.who)
        return person


def a_council() -> ACouncil:
    """Return a council with one person of the performance team."""
    by = add_person(email="team@council.example", name="Performance officer", password=PASSWORD, at=NOW)
    unit = add_unit(name="Example Council", kind="council", parent=None, by=by, at=NOW, short_name="Example")
    grant_role(user=by, role=Role.PERFORMANCE_TEAM, unit=unit, by=by, at=NOW)
    return ACouncil(by=by, unit=unit)


def a_figure(entry: PlanMeasure, period: Period, value: str | None, *parts: FigurePart) -> Figure:
    """Return a figure of a measure; without a value it is not reported."""
    return Figure(
        period=period,
        unit=FigureUnit(entry.measure.unit),
        basis=Basis(entry.measure.basis),
        value=Decimal(value) if value else None,
        status=Status.FINAL if value or parts else Status.NOT_REPORTED,
        parts=parts,
    )


@dataclass(frozen=True, kw_only=True)
class Published:
    """A council with a plan of some measures and two published rounds."""

    council: ACouncil
    plan: Plan
    objective: Objective
    entries: list[PlanMeasure]
    milestones: list[Milestone]
    third: Round
    fourth: Round


def a_published_council(*, measures: int = 2, milestones: int = 1) -> Published:
    """Return a council whose measures go from on course in the third quarter to not on course in the fourth."""
    council = a_council()
    plan = council.a_plan()
    objective = council.an_objective(plan)
    entries = [
        council.an_entry(objective, council.a_measure(f"measure-{n}"), f"PED01 {n:02}")
        for n in range(1, measures + 1)
    ]
    steps = [council.a_milestone(objective, f"PED01{chr(96 + n)}") for n in range(1, milestones + 1)]
    rounds = []
    for period, value in (("2023/24 Q3", "40"), ("2023/24 Q4", "70")):
        opened = council.a_round(plan, period)
        for entry in entries:
            council.a_return(opened, entry, value, commentary=f"Heron count in {period}.", commentary_by="Director")
        for step in steps:
            council.a_milestone_return(opened, step)
        monitoring.add_statement(
            round=opened,
            kind="key development",
            order=1,
            title="Otters return",
            text=f"Seen in {period}.",
            officer="",
            **council.who,
        )
        rounds.append(council.published(opened))
    return Published(
        council=council,
        plan=plan,
        objective=objective,
        entries=entries,
        milestones=steps,
        third=rounds[0],
        fourth=rounds[1],
    )
