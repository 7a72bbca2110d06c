"""A round as the checks see it: the records that reading its report would give, without writing it first."""

from __future__ import annotations

from collections.abc import Iterator

from goldthread.domain.figures import Figure, Status, Unit, printed
from goldthread.domain.judgement import OfficerJudgement
from goldthread.domain.measures import Target, TargetState
from goldthread.domain.papers import (
    Cell,
    CellPart,
    CellStatus,
    Commentary,
    Comparator,
    MeasureRow,
    MilestoneRow,
    ObjectiveSection,
    Paper,
    Passage,
    ReportRecord,
    Where,
)
from goldthread.monitoring.models import MilestoneReturn
from goldthread.publishing.contents import Contents, Entry

_STATUSES = {
    Status.FINAL: CellStatus.NUMBER,
    Status.PROVISIONAL: CellStatus.PROVISIONAL,
    Status.REFER_TO_COMMENTARY: CellStatus.REFER_TO_COMMENTARY,
    Status.NOT_REPORTED: CellStatus.BLANK,
    Status.NOT_YET_AVAILABLE: CellStatus.NOT_YET_AVAILABLE,
    Status.NOT_APPLICABLE: CellStatus.NOT_APPLICABLE,
    Status.SUPPRESSED: CellStatus.SUPPRESSED,
}
_STATES = {
    TargetState.NUMBER: CellStatus.NUMBER,
    TargetState.NOT_APPLICABLE: CellStatus.NOT_APPLICABLE,
    TargetState.TO_BE_CONFIRMED: CellStatus.TO_BE_CONFIRMED,
    TargetState.BASELINE_TO_BE_ESTABLISHED: CellStatus.BASELINE,
    TargetState.NOT_STATED: CellStatus.BLANK,
}
_LIGHTS = {OfficerJudgement.GREEN: "green", OfficerJudgement.AMBER: "amber", OfficerJudgement.RED: "red"}
_DIRECTIONS = {"better", "same", "worse"}


def paper_of(contents: Contents) -> Paper:
    """A round's contents as a paper; each record's place is the reference that the report gives it."""
    file = str(contents.period)
    objectives = tuple(
        ObjectiveSection(
            ref=objective.ref,
            title=objective.title,
            officer=objective.officer,
            measures=tuple(_measure(entry, file=file) for entry in contents.entries_of(objective)),
            milestones=tuple(_milestone(made, file=file) for made in contents.milestones_of(objective)),
            where=Where(file=file, cell=objective.ref),
        )
        for objective in contents.objectives
    )
    passages = tuple(_passages(contents, file=file))
    report = ReportRecord(
        kind="performance report",
        title=contents.round.title,
        period=contents.period,
        period_printed=file,
        objectives=objectives,
        passages=passages,
        where=Where(file=file),
    )
    return Paper(file=file, reports=(report,), passages=passages)


def _measure(entry: Entry, *, file: str) -> MeasureRow:
    made, case = entry.made, entry.case
    where = Where(file=file, cell=made.plan_measure.ref)
    cells = {
        "polarity": Cell(header="Polarity", text=case.measure.polarity, where=where),
        "target": _target(case.target, unit=case.measure.unit, where=where),
        "current": _figure("Current", case.figure, where=where),
        "direction_of_travel": _light("Direction of travel", made.direction, where=where),
        "progress": _light(
            "Progress", _LIGHTS.get(OfficerJudgement(made.officer_progress), made.progress), where=where
        ),
    }
    if case.prior_actual is not None:
        cells = {
            "prior_actual": _figure(f"{case.prior_actual.period} actual", case.prior_actual, where=where)
        } | cells
    return MeasureRow(
        ref=made.plan_measure.ref,
        title=made.title_in_round or made.plan_measure.title,
        cells=cells,
        comparator=_comparator(case.comparator),
        commentary=_commentary(made.commentary, by=made.commentary_by, where=where),
        where=where,
    )


def _milestone(made: MilestoneReturn, *, file: str) -> MilestoneRow:
    where = Where(file=file, cell=made.milestone.ref)
    light = _LIGHTS.get(OfficerJudgement(made.officer_progress), made.progress)
    return MilestoneRow(
        ref=made.milestone.ref,
        text=made.milestone.title,
        due=made.milestone.due,
        due_printed=made.milestone.due_printed,
        officer=made.milestone.officer,
        progress=_light("Progress", light, where=where),
        commentary=_commentary(made.commentary, by=made.commentary_by, where=where),
        where=where,
    )


def _figure(header: str, figure: Figure, *, where: Where) -> Cell:
    parts = _parts(figure)
    words = " ".join(f"{part.label} {printed(part.number, unit=part.unit)}".strip() for part in parts)
    return Cell(
        header=header, text=words or str(figure.status), parts=parts, status=_STATUSES[figure.status], where=where
    )


def _parts(figure: Figure) -> tuple[CellPart, ...]:
    whole = () if figure.value is None else (CellPart(label="", number=figure.value, unit=figure.unit),)
    return whole + tuple(
        CellPart(label=part.label, number=part.value, unit=part.unit)
        for part in figure.parts
        if part.value is not None
    )


def _target(target: Target, *, unit: Unit, where: Where) -> Cell:
    unit = target.unit or unit
    numbers = (target.value,) if target.value is not None else (target.low, target.high)
    parts = tuple(CellPart(label="", number=number, unit=unit) for number in numbers if number is not None)
    words = " to ".join(printed(part.number, unit=unit) for part in parts)
    return Cell(
        header=f"{target.year} target",
        text=words or str(target.state),
        parts=parts,
        status=_STATES.get(target.state, CellStatus.TEXT),
        where=where,
    )


def _light(header: str, word: str, *, where: Where) -> Cell:
    known = word in _LIGHTS.values() or word in _DIRECTIONS
    return Cell(header=header, text=word, status=CellStatus.LIGHT, light=word if known else None, where=where)


def _comparator(figure: Figure | None) -> Comparator | None:
    if figure is None or not figure.is_reported:
        return None
    parts = _parts(figure)
    words = " ".join(f"{part.label} {printed(part.number, unit=part.unit)}".strip() for part in parts)
    return Comparator(printed=f"{figure.period} {words}", period=figure.period, parts=parts)


def _commentary(text: str, *, by: str, where: Where) -> Commentary | None:
    return Commentary(authors=(by,) if by else (), text=text, where=where) if text or by else None


def _passages(contents: Contents, *, file: str) -> Iterator[Passage]:
    for statement in contents.statements:
        where = Where(file=file, cell=statement.title)
        yield Passage(text=statement.title, where=where, level=2, section=statement.kind, kind="heading")
        yield Passage(text=statement.text, where=where, section=statement.title)
    for entry in contents.entries:
        ref = entry.made.plan_measure.ref
        yield Passage(text=entry.made.commentary, where=Where(file=file, cell=ref), section=ref, kind="commentary")
    for made in contents.milestones:
        ref = made.milestone.ref
        yield Passage(text=made.commentary, where=Where(file=file, cell=ref), section=ref, kind="commentary")
