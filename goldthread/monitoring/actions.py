"""Every write of a round: its opening, its returns, its statements and its judgements."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from goldthread.accounts.actions import record
from goldthread.accounts.models import User
from goldthread.accounts.queries import require
from goldthread.accounts.roles import Permission
from goldthread.domain.figures import Figure
from goldthread.domain.judgement import (
    OfficerJudgement,
    Progress,
    reason_difference_unexplained,
)
from goldthread.domain.periods import Period, parse_period, slug
from goldthread.monitoring import queries
from goldthread.monitoring.judging import judge_milestone_return, judge_return
from goldthread.monitoring.models import MilestoneReturn, Observation, Part, Return, Round, Statement
from goldthread.plan.actions import NO_SOURCE, Source
from goldthread.plan.models import Milestone, Plan, PlanMeasure


class RoundClosed(ValueError):
    """A published round takes no more writes."""


class DifferenceUnexplained(ValueError):
    """The officer's judgement differs from the computed one and no reason was given."""


class FigureNotRevised(ValueError):
    """A published figure is revised only for a stated reason."""


@dataclass(frozen=True, kw_only=True)
class Officer:
    """What the responsible officer judged, and why where it differs from the figures."""

    progress: OfficerJudgement = OfficerJudgement.NOT_RECORDED
    progress_reason: str = ""
    direction: OfficerJudgement = OfficerJudgement.NOT_RECORDED
    direction_reason: str = ""


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A figure to be recorded, with how it was printed and where."""

    figure: Figure
    printed: str = ""
    note: str = ""
    source: Source = NO_SOURCE


@transaction.atomic
def open_round(
    *,
    plan: Plan,
    period: Period,
    title: str,
    board: str,
    by: User,
    at: datetime,
    meeting: date | None = None,
    officer: str = "",
    introduction: str = "",
    notes: tuple[str, ...] = (),
    published_on: date | None = None,
) -> Round:
    """Open a reporting round for a period of a plan.

    Args:
        notes: what a reader of the source should know about the paper as a whole.
        published_on: when the council published the paper, where it stands in one already.
    """
    require(by, Permission.EDIT_PLAN)
    opened = Round.objects.create(
        plan=plan,
        period=str(period),
        slug=slug(period),
        starts=period.start,
        ends=period.end,
        title=title,
        board=board,
        meeting=meeting,
        officer=officer,
        introduction=introduction,
        notes=list(notes),
        published_on=published_on,
    )
    record(by=by, at=at, action="open round", thing=str(period))
    return opened


@transaction.atomic
def add_statement(
    *,
    round: Round,
    kind: str,
    order: int,
    title: str,
    text: str,
    officer: str,
    by: User,
    at: datetime,
    source: Source = NO_SOURCE,
) -> Statement:
    """Add a key development or an emerging issue to a round."""
    _require_open(round, by=by)
    statement = Statement.objects.create(
        round=round, kind=kind, order=order, title=title, text=text, officer=officer, **source.columns
    )
    record(by=by, at=at, action="add statement", thing=f"{round} {kind} {order}")
    return statement


@transaction.atomic
def record_actual(*, plan_measure: PlanMeasure, entry: Entry, by: User, at: datetime) -> Observation:
    """Record an earlier year's actual as a plan prints it."""
    require(by, Permission.ENTER_RETURN)
    observation = _save_figure(
        plan_measure=plan_measure, entry=entry, column=Observation.Column.ACTUAL, of=None, by=by, at=at
    )
    record(by=by, at=at, action="record actual", thing=str(observation))
    return observation


@transaction.atomic
def record_return(
    *,
    round: Round,
    plan_measure: PlanMeasure,
    current: Entry,
    by: User,
    at: datetime,
    prior_actual: Entry | None = None,
    comparator: Entry | None = None,
    title_in_round: str = "",
    commentary: str = "",
    commentary_by: str = "",
    officer: Officer | None = None,
    notes: tuple[str, ...] = (),
    source: Source = NO_SOURCE,
) -> Return:
    """Record what a measure reports in a round: its figures, its words and the officer's judgement."""
    _require_open(round, by=by)
    officer = officer or Officer()
    made = Return.objects.create(
        round=round,
        plan_measure=plan_measure,
        title_in_round=title_in_round,
        commentary=commentary,
        commentary_by=commentary_by,
        officer_progress=officer.progress,
        officer_progress_reason=officer.progress_reason,
        officer_direction=officer.direction,
        officer_direction_reason=officer.direction_reason,
        notes=list(notes),
        **source.columns,
    )
    columns = Observation.Column
    for column, entry in (
        (columns.CURRENT, current),
        (columns.PRIOR_ACTUAL, prior_actual),
        (columns.COMPARATOR, comparator),
    ):
        if entry:
            _save_figure(plan_measure=plan_measure, entry=entry, column=column, of=made, by=by, at=at)
    record(by=by, at=at, action="record return", thing=str(made))
    return made


