"""Every write to the plan."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from goldthread.accounts.actions import record
from goldthread.accounts.models import User
from goldthread.accounts.queries import require
from goldthread.accounts.roles import Permission
from goldthread.domain.figures import Basis, Unit
from goldthread.domain.measures import FIVE_PERCENT, Polarity, Tolerance
from goldthread.domain.measures import Target as TargetRule
from goldthread.plan.models import (
    AreaOfFocus,
    Measure,
    Milestone,
    Objective,
    Plan,
    PlanMeasure,
    Priority,
    SourceDocument,
    Target,
)


@dataclass(frozen=True)
class Source:
    """Where a row was taken from."""

    document: SourceDocument | None = None
    line: int | None = None

    @property
    def columns(self) -> dict[str, Any]:
        """The two columns of a sourced row."""
        return {"source": self.document, "source_line": self.line}


NO_SOURCE = Source()


@transaction.atomic
def add_document(*, slug: str, title: str, published: date | None, by: User, at: datetime) -> SourceDocument:
    """Add a paper that figures are taken from."""
    require(by, Permission.EDIT_PLAN)
    document = SourceDocument.objects.create(slug=slug, title=title, published=published)
    record(by=by, at=at, action="add document", thing=slug)
    return document


@transaction.atomic
def add_measure(
    *,
    slug: str,
    title: str,
    unit: Unit,
    basis: Basis,
    polarity: Polarity,
    by: User,
    at: datetime,
    definition: str = "",
    polarity_source: str = "",
    frequency: str = "",
    tolerance: Tolerance = FIVE_PERCENT,
    same_within: Any = None,
    total_of_parts: bool = False,
) -> Measure:
    """Add a measure, the identity that outlives plans."""
    require(by, Permission.EDIT_PLAN)
    measure = Measure.objects.create(
        slug=slug,
        title=title,
        definition=definition,
        unit=unit,
        basis=basis,
        polarity=polarity,
        polarity_source=polarity_source,
        frequency=frequency,
        tolerance_kind=tolerance.kind,
        tolerance=tolerance.value,
        same_within=same_within,
        total_of_parts=total_of_parts,
    )
    record(by=by, at=at, action="add measure", thing=slug, after={"polarity": polarity, "basis": basis})
    return measure


@transaction.atomic
def add_plan(
    *,
    slug: str,
    title: str,
    kind: str,
    first_year: int,
    last_year: int,
    by: User,
    at: datetime,
    source: Source = NO_SOURCE,
) -> Plan:
    """Add a plan; its years are financial years, by the year they begin."""
    require(by, Permission.EDIT_PLAN)
    plan = Plan.objects.create(
        slug=slug, title=title, kind=kind, first_year=first_year, last_year=last_year, **source.columns
    )
    record(by=by, at=at, action="add plan", thing=slug)
    return plan


@transaction.atomic
def add_priority(
    *, plan: Plan, ref: str, title: str, order: int, by: User, at: datetime, source: Source = NO_SOURCE
) -> Priority:
    """Add a priority to a plan."""
    require(by, Permission.EDIT_PLAN)
    priority = Priority.objects.create(plan=plan, ref=ref, title=title, order=order, **source.columns)
    record(by=by, at=at, action="add priority", thing=f"{plan.slug} {ref}")
    return priority


@transaction.atomic
def add_area_of_focus(
    *, priority: Priority, number: int, title: str, by: User, at: datetime, source: Source = NO_SOURCE
) -> AreaOfFocus:
    """Add a numbered area of focus to a priority."""
    require(by, Permission.EDIT_PLAN)
    area = AreaOfFocus.objects.create(priority=priority, number=number, title=title, **source.columns)
    record(by=by, at=at, action="add area of focus", thing=f"{priority.plan.slug} {number}")
    return area


@transaction.atomic
def add_objective(
    *,
    plan: Plan,
    ref: str,
    title: str,
    order: int,
    by: User,
    at: datetime,
    officer: str = "",
    priorities: Iterable[Priority] = (),
    areas: Iterable[AreaOfFocus] = (),
    key_developments: Iterable[str] = (),
    emerging_issues: Iterable[str] = (),
    source: Source = NO_SOURCE,
) -> Objective:
    """Add an objective, tied upwards to its priorities and areas of focus."""
    require(by, Permission.EDIT_PLAN)
    objective = Objective.objects.create(
        plan=plan,
        ref=ref,
        title=title,
        officer=officer,
        order=order,
        key_developments=list(key_developments),
        emerging_issues=list(emerging_issues),
        **source.columns,
    )
    objective.priorities.set(priorities)
    objective.areas.set(areas)
    record(by=by, at=at, action="add objective", thing=f"{plan.slug} {ref}")
    return objective


@transaction.atomic
def add_milestone(
    *,
    objective: Objective,
    ref: str,
    title: str,
    order: int,
    by: User,
    at: datetime,
    occurrence: int = 1,
    year: str = "",
    due: date | None = None,
    due_printed: str = "",
    completed_on: date | None = None,
    officer: str = "",
    source: Source = NO_SOURCE,
) -> Milestone:
    """Add a milestone to an objective."""
    require(by, Permission.EDIT_PLAN)
    milestone = Milestone.objects.create(
        objective=objective,
        ref=ref,
        occurrence=occurrence,
        title=title,
        year=year,
        due=due,
        due_printed=due_printed,
        completed_on=completed_on,
        officer=officer,
        order=order,
        **source.columns,
    )
    record(by=by, at=at, action="add milestone", thing=f"{objective.plan.slug} {ref}")
    return milestone


@transaction.atomic
def add_plan_measure(
    *,
    objective: Objective,
    measure: Measure,
    ref: str,
    title: str,
    order: int,
    by: User,
    at: datetime,
    occurrence: int = 1,
    definition_break: str = "",
    note: str = "",
    source: Source = NO_SOURCE,
) -> PlanMeasure:
    """Enter a measure in a plan under the plan's own reference and title."""
    require(by, Permission.EDIT_PLAN)
    plan_measure = PlanMeasure.objects.create(
        objective=objective,
        measure=measure,
        ref=ref,
        occurrence=occurrence,
        title=title,
        definition_break=definition_break,
        note=note,
        order=order,
        **source.columns,
    )
    record(by=by, at=at, action="add plan measure", thing=f"{objective.plan.slug} {ref}")
    return plan_measure


