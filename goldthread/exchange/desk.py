"""What an import works with: who imports, what is held already, and what was added so far."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypedDict

from goldthread.accounts.models import Unit as CouncilUnit
from goldthread.accounts.models import User
from goldthread.domain.figures import Basis, Unit
from goldthread.domain.periods import Period
from goldthread.exchange.bundle_figures import Figure, Source
from goldthread.exchange.references import RefKey
from goldthread.monitoring.actions import Entry
from goldthread.monitoring.models import MilestoneReturn, Observation, Return, Round, Statement
from goldthread.plan import actions as plan_actions
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

Progress = Callable[[str, int, int], None]
"""Called with what is being done, how much of it is done and how much there is."""


def in_silence(label: str, done: int, total: int) -> None:
    """Report progress to nobody."""


class Who(TypedDict):
    """Who writes, and when."""

    by: User
    at: datetime


@dataclass
class PlanShelf:
    """One plan that is held, with its rows by their references."""

    row: Plan
    priorities: dict[str, Priority] = field(default_factory=dict)
    areas: dict[int, AreaOfFocus] = field(default_factory=dict)
    objectives: dict[str, Objective] = field(default_factory=dict)
    measures: dict[RefKey, PlanMeasure] = field(default_factory=dict)
    milestones: dict[RefKey, Milestone] = field(default_factory=dict)


@dataclass
class Desk:
    """One import at work."""

    who: Who
    progress: Progress
    total: int
    council: CouncilUnit
    units: dict[str, CouncilUnit] = field(default_factory=dict)
    documents: dict[str, SourceDocument] = field(default_factory=dict)
    measures: dict[str, Measure] = field(default_factory=dict)
    plans: dict[str, PlanShelf] = field(default_factory=dict)
    rounds: dict[str, Round] = field(default_factory=dict)
    targets: Counter[tuple[int, str]] = field(default_factory=Counter)
    actuals: set[tuple[int, str]] = field(default_factory=set)
    statements: Counter[tuple[int, str]] = field(default_factory=Counter)
    returns: set[tuple[int, int]] = field(default_factory=set)
    milestone_returns: set[tuple[int, int]] = field(default_factory=set)
    orders: Counter[tuple[str, int]] = field(default_factory=Counter)
    added: Counter[str] = field(default_factory=Counter)
    unchanged: Counter[str] = field(default_factory=Counter)

    def is_new(self, kind: str, found: Any) -> bool:
        """Count one thing as added or as held already, and return which."""
        new = not found
        (self.added if new else self.unchanged)[kind] += 1
        self.progress("Importing", self.added.total() + self.unchanged.total(), self.total)
        return new

    def next_order(self, kind: str, within: int) -> int:
        """Return the place after the last one of a kind within its parent."""
        self.orders[kind, within] += 1
        return self.orders[kind, within]

    def source(self, source: Source | None) -> plan_actions.Source:
        """Return where a row was taken from, as the plan's actions want it."""
        if source is None:
            return plan_actions.NO_SOURCE
        return plan_actions.Source(document=self.documents[source.document], line=source.line)

    def entry(self, figure: Figure, *, measure: Measure, period: Period | None = None) -> Entry:
        """Return a figure as the monitoring's actions want it; `period` stands in where it has none of its own."""
        return Entry(
            figure=figure.rule(unit=Unit(measure.unit), basis=Basis(measure.basis), period=period),
            printed=figure.printed,
            note=figure.note,
            source=self.source(figure.source),
        )


def read_held(desk: Desk) -> None:
    """Put everything that is held on the desk, in a constant number of queries."""
    desk.documents = {row.slug: row for row in SourceDocument.objects.all()}
    desk.measures = {row.slug: row for row in Measure.objects.all()}
    desk.rounds = {row.period: row for row in Round.objects.all()}
    _read_plans(desk)
    desk.targets = Counter(Target.objects.values_list("plan_measure_id", "year"))
    desk.actuals = set(
        Observation.objects.filter(column=Observation.Column.ACTUAL).values_list("plan_measure_id", "period")
    )
    desk.statements = Counter(Statement.objects.values_list("round_id", "kind"))
    desk.returns = set(Return.objects.values_list("round_id", "plan_measure_id"))
    desk.milestone_returns = set(MilestoneReturn.objects.values_list("round_id", "milestone_id"))
    for round_id, kind, order in Statement.objects.values_list("round_id", "kind", "order"):
        _seen(desk, kind, round_id, order)


def _read_plans(desk: Desk) -> None:
    shelves = {row.pk: PlanShelf(row=row) for row in Plan.objects.all()}
    desk.plans = {shelf.row.slug: shelf for shelf in shelves.values()}
    for priority in Priority.objects.select_related("plan"):
        shelves[priority.plan_id].priorities[priority.ref] = priority
        _seen(desk, "priorities", priority.plan_id, priority.order)
    for area in AreaOfFocus.objects.select_related("priority"):
        shelves[area.priority.plan_id].areas[area.number] = area
    for objective in Objective.objects.select_related("plan"):
        shelves[objective.plan_id].objectives[objective.ref] = objective
        _seen(desk, "objectives", objective.plan_id, objective.order)
    for row in PlanMeasure.objects.select_related("measure", "objective__plan"):
        shelves[row.objective.plan_id].measures[row.ref, row.occurrence] = row
        _seen(desk, "plan measures", row.objective_id, row.order)
    for milestone in Milestone.objects.select_related("objective__plan"):
        shelves[milestone.objective.plan_id].milestones[milestone.ref, milestone.occurrence] = milestone
        _seen(desk, "milestones", milestone.objective_id, milestone.order)


def _seen(desk: Desk, kind: str, within: int, order: int) -> None:
    desk.orders[kind, within] = max(desk.orders[kind, within], order)


def counted(counts: Iterable[tuple[str, int]]) -> str:
    """Return counts in words.

    >>> counted([("measures", 37), ("rounds", 1)])
    '37 measures, 1 round'
    """
    return ", ".join(f"{number:,} {name if number != 1 else _ONE[name]}" for name, number in counts)


_ONE = {
    "parts of the council": "part of the council",
    "documents": "document",
    "measures": "measure",
    "plans": "plan",
    "priorities": "priority",
    "areas of focus": "area of focus",
    "objectives": "objective",
    "plan measures": "plan measure",
    "milestones": "milestone",
    "targets": "target",
    "actuals": "actual",
    "rounds": "round",
    "statements": "statement",
    "returns": "return",
    "milestone returns": "milestone return",
    "editions": "edition",
}
