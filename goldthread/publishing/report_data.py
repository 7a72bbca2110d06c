"""The report's figures as tidy tables, for the spreadsheet and for data files."""

from goldthread.domain.figures import Figure, Part, Status
from goldthread.domain.measures import Target
from goldthread.monitoring.models import MilestoneReturn
from goldthread.publishing.contents import Contents, Entry
from goldthread.rendering.document import Absent, Dataset, Field, Number, Value, number
from goldthread.rendering.wording import symbol_for_status

_MEASURE_FIELDS = (
    Field(heading="Ref", description="The plan's reference of the measure"),
    Field(heading="Measure", description="The measure as the report names it"),
    Field(heading="Objective", description="The objective it belongs to"),
    Field(heading="Unit", description="What the figures count"),
    Field(heading="Basis", description="What the figure covers"),
    Field(heading="Polarity", description="Which way is better"),
    Field(heading="Last year actual", kind="number", description="The actual of the year before"),
    Field(heading="Target", kind="number", description="The target for the year"),
    Field(heading="Target state", description="What is known about the target"),
    Field(heading="Figure", kind="number", description="The figure of this round"),
    Field(heading="As at", kind="date", description="The day the figure stands for, where it was stated"),
    Field(heading="Same period last year", kind="number", description="The comparator"),
    Field(heading="Direction of travel"),
    Field(heading="Direction reason"),
    Field(heading="Position"),
    Field(heading="Position reason"),
    Field(heading="Progress"),
    Field(heading="Progress reason"),
    Field(heading="Officer judgement"),
    Field(heading="Officer reason"),
    Field(heading="Commentary"),
)


def datasets(contents: Contents) -> tuple[Dataset, ...]:
    """Return the tidy tables of a report: measures, their parts, milestones, and the words."""
    period = contents.round.period
    tables = [
        Dataset(
            name="Measures",
            title=f"Measures, {period}",
            fields=_MEASURE_FIELDS,
            rows=tuple(_measure_row(entry) for entry in contents.entries),
        )
    ]
    parts = tuple(row for entry in contents.entries for row in _part_rows(entry))
    if parts:
        tables.append(
            Dataset(
                name="Parts",
                title=f"Parts of measures, {period}",
                fields=(
                    Field(heading="Ref"),
                    Field(heading="Part"),
                    Field(heading="Unit"),
                    Field(heading="Figure", kind="number"),
                ),
                rows=parts,
            )
        )
    tables.append(_milestones(contents))
    tables.append(
        Dataset(
            name="Developments and issues",
            title=f"Key developments and emerging issues, {period}",
            fields=(Field(heading="Kind"), Field(heading="Title"), Field(heading="Text"), Field(heading="Officer")),
            rows=tuple(
                (each.kind, each.title, each.text, each.officer or Absent("x", "Not stated"))
                for each in contents.statements
            ),
        )
    )
    return tuple(table for table in tables if table.rows)


def _measure_row(entry: Entry) -> tuple[Value, ...]:
    made, case = entry.made, entry.case
    objective = made.plan_measure.objective
    return (
        made.plan_measure.ref,
        made.title_in_round or made.plan_measure.title,
        objective.ref,
        case.figure.unit,
        case.figure.basis,
        case.measure.polarity,
        figure_value(case.prior_actual, entry=entry),
        _target_value(case.target, unit=case.measure.unit),
        str(case.target.state),
        figure_value(case.figure, entry=entry),
        case.figure.as_at or Absent("x", "Not stated"),
        figure_value(case.comparator, entry=entry),
        made.direction,
        made.direction_reason,
        made.position,
        made.position_reason,
        made.progress,
        made.progress_reason,
        made.officer_progress,
        made.officer_progress_reason or Absent("z", "None needed"),
        made.commentary or Absent("x", "No commentary"),
    )


def figure_value(figure: Figure | None, *, entry: Entry) -> Value:
    """Return a figure's headline for a data set, or the mark that says why there is none."""
    if figure is None:
        return Absent("x")
    value = entry.case.measure.headline(figure)
    if value is not None:
        return number(value, unit=figure.unit, symbol=symbol_for_status(figure.status))
    return Absent("n", "In parts") if figure.is_reported else Absent(symbol_for_status(figure.status))


def _target_value(target: Target, *, unit: str) -> Value:
    return Absent("z") if target.value is None else number(target.value, unit=unit)


def _part_rows(entry: Entry) -> list[tuple[Value, ...]]:
    return [
        (entry.made.plan_measure.ref, part.label, part.unit, part_value(part, of=entry.case.figure))
        for part in entry.case.figure.parts
    ]


def part_value(part: Part, *, of: Figure) -> Number | Absent:
    """Return a part for a table or a data set; the parts of a provisional figure are provisional too."""
    if part.value is None:
        return Absent(symbol_for_status(part.status))
    is_firm = of.status is not Status.PROVISIONAL and part.status is not Status.PROVISIONAL
    return number(
        part.value, unit=part.unit, symbol=symbol_for_status(Status.FINAL if is_firm else Status.PROVISIONAL)
    )


def _milestones(contents: Contents) -> Dataset:
    fields = (
        Field(heading="Ref"),
        Field(heading="Entry", kind="number", description="Which of the milestones that share a reference"),
        Field(heading="Milestone"),
        Field(heading="Due", kind="date"),
        Field(heading="Progress"),
        Field(heading="Progress reason"),
        Field(heading="Officer judgement"),
        Field(heading="Commentary"),
    )
    return Dataset(
        name="Milestones",
        title=f"Milestones, {contents.round.period}",
        fields=fields,
        rows=tuple(_milestone_row(made) for made in contents.milestones),
    )


def _milestone_row(made: MilestoneReturn) -> tuple[Value, ...]:
    milestone = made.milestone
    return (
        milestone.ref,
        milestone.occurrence,
        milestone.title,
        milestone.due or Absent("x", "Not stated"),
        made.progress,
        made.progress_reason,
        made.officer_progress,
        made.commentary or Absent("x", "No commentary"),
    )
