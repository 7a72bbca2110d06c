"""The report of a round as one document, in the shape the board knows; every format is made from it."""

from collections.abc import Iterable, Iterator, Sequence

from goldthread.domain.figures import Figure
from goldthread.domain.judgement import Case, Direction, Progress
from goldthread.domain.measures import Target, TargetState
from goldthread.domain.periods import Period, financial_year_of, in_words, previous
from goldthread.monitoring.models import MilestoneReturn, Statement
from goldthread.plan.models import Objective
from goldthread.publishing.contents import Contents, Entry, Front
from goldthread.publishing.report_data import datasets, part_value
from goldthread.rendering.chart_specs import LightRow, LightsChart
from goldthread.rendering.charts import chart
from goldthread.rendering.document import (
    Absent,
    Block,
    Cell,
    Column,
    Document,
    Heading,
    Inline,
    Item,
    PageBreak,
    Strong,
    Table,
    bullets,
    inlines,
    item,
    light,
    note,
    number,
    paragraph,
    paragraphs,
    summary,
    symbols_key,
    words,
)
from goldthread.rendering.wording import LIGHTS, counted, long_date, symbol_for_status


def report(contents: Contents, *, front: Front) -> Document:
    """Return the report of a round: front, words, performance by objective, and the key to its symbols."""
    made = contents.round
    return Document(
        title=made.title,
        subtitle=in_words(contents.period),
        author=front.council,
        date=front.published,
        identifier=f"{made.period}, edition {front.edition}",
        description=f"Performance of {made.plan.title} in {in_words(contents.period)}.",
        summary=tuple(_summary(contents, front=front)),
        blocks=tuple(_blocks(contents, front=front)),
        datasets=datasets(contents),
        notes=tuple(_notes(contents)),
    )


def _summary(contents: Contents, *, front: Front) -> Iterator[Item]:
    made = contents.round
    yield item("Report to", made.board)
    if made.meeting:
        yield item("Meeting", long_date(made.meeting))
    if made.officer:
        yield item("Reporting officer", made.officer)
    yield item("Period", f"{made.period}: {long_date(made.starts)} to {long_date(made.ends)}")
    yield item("Plan", made.plan.title)
    yield item("Edition", f"{front.edition}, published {long_date(front.published)}")


def _blocks(contents: Contents, *, front: Front) -> Iterator[Block]:
    if front.reason:
        yield Heading(level=1, text="What this edition corrects", anchor="corrections")
        yield paragraph(front.reason)
        if front.changes:
            yield bullets(*front.changes)
    yield Heading(level=1, text="1 Introduction", anchor="introduction")
    yield from paragraphs(contents.round.introduction or f"This report covers {in_words(contents.period)}.")
    yield from _statements(contents, kind=Statement.Kind.KEY_DEVELOPMENT, number=2, heading="Key developments")
    yield from _statements(contents, kind=Statement.Kind.EMERGING_ISSUE, number=3, heading="Emerging issues")
    yield from _overview(contents)
    for place, objective in enumerate(contents.objectives, start=1):
        yield from _objective(contents, objective, place=place)
    yield from _appendix(contents)


def _statements(contents: Contents, *, kind: str, number: int, heading: str) -> Iterator[Block]:
    yield Heading(level=1, text=f"{number} {heading}")
    found = [statement for statement in contents.statements if statement.kind == kind]
    if not found:
        yield paragraph("None was reported for this period.")
    for place, statement in enumerate(found, start=1):
        yield Heading(level=2, text=f"{number}.{place} {statement.title}")
        yield from paragraphs(statement.text)
        if statement.officer:
            yield paragraph(f"Responsible: {statement.officer}.")


_PROGRESS_COLUMNS = (
    (Progress.GREEN,),
    (Progress.AMBER, Progress.TOO_EARLY),
    (Progress.RED,),
    (Progress.NOT_JUDGED,),
)


def _overview(contents: Contents) -> Iterator[Block]:
    yield Heading(level=1, text="4 Performance overview", anchor="performance")
    rows = [
        LightRow(
            label=objective.ref,
            counts=tuple(
                (value, _count(contents.entries_of(objective), progress=value)) for value in LIGHTS["progress"]
            ),
        )
        for objective in contents.objectives
    ]
    if contents.entries:
        spec = LightsChart(title="Progress of measures by objective", kind="progress", rows=tuple(rows))
        yield chart(spec, sentence=_overview_sentence(contents.entries))
    else:
        yield paragraph("No measure made a return in this round.")
    red_and_worse = [
        entry.made
        for entry in contents.entries
        if entry.made.progress == Progress.RED and entry.made.direction == Direction.WORSE
    ]
    yield Heading(level=2, text="Not on course and worsening")
    if red_and_worse:
        yield bullets(*(f"{made.plan_measure}: {made.progress_reason}" for made in red_and_worse))
    else:
        yield paragraph("No measure is both not on course and worse than the same period last year.")


