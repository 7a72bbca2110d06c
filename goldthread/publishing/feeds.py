"""The figures as tidy tables for data files: one figure a row, each with its status and its source."""

from collections.abc import Iterable, Iterator

from goldthread.domain.periods import parse_period
from goldthread.monitoring.models import Observation, Part
from goldthread.plan.models import Measure
from goldthread.publishing.cells import mark_of
from goldthread.rendering.document import Absent, Dataset, Field, Value, number
from goldthread.rendering.to_csv import to_csv, to_csv_metadata

FIELDS = (
    Field(heading="Measure", description="The measure’s name in addresses, the same in every plan"),
    Field(heading="Title", description="The measure’s title"),
    Field(heading="Plan", description="The plan that printed the figure"),
    Field(heading="Reference", description="The measure’s reference in that plan"),
    Field(heading="Period", description="What the figure is for, as the council writes it"),
    Field(heading="Period start", kind="date", description="First day of the period"),
    Field(heading="Period end", kind="date", description="Last day of the period"),
    Field(heading="Kind", description="current, prior actual, comparator or actual"),
    Field(heading="Basis", description="What the figure covers, seen from the end of its period"),
    Field(heading="Part", description="The part of the measure; All for the measure itself"),
    Field(heading="Unit", description="What the figure counts"),
    Field(heading="Value", kind="number", description="The figure as printed; the mark says why there is none"),
    Field(heading="Status", description="final, provisional, or why there is no figure"),
    Field(heading="As at", kind="date", description="The day the figure stands for, where it is stated"),
    Field(heading="Reported in", description="The round that reported the figure, or the plan"),
    Field(heading="Replaced", description="yes where a later figure replaced it, else no"),
    Field(heading="Source document", description="The paper the figure was taken from"),
    Field(heading="Source line", description="Its line in that paper"),
)


def measure_dataset(measure: Measure, *, observations: Iterable[Observation]) -> Dataset:
    """Return every public figure of one measure."""
    return Dataset(
        name="Figures",
        title=f"{measure.title}: every figure",
        fields=FIELDS,
        rows=tuple(row for each in observations for row in _rows(each, measure=measure)),
    )


def council_dataset(observations: Iterable[Observation]) -> Dataset:
    """Return every public figure of every measure."""
    return Dataset(
        name="Figures",
        title="Every figure of every measure",
        fields=FIELDS,
        rows=tuple(row for each in observations for row in _rows(each, measure=each.measure)),
    )


def _rows(row: Observation, *, measure: Measure) -> Iterator[tuple[Value, ...]]:
    parts = list(row.parts.all())
    if row.value is not None or not parts:
        yield _row(row, measure=measure, part=None)
    for part in parts:
        yield _row(row, measure=measure, part=part)


def _row(row: Observation, *, measure: Measure, part: Part | None) -> tuple[Value, ...]:
    unit, value = (part.unit, part.value) if part else (row.unit, row.value)
    status = part.status if part and part.value is None else row.status
    mark = mark_of(status)
    made = row.quarterly_return
    period = parse_period(row.period)
    return (
        measure.slug,
        measure.title,
        row.plan_measure.objective.plan.slug,
        row.plan_measure.ref,
        row.period,
        period.start,
        period.end,
        row.column,
        row.basis,
        part.label if part else "All",
        unit,
        number(value, unit=unit, symbol=mark) if value is not None else Absent(mark or "x"),
        status,
        row.as_at or Absent("x", "Not stated"),
        made.round.period if made else row.plan_measure.objective.plan.title,
        "yes" if row.replaced_at else "no",
        row.source.slug if row.source else "",
        str(row.source_line or ""),
    )


def csv_of(dataset: Dataset) -> bytes:
    """Return a data set as CSV."""
    return to_csv(dataset)


def csv_metadata_of(dataset: Dataset, *, file: str) -> bytes:
    """Return what describes a data set's CSV file, as CSV on the Web asks."""
    return to_csv_metadata(dataset, url=file)
