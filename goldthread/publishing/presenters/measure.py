"""The page of a measure: figure, target, both judgements with their reasons, one series, history, lineage."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.utils.safestring import SafeString, mark_safe

from goldthread.domain.measures import ToleranceKind
from goldthread.domain.periods import financial_year_of, in_words, parse_period
from goldthread.monitoring.models import Observation, Return, Round
from goldthread.plan.models import Measure, PlanMeasure, Target
from goldthread.publishing.cells import (
    Anchor,
    figure_text,
    mark_of,
    marks_in,
    objective_link,
    part_text,
    sentence_case,
    source_text,
    target_text,
)
from goldthread.publishing.presenters.milestone import paragraphs_of
from goldthread.publishing.presenters.plans import thread_above
from goldthread.publishing.presenters.series import Drawn, drawn, revised_figures
from goldthread.publishing.queries import MeasureRecord
from goldthread.rendering.chart_specs import Bar, BarChart, ChartSpec
from goldthread.rendering.charts import chart_table, describe, draw
from goldthread.rendering.content import Light, light
from goldthread.rendering.document import Table
from goldthread.rendering.wording import long_date, print_number

_COLUMNS: Final = {
    Observation.Column.CURRENT: "Figure of the round",
    Observation.Column.PRIOR_ACTUAL: "Last year’s actual",
    Observation.Column.COMPARATOR: "Same period last year",
    Observation.Column.ACTUAL: "Actual in the plan",
}


@dataclass(frozen=True, kw_only=True)
class Explanation:
    """One light with the sentence that explains it and the one that says what would change it."""

    name: str
    question: str
    computed: Light
    officer: Light | None
    reason: str
    would_change: str
    officer_reason: str


@dataclass(frozen=True, kw_only=True)
class Commentary:
    """What the officer wrote in one round."""

    heading: str
    paragraphs: tuple[str, ...]
    by: str
    remarks: tuple[str, ...]
    source: str


@dataclass(frozen=True, kw_only=True)
class HistoryLine:
    """One figure as one paper printed it."""

    period: str
    figure: str
    covers: str
    reported: str
    source: str


@dataclass(frozen=True, kw_only=True)
class LineageLine:
    """The measure in one plan."""

    plan: str
    objective: Anchor
    printed: str
    definition: str


@dataclass(frozen=True, kw_only=True)
class RoundLink:
    """A round of this measure; without an address it is the one shown."""

    text: str
    href: str


@dataclass(frozen=True, kw_only=True)
class Shown:
    """The figure at the head of the page."""

    heading: str
    figure: str
    note: str
    target_heading: str
    target: str


@dataclass(frozen=True, kw_only=True)
class MeasurePage:
    """The page's words, in reading order."""

    measure: Measure
    caption: str
    thread: tuple[tuple[str, str, str], ...]
    is_published: bool
    period: str
    rounds: tuple[RoundLink, ...]
    entry: PlanMeasure | None
    shown: Shown
    explanations: tuple[Explanation, ...]
    parts_columns: tuple[str, ...]
    parts: tuple[tuple[str, ...], ...]
    parts_sentence: str
    parts_svg: SafeString
    series: Drawn | None
    series_svg: SafeString
    series_table: Table | None
    csv_size: str
    history: tuple[HistoryLine, ...]
    history_notes: tuple[str, ...]
    targets: tuple[tuple[str, str, str, str], ...]
    marks: tuple[str, ...]
    definition: tuple[tuple[str, str], ...]
    lineage: tuple[LineageLine, ...]
    commentary: tuple[Commentary, ...]


def round_asked(slug: str, *, returns: Sequence[Return]) -> Round | None:
    """Return the round asked for where it reports the measure, else the latest that does, or None."""
    return next((made.round for made in returns if made.round.slug == slug), returns[0].round if returns else None)


