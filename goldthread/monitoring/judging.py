"""Puts the computed judgements on returns, unsaved: for keeping them, and for a draft that nobody has published."""

from typing import Any

from goldthread.domain.judgement import (
    Case,
    Judgement,
    direction_of_travel,
    milestone_progress,
    position,
    progress,
)
from goldthread.domain.periods import Period
from goldthread.monitoring.models import MilestoneReturn, Return


def judge_return(made: Return, *, case: Case) -> None:
    """Put the three judgements of a measure on its return, each with its reason and what would change it."""
    made.position, made.position_reason, made.position_would_change = _columns(position(case))
    made.progress, made.progress_reason, made.progress_would_change = _columns(progress(case))
    made.direction, made.direction_reason, made.direction_would_change = _columns(direction_of_travel(case))


def judge_milestone_return(made: MilestoneReturn, *, period: Period) -> None:
    """Put the judgement of a milestone by its dates on its return."""
    milestone = made.milestone
    answer = milestone_progress(due=milestone.due, completed=milestone.completed_on, period=period)
    made.progress, made.progress_reason, made.progress_would_change = _columns(answer)


def _columns(judgement: Judgement[Any]) -> tuple[str, str, str]:
    return str(judgement.result), judgement.reason, judgement.would_change
