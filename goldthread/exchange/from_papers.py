"""Records read from a council's papers → plans and rounds as the bundle holds them, each row with document and line.

`plan_from` and `round_from` take a report as the reader made it, after a person has removed the rows not accepted and
said which measure each row is. `doubts` lists what that person should look at first.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from string import ascii_lowercase

from goldthread.domain.lights import OfficerJudgement
from goldthread.domain.papers import (
    Cell,
    CellStatus,
    Commentary,
    MeasureRow,
    MilestoneRow,
    ObjectiveSection,
    PriorityRecord,
    ReportRecord,
    Where,
)
from goldthread.domain.periods import Period, PeriodKind, UnknownPeriod, financial_year_of, parse_period, previous
from goldthread.exchange.bundle_figures import DatedFigure, Figure, Source, Target
from goldthread.exchange.bundle_plan import Area, Milestone, Objective, Plan, PlanMeasure, Priority
from goldthread.exchange.bundle_round import MilestoneOfficer, MilestoneReturn, Officer, Return, Round
from goldthread.exchange.papers_figures import (
    dated_figure_of,
    figure_of,
    figure_of_parts,
    is_sentence,
    target_of,
)
from goldthread.exchange.papers_lineage import Proposal, key_of, keyed_measures, proposals
from goldthread.reader.recognise.dates import periods_in
from goldthread.reader.recognise.plan_years import year_of

__all__ = ["Doubt", "NoIdentity", "NotAPlan", "Proposal", "doubts", "key_of", "plan_from", "proposals", "round_from"]

LATEST_NOTE = "Latest performance, its year not printed; the last full year before the plan."
ALIKE = 0.6
_DUE_BRACKET = re.compile(r"\s*\([^()]{3,120}\)\s*\.?\s*$")
_AREA = re.compile(r"(\d{1,3})\b")
_INITIALS = re.compile(r"\b([A-Z])[a-z]")


class NoIdentity(ValueError):
    """Rows whose measure nobody has named; the message lists their keys."""

    def __init__(self, keys: Iterable[str]) -> None:
        self.keys = tuple(keys)
        super().__init__(
            f"No measure is named for {', '.join(self.keys)}. Name one for each, or leave the rows out of the import."
        )


class NotAPlan(ValueError):
    """A report that says neither in its title nor in its columns which years it is for."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that the person importing should look at: where it is, and what is doubtful."""

    where: Where
    text: str

    def __str__(self) -> str:
        return f"{self.where}: {self.text}"


