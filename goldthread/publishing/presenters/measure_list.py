"""The list of measures: filtered by a plain form, sorted by links, prepared as plain strings."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from goldthread.domain.periods import financial_year_of, in_words, parse_period
from goldthread.monitoring.models import Round
from goldthread.plan.models import Plan
from goldthread.publishing.cells import figure_text, marks_in, row_figure, target_of_year, target_text
from goldthread.publishing.queries import FigureRow, MeasureRow
from goldthread.rendering.wording import LIGHTS, counted
from goldthread.ui.markup import light_markup

_SEVERITY: Final = {value: place for place, value in enumerate(("red", "amber", "too early to say", "green"))}
_TRAVEL: Final = {value: place for place, value in enumerate(("worse", "same", "better", "unknown"))}
SORTS: Final[dict[str, tuple[str, Callable[[MeasureRow], Any]]]] = {
    "ref": ("reference", lambda row: row.ref),
    "name": ("name", lambda row: row.name.lower()),
    "progress": ("progress, not on course first", lambda row: _SEVERITY.get(row.progress or "", len(_SEVERITY))),
    "direction": ("direction of travel, worse first", lambda row: _TRAVEL.get(row.direction or "", len(_TRAVEL))),
}


@dataclass(frozen=True, kw_only=True)
class Line:
    """One row of the list, ready to print."""

    link: SafeString
    figure: str
    target: str
    progress: str
    direction: str


@dataclass(frozen=True, kw_only=True)
class Choice:
    """One choice of a filter."""

    value: str
    text: str
    chosen: bool


@dataclass(frozen=True, kw_only=True)
class Filter:
    """One filter of the form."""

    name: str
    label: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, kw_only=True)
class SortLink:
    """One way to sort; without an address it is how the list is sorted now."""

    text: str
    href: str


@dataclass(frozen=True, kw_only=True)
class MeasureList:
    """The page's words."""

    heading: str
    scope: str
    count: str
    lines: tuple[Line, ...]
    filters: tuple[Filter, ...]
    sorts: tuple[SortLink, ...]
    sort: str
    is_filtered: bool
    marks: tuple[str, ...]
    figure_heading: str
    target_heading: str


def plan_asked(slug: str, *, plans: Sequence[Plan]) -> Plan | None:
    """Return the plan asked for, else the latest; None before there is one."""
    return next((each for each in plans if each.slug == slug), next(iter(plans), None))


def measure_list(
    *, plan: Plan, plans: Sequence[Plan], round: Round | None, rows: Sequence[MeasureRow], asked: Mapping[str, str]
) -> MeasureList:
    """Return the list of one plan's measures, as asked for; an unknown value of a filter is left aside."""
    filters = _filters(rows, plan=plan, plans=plans, asked=asked)
    chosen = {each.name: next((c.value for c in each.choices if c.chosen), "") for each in filters}
    sort = asked.get("sort", "")
    sort = sort if sort in SORTS else "ref"
    kept = [row for row in rows if _matches(row, chosen)]
    if sort != "ref":
        kept.sort(key=SORTS[sort][1])
    year = str(financial_year_of(round.ends)) if round else ""
    address = reverse("measures")
    lines = tuple(_line(row, year=year, address=address) for row in kept)
    return MeasureList(
        heading="Measures",
        scope=f"{plan.title}, {in_words(parse_period(round.period))}" if round else plan.title,
        count=_count(len(kept), of=len(rows)),
        lines=lines,
        marks=marks_in(text for line in lines for text in (line.figure, line.target)),
        filters=filters,
        sorts=_sorts(sort=sort, chosen=chosen),
        sort=sort,
        is_filtered=any(chosen[name] for name in ("progress", "direction", "objective")),
        figure_heading=f"{round.period} figure" if round else "Latest actual",
        target_heading=f"{year} target" if round else "Latest target",
    )


def _matches(row: MeasureRow, chosen: Mapping[str, str]) -> bool:
    return (
        chosen["progress"] in ("", row.progress or "not judged")
        and chosen["direction"] in ("", row.direction or "unknown")
        and chosen["objective"] in ("", row.objective_ref)
    )


def _count(kept: int, *, of: int) -> str:
    return f"{counted(of, 'measure')}." if kept == of else f"{kept} of {counted(of, 'measure')}."


_PROGRESS: Final = {value: light_markup("progress", value) for value in LIGHTS["progress"]}
_DIRECTION: Final = {value: light_markup("direction", value) for value in LIGHTS["direction"]}


def _line(row: MeasureRow, *, year: str, address: str) -> Line:
    target = target_of_year(row.targets, year=year) if year else next(iter(reversed(row.targets)), None)
    shown = target_text(target, unit=target.unit if target else row.unit)
    return Line(
        link=format_html('<a class="govuk-link" href="{}{}/">{} {}</a>', address, row.slug, row.ref, row.name),
        figure=row_figure(row) if year else _latest_actual(row),
        target=shown if year or target is None else f"{shown} ({target.year})",
        progress=_PROGRESS[row.progress or "not judged"],
        direction=_DIRECTION[row.direction or "unknown"],
    )


def _latest_actual(row: MeasureRow) -> str:
    latest: FigureRow | None = next((each for each in reversed(row.actuals)), None)
    if latest is None:
        return "No figure in the plan"
    return f"{actual_text(row, latest)} ({latest.period})"


def actual_text(row: MeasureRow, figure: FigureRow) -> str:
    """Return an actual as a cell prints it."""
    return figure_text(
        figure.value, unit=figure.unit, status=figure.status, parts=figure.parts, is_total=row.total_of_parts
    )


def _filters(
    rows: Sequence[MeasureRow], *, plan: Plan, plans: Sequence[Plan], asked: Mapping[str, str]
) -> tuple[Filter, ...]:
    objectives = {row.objective_ref: f"{row.objective_ref} {_short(row.objective_title)}" for row in rows}
    lights = [(value, shown.word) for value, shown in LIGHTS["progress"].items()]
    travel = [(value, shown.word) for value, shown in LIGHTS["direction"].items()]
    anything = ("", "All")
    wanted = [
        ("plan", "Plan", [(each.slug, each.title) for each in plans], plan.slug),
        ("objective", "Objective", [anything, *objectives.items()], asked.get("objective", "")),
        ("progress", "Progress", [anything, *lights], asked.get("progress", "")),
        ("direction", "Direction of travel", [anything, *travel], asked.get("direction", "")),
    ]
    return tuple(
        Filter(
            name=name,
            label=label,
            choices=tuple(Choice(value=value, text=text, chosen=value == chosen) for value, text in choices),
        )
        for name, label, choices, chosen in wanted
    )


def _short(title: str) -> str:
    return title if len(title) <= 60 else f"{title[:58].rsplit(' ', 1)[0]}…"


def _sorts(*, sort: str, chosen: Mapping[str, str]) -> tuple[SortLink, ...]:
    kept = {name: value for name, value in chosen.items() if value}
    return tuple(
        SortLink(text=words, href="" if name == sort else f"?{urlencode({**kept, 'sort': name})}")
        for name, (words, _) in SORTS.items()
    )
