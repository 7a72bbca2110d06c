"""The plan as a thread: priority, area of focus, objective, measures and milestones; and the page of an objective."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from goldthread.domain.periods import financial_year, financial_year_of, in_words, parse_period
from goldthread.monitoring.models import Round
from goldthread.plan.models import Objective, Plan
from goldthread.publishing.cells import (
    Anchor,
    figure_text,
    marks_in,
    measure_link,
    milestone_addresses,
    milestone_link,
    milestone_name,
    objective_link,
    part_of_address,
    row_figure,
    source_text,
    target_of_year,
    target_text,
)
from goldthread.publishing.queries import MeasureRow, MilestoneRow, Thread
from goldthread.rendering.content import Light, light
from goldthread.rendering.wording import counted, long_date

Cell = str | Anchor | Light


@dataclass(frozen=True, kw_only=True)
class Grid:
    """A table ready to print: the first cell of a row names it."""

    caption: str
    columns: tuple[tuple[str, bool], ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, kw_only=True)
class AreaLine:
    """An area of focus and the objectives that answer it."""

    text: str
    objectives: tuple[Anchor, ...]


@dataclass(frozen=True, kw_only=True)
class PriorityStep:
    """A priority, its areas of focus, and the objectives that name the priority itself."""

    title: str
    areas: tuple[AreaLine, ...]
    objectives: tuple[Anchor, ...]


@dataclass(frozen=True, kw_only=True)
class ObjectiveStep:
    """An objective with its measures and milestones."""

    anchor: str
    heading: str
    link: Anchor
    officer: str
    measures: Grid | None
    milestones: Grid | None


@dataclass(frozen=True, kw_only=True)
class PlanPage:
    """The page of a plan."""

    title: str
    years: str
    source: str
    counts: str
    period: str
    priorities: tuple[PriorityStep, ...]
    objectives: tuple[ObjectiveStep, ...]
    marks: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class PlanLine:
    """One plan in the list of plans."""

    link: Anchor
    years: str
    kind: str
    source: str


@dataclass(frozen=True, kw_only=True)
class ObjectivePage:
    """The page of an objective."""

    plan: Plan
    ref: str
    title: str
    officer: str
    source: str
    period: str
    thread: tuple[tuple[str, str, str], ...]
    tally: dict[str, int]
    measures: Grid | None
    milestones: Grid | None
    key_developments: tuple[str, ...]
    emerging_issues: tuple[str, ...]
    marks: tuple[str, ...]


def plan_list(plans: Sequence[Plan]) -> tuple[PlanLine, ...]:
    """Return the list of plans, the latest first."""
    return tuple(
        PlanLine(
            link=Anchor(plan.title, reverse("one-plan", args=[plan.slug])),
            years=years_of(plan),
            kind=plan.kind.capitalize(),
            source=source_text(plan.source, plan.source_line),
        )
        for plan in plans
    )


def years_of(plan: Plan) -> str:
    """Return the years of a plan as readers say them."""
    first, last = financial_year(plan.first_year), financial_year(plan.last_year)
    return str(first) if first == last else f"{first} to {last}"


def plan_page(
    *,
    plan: Plan,
    thread: Thread,
    round: Round | None,
    measures: Sequence[MeasureRow],
    milestones: Sequence[MilestoneRow],
) -> PlanPage:
    """Return the page of a plan, judged by its latest round if it has one."""
    links = {each.pk: Anchor(each.ref, f"#{part_of_address(each.ref)}") for each in thread.objectives}
    areas = sum(len(priority.areas) for priority in thread.priorities)
    counts = [
        counted(len(thread.priorities), "priority", "priorities"),
        *([counted(areas, "area of focus", "areas of focus")] if areas else []),
        counted(len(thread.objectives), "objective"),
        counted(len(measures), "measure"),
        counted(len(milestones), "milestone"),
    ]
    steps = tuple(
        _objective(each, plan=plan, round=round, measures=measures, milestones=milestones)
        for each in thread.objectives
    )
    return PlanPage(
        title=plan.title,
        years=years_of(plan),
        source=source_text(plan.source, plan.source_line),
        counts=f"{', '.join(counts[:-1])} and {counts[-1]}.",
        period=in_words(parse_period(round.period)) if round else "",
        priorities=tuple(_priorities(thread, links=links)),
        objectives=steps,
        marks=_marks(*(step.measures for step in steps)),
    )


def _priorities(thread: Thread, *, links: dict[int, Anchor]) -> list[PriorityStep]:
    return [
        PriorityStep(
            title=priority.title,
            areas=tuple(
                AreaLine(text=f"{area.number}. {area.title}", objectives=tuple(links[key] for key in area.objectives))
                for area in priority.areas
            ),
            objectives=tuple(links[key] for key in priority.objectives),
        )
        for priority in thread.priorities
    ]


def _objective(
    objective: Objective,
    *,
    plan: Plan,
    round: Round | None,
    measures: Sequence[MeasureRow],
    milestones: Sequence[MilestoneRow],
) -> ObjectiveStep:
    return ObjectiveStep(
        anchor=part_of_address(objective.ref),
        heading=f"{objective.ref} {objective.title}",
        link=objective_link(plan.slug, objective.ref, text=f"Objective {objective.ref} on its own page"),
        officer=objective.officer or "Not named in the plan",
        measures=measure_grid(
            [row for row in measures if row.objective_ref == objective.ref],
            caption=f"Measures of {objective.ref}",
            round=round,
        ),
        milestones=milestone_grid(milestones, objective=objective.ref, plan=plan.slug, judged=round is not None),
    )


def objective_at(address: str, *, objectives: Sequence[Objective]) -> Objective | None:
    """Return the objective with this name in its address, or None."""
    return next((each for each in objectives if part_of_address(each.ref) == address), None)


def objective_page(
    *,
    objective: Objective,
    round: Round | None,
    measures: Sequence[MeasureRow],
    milestones: Sequence[MilestoneRow],
) -> ObjectivePage:
    """Return the page of an objective, judged by the latest round of its plan if there is one."""
    plan = objective.plan
    grid = measure_grid(measures, caption=f"Measures of {objective.ref}", round=round)
    return ObjectivePage(
        plan=plan,
        ref=objective.ref,
        title=objective.title,
        officer=objective.officer or "Not named in the plan",
        source=source_text(objective.source, objective.source_line),
        period=in_words(parse_period(round.period)) if round else "",
        thread=thread_above(objective, last=objective.title),
        tally=dict(Counter(row.progress for row in measures if row.progress)),
        measures=grid,
        marks=_marks(grid),
        milestones=milestone_grid(milestones, objective=objective.ref, plan=plan.slug, judged=round is not None),
        key_developments=tuple(objective.key_developments),
        emerging_issues=tuple(objective.emerging_issues),
    )


def _marks(*grids: Grid | None) -> tuple[str, ...]:
    return marks_in(cell for grid in grids if grid for row in grid.rows for cell in row if isinstance(cell, str))


def thread_above(objective: Objective, *, last: str, kind: str = "Objective") -> tuple[tuple[str, str, str], ...]:
    """Return the steps from the council's priorities down to an objective, or to something below it."""
    areas = list(objective.areas.all())
    steps = [("Priority", priority.title, "") for priority in objective.priorities.all()]
    steps += [(f"Area of focus {area.number}", area.title, "") for area in areas[:3]]
    if len(areas) > 3:
        steps.append(("Areas of focus", f"and {len(areas) - 3} more", ""))
    if kind != "Objective":
        link = objective_link(objective.plan.slug, objective.ref, text=f"{objective.ref} {objective.title}")
        steps.append(("Objective", link.text, link.href))
    return (*steps, (kind, last, ""))