def measure_page(record: MeasureRecord, *, round: Round | None, csv_size: str) -> MeasurePage:
    """Return the page of a measure as of a round, or of its last plan when no round reports it."""
    measure = record.measure
    made = next((each for each in record.returns if round and each.round_id == round.pk), None)
    held = [row for row in record.observations if _is_by(row, round)]
    of_round = {
        row.column: row for row in held if made and row.quarterly_return_id == made.pk and not row.replaced_at
    }
    entry = made.plan_measure if made else next(iter(record.entries), None)
    entry = next((each for each in record.entries if entry and each.pk == entry.pk), None)
    columns, parts = _parts(of_round)
    revised = revised_figures(held)
    history = tuple(_history(row, measure=measure, revised=revised) for row in reversed(held))
    targets = tuple(_target_lines(record.entries))
    until = made.round.ends if made else max((row.ends for row in held), default=date.min)
    bars = _parts_chart(of_round.get(Observation.Column.CURRENT), measure=measure)
    series = drawn(measure=measure, entries=record.entries, observations=held, until=until)
    table = chart_table(series.spec) if series else None
    lineage = tuple(_lineage(each) for each in record.entries)
    return MeasurePage(
        measure=measure,
        caption=f"{entry.ref} in the {entry.objective.plan.title}" if entry else "In no plan",
        thread=thread_above(entry.objective, last=measure.title, kind="Measure") if entry else (),
        is_published=made.round.is_published if made else True,
        period=in_words(parse_period(made.round.period)) if made else "",
        rounds=_rounds(record.returns, shown=made),
        entry=entry,
        shown=_shown(made, entry=entry, of_round=of_round, held=held, measure=measure),
        explanations=tuple(_explanations(made)) if made else (),
        parts_columns=columns,
        parts=parts,
        parts_sentence=describe(bars) if bars else "",
        parts_svg=_svg(bars, identifier="parts-chart"),
        series=series,
        series_svg=_svg(series.spec if series else None, identifier="series-chart"),
        series_table=table,
        csv_size=csv_size,
        history=history,
        history_notes=_notes(held),
        targets=targets,
        marks=marks_in(_marked(history, targets=targets, parts=parts, table=table, lineage=lineage)),
        definition=_definition(measure),
        lineage=lineage,
        commentary=tuple(_commentary(each) for each in record.returns if _is_before(each, made)),
    )


def _marked(
    history: Sequence[HistoryLine],
    *,
    targets: Sequence[tuple[str, str, str, str]],
    parts: Sequence[tuple[str, ...]],
    table: Table | None,
    lineage: Sequence[LineageLine],
) -> Iterable[str]:
    """Yield every text of the page that may hold a mark."""
    yield from (line.figure for line in history)
    yield from (target[1] for target in targets)
    yield from (cell for row in parts for cell in row)
    yield from (cell.text for row in (table.rows if table else ()) for cell in row)
    yield from (line.definition for line in lineage)


def _svg(spec: ChartSpec | None, *, identifier: str) -> SafeString:
    return mark_safe(draw(spec, identifier=identifier)) if spec else SafeString("")  # noqa: S308


def _is_by(row: Observation, round: Round | None) -> bool:
    """Return whether a figure was known by a round: the plans' own always, a later round's not yet."""
    return row.quarterly_return is None or round is None or row.quarterly_return.round.ends <= round.ends


def _is_before(made: Return, shown: Return | None) -> bool:
    return shown is None or made.round.ends <= shown.round.ends


def _rounds(returns: Sequence[Return], *, shown: Return | None) -> tuple[RoundLink, ...]:
    seen: dict[str, RoundLink] = {}
    for made in returns:
        is_shown = shown is not None and made.round_id == shown.round_id
        words = made.round.period if made.round.is_published else f"{made.round.period} (not published yet)"
        seen.setdefault(made.round.slug, RoundLink(text=words, href="" if is_shown else f"?round={made.round.slug}"))
    return tuple(seen.values())


def _shown(
    made: Return | None,
    *,
    entry: PlanMeasure | None,
    of_round: dict[str, Observation],
    held: Sequence[Observation],
    measure: Measure,
) -> Shown:
    current = of_round.get(Observation.Column.CURRENT) or (None if made else next(iter(reversed(held)), None))
    year = str(financial_year_of(made.round.ends)) if made else ""
    standing = [target for target in (entry.targets.all() if entry else ()) if target.replaced_at is None]
    target: Target | None = next(
        (each for each in reversed(standing) if year in ("", each.year)),
        None,
    )
    return Shown(
        heading=made.round.period if made else (current.period if current else "Figure"),
        figure=_figure(current, measure=measure) if current else "No figure",
        note=_figure_note(current),
        target_heading=f"Target for {target.year if target else year or 'the year'}",
        target=target_text(target, unit=target.unit if target else measure.unit),
    )


def _figure_note(row: Observation | None) -> str:
    if row is None:
        return "The plan names the measure and gives no figure."
    words = [sentence_case(row.status), f"as at {long_date(row.as_at)}" if row.as_at else "", _covers(row)]
    return ", ".join(word for word in words if word)


def _covers(row: Observation) -> str:
    return "basis not stated" if row.basis == "not stated" else row.basis


def _figure(row: Observation, *, measure: Measure) -> str:
    return figure_text(
        row.value,
        unit=row.unit,
        status=row.status,
        parts=list(row.parts.all()),
        is_total=measure.total_of_parts,
    )


def _explanations(made: Return) -> Iterable[Explanation]:
    unjudged = "The round has not been judged yet."
    yield Explanation(
        name="Progress",
        question="Is the annual target on course?",
        computed=light("progress", made.progress or "not judged"),
        officer=light("officer", made.officer_progress),
        reason=made.progress_reason or unjudged,
        would_change=made.progress_would_change or "Judging the round would.",
        officer_reason=made.officer_progress_reason,
    )
    yield Explanation(
        name="Position",
        question="Is this period’s figure where it should be by now?",
        computed=light("position", made.position or "not judged"),
        officer=None,
        reason=made.position_reason or unjudged,
        would_change=made.position_would_change or "Judging the round would.",
        officer_reason="",
    )
    yield Explanation(
        name="Direction of travel",
        question="Better or worse than the same period last year?",
        computed=light("direction", made.direction or "unknown"),
        officer=light("officer", made.officer_direction),
        reason=made.direction_reason or unjudged,
        would_change=made.direction_would_change or "Judging the round would.",
        officer_reason=made.officer_direction_reason,
    )


