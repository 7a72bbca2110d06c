"""A plan that was read in a paper → the plan as the bundle holds it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from string import ascii_lowercase

from goldthread.domain.papers import (
    Cell,
    MeasureRow,
    MilestoneRow,
    ObjectiveSection,
    PriorityRecord,
    ReportRecord,
    Where,
)
from goldthread.domain.periods import Period, PeriodKind, UnknownPeriod, financial_year_of, parse_period, previous
from goldthread.exchange.bundle_figures import DatedFigure, Source, Target
from goldthread.exchange.bundle_plan import Area, Milestone, Objective, Plan, PlanMeasure, Priority
from goldthread.exchange.papers_errors import NoIdentity, NotAPlan
from goldthread.exchange.papers_figures import dated_figure_of, target_of
from goldthread.exchange.papers_lineage import keyed_measures
from goldthread.reader.recognise.dates import periods_in
from goldthread.reader.recognise.plan_years import year_of

LATEST_NOTE = "Latest performance, its year not printed; the last full year before the plan."
ALIKE = 0.6
_DUE_BRACKET = re.compile(r"\s*\([^()]{3,120}\)\s*\.?\s*$")
_AREA = re.compile(r"(\d{1,3})\b")
_INITIALS = re.compile(r"\b([A-Z])[a-z]")


def plan_from(report: ReportRecord, *, document: str, lineage: Mapping[str, str]) -> Plan:
    """The plan that a paper holds.

    Args:
        report: a plan as read; rows that are not accepted have been removed from it.
        document: the id of the paper among the bundle's documents.
        lineage: the id of the measure of each row, by its key. The keys count the rows of this very report
            (`keyed_measures`): take them after rows have been removed from it.

    Milestones without a printed reference have letters in the paper's order (`PED01a`). A measure that stands under
    no objective is left out and named by `doubts`.

    Raises: NoIdentity when a row's key is not in the lineage; NotAPlan when the years are not known.
    """
    first, last = years_of_plan(report)
    rows = {id(row): (key, occurrence) for key, occurrence, row in keyed_measures(report)}
    missing = [
        rows[id(row)][0] for held in _objectives(report) for row in held.measures if rows[id(row)][0] not in lineage
    ]
    if missing:
        raise NoIdentity(missing)
    priorities = _priorities(report, document=document)
    return Plan(
        id=plan_id(first, last),
        title=report.title[:300],
        kind=report.plan_kind or "plan",
        first_year=first,
        last_year=last,
        source=source_of(_where_of_title(report), document=document),
        priorities=priorities,
        objectives=tuple(
            Objective(
                ref=held.ref,
                title=tidy(held.title),
                officer=held.officer[:300],
                priorities=_priorities_of(held, priorities=priorities),
                areas=_areas_of(held, priorities=priorities),
                key_developments=held.key_developments,
                emerging_issues=held.emerging_issues,
                source=source_of(held.where, document=document),
                measures=tuple(
                    _plan_measure(
                        row,
                        measure=lineage[rows[id(row)][0]],
                        occurrence=rows[id(row)][1],
                        years=(first, last),
                        document=document,
                    )
                    for row in held.measures
                ),
                milestones=tuple(_milestones(held, years=(first, last), document=document)),
            )
            for held in _objectives(report)
        ),
    )


def years_of_plan(report: ReportRecord) -> tuple[Period, Period]:
    """The first and last financial year of a plan.

    Raises: NotAPlan when the report names none.
    """
    if report.period is None:
        raise NotAPlan(f"“{report.title}” does not say which years it is for. Enter its first and last year.")
    first = financial_year_of(report.period)
    return first, report.last_year or first


def plan_id(first: Period, last: Period) -> str:
    """The id of a plan by its years.

    >>> from goldthread.domain.periods import financial_year
    >>> plan_id(financial_year(2016), financial_year(2018))
    '2016-19'
    """
    return f"{first.start.year}-{last.end.year % 100:02}"


def tidy(title: str) -> str:
    """A title without its full stop, its last bracket closed where the paper's column cut it off.

    >>> tidy("Proportion at the threshold (English and Maths"), tidy("Keep homes warm.")
    ('Proportion at the threshold (English and Maths)', 'Keep homes warm')
    """
    closed = f"{title})" if title.count("(") == title.count(")") + 1 else title
    return closed.strip().removesuffix(".").strip()


def _where_of_title(report: ReportRecord) -> Where:
    return report.front.fields["subject"].where if "subject" in report.front.fields else report.where


def _objectives(report: ReportRecord) -> list[ObjectiveSection]:
    return [objective for objective in report.objectives if objective.ref]


def source_of(where: Where, *, document: str) -> Source:
    """Where a row was read."""
    return Source(document=document, line=where.line)


def _priorities(report: ReportRecord, *, document: str) -> tuple[Priority, ...]:
    refs: Counter[str] = Counter()
    made = []
    for record in report.priorities:
        ref = record.ref or _initials(record)
        refs[ref] += 1
        made.append(
            Priority(
                ref=ref if refs[ref] == 1 else f"{ref}{refs[ref]}",
                title=tidy(record.title)[:300],
                source=source_of(record.where, document=document),
                areas=tuple(
                    Area(number=area.number, title=tidy(area.title), source=source_of(area.where, document=document))
                    for area in record.areas
                ),
            )
        )
    return tuple(made)


def _initials(record: PriorityRecord) -> str:
    return "".join(_INITIALS.findall(record.title))[:10] or "P"


def _areas_of(objective: ObjectiveSection, *, priorities: Sequence[Priority]) -> tuple[int, ...]:
    found = _AREA.match(objective.area)
    listed = {area.number for priority in priorities for area in priority.areas}
    return (int(found[1]),) if found and int(found[1]) in listed else ()


def _priorities_of(objective: ObjectiveSection, *, priorities: Sequence[Priority]) -> tuple[str, ...]:
    """The priority that holds its area, else the one whose title is most like, else the plan's only one."""
    areas = _areas_of(objective, priorities=priorities)
    by_area = [priority.ref for priority in priorities if any(area.number in areas for area in priority.areas)]
    if by_area:
        return tuple(by_area)
    if objective.priority:
        alike = [(SequenceMatcher(None, objective.priority, each.title).ratio(), each.ref) for each in priorities]
        score, ref = max(alike, default=(0.0, ""))
        return (ref,) if score >= ALIKE else ()
    return (priorities[0].ref,) if len(priorities) == 1 else ()