def measure_grid(rows: Sequence[MeasureRow], *, caption: str, round: Round | None) -> Grid | None:
    """Return measures as a table: the round's figures and lights, or the plan's own figures by year."""
    if not rows:
        return None
    return _judged_grid(rows, caption=caption, round=round) if round else _yearly_grid(rows, caption=caption)


def _judged_grid(rows: Sequence[MeasureRow], *, caption: str, round: Round) -> Grid:
    year = str(financial_year_of(round.ends))
    return Grid(
        caption=f"{caption}, {round.period}",
        columns=(
            ("Measure", False),
            (f"{round.period} figure", True),
            (f"{year} target", True),
            ("Progress", False),
            ("Direction of travel", False),
        ),
        rows=tuple(
            (
                measure_link(row.slug, text=f"{row.ref} {row.name}"),
                row_figure(row),
                _target(row, year=year),
                light("progress", row.progress or "not judged"),
                light("direction", row.direction or "unknown"),
            )
            for row in rows
        ),
    )


def _yearly_grid(rows: Sequence[MeasureRow], *, caption: str) -> Grid:
    actual_years = sorted({(figure.ends, figure.period) for row in rows for figure in row.actuals})
    target_years = sorted({target.year for row in rows for target in row.targets})
    return Grid(
        caption=f"{caption}: actuals and targets by year",
        columns=(
            ("Measure", False),
            *((f"{period} actual", True) for _, period in actual_years),
            *((f"{year} target", True) for year in target_years),
        ),
        rows=tuple(
            (
                measure_link(row.slug, text=f"{row.ref} {row.name}"),
                *(_actual(row, period=period) for _, period in actual_years),
                *(_target(row, year=year) for year in target_years),
            )
            for row in rows
        ),
    )


def _actual(row: MeasureRow, *, period: str) -> str:
    figure = next((each for each in row.actuals if each.period == period), None)
    if figure is None:
        return "Not printed"
    return figure_text(
        figure.value, unit=figure.unit, status=figure.status, parts=figure.parts, is_total=row.total_of_parts
    )


def _target(row: MeasureRow, *, year: str) -> str:
    target = target_of_year(row.targets, year=year)
    return target_text(target, unit=target.unit if target else row.unit)


def milestone_grid(rows: Sequence[MilestoneRow], *, objective: str, plan: str, judged: bool) -> Grid | None:
    """Return an objective's milestones as a table, with their lights where a round judged them."""
    names = milestone_addresses((row.pk, row.ref, row.occurrence) for row in rows)
    lines = tuple(
        (
            milestone_link(plan, names[row.pk], text=f"{milestone_name(row.ref, row.occurrence)} {row.title}"),
            due_text(row),
            *((light("progress", row.progress or "not judged"),) if judged else ()),
        )
        for row in rows
        if row.objective_ref == objective
    )
    if not lines:
        return None
    columns = (("Milestone", False), ("Due", False), *((("Progress by its date", False),) if judged else ()))
    return Grid(caption=f"Milestones of {objective}", columns=columns, rows=lines)


def due_text(row: MilestoneRow) -> str:
    """Return when a milestone is due, or that the plan does not say."""
    if row.due:
        return long_date(row.due)
    return row.due_printed or "No date in the plan"
