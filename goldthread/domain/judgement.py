"""The two lights and the direction of travel, each with its reason and what would change it.

Definitions: the symbols' key (section 6) of the council's quarterly reports; see docs/explanation/judgements.md.
Every page, paper, file and answer of the product takes its judgement from here: the rules stand in `course` and
`direction`, the words in `sentences`, and this is their one door.
"""

from __future__ import annotations

from datetime import date

from goldthread.domain.case import Case
from goldthread.domain.course import position, progress, reason_not_comparable_to_target
from goldthread.domain.direction import direction_of_travel, reason_not_comparable_to_last_year
from goldthread.domain.lights import Direction, Judgement, OfficerJudgement, Position, Progress, Result
from goldthread.domain.periods import Period
from goldthread.domain.sentences import on_day

__all__ = [
    "Case",
    "Direction",
    "Judgement",
    "OfficerJudgement",
    "Position",
    "Progress",
    "Result",
    "direction_of_travel",
    "milestone_progress",
    "position",
    "progress",
    "reason_difference_unexplained",
    "reason_not_comparable_to_last_year",
    "reason_not_comparable_to_target",
]


def milestone_progress(*, due: date | None, completed: date | None, period: Period) -> Judgement[Progress]:
    """Return whether a milestone is on course by its dates alone; the officer's judgement stands beside it.

    A milestone due on the last day of the period and not completed has missed its date.

    >>> from goldthread.domain.periods import quarter
    >>> milestone_progress(due=date(2023, 3, 31), completed=None, period=quarter(2023, 3)).result
    <Progress.RED: 'red'>
    """
    if completed is not None:
        is_late = due is not None and completed > due
        by = "" if due is None else f", {'after' if is_late else 'by'} its date of {on_day(due)}"
        reason = f"It was completed on {on_day(completed)}{by}."
        would = "A corrected date of completion would change it."
        return Judgement(Progress.RED if is_late else Progress.GREEN, reason, would)
    if due is None:
        reason = "It is not judged, because the plan gives no date for it and no completion is recorded."
        return Judgement(Progress.NOT_JUDGED, reason, "A date in the plan, or a recorded completion, would allow it.")
    if due <= period.end:
        reason = f"It was due by {on_day(due)}, and no completion is recorded by {on_day(period.end)}."
        would = "A recorded completion in time or an agreed later date would change it."
        return Judgement(Progress.RED, reason, would)
    reason = f"It is due by {on_day(due)}, and no completion is recorded by {on_day(period.end)}."
    return Judgement(Progress.TOO_EARLY, reason, f"A recorded completion by {on_day(due)} would change it.")


def reason_difference_unexplained(*, computed: Progress, officer: OfficerJudgement, reason: str) -> str | None:
    """Return why the officer's judgement can't stand as it is, or None.

    >>> reason_difference_unexplained(computed=Progress.RED, officer=OfficerJudgement.GREEN, reason="")
    'The figures say red, the officer green. Say why they differ.'
    """
    if officer in {OfficerJudgement.NOT_APPLICABLE, OfficerJudgement.NOT_RECORDED} or reason.strip():
        return None
    light = Progress.AMBER if computed is Progress.TOO_EARLY else computed
    if light is Progress.NOT_JUDGED or light.value == officer.value:
        return None
    return f"The figures say {light}, the officer {officer}. Say why they differ."
