"""Every read of the public pages: published rounds only, in a constant number of queries."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import F, FilteredRelation, Prefetch, Q, QuerySet

from goldthread.accounts.queries import council
from goldthread.domain.figures import Unit, printed
from goldthread.monitoring.models import MilestoneReturn, Observation, Part, Return, Round
from goldthread.monitoring.queries import rounds_visible_to
from goldthread.plan.models import AreaOfFocus, Measure, Milestone, Objective, Plan, PlanMeasure, Priority, Target
from goldthread.publishing.contents import Front, read_contents
from goldthread.publishing.models import Edition, EditionFile
from goldthread.publishing.report import report
from goldthread.rendering.to_html import to_html


class NotPublished(LookupError):
    """Nothing of that name is open to this person."""


@dataclass(frozen=True)
class PartRow:
    """A part of a figure, as kept."""

    label: str
    value: Decimal | None
    unit: str
    status: str


@dataclass(frozen=True, kw_only=True)
class FigureRow:
    """A figure, as kept."""

    pk: int
    plan_measure_id: int
    column: str
    period: str
    ends: date
    value: Decimal | None
    unit: str
    status: str
    parts: tuple[PartRow, ...] = ()


@dataclass(frozen=True, kw_only=True)
class TargetRow:
    """A target that stands, as kept."""

    plan_measure_id: int
    year: str
    state: str
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    unit: str
    note: str


@dataclass(frozen=True, kw_only=True)
class MeasureRow:
    """One measure of a plan: what the plan says, and what a round reported and judged, None where it did not."""

    pk: int
    ref: str
    printed_title: str
    slug: str
    name: str
    unit: str
    total_of_parts: bool
    objective_ref: str
    objective_title: str
    return_id: int | None
    progress: str | None
    progress_reason: str | None
    position: str | None
    position_reason: str | None
    direction: str | None
    direction_reason: str | None
    officer_progress: str | None
    current: FigureRow | None = None
    actuals: tuple[FigureRow, ...] = ()
    targets: tuple[TargetRow, ...] = ()


@dataclass(frozen=True, kw_only=True)
class MilestoneRow:
    """One milestone of a plan, and what a round reported of it."""

    pk: int
    ref: str
    occurrence: int
    title: str
    due: date | None
    due_printed: str
    officer: str
    objective_ref: str
    progress: str | None
    progress_reason: str | None
    officer_progress: str | None


_RETURNED = {
    "return_id": "made__pk",
    **{
        name: f"made__{name}"
        for name in (
            "progress",
            "progress_reason",
            "position",
            "position_reason",
            "direction",
            "direction_reason",
            "officer_progress",
        )
    },
}
_MEASURE_COLUMNS = {
    "printed_title": "title",
    "slug": "measure__slug",
    "name": "measure__title",
    "unit": "measure__unit",
    "total_of_parts": "measure__total_of_parts",
    "objective_ref": "objective__ref",
    "objective_title": "objective__title",
    **_RETURNED,
}


def rounds(person: Any) -> list[Round]:
    """Return the rounds a person may read, the latest first."""
    return list(rounds_visible_to(person))


def round_named(slug: str, *, person: Any) -> Round:
    """Return a round by the name in its address; raises NotPublished when this person may not read it."""
    found = rounds_visible_to(person).filter(slug=slug).first()
    if found is None:
        raise NotPublished(slug)
    return found


def two_latest_rounds() -> tuple[Round | None, Round | None]:
    """Return the round published last and the one before it in the same plan, each None where there is none."""
    published = list(Round.objects.filter(is_published=True).select_related("plan"))
    now = next(iter(published), None)
    before = next((each for each in published[1:] if now and each.plan_id == now.plan_id), None)
    return now, before


def measure_rows(
    *, plan: Plan, round: Round | None, objective: Objective | None = None, with_targets: bool = True
) -> list[MeasureRow]:
    """Return a plan's measures with what a round says of each, in four queries."""
    asked = PlanMeasure.objects.filter(objective__plan=plan)
    if objective is not None:
        asked = asked.filter(objective=objective)
    kept = list(
        asked.annotate(made=FilteredRelation("returns", condition=Q(returns__round=round)))
        .order_by("objective__order", "order")
        .values("pk", "ref", **{name: F(path) for name, path in _MEASURE_COLUMNS.items()})
    )
    keys = [row["pk"] for row in kept]
    figures = _figures_of(keys, round=round)
    targets = _targets_of(keys) if with_targets else {}
    return [_measure_row({**row}, figures=figures[row["pk"]], targets=targets.get(row["pk"], ())) for row in kept]


def _measure_row(kept: dict[str, Any], *, figures: Sequence[FigureRow], targets: tuple[TargetRow, ...]) -> MeasureRow:
    current = next((figure for figure in figures if figure.column == Observation.Column.CURRENT), None)
    actuals = tuple(figure for figure in figures if figure.column == Observation.Column.ACTUAL)
    return MeasureRow(**kept, current=current, actuals=actuals, targets=targets)