def plan_from(report: ReportRecord, *, document: str, lineage: Mapping[str, str]) -> Plan:
    """The plan that a paper holds.

    Args:
        report: a plan as read; rows that are not accepted have been removed from it.
        document: the id of the paper among the bundle's documents.
        lineage: the id of the measure of each row, by its key (`papers_lineage.keyed_measures`).

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
        source=_source(_where_of_title(report), document=document),
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
                source=_source(held.where, document=document),
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


def _source(where: Where, *, document: str) -> Source:
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
                source=_source(record.where, document=document),
                areas=tuple(
                    Area(number=area.number, title=tidy(area.title), source=_source(area.where, document=document))
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
    source = _source(row.where, document=document)
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
        ref = row.ref or f"{objective.ref}{_letters(place)}"
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
            source=_source(row.where, document=document),
        )


def _letters(place: int) -> str:
    """a to z, then aa, ab and so on."""
    if place < len(ascii_lowercase):
        return ascii_lowercase[place]
    return _letters(place // len(ascii_lowercase) - 1) + ascii_lowercase[place % len(ascii_lowercase)]


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


def round_from(report: ReportRecord, *, plan: str, document: str, lineage: Mapping[str, str]) -> Round:
    """The round that a performance report is, against a plan that is held or comes with it.

    Args:
        report: a performance report as read, without the rows that were not accepted.
        plan: the id of the plan whose references the report prints.
        document: the id of the paper among the bundle's documents.
        lineage: the id of the measure of each row, by its key.

    Raises: NoIdentity when a row's key is not in the lineage; NotAPlan when the period is not known.
    """
    if report.period is None:
        raise NotAPlan(f"“{report.title}” does not say which period it reports on. Enter it.")
    keyed = list(keyed_measures(report))
    missing = [key for key, _, _ in keyed if key not in lineage]
    if missing:
        raise NoIdentity(missing)
    fields = report.front.fields
    return Round(
        period=report.period,
        plan=plan,
        title=report.title[:300] or f"Report for {report.period}",
        board=fields["board"].text[:300] if "board" in fields else "",
        meeting=report.front.date,
        officer=fields["officer"].text[:300] if "officer" in fields else "",
        returns=tuple(
            _return(row, occurrence=occurrence, period=report.period, document=document)
            for _, occurrence, row in keyed
        ),
        milestone_returns=tuple(_milestone_returns(report, document=document)),
    )


def _return(row: MeasureRow, *, occurrence: int, period: Period, document: str) -> Return:
    source = _source(row.where, document=document)
    prior = next((cell for name, cell in row.cells.items() if name.startswith("prior_actual")), None)
    year = previous(financial_year_of(period.end))
    compared = row.comparator
    return Return(
        ref=row.ref,
        occurrence=occurrence,
        commentary=row.commentary.text if row.commentary else "",
        commentary_by=_authors(row.commentary),
        officer=Officer(
            progress=_light(row.cells.get("progress")), direction=_light(row.cells.get("direction_of_travel"))
        ),
        source=source,
        current=_current(row, source=source),
        prior_actual=dated_figure_of(prior, period=year, source=source) if prior is not None else None,
        comparator=figure_of_parts(compared.parts, period=compared.period, printed=compared.printed, source=source)
        if compared is not None and compared.period is not None
        else None,
    )


def _current(row: MeasureRow, *, source: Source) -> Figure:
    cell = row.cells.get("current", Cell(header="", text="", status=CellStatus.BLANK))
    return figure_of(cell, source=source)


def _milestone_returns(report: ReportRecord, *, document: str) -> Iterator[MilestoneReturn]:
    seen: Counter[str] = Counter()
    for objective in report.objectives:
        for place, row in enumerate(objective.milestones):
            ref = row.ref or f"{objective.ref}{_letters(place)}"
            seen[ref] += 1
            yield MilestoneReturn(
                ref=ref,
                occurrence=seen[ref],
                commentary=row.commentary.text if row.commentary else "",
                commentary_by=_authors(row.commentary),
                officer=MilestoneOfficer(progress=_light(row.progress)),
                source=_source(row.where, document=document),
            )


def _authors(commentary: Commentary | None) -> str:
    return ", ".join(commentary.authors)[:300] if commentary is not None else ""


_LIGHTS = {
    "green": OfficerJudgement.GREEN,
    "amber": OfficerJudgement.AMBER,
    "red": OfficerJudgement.RED,
    "better": OfficerJudgement.GREEN,
    "same": OfficerJudgement.AMBER,
    "worse": OfficerJudgement.RED,
}


def _light(cell: Cell | None) -> OfficerJudgement:
    if cell is None:
        return OfficerJudgement.NOT_RECORDED
    if cell.status is CellStatus.NOT_APPLICABLE:
        return OfficerJudgement.NOT_APPLICABLE
    return _LIGHTS.get(cell.light or "", OfficerJudgement.NOT_RECORDED)


def doubts(report: ReportRecord, *, lineage: Mapping[str, str] | None = None) -> tuple[Doubt, ...]:
    """What a person should look at before a report is imported, in the order of the paper."""
    found = [*_doubts_of_plan(report)] if report.kind == "plan" else []
    found += _doubts_of_measures(report, lineage=lineage)
    return tuple(sorted(found, key=lambda doubt: (doubt.where.page or 0, doubt.where.line or 0)))


def _doubts_of_plan(report: ReportRecord) -> Iterator[Doubt]:
    if report.period is None:
        yield Doubt(report.where, "The years of the plan are not stated. Enter its first and last year.")
        return
    years = years_of_plan(report)
    for objective in report.objectives:
        if not objective.ref:
            yield Doubt(
                objective.where, f"{len(objective.measures)} measures stand under no objective and are left out."
            )
            continue
        if objective.title[:1].islower() or objective.title.count("(") != objective.title.count(")"):
            yield Doubt(objective.where, f"The title of {objective.ref} is damaged: “{objective.title}”.")
        for row in objective.milestones:
            printed = year_of(row.year)
            if printed is not None and not years[0] <= printed <= years[1]:
                yield Doubt(row.where, f"The milestone stands under {row.year}, outside the plan's years.")
            if row.due is None and ";" in row.due_printed:
                yield Doubt(row.where, f"The milestone names several dates ({row.due_printed}). None was taken.")


def _doubts_of_measures(report: ReportRecord, *, lineage: Mapping[str, str] | None) -> Iterator[Doubt]:
    for key, occurrence, row in keyed_measures(report):
        if occurrence > 1:
            yield Doubt(row.where, f"{row.ref} is printed again, here for “{row.title}”.")
        if not re.search(r"\d", row.ref):
            yield Doubt(row.where, f"The reference {row.ref} is printed without a number.")
        elif row.confidence < 1:
            yield Doubt(
                row.where, f"The row of {row.ref} was out of line and was put right. Compare it with the paper."
            )
        for cell in row.cells.values():
            if is_sentence(cell) and re.search(r"\d", cell.text):
                yield Doubt(row.where, f"No figure was read in “{cell.text}”.")
        if lineage is not None and key not in lineage:
            yield Doubt(row.where, f"No measure is named for {key}.")
