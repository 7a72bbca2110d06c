"""What holds for every case there can be: no crash, one plain sentence, and the rules of fair judgement."""

import re
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from hypothesis import example, given, settings
from hypothesis import strategies as st

from goldthread.domain.figures import Basis, Status, Unit, printed
from goldthread.domain.judgement import (
    Case,
    Direction,
    Judgement,
    Position,
    Progress,
    direction_of_travel,
    position,
    progress,
)
from goldthread.domain.measures import Polarity
from goldthread.domain.periods import PeriodKind, period_of, quarter
from tests.domain.builders import a_case, a_share, points
from tests.domain.strategies import cases

RANK = {Progress.RED: 0, Progress.AMBER: 1, Progress.GREEN: 2, Position.OFF: 0, Position.NEAR: 1, Position.ON: 2}
JUDGES = (Polarity.HIGHER, Polarity.LOWER, Polarity.ON_TARGET)
LONGEST_REASON = 40  # words
values = st.decimals(min_value=-200, max_value=200, places=1)


@given(cases())
@settings(max_examples=500)
def test_every_case_is_answered_in_one_plain_sentence_with_the_figure_in_it(case: Case) -> None:
    for answer in (position(case), progress(case), direction_of_travel(case)):
        assert_is_one_plain_sentence(answer.reason)
        assert_is_one_plain_sentence(answer.would_change)
        assert len(answer.reason.split()) <= LONGEST_REASON + 8 * case.definition_break.count(".")
        if case.value is not None:
            assert printed(case.value, unit=case.figure.unit) in answer.reason


def assert_is_one_plain_sentence(text: str) -> None:
    """Fail for anything that no careful clerk would write."""
    assert re.fullmatch(r"[A-Z0-9£−].*[^.\s]\.", text), text
    assert ". " not in text, text
    assert not re.search(r"\b(None|True|False|Decimal|Fraction|nan|inf)\b|[eE][+-]\d|\.\d{13}|\s\s|[<>{}]", text), (
        text
    )
    assert not re.search(r"\b(\w*[a-z]\w*) \1\b", text), text
    assert "-" not in re.sub(r"[a-z]-[a-z]", "", text), text  # a true minus, never a hyphen


@given(cases())
def test_a_provisional_figure_is_never_passed_off_as_final(case: Case) -> None:
    if case.value is None or case.figure.status is not Status.PROVISIONAL:
        return
    assert all("(provisional)" in answer.reason for answer in (position(case), progress(case)))
    assert "(provisional)" in direction_of_travel(case).reason


@given(case=cases(), more=st.decimals(min_value=0, max_value=500, places=1))
def test_a_better_figure_never_gets_a_worse_light(case: Case, more: Decimal) -> None:
    if case.figure.value is None or not case.measure.polarity.judges or abs(case.figure.value) > 10**9:
        return
    better = with_value(case, better_value(case, by=more))

    for judge in (position, progress):
        assert RANK.get(judge(better).result, 9) >= RANK.get(judge(case).result, 9)


def better_value(case: Case, *, by: Decimal) -> Decimal:
    """Return a figure that is better by so much, or as near to the target as that brings it."""
    value = case.figure.value
    assert value is not None
    if case.measure.polarity is Polarity.HIGHER:
        return value + by
    if case.measure.polarity is Polarity.LOWER:
        return value - by
    return value


@given(now=values, then=values, aim=values, nearer=st.fractions(min_value=0, max_value=1))
def test_closer_to_an_exact_target_is_never_worse(now, then, aim, nearer) -> None:
    closer = now + (aim - now) * Decimal(round(nearer * 4)) / 4
    case = a_case(str(now), target=str(aim), polarity=Polarity.ON_TARGET, tolerance=points("10"))

    assert RANK[position(with_value(case, closer)).result] >= RANK[position(case).result]


def with_value(case: Case, value: Decimal) -> Case:
    return replace(case, figure=replace(case.figure, value=value))


BASES_WITHOUT_A_SHARE = st.sampled_from([Basis.SNAPSHOT, Basis.ROLLING_12_MONTHS, Basis.CUMULATIVE_FINANCIAL])


@given(now=values, aim=values, then=values, basis=BASES_WITHOUT_A_SHARE, q=st.integers(1, 4))
def test_lower_is_better_is_higher_is_better_turned_over(now, aim, then, basis, q) -> None:
    about = {"basis": basis, "unit": Unit.POUNDS, "period": quarter(2023, q)}
    up = a_case(str(now), target=str(aim), last_year=str(then), **about)
    down = a_case(str(-now), target=str(-aim), last_year=str(-then), polarity=Polarity.LOWER, **about)

    for judge in (position, progress, direction_of_travel):
        assert judge(up).result == judge(down).result


