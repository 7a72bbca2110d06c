"""Parts of the bundle: sources, figures and targets."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, model_validator

from goldthread.domain import figures, measures
from goldthread.domain.figures import Basis, Status, Unit
from goldthread.domain.measures import TargetState
from goldthread.domain.periods import Period, financial_year
from goldthread.exchange.fields import Day, Line, Moment, Number, PeriodName, Slug, Text, Text100, Text300

_ANY_PERIOD = financial_year(2000)


class Entry(BaseModel):
    """The manner of every part of a bundle: never changed once read, and no field that is not known."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Source(Entry):
    """Where a row was taken from."""

    document: Slug
    """The id of one of the bundle's documents."""
    line: Line | None = None
    """The line of the document's text, counted from 1."""


class Part(Entry):
    """One part of a figure: a phase, a band, a place, or the count beside a rate."""

    label: Annotated[Text100, Field(min_length=1)]
    """The part's name."""
    value: Number | None = None
    """The part's value as text; absent where the status says why."""
    unit: Unit
    """What the value counts."""
    status: Status = Status.FINAL
    """How firm the value is, or why there is none."""

    @model_validator(mode="after")
    def _is_possible(self) -> Part:
        if self.status.has_value != (self.value is not None):
            needs = "needs a value" if self.status.has_value else "has no value"
            raise ValueError(f"A part whose status is “{self.status}” {needs}.")
        return self


class Figure(Entry):
    """A figure as one paper printed it."""

    period: PeriodName | None = None
    """What it is about; the round's period where none is given."""
    value: Number | None = None
    """The value as decimal text with its printed places; absent where the status says why."""
    unit: Unit | None = None
    """What the value counts; the measure's unit where none is given."""
    basis: Basis | None = None
    """What the figure covers; the measure's basis where none is given."""
    status: Status
    """How firm the value is, or why there is none."""
    as_at: Day | None = None
    """The day it was counted."""
    numerator: Number | None = None
    """What was counted."""
    denominator: Number | None = None
    """Out of how many."""
    parts: tuple[Part, ...] = ()
    """The figure's parts."""
    printed: Text = ""
    """The cell word for word."""
    note: Text = ""
    """What a reader should know."""
    source: Source | None = None
    """Where it was taken from."""

    @model_validator(mode="after")
    def _is_possible(self) -> Figure:
        self.rule(unit=Unit.COUNT, basis=Basis.NOT_STATED)
        return self

    def rule(self, *, unit: Unit, basis: Basis, period: Period | None = None) -> figures.Figure:
        """Return the figure as the rules see it, with this unit, basis and period where it has none of its own.

        Raises: ImpossibleFigure when it contradicts itself.
        """
        return figures.Figure(
            period=self.period or period or _ANY_PERIOD,
            unit=self.unit or unit,
            basis=self.basis or basis,
            value=self.value,
            status=self.status,
            as_at=self.as_at,
            numerator=self.numerator,
            denominator=self.denominator,
            parts=tuple(figures.Part(**dict(part)) for part in self.parts),
        )


class DatedFigure(Figure):
    """A figure that must say what period it is about."""

    period: PeriodName
    """What it is about."""


class RevisedFigure(Figure):
    """A figure that was reported and later revised."""

    replaced_at: Moment
    """When the next figure replaced it."""


class ProfilePoint(Entry):
    """What should be reached by the end of a period of the target's year."""

    period: PeriodName
    """The period."""
    value: Number
    """What should be reached by its end."""


class Target(Entry):
    """The target of a measure for one year."""

    year: PeriodName
    """The year it is for."""
    state: TargetState
    """What is known about it; none of the states is a zero."""
    value: Number | None = None
    """The number aimed at, or the change on last year's actual."""
    low: Number | None = None
    """The lower end of a range."""
    high: Number | None = None
    """The upper end of a range."""
    unit: Unit | None = None
    """What it counts; the measure's unit where none is given."""
    printed: Text300 = ""
    """The cell word for word."""
    note: Text = ""
    """What a reader should know, such as what it depends on."""
    profile: tuple[ProfilePoint, ...] = ()
    """What should be reached by the end of each period, where the council set it."""
    set_at: Moment | None = None
    """When it was set; the moment of the import where none is given."""
    replaced_at: Moment | None = None
    """When the next target of the same year replaced it; absent for the one that stands."""
    source: Source | None = None
    """Where it was taken from."""

    @model_validator(mode="after")
    def _is_possible(self) -> Target:
        self.rule()
        return self

    def rule(self) -> measures.Target:
        """Return the target as the rules see it.

        Raises: ImpossibleTarget when its state and its numbers contradict each other.
        """
        return measures.Target(
            year=self.year,
            state=self.state,
            value=self.value,
            low=self.low,
            high=self.high,
            note=self.note,
            profile=tuple((point.period, point.value) for point in self.profile),
        )
