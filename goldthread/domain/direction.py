"""Direction of travel: better, the same or worse than the same period last year, or unknown and why."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from goldthread.domain.bands import at_least, at_most
from goldthread.domain.case import Case
from goldthread.domain.course import NO_POLARITY, TO_JUDGE_POLARITY, Refusal, reason_no_figure
from goldthread.domain.expectation import Expected, expected_by_now
from goldthread.domain.figures import Basis, Figure, Span, Unit, printed, printed_places, rounded, span_of
from goldthread.domain.lights import Direction, Judgement
from goldthread.domain.measures import Polarity
from goldthread.domain.periods import same_period_last_year
from goldthread.domain.sentences import clause, difference, firmness, named, on_day, trimmed, within


def direction_of_travel(case: Case) -> Judgement[Direction]:
    """Return better, same or worse than the same period last year, or unknown and why.

    Two figures are the same when they are equal at the coarser of the two printed precisions, or lie within
    what the measure says is the same.

    >>> from goldthread.domain.examples import children_entering_care
    >>> answer = direction_of_travel(children_entering_care())
    >>> print(answer.result, answer.reason, answer.would_change, sep="; ")
    better; 90 is better than 114 in 2022/23 Q3, because lower is better.; At 114 it would be the same, and worse \
above that.
    """
    refused = reason_not_comparable_to_last_year(case)
    if refused:
        return Judgement(Direction.UNKNOWN, *refused)
    now, then = case.known_value, case.known_last_year
    places = min(printed_places(now), printed_places(then))
    rounds_to = rounded(then, places=places)
    ahead = _ahead_by(case, now=rounded(now, places=places), then=rounds_to)
    within_what_is_the_same = abs(_ahead_by(case, now=now, then=then)) <= (case.measure.same_within or 0)
    result = _direction(ahead, same=within_what_is_the_same)
    if case.measure.polarity is Polarity.ON_TARGET:
        return _towards_the_target(case, result=result)
    if result is Direction.SAME:
        return Judgement(result, _why_the_same(case, equal=ahead == 0), _would_move(case, rounds_to=rounds_to))
    reason = f"{case.now} is {result} than {_last_year(case)}, because {case.measure.polarity}."
    return Judgement(result, reason, _would_be_the_same(case, rounds_to=rounds_to, result=result))


def _direction(ahead: Fraction, *, same: bool) -> Direction:
    if same or ahead == 0:
        return Direction.SAME
    return Direction.BETTER if ahead > 0 else Direction.WORSE


def _ahead_by(case: Case, *, now: Decimal, then: Decimal) -> Fraction:
    """Return how much better this year's figure is, in its own units."""
    difference_now = Fraction(now) - Fraction(then)
    match case.measure.polarity:
        case Polarity.HIGHER:
            return difference_now
        case Polarity.LOWER:
            return -difference_now
        case _:
            return _from_target(case, value=then) - _from_target(case, value=now)


def _from_target(case: Case, *, value: Decimal) -> Fraction:
    """Return how far a figure is outside what was expected by now."""
    expected = expected_by_now(case)
    assert expected is not None, "refused before"
    return max(expected.low - Fraction(value), Fraction(value) - expected.high, Fraction(0))


def _last_year(case: Case) -> str:
    """Return last year's figure in words: 114 in 2022/23 Q3."""
    figure = case.comparator
    assert figure is not None, "refused before"
    return f"{printed(case.known_last_year, unit=figure.unit)}{firmness(figure)} {within(figure.period)}"


def _then(case: Case) -> str:
    return case.show(case.known_last_year)


def _why_the_same(case: Case, *, equal: bool) -> str:
    now, then = case.known_value, case.known_last_year
    when = within(case.comparator.period) if case.comparator else ""
    if now == then:
        return f"{case.now} is the same as {when}."
    if not equal:
        room = difference(case.measure.same_within or Decimal(0), unit=case.figure.unit)
        return f"{case.now} counts as the same as {_last_year(case)}, because the two are within {room}."
    places = min(printed_places(now), printed_places(then))
    to = "the nearest whole number" if places == 0 else f"{places} decimal place{'' if places == 1 else 's'}"
    return f"{case.now} is the same as {_last_year(case)}, when both are rounded to {to}."


