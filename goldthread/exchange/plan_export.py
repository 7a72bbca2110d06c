"""Documents, measures and plans as a bundle holds them."""

from __future__ import annotations

from collections.abc import Sequence

from goldthread.domain.periods import financial_year
from goldthread.exchange.rows import Data, Figures, day, grouped, moment, number, source_data
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


def documents_data() -> list[Data]:
    """Return the papers that figures were taken from, by id."""
    return [
        {"id": row.slug, "title": row.title, "published": day(row.published)}
        for row in SourceDocument.objects.order_by("slug")
    ]


def measures_data() -> list[Data]:
    """Return the measures, by id."""
    return [
        {
            "id": row.slug,
            "title": row.title,
            "definition": row.definition,
            "unit": row.unit,
            "basis": row.basis,
            "polarity": row.polarity,
            "polarity_source": row.polarity_source,
            "frequency": row.frequency,
            "tolerance": {"kind": row.tolerance_kind, "value": number(row.tolerance)},
            "same_within": number(row.same_within),
            "total_of_parts": row.total_of_parts,
        }
        for row in Measure.objects.order_by("slug")
    ]


def plans_data(figures: Figures) -> list[Data]:
    """Return the plans, the earliest first, in nine queries."""
    areas = grouped(AreaOfFocus.objects.select_related("source").order_by("number", "pk"), "priority_id")
    priorities = grouped(Priority.objects.select_related("source").order_by("order", "pk"), "plan_id")
    objectives = grouped(
        Objective.objects.select_related("source")
        .prefetch_related("priorities", "areas__priority")
        .order_by("order", "pk"),
        "plan_id",
    )
    measures = _measures_of_objectives(figures)
    milestones = grouped(Milestone.objects.select_related("source").order_by("order", "pk"), "objective_id")
    return [
        {
            "id": plan.slug,
            "title": plan.title,
            "kind": plan.kind,
            "first_year": str(financial_year(plan.first_year)),
            "last_year": str(financial_year(plan.last_year)),
            "source": source_data(plan),
            "priorities": [
                {
                    "ref": row.ref,
                    "title": row.title,
                    "source": source_data(row),
                    "areas": [_area(area) for area in areas.get(row.pk, [])],
                }
                for row in priorities.get(plan.pk, [])
            ],
            "objectives": [
                _objective(row, measures=measures.get(row.pk, []), milestones=milestones.get(row.pk, []))
                for row in objectives.get(plan.pk, [])
            ],
        }
        for plan in Plan.objects.select_related("source").order_by("first_year", "last_year", "slug")
    ]


def _area(row: AreaOfFocus) -> Data:
    return {"number": row.number, "title": row.title, "source": source_data(row)}


def _objective(row: Objective, *, measures: Sequence[Data], milestones: Sequence[Milestone]) -> Data:
    return {
        "ref": row.ref,
        "title": row.title,
        "officer": row.officer,
        "priorities": [priority.ref for priority in row.priorities.all()],
        "areas": [area.number for area in row.areas.all()],
        "key_developments": row.key_developments,
        "emerging_issues": row.emerging_issues,
        "source": source_data(row),
        "measures": list(measures),
        "milestones": [_milestone(milestone) for milestone in milestones],
    }


def _milestone(row: Milestone) -> Data:
    return {
        "ref": row.ref,
        "occurrence": row.occurrence,
        "title": row.title,
        "year": row.year,
        "due": day(row.due),
        "due_printed": row.due_printed,
        "completed_on": day(row.completed_on),
        "officer": row.officer,
        "source": source_data(row),
    }


def _measures_of_objectives(figures: Figures) -> dict[int, list[Data]]:
    targets = grouped(Target.objects.select_related("source").order_by("year", "set_at", "pk"), "plan_measure_id")
    measures: dict[int, list[Data]] = {}
    for row in PlanMeasure.objects.select_related("source", "measure").order_by("order", "pk"):
        measures.setdefault(row.objective_id, []).append(
            {
                "ref": row.ref,
                "occurrence": row.occurrence,
                "title": row.title,
                "measure": row.measure.slug,
                "definition_break": row.definition_break,
                "note": row.note,
                "source": source_data(row),
                "targets": [_target(target) for target in targets.get(row.pk, [])],
                "actuals": [figures.data(actual) for actual in figures.actuals.get(row.pk, ())],
            }
        )
    return measures


def _target(row: Target) -> Data:
    return {
        "year": row.year,
        "state": row.state,
        "value": number(row.value),
        "low": number(row.low),
        "high": number(row.high),
        "unit": row.unit,
        "printed": row.printed,
        "note": row.note,
        "profile": [{"period": period, "value": value} for period, value in row.profile],
        "set_at": moment(row.set_at),
        "replaced_at": moment(row.replaced_at),
        "source": source_data(row),
    }