@given(
    now=values,
    aim=values,
    then=values,
    polarity=st.sampled_from(JUDGES),
    basis=BASES_WITHOUT_A_SHARE,
    q=st.integers(1, 4),
)
def test_ten_times_everything_is_judged_the_same(*, now, aim, then, polarity, basis, q) -> None:
    about = {"basis": basis, "unit": Unit.POUNDS, "period": quarter(2023, q), "polarity": polarity}
    small = a_case(str(now), target=str(aim), last_year=str(then), **about)
    large = a_case(str(now.scaleb(1)), target=str(aim.scaleb(1)), last_year=str(then.scaleb(1)), **about)

    for judge in (position, progress, direction_of_travel):
        assert judge(small).result == judge(large).result


TURNED_ROUND = {
    Direction.BETTER: Direction.WORSE,
    Direction.WORSE: Direction.BETTER,
    Direction.SAME: Direction.SAME,
}
of_any_precision = st.integers(0, 3).flatmap(lambda places: st.decimals(min_value=0, max_value=9, places=places))


@given(
    now=of_any_precision,
    then=of_any_precision,
    polarity=st.sampled_from(JUDGES),
    room=st.none() | st.decimals(min_value=0, max_value=2, places=1),
)
@example(now=Decimal("91"), then=Decimal("91.2"), polarity=Polarity.HIGHER, room=None)
def test_a_direction_turns_round_when_the_two_figures_change_places(now, then, polarity, room) -> None:
    about = {"target": "4", "polarity": polarity, "same_within": room}
    there = direction_of_travel(a_case(str(now), last_year=str(then), **about)).result
    back = direction_of_travel(a_case(str(then), last_year=str(now), **about)).result

    assert back is TURNED_ROUND[there]


# The slow twin: the published rules written out again, in whole numbers and fractions only.


def slow_band(*, value: int, aim: int, twelfths: int, polarity: Polarity, thousandths: int) -> Position:
    """Return the band of a count so far; both sides of every comparison are multiplied by 12,000."""
    so_far, expected = value * 12_000, aim * twelfths * 1_000
    room = abs(aim) * twelfths * thousandths
    behind = {Polarity.HIGHER: expected - so_far, Polarity.LOWER: so_far - expected}.get(polarity)
    behind = abs(so_far - expected) if behind is None else behind
    return Position.ON if behind <= 0 else Position.NEAR if behind <= room else Position.OFF


@given(
    value=st.integers(0, 700),
    aim=st.integers(0, 700),
    months=st.integers(1, 11),
    polarity=st.sampled_from(JUDGES),
    thousandths=st.integers(0, 200),
)
@example(value=175, aim=300, months=7, polarity=Polarity.LOWER, thousandths=0)  # exactly seven twelfths
@example(value=10, aim=30, months=4, polarity=Polarity.LOWER, thousandths=0)
@example(value=245, aim=420, months=7, polarity=Polarity.HIGHER, thousandths=50)
def test_bands_agree_with_the_slow_way(value, aim, months, polarity, thousandths) -> None:
    last_month = period_of(PeriodKind.MONTH, on=quarter(2023, 1).start.replace(month=(months + 2) % 12 + 1,
                           year=2023 + (months > 9)))  # fmt: skip
    case = a_case(
        str(value),
        target=str(aim),
        period=last_month,
        unit=Unit.COUNT,
        basis=Basis.CUMULATIVE_FINANCIAL,
        polarity=polarity,
        tolerance=a_share(str(Decimal(thousandths) / 1000)),
    )
    slow = slow_band(value=value, aim=aim, twelfths=months, polarity=polarity, thousandths=thousandths)

    assert position(case).result is slow
    assert progress(case).result is slow_progress(slow, value=value, aim=aim, polarity=polarity)


def slow_progress(band: Position, *, value: int, aim: int, polarity: Polarity) -> Progress:
    if polarity is Polarity.HIGHER and value >= aim:
        return Progress.GREEN
    if polarity is not Polarity.HIGHER and value > aim:
        return Progress.RED
    return {Position.ON: Progress.GREEN, Position.NEAR: Progress.AMBER, Position.OFF: Progress.RED}[band]


def slow_direction(now: Decimal, then: Decimal, *, polarity: Polarity, aim: int, room: Decimal | None) -> Direction:
    """Return the direction by text: cut both to the shorter of the two printed forms."""
    places = min(len(str(number).partition(".")[2]) for number in (now, then))
    n, t = (round_by_hand(number, places=places) for number in (now, then))
    score = {Polarity.HIGHER: n - t, Polarity.LOWER: t - n}.get(polarity, abs(t - aim) - abs(n - aim))
    exact = abs(Fraction(now) - Fraction(then))
    if polarity is Polarity.ON_TARGET:
        exact = abs(abs(Fraction(then) - aim) - abs(Fraction(now) - aim))
    if score == 0 or (room is not None and exact <= Fraction(room)):
        return Direction.SAME
    return Direction.BETTER if score > 0 else Direction.WORSE


def round_by_hand(number: Decimal, *, places: int) -> Fraction:
    scaled = Fraction(number) * 10**places
    whole = scaled.numerator // scaled.denominator
    return Fraction(whole + (scaled - whole >= Fraction(1, 2)), 10**places)


