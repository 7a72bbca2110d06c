"""The two lights: where a figure stands against its period's target, and whether the year's is on course."""

from __future__ import annotations

from fractions import Fraction

from goldthread.domain.bands import (
    BandNames,
    at_least,
    at_most,
    band,
    behind_by,
    distance,
    distance_to_it,
    where_the_bands_end,
)
from goldthread.domain.case import Case, Goal
from goldthread.domain.expectation import (
    expected_by_now,
    expected_of_the_year,
    reason_outside_the_year,
)
from goldthread.domain.figures import Basis, Status, Unit
from goldthread.domain.lights import Judgement, Position, Progress
from goldthread.domain.measures import WHY_NO_TARGET, Polarity, TargetState
from goldthread.domain.sentences import clause, named

Refusal = tuple[str, str]
"""Why there is no judgement, and what would allow one: two sentences."""

_POSITION_BANDS = BandNames(on="On target", near="near it", off="off target")
_PROGRESS_BANDS = BandNames(on="On course", near="uncertain", off="not on course")
_LIGHT = {Position.ON: Progress.GREEN, Position.NEAR: Progress.AMBER, Position.OFF: Progress.RED}


def position(case: Case) -> Judgement[Position]:
    """Return where the figure stands against the target for its own period.

    Bands are half-open: nothing behind is on target, up to and including the tolerance is near, beyond it is off.

    >>> from goldthread.domain.examples import children_entering_care
    >>> answer = position(children_entering_care())
    >>> print(answer.result, answer.reason, answer.would_change, sep="; ")
    off target; 90 is 39 above the 51 expected by the end of 2023/24 Q3, three quarters of the target of 68 for \
2023/24.; On target at 51 or fewer, near it up to 53, off target above that.
    """
    refused = reason_not_comparable_to_target(case) or reason_no_figure(case) or _reason_unlike_target(case)
    expected = expected_by_now(case)
    if refused or expected is None:
        return Judgement(Position.NOT_JUDGED, *(refused or _reason_cover_unknown(case)))
    ends = where_the_bands_end(case, expected=expected, names=_POSITION_BANDS)
    return Judgement(band(case, expected=expected), f"{distance(case, expected=expected)}.", ends)


def progress(case: Case) -> Judgement[Progress]:
    """Return whether the annual target is on course to be achieved.

    At the year's end the target is met (green) or not (red). Before it, a growing total is set against the
    council's profile or an even share of the year, and any other figure against the target itself: green when
    nothing is missing, amber within the tolerance, red beyond it; too early to say when there is nothing to go on.

    >>> from goldthread.domain.examples import children_entering_care
    >>> answer = progress(children_entering_care())
    >>> print(answer.result, answer.reason, sep="; ")
    red; 90 is already above the target of 68 for 2023/24.
    """
    refused = reason_not_comparable_to_target(case)
    if refused:
        return Judgement(Progress.NOT_JUDGED, *refused)
    no_figure = reason_no_figure(case)
    if no_figure:
        may_follow = case.figure.status in _MAY_FOLLOW and not _year_is_over(case)
        return Judgement(Progress.TOO_EARLY if may_follow else Progress.NOT_JUDGED, *no_figure)
    unlike = _reason_unlike_target(case)
    if unlike:
        return Judgement(Progress.NOT_JUDGED, *unlike)
    if _year_is_over(case):
        return _met_or_not(case)
    return _decided_already(case) or _on_course(case)


_MAY_FOLLOW = {
    Status.FINAL,
    Status.PROVISIONAL,
    Status.REFER_TO_COMMENTARY,
    Status.NOT_REPORTED,
    Status.NOT_YET_AVAILABLE,
}


def _year_is_over(case: Case) -> bool:
    """Whether the year's figure is in: a total must reach to the year's end, others only be reported for it."""
    basis, year = case.figure.basis, case.year
    last = case.until if basis.is_cumulative else case.figure.period.end
    return basis is Basis.ANNUAL or last >= year.end


def _met_or_not(case: Case) -> Judgement[Progress]:
    """Return met or not met once the year is over, or that the figure can't say."""
    goal, expected = case.goal, expected_of_the_year(case)
    if goal is None or expected is None or not _speaks_for_the_year(case):
        return Judgement(Progress.NOT_JUDGED, *_reason_cover_unknown(case))
    met = behind_by(case, expected=expected) <= 0
    exactly = met and expected.low == expected.high == Fraction(case.known_value)
    how = f"exactly, at {case.now_and_when}" if exactly else f": {distance_to_it(case, expected=expected)}"
    target = f"T{case.target_words[1:]}"
    reason = f"{target} was {'met' if met else 'not met'}{' ' if exactly else ''}{how}."
    return Judgement(Progress.GREEN if met else Progress.RED, reason, _would_turn(case, goal=goal, met=met))


def _speaks_for_the_year(case: Case) -> bool:
    """Whether a figure at the year's end says what the year came to."""
    figure = case.figure
    if figure.basis is Basis.PERIOD:
        return (figure.period.start, case.until) == (case.year.start, case.year.end)
    return figure.basis is not Basis.NOT_STATED or not figure.unit.adds_up or figure.period == case.year


def _would_turn(case: Case, *, goal: Goal, met: bool) -> str:
    """Return the revised figure that would turn a year's result."""
    figure = f"A {'final' if case.figure.status is Status.PROVISIONAL else 'revised'} figure"
    match case.measure.polarity:
        case Polarity.HIGHER:
            words = f"below {case.show(goal.low)}" if met else f"of {at_least(case, goal.low)}"
        case Polarity.LOWER:
            words = f"above {case.show(goal.high)}" if met else f"of {at_most(case, goal.high)}"
        case _ if goal.is_range:
            words = f"{'outside' if met else 'within'} {case.show(goal.low)} to {case.show(goal.high)}"
        case _:
            words = f"other than {case.show(goal.low)}" if met else f"of exactly {case.show(goal.low)}"
    return f"{figure} {words} would change it."