@transaction.atomic
def set_target(
    *,
    plan_measure: PlanMeasure,
    target: TargetRule,
    unit: Unit,
    by: User,
    at: datetime,
    printed: str = "",
    why: str = "",
    source: Source = NO_SOURCE,
) -> Target:
    """Set the target of a year; an earlier one stays readable as replaced, and replacing it needs a reason."""
    require(by, Permission.EDIT_PLAN)
    earlier = Target.objects.filter(plan_measure=plan_measure, year=str(target.year), replaced_at=None).first()
    if earlier:
        if not why:
            raise TargetNotReplaced(
                f"{plan_measure.ref} has a target for {target.year} already "
                f"({earlier.printed or earlier.state}). Say why it changes."
            )
        earlier.replaced_at = at
        earlier.save(update_fields=["replaced_at"])
    row = Target.objects.create(
        plan_measure=plan_measure,
        year=str(target.year),
        state=target.state,
        value=target.value,
        low=target.low,
        high=target.high,
        unit=unit,
        printed=printed,
        note=target.note,
        profile=[[str(period), f"{value:f}"] for period, value in target.profile],
        set_at=at,
        **source.columns,
    )
    before = {"target": earlier.printed or earlier.state} if earlier else None
    after = {"target": printed or str(target.state)}
    record(by=by, at=at, action="set target", thing=str(row), before=before, after=after, why=why)
    return row


class TargetNotReplaced(ValueError):
    """A target stands already and no reason was given for another."""