@transaction.atomic
def record_milestone_return(
    *,
    round: Round,
    milestone: Milestone,
    by: User,
    at: datetime,
    commentary: str = "",
    commentary_by: str = "",
    officer: Officer | None = None,
    source: Source = NO_SOURCE,
) -> MilestoneReturn:
    """Record what a milestone reports in a round."""
    _require_open(round, by=by)
    officer = officer or Officer()
    made = MilestoneReturn.objects.create(
        round=round,
        milestone=milestone,
        commentary=commentary,
        commentary_by=commentary_by,
        officer_progress=officer.progress,
        officer_progress_reason=officer.progress_reason,
        **source.columns,
    )
    record(by=by, at=at, action="record milestone return", thing=str(made))
    return made


@transaction.atomic
def revise_figure(
    *, quarterly_return: Return, entry: Entry, why: str, by: User, at: datetime
) -> tuple[Observation, Observation]:
    """Put a revised figure beside the one that was reported, as part of a correction, and return both.

    The earlier figure keeps its row; it is marked as replaced and stays in the measure's history.
    """
    require(by, Permission.PUBLISH)
    if not why.strip():
        raise FigureNotRevised(f"Say why the figure of {quarterly_return} changes.")
    was = quarterly_return.figures.get(column=Observation.Column.CURRENT, replaced_at=None)
    was.replaced_at = at
    was.save(update_fields=["replaced_at"])
    now = _save_figure(
        plan_measure=quarterly_return.plan_measure,
        entry=entry,
        column=Observation.Column.CURRENT,
        of=quarterly_return,
        by=by,
        at=at,
    )
    before, after = {"figure": str(was)}, {"figure": str(now)}
    record(by=by, at=at, action="revise figure", thing=str(quarterly_return), before=before, after=after, why=why)
    return was, now


@transaction.atomic
def judge_round(*, round: Round, by: User, at: datetime, correcting: bool = False) -> None:
    """Judge every return of a round by the published rules and keep each answer with its reason.

    A published round is judged again only as part of a correction.

    Raises: DifferenceUnexplained naming each measure whose officer judged otherwise without saying why.
    """
    if not correcting:
        _require_open(round, by=by)
    returns = list(queries.returns_with_cases(round=round))
    problems = []
    for made, case in returns:
        judge_return(made, case=case)
        problems += _unexplained(made, ref=made.plan_measure.ref)
    milestones = list(round.milestone_returns.select_related("milestone"))
    for due in milestones:
        judge_milestone_return(due, period=parse_period(round.period))
        problems += _unexplained(due, ref=due.milestone.ref)
    if problems:
        raise DifferenceUnexplained("\n".join(problems))
    judged = ("position", "progress", "direction")
    fields = [f"{name}{suffix}" for name in judged for suffix in ("", "_reason", "_would_change")]
    Return.objects.bulk_update([made for made, _ in returns], fields, batch_size=200)
    MilestoneReturn.objects.bulk_update(
        milestones, [name for name in fields if name.startswith("progress")], batch_size=200
    )
    record(by=by, at=at, action="judge round", thing=str(round), after={"returns": len(returns)})


def _unexplained(made: Return | MilestoneReturn, *, ref: str) -> list[str]:
    computed, officer = Progress(made.progress), OfficerJudgement(made.officer_progress)
    why = reason_difference_unexplained(computed=computed, officer=officer, reason=made.officer_progress_reason)
    return [f"{ref}: {why}"] if why else []


def _require_open(round: Round, *, by: User) -> None:
    require(by, Permission.ENTER_RETURN)
    if round.is_published:
        raise RoundClosed(f"{round} is published. A correction is a new edition, not an edit.")


def _save_figure(
    *, plan_measure: PlanMeasure, entry: Entry, column: str, of: Return | None, by: User, at: datetime
) -> Observation:
    figure = entry.figure
    observation = Observation.objects.create(
        measure_id=plan_measure.measure_id,
        plan_measure=plan_measure,
        quarterly_return=of,
        column=column,
        period=str(figure.period),
        starts=figure.period.start,
        ends=figure.period.end,
        unit=figure.unit,
        basis=figure.basis,
        value=figure.value,
        status=figure.status,
        as_at=figure.as_at,
        numerator=figure.numerator,
        denominator=figure.denominator,
        printed=entry.printed,
        note=entry.note,
        entered_by=by,
        entered_at=at,
        **entry.source.columns,
    )
    Part.objects.bulk_create(
        Part(
            observation=observation,
            order=order,
            label=part.label,
            value=part.value,
            unit=part.unit,
            status=part.status,
        )
        for order, part in enumerate(figure.parts, start=1)
    )
    return observation
