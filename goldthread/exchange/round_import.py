"""From a bundle into the rounds, through the rooms' own actions: only what is not held yet is written."""

from __future__ import annotations

from collections.abc import Iterator

from goldthread.exchange import bundle_round as stated
from goldthread.exchange.desk import Desk, PlanShelf
from goldthread.exchange.fields import quoted
from goldthread.exchange.problems import Problem
from goldthread.monitoring import actions
from goldthread.monitoring.models import MilestoneReturn, Return, Round
from goldthread.publishing.actions import restore_edition

_COLUMNS = {"position": "position", "progress": "progress", "direction_of_travel": "direction"}


def import_round(desk: Desk, round_: stated.Round, *, place: str) -> list[Problem]:
    """Add a round, or what a held one lacks; judge it; return where its stated judgements disagree."""
    if desk.is_new("rounds", str(round_.period) in desk.rounds):
        desk.rounds[str(round_.period)] = _open(desk, round_)
    row = desk.rounds[str(round_.period)]
    _import_statements(desk, round_, row)
    reported = [_import_return(desk, made, round_, row) for made in round_.returns]
    done = [_import_milestone_return(desk, made, row, desk.plans[round_.plan]) for made in round_.milestone_returns]
    problems: list[Problem] = []
    if any(reported) or any(done):
        problems = _judge(desk, round_, row, place=place)
    if not problems:
        _import_editions(desk, round_, row)
    return problems


def _open(desk: Desk, round_: stated.Round) -> Round:
    return actions.open_round(
        plan=desk.plans[round_.plan].row,
        period=round_.period,
        title=round_.title,
        board=round_.board,
        meeting=round_.meeting,
        officer=round_.officer,
        introduction=round_.introduction,
        notes=round_.notes,
        published_on=round_.published_on,
        **desk.who,
    )


def _import_statements(desk: Desk, round_: stated.Round, row: Round) -> None:
    for statement in round_.statements:
        held = row.pk, statement.kind
        desk.statements[held] -= 1
        if desk.is_new("statements", desk.statements[held] >= 0):
            actions.add_statement(
                round=row,
                kind=statement.kind,
                order=desk.next_order(statement.kind, row.pk),
                title=statement.title,
                text=statement.text,
                officer=statement.officer,
                source=desk.source(statement.source),
                **desk.who,
            )


def _import_return(desk: Desk, made: stated.Return, round_: stated.Round, row: Round) -> bool:
    shelf = desk.plans[round_.plan]
    plan_measure = shelf.measures[made.ref, made.occurrence]
    if not desk.is_new("returns", (row.pk, plan_measure.pk) in desk.returns):
        return False
    measure = plan_measure.measure
    history = [desk.entry(figure, measure=measure, period=round_.period) for figure in (*made.revised, made.current)]
    prior, comparator = (
        desk.entry(figure, measure=measure) if figure else None for figure in (made.prior_actual, made.comparator)
    )
    kept = actions.record_return(
        round=row,
        plan_measure=plan_measure,
        current=history[0],
        prior_actual=prior,
        comparator=comparator,
        title_in_round=made.title_in_round,
        commentary=made.commentary,
        commentary_by=made.commentary_by,
        officer=actions.Officer(**dict(made.officer)),
        notes=made.notes,
        source=desk.source(made.source),
        **desk.who,
    )
    for earlier, entry in zip(made.revised, history[1:], strict=True):
        actions.revise_figure(
            quarterly_return=kept,
            entry=entry,
            why="The imported bundle says so.",
            by=desk.who["by"],
            at=earlier.replaced_at,
        )
    return True


def _import_milestone_return(desk: Desk, made: stated.MilestoneReturn, row: Round, shelf: PlanShelf) -> bool:
    milestone = shelf.milestones[made.ref, made.occurrence]
    if not desk.is_new("milestone returns", (row.pk, milestone.pk) in desk.milestone_returns):
        return False
    actions.record_milestone_return(
        round=row,
        milestone=milestone,
        commentary=made.commentary,
        commentary_by=made.commentary_by,
        officer=actions.Officer(**dict(made.officer)),
        source=desk.source(made.source),
        **desk.who,
    )
    return True


def _judge(desk: Desk, round_: stated.Round, row: Round, *, place: str) -> list[Problem]:
    try:
        actions.judge_round(round=row, **desk.who)
    except actions.DifferenceUnexplained as problem:
        return [Problem(place, line) for line in str(problem).splitlines()]
    return list(_disagreements(desk, round_, row, place=place))


def _disagreements(desk: Desk, round_: stated.Round, row: Round, *, place: str) -> Iterator[Problem]:
    """Yield where a judgement that the bundle states is not what its own figures come to."""
    shelf = desk.plans[round_.plan]
    returns = {made.plan_measure_id: made for made in Return.objects.filter(round=row)}
    for index, made in enumerate(round_.returns):
        computed = returns[shelf.measures[made.ref, made.occurrence].pk]
        yield from _compared(f"{place}.returns[{index}].judgements", made.judgements, computed)
    milestone_returns = {made.milestone_id: made for made in MilestoneReturn.objects.filter(round=row)}
    for index, done in enumerate(round_.milestone_returns):
        judged = milestone_returns[shelf.milestones[done.ref, done.occurrence].pk]
        yield from _compared(f"{place}.milestone_returns[{index}].judgements", done.judgements, judged)


def _compared(
    place: str, judgements: stated.Judgements | stated.MilestoneJudgements | None, computed: Return | MilestoneReturn
) -> Iterator[Problem]:
    """Yield each result that differs. The sentences are made anew: another version may word them otherwise."""
    for name, answer in judgements or ():
        found = getattr(computed, _COLUMNS[name])
        if str(answer.result) != found:
            yield Problem(
                f"{place}.{name}.result",
                f"The bundle says {quoted(answer.result)}, but its figures come to {quoted(found)}. "
                "Correct the figures, or leave the judgements out and they are computed.",
            )


def _import_editions(desk: Desk, round_: stated.Round, row: Round) -> None:
    held = row.editions.count()
    for edition in round_.editions:
        if desk.is_new("editions", edition.number <= held):
            restore_edition(
                round=row,
                number=edition.number,
                published_at=edition.published_at,
                reason=edition.reason,
                files={file.format: file.content for file in edition.files},
                findings=[dict(found) for found in edition.findings],
                **desk.who,
            )