def _figures_of(keys: Sequence[int], *, round: Round | None) -> dict[int, list[FigureRow]]:
    of_plan = Q(column=Observation.Column.ACTUAL, quarterly_return=None)
    of_round = Q(column=Observation.Column.CURRENT, quarterly_return__round=round)
    rows = (
        Observation.objects.filter(of_plan | of_round, plan_measure__in=keys, replaced_at=None)
        .order_by("ends", "pk")
        .values("pk", "plan_measure_id", "column", "period", "ends", "value", "unit", "status")
    )
    found = list(rows)
    parts: dict[int, list[PartRow]] = defaultdict(list)
    columns = ("observation_id", "label", "value", "unit", "status")
    for key, *part in Part.objects.filter(observation__in=[row["pk"] for row in found]).values_list(*columns):
        parts[key].append(PartRow(*part))
    figures: dict[int, list[FigureRow]] = defaultdict(list)
    for row in found:
        figures[row["plan_measure_id"]].append(FigureRow(**row, parts=tuple(parts.get(row["pk"], ()))))
    return figures


def _targets_of(keys: Sequence[int]) -> dict[int, tuple[TargetRow, ...]]:
    rows: dict[int, list[TargetRow]] = defaultdict(list)
    columns = ("plan_measure_id", "year", "state", "value", "low", "high", "unit", "note")
    for row in Target.objects.filter(plan_measure__in=keys, replaced_at=None).order_by("year").values(*columns):
        rows[row["plan_measure_id"]].append(TargetRow(**row))
    return {key: tuple(targets) for key, targets in rows.items()}


def milestone_rows(*, plan: Plan, round: Round | None, objective: Objective | None = None) -> list[MilestoneRow]:
    """Return a plan's milestones with what a round says of each, in one query."""
    asked = Milestone.objects.filter(objective__plan=plan)
    if objective is not None:
        asked = asked.filter(objective=objective)
    rows = (
        asked.annotate(made=FilteredRelation("returns", condition=Q(returns__round=round)))
        .order_by("objective__order", "order")
        .values(
            "pk",
            "ref",
            "occurrence",
            "title",
            "due",
            "due_printed",
            "officer",
            objective_ref=F("objective__ref"),
            progress=F("made__progress"),
            progress_reason=F("made__progress_reason"),
            officer_progress=F("made__officer_progress"),
        )
    )
    return [MilestoneRow(**row) for row in rows]


def plans() -> list[Plan]:
    """Return every plan, the latest first, with how much each holds."""
    return list(Plan.objects.select_related("source"))


def plan_named(slug: str) -> Plan:
    """Return a plan by the name in its address; raises NotPublished."""
    found = Plan.objects.select_related("source").filter(slug=slug).first()
    if found is None:
        raise NotPublished(slug)
    return found


def latest_round_of(plan: Plan, *, person: Any) -> Round | None:
    """Return the latest round of a plan that a person may read, or None."""
    return rounds_visible_to(person).filter(plan=plan).first()


@dataclass(frozen=True, kw_only=True)
class AreaRow:
    """An area of focus and the keys of the objectives that answer it."""

    priority_id: int
    number: int
    title: str
    objectives: tuple[int, ...]


@dataclass(frozen=True, kw_only=True)
class PriorityRow:
    """A priority, its areas of focus, and the keys of the objectives that name it."""

    title: str
    areas: tuple[AreaRow, ...]
    objectives: tuple[int, ...]


@dataclass(frozen=True, kw_only=True)
class Thread:
    """A plan from its priorities down to its objectives."""

    priorities: tuple[PriorityRow, ...]
    objectives: tuple[Objective, ...]


def thread_of(plan: Plan) -> Thread:
    """Return a plan's thread above its measures, in three queries."""
    areas: dict[int, list[AreaRow]] = defaultdict(list)
    links: dict[tuple[int, int, str], list[int]] = {}
    named: dict[tuple[int, str], list[int]] = {}
    of_areas = AreaOfFocus.objects.filter(priority__plan=plan).order_by("priority__order", "number")
    for priority, number, title, objective in of_areas.values_list("priority_id", "number", "title", "objectives"):
        links.setdefault((priority, number, title), []).extend([] if objective is None else [objective])
    for (priority, number, title), keys in links.items():
        areas[priority].append(
            AreaRow(priority_id=priority, number=number, title=title, objectives=tuple(sorted(keys)))
        )
    of_priorities = Priority.objects.filter(plan=plan).order_by("order")
    for key, title, objective in of_priorities.values_list("pk", "title", "objectives"):
        named.setdefault((key, title), []).extend([] if objective is None else [objective])
    return Thread(
        priorities=tuple(
            PriorityRow(title=title, areas=tuple(areas[key]), objectives=tuple(sorted(keys)))
            for (key, title), keys in named.items()
        ),
        objectives=tuple(plan.objectives.all()),
    )


def objectives_of(plan: Plan) -> list[Objective]:
    """Return a plan's objectives in order, with their priorities and areas of focus, in three queries."""
    areas = AreaOfFocus.objects.order_by("priority__order", "number")
    return list(
        plan.objectives.select_related("plan", "source").prefetch_related(
            "priorities", Prefetch("areas", queryset=areas)
        )
    )


