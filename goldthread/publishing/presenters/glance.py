"""The council at a glance: lights by objective, what changed, what is red and worsening, what is not judged."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.safestring import SafeString, mark_safe

from goldthread.domain.course import NO_POLARITY
from goldthread.domain.measures import WHY_NO_TARGET
from goldthread.domain.periods import financial_year_of, in_words, parse_period
from goldthread.monitoring.models import Round
from goldthread.publishing.cells import (
    Anchor,
    measure_link,
    milestone_addresses,
    milestone_link,
    milestone_name,
    objective_link,
    row_figure,
    target_of_year,
    target_text,
)
from goldthread.publishing.queries import MeasureRow, MilestoneRow
from goldthread.rendering.chart_specs import LightRow, LightsChart
from goldthread.rendering.charts import draw
from goldthread.rendering.content import Light, light
from goldthread.rendering.wording import LIGHTS, counted
from goldthread.rendering.wording import in_words as listed

PROGRESS: Final = tuple(LIGHTS["progress"])


@dataclass(frozen=True, kw_only=True)
class Attention:
    """A measure that is not on course and worse than a year before, with the reasons."""

    link: Anchor
    figure: str
    target: str
    progress_reason: str
    direction_reason: str


@dataclass(frozen=True, kw_only=True)
class Change:
    """What changed of one measure or milestone since the round before."""

    link: Anchor
    sentence: str
    was: Light | None = None
    now: Light | None = None


@dataclass(frozen=True, kw_only=True)
class FigureChange:
    """A figure of this round beside the one of the round before."""

    link: Anchor
    was: str
    now: str


@dataclass(frozen=True, kw_only=True)
class Glance:
    """The page's words, in reading order."""

    round: Round
    period: str
    before: str
    sentence: str
    milestone_sentence: str
    tally: Mapping[str, int]
    milestone_tally: Mapping[str, int]
    direction_tally: Mapping[str, int]
    objectives: tuple[tuple[Anchor, tuple[int, ...], int], ...]
    light_columns: tuple[str, ...]
    chart: SafeString
    attention: tuple[Attention, ...]
    changes: tuple[Change, ...]
    figures: tuple[FigureChange, ...]
    not_judged: tuple[tuple[str, str], ...]
    unknown: tuple[tuple[str, str], ...]


def glance(
    *,
    round: Round,
    before: Round | None,
    measures: Sequence[MeasureRow],
    measures_before: Sequence[MeasureRow],
    milestones: Sequence[MilestoneRow],
    milestones_before: Sequence[MilestoneRow],
) -> Glance:
    """Return the page for a round, beside the round before it if there is one."""
    returned = [row for row in measures if row.return_id]
    chart = _chart(returned, period=round.period)
    earlier = {row.pk: row for row in measures_before if row.return_id}
    return Glance(
        round=round,
        period=in_words(parse_period(round.period)),
        before=in_words(parse_period(before.period)) if before else "",
        sentence=_sentence(returned, noun="measure"),
        milestone_sentence=_sentence([row for row in milestones if row.progress], noun="milestone"),
        tally=Counter(row.progress for row in returned if row.progress),
        milestone_tally=Counter(row.progress for row in milestones if row.progress),
        direction_tally=Counter(row.direction for row in returned if row.direction),
        objectives=_objectives(returned, plan=round.plan.slug),
        light_columns=tuple(light("progress", value).text for value in PROGRESS),
        chart=mark_safe(draw(chart, identifier="lights")) if chart else SafeString(""),  # noqa: S308
        attention=tuple(_attention(returned, year=str(financial_year_of(round.ends)))),
        changes=(
            *_light_changes(returned, earlier=earlier),
            *_milestone_changes(milestones, before=milestones_before, plan=round.plan.slug),
        ),
        figures=tuple(_figure_changes(returned, earlier=earlier)),
        not_judged=_reasons((row.progress_reason or "") for row in returned if row.progress == "not judged"),
        unknown=_reasons((row.direction_reason or "") for row in returned if row.direction == "unknown"),
    )


def _sentence(rows: Sequence[MeasureRow] | Sequence[MilestoneRow], *, noun: str) -> str:
    """Return how many are on course and how many are not, in one sentence."""
    counts = Counter(row.progress for row in rows)
    said = [f"{counts[value]} {LIGHTS['progress'][value].word.lower()}" for value in PROGRESS if counts[value]]
    verb = "is" if len(rows) == 1 else "are"
    return f"Of {counted(len(rows), noun)}, {listed(said)}." if said else f"No {noun}s {verb} reported."