def _decided_already(case: Case) -> Judgement[Progress] | None:
    """Return the judgement of a growing count that has already passed the year's target, else None.

    Money is not decided before the year's end, because a credit can bring it back.
    """
    value, goal = case.value, case.goal
    if value is None or goal is None or not (case.figure.basis.is_cumulative and case.figure.unit is Unit.COUNT):
        return None
    correction = "Only a corrected figure or a new target would change it."
    if case.measure.polarity is not Polarity.HIGHER and value > goal.high:
        return Judgement(Progress.RED, f"{case.now_and_when} is already above {case.target_words}.", correction)
    if case.measure.polarity is Polarity.HIGHER and value >= goal.low:
        return Judgement(Progress.GREEN, f"{case.now_and_when} has already reached {case.target_words}.", correction)
    return None


def _on_course(case: Case) -> Judgement[Progress]:
    """Return the judgement before the year's end by profile or share, or by distance and tolerance."""
    expected = expected_by_now(case)
    is_one_part_of_a_total = case.figure.basis is Basis.PERIOD and case.figure.unit.adds_up
    if expected is None or is_one_part_of_a_total:
        return Judgement(Progress.TOO_EARLY, *_reason_cover_unknown(case))
    ends = where_the_bands_end(case, expected=expected, names=_PROGRESS_BANDS)
    return Judgement(_LIGHT[band(case, expected=expected)], f"{distance(case, expected=expected)}.", ends)


def reason_not_comparable_to_target(case: Case) -> Refusal | None:
    """Return why no figure of this measure can be set against this target, and what would allow it, or None."""
    who = f"{case.now or 'It'} is"
    state, polarity = case.target.state, case.measure.polarity
    if polarity is Polarity.NARRATIVE:
        reason = f"{case.now} is not judged, because this measure is" if case.now else "This measure is"
        return f"{reason} reported in words.", "Only a measure with a direction and a target can be judged."
    if state in WHY_NO_TARGET:
        return f"{who} not judged, because {_why_no_target(case)}.", (
            f"A target for {named(case.year)} would allow a judgement."
        )
    if case.goal is None:
        change = case.show(case.target.value) if case.target.value is not None else "made"
        why = f"the target is a change of {change} on last year’s actual, which is not known"
        return f"{who} not judged, because {why}.", TO_ADD_A_CHANGE
    if not polarity.judges:
        against = f" against {case.target_words}" if case.units_agree else ""
        return f"{who} not judged{against}, because {NO_POLARITY}.", TO_JUDGE_POLARITY
    return None


NO_POLARITY = "the council monitors the measure without saying which way is better"
TO_ADD_A_CHANGE = "Last year’s actual in the same unit would allow a judgement."
TO_JUDGE_POLARITY = "A record of which way is better would allow a judgement."


def _why_no_target(case: Case) -> str:
    note = clause(case.target.note)
    if case.target.state is TargetState.DEPENDENT_ON and note:
        return f"the target depends on {note}"
    why = WHY_NO_TARGET[case.target.state]
    return f"{why} ({note})" if note else why


def _reason_unlike_target(case: Case) -> Refusal | None:
    """Return why this figure is not of the target's kind: another unit or another year."""
    if not case.units_agree:
        unit = case.target.unit or case.measure.unit
        return (
            f"{case.now} is not judged, because the figure is in “{case.figure.unit}” and its target in “{unit}”.",
            "A figure and a target in one unit would allow a judgement.",
        )
    outside = reason_outside_the_year(case)
    if outside:
        return f"{case.now} is not judged, because {outside}.", (
            "A target for the year that the figure belongs to would allow a judgement."
        )
    return None


def reason_no_figure(case: Case) -> Refusal | None:
    """Return why there is nothing to judge, in words for each kind of absence, or None."""
    if case.value is not None:
        return None
    period = named(case.figure.period)
    if case.figure.is_reported:
        parts = len(case.figure.parts)
        count = f"{parts} parts" if parts > 1 else "one part"
        return f"The figure for {period} is reported in {count} without a total.", "A total would allow a judgement."
    allow = f"A figure for {period} would allow a judgement."
    match case.figure.status:
        case Status.REFER_TO_COMMENTARY:
            return f"There is no figure for {period}: the report refers to its commentary.", allow
        case Status.NOT_YET_AVAILABLE:
            return f"The figure for {period} is not yet available.", allow
        case Status.NOT_APPLICABLE:
            return f"A figure does not apply to {period}.", allow
        case Status.SUPPRESSED:
            return f"The figure for {period} is suppressed, so that nobody can be identified.", (
                "A figure that can be published would allow a judgement."
            )
        case _:
            return f"No figure is reported for {period}.", allow


def _reason_cover_unknown(case: Case) -> Refusal:
    """Return why a figure covers too little, or nobody knows what, to be set against the year's target."""
    basis, period = case.figure.basis, named(case.figure.period)
    would = "A total since the year began would allow a judgement."
    if basis is Basis.PERIOD:
        why = f"it covers {period} alone and the target covers the whole year"
    elif basis is Basis.NOT_STATED:
        why, would = "nobody has stated what part of the year it covers", "A stated basis would allow a judgement."
    else:
        why, would = f"no whole month of {named(case.year)} has passed", "A later figure would allow a judgement."
    return f"{case.now} cannot be set against {case.target_words}, because {why}.", would