def _parts(of_round: dict[str, Observation]) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Return the parts as a table: a row a part, a column a figure of this return that has parts."""
    with_parts = [(column, row) for column, row in of_round.items() if list(row.parts.all())]
    order = list(_COLUMNS)
    with_parts.sort(key=lambda pair: order.index(Observation.Column(pair[0])))
    labels = list(dict.fromkeys(part.label for _, row in with_parts for part in row.parts.all()))
    columns = ("Part", *(f"{_COLUMNS[Observation.Column(column)]} ({row.period})" for column, row in with_parts))
    rows = []
    for label in labels:
        cells = [label]
        for _, row in with_parts:
            found = [part_text(part) for part in row.parts.all() if part.label == label]
            cells.append("; ".join(found) or "Not reported [x]")
        rows.append(tuple(cells))
    return columns, tuple(rows)


def _parts_chart(row: Observation | None, *, measure: Measure) -> BarChart | None:
    parts = list(row.parts.all()) if row else []
    if row is None or len(parts) < 2 or len({part.unit for part in parts}) > 1:
        return None
    if len({part.label for part in parts}) < len(parts) or all(part.value is None for part in parts):
        return None
    return BarChart(
        title=f"{measure.title}, {row.period}, by part",
        unit=parts[0].unit,
        bars=tuple(
            Bar(label=part.label, value=part.value, symbol=mark_of(part.status) if part.value is None else "")
            for part in parts
        ),
    )


def _history(row: Observation, *, measure: Measure, revised: frozenset[int]) -> HistoryLine:
    made = row.quarterly_return
    where = f"{made.round.period} report" if made else row.plan_measure.objective.plan.title
    column = _COLUMNS[Observation.Column(row.column)].lower()
    replaced = f", replaced on {long_date(row.replaced_at.date())}" if row.replaced_at else ""
    return HistoryLine(
        period=row.period,
        figure=f"{_figure(row, measure=measure)}{' [r]' if row.pk in revised else ''}",
        covers=sentence_case(_covers(row)),
        reported=f"{where}: {column}{replaced}",
        source=source_text(row.source, row.source_line),
    )


def _notes(held: Sequence[Observation]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(f"{row.period}: {row.note}" for row in reversed(held) if row.note))


def _target_lines(entries: Sequence[PlanMeasure]) -> Iterable[tuple[str, str, str, str]]:
    rows = [(target, entry) for entry in entries for target in entry.targets.all()]
    for target, entry in sorted(rows, key=lambda pair: (pair[0].year, pair[0].set_at), reverse=True):
        state = f" (replaced on {long_date(target.replaced_at.date())})" if target.replaced_at else ""
        yield (
            target.year,
            f"{target_text(target, unit=target.unit)}{state}",
            f"{entry.objective.plan.title} {entry.ref}",
            source_text(target.source, target.source_line),
        )


def _definition(measure: Measure) -> tuple[tuple[str, str], ...]:
    share = measure.tolerance_kind == ToleranceKind.SHARE
    tolerance = measure.tolerance * 100 if share else measure.tolerance
    words = f"{tolerance.normalize():f}% of the target" if share else print_number(tolerance, unit=measure.unit)
    if measure.unit == "percent" and not share:
        words = f"{tolerance:f} percentage points"
    return (
        ("Definition", measure.definition or "The council’s papers do not define it."),
        ("Unit", sentence_case(measure.unit)),
        ("Basis", sentence_case(measure.basis)),
        ("Which way is better", sentence_case(measure.polarity)),
        ("How we know", measure.polarity_source or "No reason is recorded."),
        ("How often", sentence_case(measure.frequency) or "Not stated"),
        ("Near the target means", f"Behind it by no more than {words}"),
    )


def _lineage(entry: PlanMeasure) -> LineageLine:
    plan = entry.objective.plan
    definition = entry.definition_break or "No change recorded"
    return LineageLine(
        plan=plan.title,
        objective=objective_link(plan.slug, entry.objective.ref, text=f"{entry.objective.ref} in {plan.title}"),
        printed=f"{entry.ref} {entry.title}",
        definition=f"Break [b]: {definition}" if entry.definition_break else definition,
    )


def _commentary(made: Return) -> Commentary:
    return Commentary(
        heading=in_words(parse_period(made.round.period)),
        paragraphs=paragraphs_of(made.commentary),
        by=made.commentary_by,
        remarks=tuple(str(note) for note in made.notes),
        source=source_text(made.source, made.source_line),
    )
