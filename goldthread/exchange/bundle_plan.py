"""Parts of the bundle: documents, measures and plans."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import Field, model_validator

from goldthread.domain import measures
from goldthread.domain.figures import Basis, Unit
from goldthread.domain.measures import Polarity, ToleranceKind
from goldthread.domain.periods import PeriodKind
from goldthread.exchange.bundle_figures import DatedFigure, Entry, Source, Target
from goldthread.exchange.fields import (
    Day,
    Flag,
    Nth,
    Number,
    PeriodName,
    Ref,
    Slug,
    Slug50,
    Text,
    Text40,
    Text100,
    Text300,
    Title,
    Title300,
)


class Document(Entry):
    """A paper that figures were taken from."""

    id: Slug
    """What sources call it."""
    title: Title300
    """The paper's title."""
    published: Day | None = None
    """The day it was published."""


class Tolerance(Entry):
    """How far behind its target a figure is still near it."""

    kind: ToleranceKind
    """A share of the target, or points in the measure's own unit."""
    value: Number
    """How far: "0.05" is five in a hundred as a share."""

    @model_validator(mode="after")
    def _is_possible(self) -> Tolerance:
        measures.Tolerance(kind=self.kind, value=self.value)
        return self


FIVE_PERCENT = Tolerance(kind=ToleranceKind.SHARE, value=Decimal("0.05"))


class Measure(Entry):
    """A measure: one identity through renumbering and new plans."""

    id: Slug
    """What plans call it, such as children-entering-care."""
    title: Title300
    """Its short title, in plain words."""
    definition: Text = ""
    """What is counted, and how."""
    unit: Unit
    """What its values count."""
    basis: Basis
    """What its figures cover."""
    polarity: Polarity
    """Which way is better."""
    polarity_source: Text = ""
    """Why this polarity: the paper's words."""
    frequency: Text40 = ""
    """How often it is reported."""
    tolerance: Tolerance = FIVE_PERCENT
    """How near counts as near the target; a twentieth of it unless said otherwise."""
    same_within: Number | None = None
    """Two figures this close, in the measure's unit, count as the same."""
    total_of_parts: Flag = False
    """Whether the headline is the sum of the parts."""

    @model_validator(mode="after")
    def _is_possible(self) -> Measure:
        measures.Measure(
            title=self.title,
            unit=self.unit,
            basis=self.basis,
            polarity=self.polarity,
            same_within=self.same_within,
            total_of_parts=self.total_of_parts,
        )
        return self


class PlanMeasure(Entry):
    """A measure as a plan prints it, under the plan's own reference."""

    ref: Ref
    """The plan's reference, such as PED02 05."""
    occurrence: Nth = 1
    """1, or 2 and on where the plan prints the same reference again."""
    title: Title
    """The title as the plan prints it."""
    measure: Slug
    """The id of the measure."""
    definition_break: Text = ""
    """What changed in the definition against the earlier plan."""
    note: Text = ""
    """What a reader should know."""
    source: Source | None = None
    """Where it was taken from."""
    targets: tuple[Target, ...] = ()
    """Its targets by year; of two for one year the earlier was replaced."""
    actuals: tuple[DatedFigure, ...] = ()
    """Earlier years' actuals as the plan prints them, one a period."""


class Milestone(Entry):
    """Something to be done by a date."""

    ref: Ref
    """The plan's reference, such as PED02a."""
    occurrence: Nth = 1
    """1, or 2 and on where the plan prints the same reference again."""
    title: Title
    """What is to be done."""
    year: Annotated[Text, Field(max_length=20)] = ""
    """The plan year it stands under."""
    due: Day | None = None
    """The day it is due."""
    due_printed: Text100 = ""
    """The date as the plan prints it."""
    completed_on: Day | None = None
    """The day it was done."""
    officer: Text300 = ""
    """The responsible officer, by role."""
    source: Source | None = None
    """Where it was taken from."""


class Objective(Entry):
    """A service objective with its measures and milestones."""

    ref: Ref
    """The plan's reference, such as PED02."""
    title: Title
    """The objective."""
    officer: Text300 = ""
    """The responsible officer, by role."""
    priorities: tuple[Ref, ...] = ()
    """The references of the priorities it serves."""
    areas: tuple[Nth, ...] = ()
    """The numbers of the areas of focus it serves."""
    key_developments: tuple[Text, ...] = ()
    """What is new, as the plan says."""
    emerging_issues: tuple[Text, ...] = ()
    """What is emerging, as the plan says."""
    source: Source | None = None
    """Where it was taken from."""
    measures: tuple[PlanMeasure, ...] = ()
    """Its measures, in the plan's order."""
    milestones: tuple[Milestone, ...] = ()
    """Its milestones, in the plan's order."""


class Area(Entry):
    """A numbered area of focus."""

    number: Nth
    """Its number, once a plan."""
    title: Title
    """What it is about."""
    source: Source | None = None
    """Where it was taken from."""


class Priority(Entry):
    """What the council wants most."""

    ref: Ref
    """Its reference."""
    title: Title300
    """The priority."""
    source: Source | None = None
    """Where it was taken from."""
    areas: tuple[Area, ...] = ()
    """Its areas of focus."""


class Plan(Entry):
    """A business or service plan."""

    id: Slug50
    """What rounds call it, such as 2023-24."""
    title: Title300
    """Its title."""
    kind: Annotated[Text40, Field(min_length=1)]
    """What kind of plan it is."""
    first_year: PeriodName
    """Its first financial year."""
    last_year: PeriodName
    """Its last financial year."""
    source: Source | None = None
    """Where it was taken from."""
    priorities: tuple[Priority, ...] = ()
    """The priorities it serves."""
    objectives: tuple[Objective, ...] = ()
    """Its objectives."""

    @model_validator(mode="after")
    def _years_in_order(self) -> Plan:
        for year in (self.first_year, self.last_year):
            if year.kind is not PeriodKind.FINANCIAL_YEAR:
                raise ValueError(f"A plan's years are financial years, and {year} is a {year.kind}.")
        if self.last_year < self.first_year:
            raise ValueError(f"The plan runs from {self.first_year} back to {self.last_year}. Put the first first.")
        return self