@given(
    now=of_any_precision,
    then=of_any_precision,
    polarity=st.sampled_from(JUDGES),
    room=st.none() | st.decimals(min_value=0, max_value=2, places=1),
)
def test_directions_agree_with_the_slow_way(now, then, polarity, room) -> None:
    case = a_case(str(now), target="4", last_year=str(then), polarity=polarity, same_within=room)

    assert direction_of_travel(case).result is slow_direction(now, then, polarity=polarity, aim=4, room=room)


# What would change it must be true: the figures in the sentence are put in, and the light turns there.

NUMBER = r"(−?£?[\d,]+(?:\.\d+)?)"


def read(text: str) -> Decimal:
    return Decimal(text.replace("−", "-").replace("£", "").replace(",", ""))


@given(
    now=st.decimals(min_value=0, max_value=200, places=1) | st.integers(0, 200).map(Decimal),
    aim=st.decimals(min_value=1, max_value=200, places=1) | st.integers(1, 200).map(Decimal),
    polarity=st.sampled_from([Polarity.HIGHER, Polarity.LOWER]),
    unit=st.sampled_from([Unit.PERCENT, Unit.COUNT, Unit.POUNDS]),
    q=st.integers(1, 3),
    tolerance=st.sampled_from([a_share("0.05"), a_share("0"), points("3"), points("0.25")]),
)
def test_the_lights_turn_where_the_sentence_says(*, now, aim, polarity, unit, q, tolerance) -> None:
    about = {"unit": unit, "basis": Basis.CUMULATIVE_FINANCIAL, "polarity": polarity, "period": quarter(2023, q)}
    case = a_case(str(now), target=str(aim), tolerance=tolerance, **about)
    worse = Decimal(1).scaleb(-case.places) * (-1 if polarity is Polarity.HIGHER else 1)
    sentence = rf"On target at {NUMBER}[^,]*(?:, near it (?:from|up to) {NUMBER}%?)?, off target"
    found = re.match(sentence, position(case).would_change)
    assert found
    on = read(found[1])
    near = read(found[2]) if found[2] else on

    assert position(with_value(case, on)).result is Position.ON
    assert position(with_value(case, on + worse)).result is not Position.ON
    assert position(with_value(case, near)).result is (Position.NEAR if found[2] else Position.ON)
    assert position(with_value(case, near + worse)).result is Position.OFF


@given(
    now=of_any_precision, then=of_any_precision, polarity=st.sampled_from([Polarity.HIGHER, Polarity.LOWER])
)  # fmt: skip
def test_the_direction_turns_where_the_sentence_says(now, then, polarity) -> None:
    case = a_case(str(now), last_year=str(then), polarity=polarity)
    answer = direction_of_travel(case)
    step = Decimal(1).scaleb(-min(-now.as_tuple().exponent, -then.as_tuple().exponent))

    for edge, result in turns(answer, step=step):
        assert direction_of_travel(with_value(case, edge)).result is result


def turns(answer: Judgement[Direction], *, step: Decimal) -> list[tuple[Decimal, Direction]]:
    """Return the figures that a sentence names, each with the direction it says they would give."""
    text = answer.would_change
    if answer.result is Direction.SAME:
        found = re.findall(rf"{NUMBER}%? or (?:more|less)(?: it)?(?: would be)? (better|worse)", text)
        return [(read(edge), Direction(word)) for edge, word in found]
    if text.startswith("A figure that rounds to"):
        found = re.match(
            rf"A figure that rounds to {NUMBER}% would be the same, and a (higher|lower) one (\w+)", text
        )
        above = found is not None and found[2] == "higher"
    else:
        found = re.match(rf"At {NUMBER}% it would be the same, and (\w+) (above|below) that", text)
        above = found is not None and found[3] == "above"
    assert found
    beyond = Direction(found[3] if text.startswith("A figure") else found[2])
    edge = read(found[1])
    return [(edge, Direction.SAME), (edge + (step if above else -step), beyond)]


@given(now=values, aim=values, polarity=st.sampled_from([Polarity.HIGHER, Polarity.LOWER]))
def test_the_years_result_turns_where_the_sentence_says(now, aim, polarity) -> None:
    case = a_case(str(now), target=str(aim), polarity=polarity, period="2023/24 Q4", unit=Unit.POUNDS)
    answer = progress(case)
    found = re.match(rf"A revised figure (?:of|below|above) {NUMBER}", answer.would_change)
    assert found
    edge = read(found[1])
    worse = Decimal("0.1") * (-1 if polarity is Polarity.HIGHER else 1)

    assert (
        f"{'below' if polarity is Polarity.HIGHER else 'above'}" in answer.would_change
        or answer.result is Progress.RED
    )
    assert progress(with_value(case, edge)).result is Progress.GREEN
    assert progress(with_value(case, edge + worse)).result is Progress.RED