def _plan_measure(
    row: MeasureRow, *, measure: str, occurrence: int, years: tuple[Period, Period], document: str
) -> PlanMeasure:
    source = source_of(row.where, document=document)
    return PlanMeasure(
        ref=row.ref,
        occurrence=occurrence,
        title=tidy(row.title),
        measure=measure,
        source=source,
        targets=tuple(_targets(row, years=years, source=source)),
        actuals=tuple(_actuals(row, first_year=years[0], source=source)),
    )


def _targets(row: MeasureRow, *, years: tuple[Period, Period], source: Source) -> Iterator[Target]:
    for name, cell in row.cells.items():
        year = _year_in(name, kind="target")
        if name == "target" and years[0] == years[1]:
            year = years[0]
        if year is not None:
            yield target_of(cell, year=year, source=source)


def _actuals(row: MeasureRow, *, first_year: Period, source: Source) -> Iterator[DatedFigure]:
    """Earlier years' figures, one a period; a cell or title that names its own year is about that one."""
    held: set[Period] = set()
    for name, cell in row.cells.items():
        period, note = _year_in(name, kind="actual"), ""
        own = _own_year(cell)
        if name in {"latest", "actual", "prior_actual"}:
            period = own or _last_year_in(row.title) or previous(first_year)
            note = LATEST_NOTE if period == previous(first_year) and own is None else ""
        elif period is not None and own is not None and own != period:
            period, note = own, f"Printed in the column for {period}."
        if period is not None and period not in held:
            held.add(period)
            yield dated_figure_of(cell, period=period, source=source, note=note)


def _year_in(name: str, *, kind: str) -> Period | None:
    if not name.startswith(f"{kind} "):
        return None
    try:
        period = parse_period(name.removeprefix(f"{kind} "))
    except UnknownPeriod:
        return None
    return period if period.kind is PeriodKind.FINANCIAL_YEAR else None


def _own_year(cell: Cell) -> Period | None:
    """The financial year that a cell names beside its figure: `84.3% (15/16)`."""
    if not cell.parts:
        return None
    years = {found.period for found in periods_in(cell.text) if found.period.kind is PeriodKind.FINANCIAL_YEAR}
    return years.pop() if len(years) == 1 else None


def _last_year_in(title: str) -> Period | None:
    """The year at the very end of a title, which the figures are then about."""
    return year_of(title[-8:]) if re.search(r"\d\d\d\d\s?[/-]\s?\d\d$", title) else None


def _milestones(objective: ObjectiveSection, *, years: tuple[Period, Period], document: str) -> Iterator[Milestone]:
    seen: Counter[str] = Counter()
    for place, row in enumerate(objective.milestones):
        ref = row.ref or f"{objective.ref}{letters(place)}"
        seen[ref] += 1
        year = _plan_year(row, years=years)
        yield Milestone(
            ref=ref,
            occurrence=seen[ref],
            title=milestone_title(row),
            year=str(year) if year is not None else "",
            due=row.due,
            due_printed=row.due_printed[:100],
            officer=row.officer[:300],
            source=source_of(row.where, document=document),
        )


def letters(place: int) -> str:
    """The letters of the milestone at this place, from 0: a to z, then aa, ab and so on.

    >>> letters(0), letters(25), letters(26)
    ('a', 'z', 'aa')
    """
    if place < len(ascii_lowercase):
        return ascii_lowercase[place]
    return letters(place // len(ascii_lowercase) - 1) + ascii_lowercase[place % len(ascii_lowercase)]


def milestone_title(row: MilestoneRow) -> str:
    """A milestone's text without the bracket that holds its date.

    >>> milestone_title(MilestoneRow(ref="", text="Open the hub (May 2024).", due_printed="May 2024"))
    'Open the hub'
    """
    bracket = _DUE_BRACKET.search(row.text)
    if bracket and row.due_printed and row.due_printed in bracket[0]:
        return tidy(row.text[: bracket.start()])
    return tidy(row.text)


def _plan_year(row: MilestoneRow, *, years: tuple[Period, Period]) -> Period | None:
    """The year printed over a milestone; in a plan of one year, that one whatever was printed."""
    return years[0] if years[0] == years[1] else year_of(row.year)
