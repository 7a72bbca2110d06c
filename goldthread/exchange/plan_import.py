"""From a bundle into the plan, through the plan's own actions: only what is not held yet is written."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from goldthread.accounts.actions import add_unit
from goldthread.domain.figures import Unit
from goldthread.domain.measures import Tolerance
from goldthread.exchange import bundle_plan as stated
from goldthread.exchange.bundle import Bundle, Council
from goldthread.exchange.bundle_figures import Target
from goldthread.exchange.desk import Desk, PlanShelf
from goldthread.monitoring.actions import record_actual
from goldthread.plan import actions
from goldthread.plan.models import Objective, PlanMeasure

Promise = tuple[PlanMeasure, Target]
"""A target that is still to be set, at its own time."""


def import_council(desk: Desk, council: Council) -> None:
    """Add the council's parts that are not held."""
    for part in council.units:
        if desk.is_new("parts of the council", part.path in desk.units):
            desk.units[part.path] = add_unit(
                name=part.name,
                short_name=part.short_name,
                kind=part.kind,
                parent=desk.units[part.parent] if part.parent else desk.council,
                **desk.who,
            )


def import_measures(desk: Desk, bundle: Bundle) -> None:
    """Add the papers and measures that are not held."""
    for paper in bundle.documents:
        if desk.is_new("documents", paper.id in desk.documents):
            desk.documents[paper.id] = actions.add_document(
                slug=paper.id, title=paper.title, published=paper.published, **desk.who
            )
    for measure in bundle.measures:
        if desk.is_new("measures", measure.id in desk.measures):
            desk.measures[measure.id] = actions.add_measure(
                slug=measure.id,
                title=measure.title,
                definition=measure.definition,
                unit=measure.unit,
                basis=measure.basis,
                polarity=measure.polarity,
                polarity_source=measure.polarity_source,
                frequency=measure.frequency,
                tolerance=Tolerance(kind=measure.tolerance.kind, value=measure.tolerance.value),
                same_within=measure.same_within,
                total_of_parts=measure.total_of_parts,
                **desk.who,
            )


def import_plan(desk: Desk, plan: stated.Plan) -> Iterator[Promise]:
    """Add a plan, or what a held one lacks, and yield the targets that are still to be set."""
    if desk.is_new("plans", plan.id in desk.plans):
        desk.plans[plan.id] = PlanShelf(
            row=actions.add_plan(
                slug=plan.id,
                title=plan.title,
                kind=plan.kind,
                first_year=plan.first_year.start.year,
                last_year=plan.last_year.start.year,
                source=desk.source(plan.source),
                **desk.who,
            )
        )
    shelf = desk.plans[plan.id]
    for priority in plan.priorities:
        _import_priority(desk, shelf, priority)
    for objective in plan.objectives:
        row = _import_objective(desk, shelf, objective)
        for milestone in objective.milestones:
            _import_milestone(desk, shelf, row, milestone)
        for measure in objective.measures:
            yield from _import_plan_measure(desk, shelf, row, measure)


def _import_priority(desk: Desk, shelf: PlanShelf, priority: stated.Priority) -> None:
    if desk.is_new("priorities", priority.ref in shelf.priorities):
        shelf.priorities[priority.ref] = actions.add_priority(
            plan=shelf.row,
            ref=priority.ref,
            title=priority.title,
            order=desk.next_order("priorities", shelf.row.pk),
            source=desk.source(priority.source),
            **desk.who,
        )
    for area in priority.areas:
        if desk.is_new("areas of focus", area.number in shelf.areas):
            shelf.areas[area.number] = actions.add_area_of_focus(
                priority=shelf.priorities[priority.ref],
                number=area.number,
                title=area.title,
                source=desk.source(area.source),
                **desk.who,
            )


def _import_objective(desk: Desk, shelf: PlanShelf, objective: stated.Objective) -> Objective:
    if desk.is_new("objectives", objective.ref in shelf.objectives):
        shelf.objectives[objective.ref] = actions.add_objective(
            plan=shelf.row,
            ref=objective.ref,
            title=objective.title,
            order=desk.next_order("objectives", shelf.row.pk),
            officer=objective.officer,
            priorities=[shelf.priorities[ref] for ref in objective.priorities],
            areas=[shelf.areas[number] for number in objective.areas],
            key_developments=objective.key_developments,
            emerging_issues=objective.emerging_issues,
            source=desk.source(objective.source),
            **desk.who,
        )
    return shelf.objectives[objective.ref]


def _import_milestone(desk: Desk, shelf: PlanShelf, row: Objective, milestone: stated.Milestone) -> None:
    key = milestone.ref, milestone.occurrence
    if desk.is_new("milestones", key in shelf.milestones):
        shelf.milestones[key] = actions.add_milestone(
            objective=row,
            ref=milestone.ref,
            occurrence=milestone.occurrence,
            title=milestone.title,
            order=desk.next_order("milestones", row.pk),
            year=milestone.year,
            due=milestone.due,
            due_printed=milestone.due_printed,
            completed_on=milestone.completed_on,
            officer=milestone.officer,
            source=desk.source(milestone.source),
            **desk.who,
        )


def _import_plan_measure(
    desk: Desk, shelf: PlanShelf, row: Objective, measure: stated.PlanMeasure
) -> Iterator[Promise]:
    key = measure.ref, measure.occurrence
    if desk.is_new("plan measures", key in shelf.measures):
        shelf.measures[key] = actions.add_plan_measure(
            objective=row,
            measure=desk.measures[measure.measure],
            ref=measure.ref,
            occurrence=measure.occurrence,
            title=measure.title,
            order=desk.next_order("plan measures", row.pk),
            definition_break=measure.definition_break,
            note=measure.note,
            source=desk.source(measure.source),
            **desk.who,
        )
    plan_measure = shelf.measures[key]
    for actual in measure.actuals:
        if desk.is_new("actuals", (plan_measure.pk, str(actual.period)) in desk.actuals):
            entry = desk.entry(actual, measure=plan_measure.measure)
            record_actual(plan_measure=plan_measure, entry=entry, **desk.who)
    for target in measure.targets:
        held = plan_measure.pk, str(target.year)
        desk.targets[held] -= 1
        if desk.is_new("targets", desk.targets[held] >= 0):
            yield plan_measure, target


def set_target(desk: Desk, promise: Promise) -> None:
    """Set one target at the moment it was set; an earlier one of its year is replaced."""
    plan_measure, target = promise
    at: datetime = target.set_at or desk.who["at"]
    actions.set_target(
        plan_measure=plan_measure,
        target=target.rule(),
        unit=target.unit or Unit(plan_measure.measure.unit),
        printed=target.printed,
        why="The imported bundle says so.",
        source=desk.source(target.source),
        by=desk.who["by"],
        at=at,
    )
