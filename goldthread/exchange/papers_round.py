"""A performance report that was read in a paper → the round as the bundle holds it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from goldthread.domain.lights import OfficerJudgement
from goldthread.domain.papers import Cell, CellStatus, Commentary, MeasureRow, ReportRecord
from goldthread.domain.periods import Period, financial_year_of, previous
from goldthread.exchange.bundle_figures import Figure, Source
from goldthread.exchange.bundle_round import MilestoneOfficer, MilestoneReturn, Officer, Return, Round
from goldthread.exchange.papers_errors import NoIdentity, NotAPlan
from goldthread.exchange.papers_figures import dated_figure_of, figure_of, figure_of_parts
from goldthread.exchange.papers_lineage import keyed_measures
from goldthread.exchange.papers_plan import letters, source_of

_LIGHTS = MappingProxyType(
    {
        "green": OfficerJudgement.GREEN,
        "amber": OfficerJudgement.AMBER,
        "red": OfficerJudgement.RED,
        "better": OfficerJudgement.GREEN,
        "same": OfficerJudgement.AMBER,
        "worse": OfficerJudgement.RED,
    }
)


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
    source = source_of(row.where, document=document)
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
            ref = row.ref or f"{objective.ref}{letters(place)}"
            seen[ref] += 1
            yield MilestoneReturn(
                ref=ref,
                occurrence=seen[ref],
                commentary=row.commentary.text if row.commentary else "",
                commentary_by=_authors(row.commentary),
                officer=MilestoneOfficer(progress=_light(row.progress)),
                source=source_of(row.where, document=document),
            )


def _authors(commentary: Commentary | None) -> str:
    return ", ".join(commentary.authors)[:300] if commentary is not None else ""


def _light(cell: Cell | None) -> OfficerJudgement:
    if cell is None:
        return OfficerJudgement.NOT_RECORDED
    if cell.status is CellStatus.NOT_APPLICABLE:
        return OfficerJudgement.NOT_APPLICABLE
    return _LIGHTS.get(cell.light or "", OfficerJudgement.NOT_RECORDED)