def _objectives(rows: Sequence[MeasureRow], *, plan: str) -> tuple[tuple[Anchor, tuple[int, ...], int], ...]:
    titles = {row.objective_ref: row.objective_title for row in rows}
    return tuple(
        (
            objective_link(plan, ref, text=f"{ref} {title}"),
            tuple(sum(row.objective_ref == ref and row.progress == value for row in rows) for value in PROGRESS),
            sum(row.objective_ref == ref for row in rows),
        )
        for ref, title in titles.items()
    )


def _chart(rows: Sequence[MeasureRow], *, period: str) -> LightsChart | None:
    refs = list(dict.fromkeys(row.objective_ref for row in rows))
    if not refs:
        return None
    counts = Counter((row.objective_ref, row.progress) for row in rows)
    return LightsChart(
        title=f"Measures by objective, {period}",
        kind="progress",
        rows=tuple(
            LightRow(label=ref, counts=tuple((value, counts[ref, value]) for value in PROGRESS if counts[ref, value]))
            for ref in refs
        ),
    )


def _attention(rows: Iterable[MeasureRow], *, year: str) -> Iterable[Attention]:
    for row in rows:
        if row.progress == "red" and row.direction == "worse":
            yield Attention(
                link=_link(row),
                figure=row_figure(row),
                target=target_text(target_of_year(row.targets, year=year), unit=row.unit),
                progress_reason=row.progress_reason or "",
                direction_reason=row.direction_reason or "",
            )


def _light_changes(rows: Iterable[MeasureRow], *, earlier: Mapping[int, MeasureRow]) -> Iterable[Change]:
    for row in rows:
        was = earlier.get(row.pk)
        if was is None:
            continue
        if row.progress != was.progress:
            yield Change(
                link=_link(row),
                sentence="Progress",
                was=light("progress", was.progress or "not judged"),
                now=light("progress", row.progress or "not judged"),
            )
        known = {"better", "same", "worse"}
        if row.direction != was.direction and {row.direction, was.direction} <= known:
            yield Change(
                link=_link(row),
                sentence="Direction of travel",
                was=light("direction", was.direction or "unknown"),
                now=light("direction", row.direction or "unknown"),
            )


def _milestone_changes(
    rows: Sequence[MilestoneRow], *, before: Sequence[MilestoneRow], plan: str
) -> Iterable[Change]:
    earlier = {row.pk: row.progress for row in before}
    names = milestone_addresses((row.pk, row.ref, row.occurrence) for row in rows)
    for row in rows:
        was = earlier.get(row.pk)
        if was and row.progress and row.progress != was:
            name = milestone_name(row.ref, row.occurrence)
            yield Change(
                link=milestone_link(plan, names[row.pk], text=f"{name} {row.title}"),
                sentence="Milestone",
                was=light("progress", was),
                now=light("progress", row.progress),
            )


def _figure_changes(rows: Iterable[MeasureRow], *, earlier: Mapping[int, MeasureRow]) -> Iterable[FigureChange]:
    for row in rows:
        was = earlier.get(row.pk)
        if was and row_figure(was) != row_figure(row):
            yield FigureChange(link=_link(row), was=row_figure(was), now=row_figure(row))


def _reasons(reasons: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Return how many measures share each kind of reason, the commonest first."""
    kinds = Counter(kind_of(reason) for reason in reasons)
    return tuple((kind, counted(times, "measure")) for kind, times in kinds.most_common())


_KINDS: Final = (
    (NO_POLARITY, "The council does not say which way is better"),
    *((words, f"{words[:1].upper()}{words[1:]}") for words in WHY_NO_TARGET.values()),
    ("the target depends on", "The target depends on something still to come"),
    ("the definition changed", "The definition changed since last year"),
    ("one is in “", "This figure and last year’s are in different units"),
    ("no figure is held", "No figure is held for the same period last year"),
    ("has nothing to be compared with", "Last year’s figure has no value to compare with"),
    ("no basis is stated", "No basis is stated, so the two years may cover different parts"),
    ("earlier figure", "This figure and last year’s cover different days"),
    ("without a total", "The figure is reported in parts without a total"),
    ("reported in words", "The measure is reported in words"),
    ("There is no figure", "There is no single figure for the period"),
    ("No figure is reported", "No figure is reported for the period"),
    ("not yet available", "The figure is not available yet"),
)


def kind_of(reason: str) -> str:
    """Return the kind of a reason, without the figures of one measure; a reason of no known kind is its own.

    >>> kind_of("526 is not judged, because the measure is monitored without a target.")
    'The measure is monitored without a target'
    """
    return next((kind for words, kind in _KINDS if words in reason), reason)


def _link(row: MeasureRow) -> Anchor:
    return measure_link(row.slug, text=f"{row.ref} {row.name}")