def milestone_names(plan: Plan) -> list[tuple[int, str, int]]:
    """Return key, reference and occurrence of a plan's milestones in order."""
    return list(
        Milestone.objects.filter(objective__plan=plan)
        .order_by("objective__order", "order")
        .values_list("pk", "ref", "occurrence")
    )


def milestone_with_returns(pk: int, *, person: Any) -> tuple[Milestone, list[MilestoneReturn]]:
    """Return a milestone and what each round a person may read says of it, the latest first."""
    milestone = Milestone.objects.select_related("objective__plan", "source").get(pk=pk)
    returns = (
        milestone.returns.filter(round__in=rounds_visible_to(person))
        .select_related("round", "source")
        .order_by("-round__ends")
    )
    return milestone, list(returns)


@dataclass(frozen=True, kw_only=True)
class MeasureRecord:
    """All that is kept of one measure and open to the reader: its plans, figures and returns."""

    measure: Measure
    entries: Sequence[PlanMeasure]
    observations: Sequence[Observation]
    returns: Sequence[Return]


def measure_record(slug: str, *, person: Any) -> MeasureRecord:
    """Return a measure with its whole history, in nine queries; raises NotPublished."""
    measure = Measure.objects.filter(slug=slug).first()
    if measure is None:
        raise NotPublished(slug)
    visible = rounds_visible_to(person)
    entries = (
        measure.plan_measures.select_related("objective__plan", "source")
        .prefetch_related(
            Prefetch("targets", queryset=Target.objects.select_related("source")),
            "objective__priorities",
            Prefetch("objective__areas", queryset=AreaOfFocus.objects.order_by("number")),
        )
        .order_by("-objective__plan__first_year", "-objective__plan__last_year", "order")
    )
    observations = (
        measure.observations.filter(Q(quarterly_return=None) | Q(quarterly_return__round__in=visible))
        .select_related("source", "plan_measure__objective__plan", "quarterly_return__round")
        .prefetch_related("parts")
        .order_by("ends", "pk")
    )
    returns = (
        Return.objects.filter(plan_measure__measure=measure, round__in=visible)
        .select_related("round", "source", "plan_measure")
        .order_by("-round__ends", "plan_measure__order")
    )
    return MeasureRecord(
        measure=measure, entries=list(entries), observations=list(observations), returns=list(returns)
    )


def public_observations() -> QuerySet[Observation]:
    """Return every figure that is open to all: the plans' actuals and the published rounds' figures."""
    return (
        Observation.objects.filter(Q(quarterly_return=None) | Q(quarterly_return__round__is_published=True))
        .select_related("source", "measure", "plan_measure__objective__plan", "quarterly_return__round")
        .prefetch_related("parts")
        .order_by("measure__slug", "ends", "pk")
    )


def editions_of(round: Round) -> list[Edition]:
    """Return a round's editions, the latest first, with what is known of their files but not their bytes."""
    files = EditionFile.objects.defer("content")
    return list(round.editions.prefetch_related(Prefetch("files", queryset=files)))


def draft_of(round: Round, *, on: date) -> bytes:
    """Return the report of an open round as it would be published today, as a page."""
    publisher = council()
    front = Front(council=publisher.name if publisher else "No council is set up", edition=1, published=on)
    return to_html(report(read_contents(round), front=front))


def figures_to_correct(round: Round) -> list[tuple[str, str]]:
    """Return the figures of a round that a correction may revise: the return's key, and what was printed."""
    rows = (
        Observation.objects.filter(
            quarterly_return__round=round, column=Observation.Column.CURRENT, replaced_at=None, value__isnull=False
        )
        .select_related("measure", "plan_measure")
        .order_by("plan_measure__objective__order", "plan_measure__order")
    )
    return [
        (
            str(row.quarterly_return_id),
            f"{row.plan_measure.ref} {row.measure.title}: {printed(row.value, unit=Unit(row.unit))}",
        )
        for row in rows
    ]


def latest_editions() -> dict[int, Edition]:
    """Return the latest edition of each published round, by the round's key."""
    editions = Edition.objects.filter(round__is_published=True).order_by("round_id", "number")
    return {edition.round_id: edition for edition in editions}


def edition_file(*, round: Round, number: int, format: str) -> EditionFile:
    """Return a file of an edition with its bytes; raises NotPublished."""
    found = (
        EditionFile.objects.select_related("edition")
        .filter(edition__round=round, edition__number=number, format=format)
        .first()
    )
    if found is None:
        raise NotPublished(f"{round} {number} {format}")
    return found


def last_published() -> Edition | None:
    """Return the edition published last of all, whose moment every page carries as its last change."""
    return Edition.objects.order_by("-published_at", "-pk").first()


def measure_slugs(plan: Plan) -> list[tuple[str, str]]:
    """Return reference and slug of every measure of a plan."""
    return list(PlanMeasure.objects.filter(objective__plan=plan).values_list("ref", "measure__slug"))