def _overview_sentence(entries: Sequence[Entry]) -> str:
    total = len(entries)
    words_of = {
        "on course": (Progress.GREEN,),
        "uncertain or too early to say": (Progress.AMBER, Progress.TOO_EARLY),
        "not on course": (Progress.RED,),
        "not judged": (Progress.NOT_JUDGED,),
    }
    counts = ", ".join(
        f"{sum(_count(entries, progress=value) for value in values)} {name}" for name, values in words_of.items()
    )
    return f"Of {counted(total, 'measure')}, judged by the figures: {counts}."


def _count(entries: Iterable[Entry], *, progress: str) -> int:
    return sum(entry.made.progress == progress for entry in entries)


def _objective(contents: Contents, objective: Objective, *, place: int) -> Iterator[Block]:
    entries, milestones = contents.entries_of(objective), contents.milestones_of(objective)
    yield Heading(level=2, text=f"4.{place} {objective.ref} {objective.title}", anchor=objective.ref.lower())
    if entries:
        yield _measure_table(entries, objective=objective, period=contents.period)
        if any(entry.case.figure.parts for entry in entries):
            yield _parts_table(entries, objective=objective)
        for entry in entries:
            yield from _measure_words(entry)
    if milestones:
        yield _milestone_table(milestones, objective=objective)
        for made in milestones:
            yield from _milestone_words(made)


def _measure_table(entries: Sequence[Entry], *, objective: Objective, period: Period) -> Table:
    year = financial_year_of(period)
    columns = (
        Column(heading="Ref", width=1.15),
        Column(heading="Measure", width=4.6),
        Column(heading=f"{previous(year)} actual", numeric=True, width=1.3),
        Column(heading=f"{year} target", numeric=True, width=1.3),
        Column(heading=f"{period.kind.capitalize()} figure", numeric=True, width=1.3),
        Column(heading="Direction of travel", width=1.4),
        Column(heading="Progress", width=1.5),
        Column(heading="Officer’s judgement", width=2.2),
    )
    rows = tuple(_measure_row(entry) for entry in entries)
    return Table(caption=f"Measures of {objective.ref} in {period}", columns=columns, rows=rows)


def _measure_row(entry: Entry) -> tuple[Cell, ...]:
    made, case = entry.made, entry.case
    return (
        words(made.plan_measure.ref),
        words(made.title_in_round or made.plan_measure.title),
        figure_cell(case.prior_actual, case=case),
        target_cell(case.target, unit=case.measure.unit),
        figure_cell(case.figure, case=case),
        words(light("direction", made.direction)),
        words(light("progress", made.progress)),
        words(light("officer", made.officer_progress)),
    )


def figure_cell(figure: Figure | None, *, case: Case) -> Cell:
    """Return a figure as a table's cell: its headline, or why there is none."""
    if figure is None:
        return Absent("x")
    value = case.measure.headline(figure)
    if value is not None:
        return number(value, unit=figure.unit, symbol=symbol_for_status(figure.status))
    if figure.is_reported:
        return words("In parts only")
    return Absent(symbol_for_status(figure.status))


_TARGET_SYMBOLS = {
    TargetState.NOT_APPLICABLE: "z",
    TargetState.TO_BE_CONFIRMED: "y",
    TargetState.BASELINE_TO_BE_ESTABLISHED: "y",
    TargetState.DEPENDENT_ON: "y",
    TargetState.NOT_SET: "x",
    TargetState.NOT_STATED: "x",
}


def target_cell(target: Target, *, unit: str) -> Cell:
    """Return a target as a table's cell: its number, or its state in words."""
    if target.state is TargetState.NUMBER and target.value is not None:
        return number(target.value, unit=unit)
    if target.state is TargetState.RANGE and target.low is not None and target.high is not None:
        return words(f"{number(target.low, unit=unit).printed} to {number(target.high, unit=unit).printed}")
    if target.state is TargetState.CHANGE and target.value is not None:
        way = "fewer or less" if target.value < 0 else "more"
        return words(f"{number(abs(target.value), unit=unit).printed} {way} than last year")
    return Absent(_TARGET_SYMBOLS[target.state], str(target.state).capitalize())


def _parts_table(entries: Sequence[Entry], *, objective: Objective) -> Table:
    rows = tuple(
        (
            words(f"{entry.made.plan_measure.ref} {part.label}"),
            part_value(part, of=entry.case.figure),
        )
        for entry in entries
        for part in entry.case.figure.parts
    )
    return Table(
        caption=f"Parts of the measures of {objective.ref}",
        columns=(Column(heading="Measure and part", width=3), Column(heading="Figure", numeric=True, width=1)),
        rows=rows,
    )