def _would_be_the_same(case: Case, *, rounds_to: Decimal, result: Direction) -> str:
    """Return the figure at which better or worse would turn to the same, and what lies beyond it."""
    beyond = Direction.WORSE if result is Direction.BETTER else Direction.BETTER
    beyond_is_above = (case.measure.polarity is Polarity.HIGHER) == (beyond is Direction.BETTER)
    side = "above" if beyond_is_above else "below"
    room = case.measure.same_within
    if room:
        near = f"Within {difference(room, unit=case.figure.unit)} of {_then(case)}"
        return f"{near} it would be the same, and {beyond} {side} that."
    if printed_places(case.value) > printed_places(rounds_to):
        other = "higher" if beyond_is_above else "lower"
        return f"A figure that rounds to {case.show(rounds_to)} would be the same, and a {other} one {beyond}."
    return f"At {case.show(rounds_to)} it would be the same, and {beyond} {side} that."


def _would_move(case: Case, *, rounds_to: Decimal) -> str:
    """Return the figures at which the same would turn to better and to worse, where there can be such figures."""
    step = Decimal(1).scaleb(-printed_places(rounds_to))
    room = case.measure.same_within
    if room:
        much = difference(max(room, step), unit=case.figure.unit)
        up, down = _names_of_up_and_down(case)
        return f"More than {much} above {_then(case)} it would be {up}, and as far below it {down}."
    above, below = rounds_to + step, rounds_to - step
    up, down = _names_of_up_and_down(case)
    is_finer = printed_places(case.value) > printed_places(rounds_to)
    says = "A figure that rounds to {} would be {}" if is_finer else "At {} it would be {}"
    turns = [
        (edge, word)
        for edge, word in ((at_least(case, above), up), (at_most(case, below), down))
        if _can_be(above if word == up else below, beside=rounds_to, unit=case.figure.unit)
    ]
    first, *others = sorted(turns, key=lambda turn: turn[1] is not Direction.BETTER)
    others_too = "".join(f", and {'to' if is_finer else 'at'} {edge} {word}" for edge, word in others)
    return f"{says.format(*first)}{others_too}."


def _names_of_up_and_down(case: Case) -> tuple[Direction, Direction]:
    if case.measure.polarity is Polarity.HIGHER:
        return Direction.BETTER, Direction.WORSE
    return Direction.WORSE, Direction.BETTER


def _can_be(value: Decimal, *, beside: Decimal, unit: Unit) -> bool:
    """Whether such a figure could be reported: a share above its whole, or less than none, could not."""
    if unit is Unit.PERCENT and value > 100 >= beside:
        return False
    return value >= 0 or beside < 0 or unit in {Unit.POUNDS, Unit.THOUSAND_POUNDS, Unit.SCORE}


def _towards_the_target(case: Case, *, result: Direction) -> Judgement[Direction]:
    """Return the answer for a measure whose better is closer to the target."""
    expected = expected_by_now(case)
    target = _target_by_now(case, expected=expected)
    match result:
        case Direction.SAME:
            reason = f"{case.now} is as close as {_last_year(case)} to {target}."
            would = "A figure closer to it would be better, and one further away worse."
        case Direction.BETTER:
            reason = f"{case.now} is better than {_last_year(case)}, because it is closer to {target}."
            would = f"As far from it as {_then(case)} it would be the same, and further away worse."
        case _:
            reason = f"{case.now} is worse than {_last_year(case)}, because it is further from {target}."
            would = f"As far from it as {_then(case)} it would be the same, and closer better."
    return Judgement(result, reason, would)


def _target_by_now(case: Case, *, expected: Expected | None) -> str:
    if expected is None or not expected.words:
        return case.target_words
    return f"the {case.show(trimmed(_about(expected.middle, case=case), unit=case.figure.unit))} {expected.words}"


def _about(value: Fraction, *, case: Case) -> Decimal:
    return rounded(Decimal(value.numerator) / Decimal(value.denominator), places=case.places + 1)


def reason_not_comparable_to_last_year(case: Case) -> Refusal | None:
    """Return why there is no direction of travel, and what would allow it, or None."""
    return _reason_no_better(case) or reason_no_figure(case) or _reason_no_closer(case) or _reason_unlike(case)