def _measure_words(entry: Entry) -> Iterator[Block]:
    made = entry.made
    yield Heading(level=3, text=f"{made.plan_measure.ref} {made.plan_measure.measure.title}")
    yield paragraph(light("progress", made.progress), f": {made.progress_reason}")
    yield paragraph(light("direction", made.direction), f": {made.direction_reason}")
    if made.officer_progress_reason:
        yield paragraph(light("officer", made.officer_progress), f" (officer): {made.officer_progress_reason}")
    yield from _commentary(made.commentary, by=made.commentary_by)


def _commentary(text: str, *, by: str) -> Iterator[Block]:
    if not text.strip():
        yield paragraph("No commentary was supplied.")
        return
    yield from paragraphs(text)
    if by:
        yield paragraph(f"Commentary: {by}.")


def _milestone_table(milestones: Sequence[MilestoneReturn], *, objective: Objective) -> Table:
    rows = tuple(
        (
            words(_milestone_name(made)),
            words(made.milestone.title),
            words(long_date(made.milestone.due)) if made.milestone.due else Absent("x", "Not stated"),
            words(light("progress", made.progress)),
            words(light("officer", made.officer_progress)),
        )
        for made in milestones
    )
    columns = (
        Column(heading="Ref", width=1.15),
        Column(heading="Milestone", width=4.5),
        Column(heading="Due", width=1.5),
        Column(heading="Progress by date", width=1.6),
        Column(heading="Officer’s judgement", width=1.6),
    )
    return Table(caption=f"Milestones of {objective.ref}", columns=columns, rows=rows)


def _milestone_name(made: MilestoneReturn) -> str:
    again = made.milestone.occurrence
    return made.milestone.ref if again == 1 else f"{made.milestone.ref} (entry {again})"


def _milestone_words(made: MilestoneReturn) -> Iterator[Block]:
    yield Heading(level=3, text=f"{_milestone_name(made)} Milestone")
    yield paragraph(light("progress", made.progress), f": {made.progress_reason}")
    yield from _commentary(made.commentary, by=made.commentary_by)


_MEANINGS = (
    ("green", "On course to be achieved in its timeframe.", "The annual target is on course to be achieved."),
    (
        "amber",
        "Uncertain whether it will be achieved in time.",
        "Uncertain whether the target will be achieved.",
    ),
    ("too early to say", "Too early to say.", "Too early to say: there is not enough to go on yet."),
    ("red", "Unlikely or certain not to be achieved in time.", "Will not be achieved without remedial action."),
    ("not judged", "There is no date to judge by.", "Not judged; the reason is given with the measure."),
)


def _appendix(contents: Contents) -> Iterator[Block]:
    yield PageBreak()
    yield Heading(level=1, text="Appendix: symbols and how they are judged", anchor="symbols")
    yield Table(
        caption="Progress symbols",
        columns=(
            Column(heading="Symbol", width=1),
            Column(heading="Milestone", width=2),
            Column(heading="Measure", width=2),
        ),
        rows=tuple(
            (words(light("progress", value)), words(milestone), words(measure))
            for value, milestone, measure in _MEANINGS
        ),
    )
    yield paragraph(
        "Direction of travel compares with the same period last year: better, the same or worse. It is unknown "
        "where which way is better, the basis, the definition or last year’s figure does not allow a comparison."
    )
    yield paragraph(
        "Each measure carries two judgements: the responsible officer’s and the one computed from the figures. "
        "Where they differ, the officer’s reason is printed."
    )
    yield Heading(level=2, text="Marks beside figures")
    yield symbols_key()
    roles = sorted(_officers(contents))
    if roles:
        yield Heading(level=2, text="Responsible officers")
        yield summary(*((_initials(role), role) for role in roles))
    remarks = [remark for entry in contents.entries for remark in _remarks(entry)]
    if remarks:
        yield Heading(level=2, text="Remarks on the figures")
        yield note("What a careful reader should know about the source of a figure.")
        yield bullets(*remarks)


def _remarks(entry: Entry) -> Iterator[tuple[Inline, ...]]:
    for remark in entry.made.notes:
        yield inlines(Strong(entry.made.plan_measure.ref), f" {remark}")


def _officers(contents: Contents) -> set[str]:
    roles = {statement.officer for statement in contents.statements}
    roles |= {entry.made.commentary_by for entry in contents.entries}
    roles |= {made.commentary_by for made in contents.milestones}
    return roles - {""}


def _initials(role: str) -> str:
    return "".join(word[0] for word in role.replace(",", "").split() if word[0].isupper())


def _notes(contents: Contents) -> Iterator[str]:
    yield f"Report of {contents.round.period} to {contents.round.board}."
    yield "Figures are as printed in the report; marks beside them are explained on this sheet."
    yield "Progress and direction of travel are computed from the figures, with the officer’s judgement beside them."