def _reason_no_better(case: Case) -> Refusal | None:
    """Return why no figure of the measure is better than another, or None."""
    if case.measure.polarity.judges:
        return None
    comparable = case.value is not None and case.last_year is not None
    who = f"{case.now} against {_last_year(case)}" if comparable else case.now or "It"
    if case.measure.polarity is Polarity.NARRATIVE:
        return f"{who} cannot be called better or worse, because this measure is reported in words.", (
            "Only a measure with a direction can be better or worse."
        )
    return f"{who} cannot be called better or worse, because {NO_POLARITY}.", TO_JUDGE_POLARITY


def _reason_no_closer(case: Case) -> Refusal | None:
    """Return why nothing can be closer to the target, or None."""
    if case.measure.polarity is not Polarity.ON_TARGET:
        return None
    if case.units_agree and expected_by_now(case) is not None:
        return None
    return (
        f"{case.now} cannot be called better or worse, because better means closer to the target, and there is none "
        f"for {named(case.figure.period)}.",
        "A target that the figure can be set against would allow a comparison.",
    )


def _reason_unlike(case: Case) -> Refusal | None:
    """Return why last year's figure is missing or not like this one, or None."""
    wanted, comparator = named(same_period_last_year(case.figure.period)), case.comparator
    would = f"A figure for {wanted} would allow a comparison."
    if comparator is None:
        why = f"no figure is held for {wanted}, the same period last year"
        return f"{case.now} has nothing to be compared with, because {why}.", would
    if case.last_year is None:
        is_what = "in parts without a total" if comparator.is_reported else f"“{comparator.status}”"
        why = f"the figure for {named(comparator.period)} is {is_what}"
        return f"{case.now} has nothing to be compared with, because {why}.", would
    because = _why_unlike(case, comparator=comparator)
    if because is None:
        return None
    return f"{case.now} cannot be compared with {_last_year(case)}, because {because}.", _would_allow(case)


def _would_allow(case: Case) -> str:
    wanted = named(same_period_last_year(case.figure.period))
    if case.definition_break:
        return f"A figure for {wanted} on today’s definition would allow a comparison."
    if case.figure.basis is Basis.NOT_STATED:
        return f"A stated basis, or a figure for {wanted}, would allow a comparison."
    return f"A figure for {wanted} on the same basis would allow a comparison."


def _why_unlike(case: Case, *, comparator: Figure) -> str | None:
    """Return, as a clause, why the two figures are not alike, or None."""
    figure = case.figure
    if case.definition_break:
        return f"the definition changed: {clause(case.definition_break)}"
    if comparator.unit is not figure.unit:
        return f"one is in “{figure.unit}” and the other in “{comparator.unit}”"
    if comparator.basis is not figure.basis:
        return f"it {_covers(figure)} and the earlier figure {_covers(comparator)}"
    now, then = span_of(figure), span_of(comparator)
    if now is None or then is None:
        is_same_period = comparator.period == same_period_last_year(figure.period)
        return None if is_same_period else "no basis is stated and the two may cover different parts of the year"
    if _is_a_year_later(now.first, then.first) and _is_a_year_later(now.last, then.last):
        return None
    if figure.basis is Basis.SNAPSHOT:
        return f"it was counted on {on_day(now.last)} and the earlier figure on {on_day(then.last)}"
    return f"it covers {_days(now)} and the earlier figure {_days(then)}"


def _covers(figure: Figure) -> str:
    match figure.basis:
        case Basis.PERIOD:
            return f"covers {named(figure.period)} alone"
        case Basis.ANNUAL:
            return "covers a whole year"
        case Basis.ROLLING_12_MONTHS:
            return "covers 12 months"
        case Basis.ANNUALISED_FORECAST:
            return "is a forecast for the whole year"
        case Basis.SNAPSHOT:
            return f"is a snapshot of {on_day(figure.as_at or figure.period.end)}"
        case Basis.NOT_STATED:
            return "has no stated basis"
        case _:
            return f"is {figure.basis}"


def _is_a_year_later(later: date, earlier: date) -> bool:
    """Whether two days are a year apart; the last days of two Februaries are."""
    if later.year - earlier.year != 1 or later.month != earlier.month:
        return False
    return later.day == earlier.day or all(_ends_a_month(when) for when in (later, earlier))


def _ends_a_month(when: date) -> bool:
    return (when + timedelta(days=1)).day == 1


def _days(span: Span) -> str:
    return on_day(span.first) if span.first == span.last else f"{on_day(span.first)} to {on_day(span.last)}"
