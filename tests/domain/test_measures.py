"""Measures and targets: what better means, how near is near, and which targets can't be."""

from decimal import Decimal
from fractions import Fraction

import pytest

from goldthread.domain.measures import (
    FIVE_PERCENT,
    WHY_NO_TARGET,
    ImpossibleTarget,
    Polarity,
    TargetState,
    Tolerance,
    ToleranceKind,
)
from goldthread.domain.periods import academic_year, calendar_year, financial_year, month, quarter
from tests.domain.builders import a_figure, a_measure, a_range, a_share, a_target, points, some_parts


def test_neutral_and_narrative_measures_are_not_judged():
    assert {polarity for polarity in Polarity if polarity.judges} == {
        Polarity.HIGHER,
        Polarity.LOWER,
        Polarity.ON_TARGET,
    }


@pytest.mark.parametrize(
    ("tolerance", "target", "expected"),
    [
        (FIVE_PERCENT, "500", "25"),
        (FIVE_PERCENT, "-500", "25"),
        (FIVE_PERCENT, "0", "0"),
        (points("2.5"), "500", "2.5"),
        (points("2.5"), "0", "2.5"),
        (a_share("1"), "7", "7"),
    ],
)
def test_a_tolerance_is_a_share_of_the_target_or_a_number_of_points(tolerance, target, expected):
    assert tolerance.around(Decimal(target)) == Decimal(expected)
    assert tolerance.around_exactly(Fraction(target)) == Fraction(expected)


@pytest.mark.parametrize(
    ("kind", "value", "message"),
    [
        (ToleranceKind.SHARE, "-0.01", "The tolerance is -0.01. It must be a number, zero or more."),
        (ToleranceKind.POINTS, "NaN", "It must be a number, zero or more."),
        (ToleranceKind.SHARE, "5", "The tolerance is 5 as a share. Write 5% of the target as 0.05."),
    ],
)
def test_a_tolerance_that_cannot_be_is_refused(kind, value, message):
    with pytest.raises(ValueError, match=message):
        Tolerance(kind=kind, value=Decimal(value))


def test_a_tolerance_may_be_more_than_one_point():
    assert points("5").around(Decimal(20)) == 5


@pytest.mark.parametrize("room", ["-1", "Infinity"])
def test_a_room_for_the_same_that_cannot_be_is_refused(room):
    with pytest.raises(ValueError, match=r"It must be a number, zero or more\."):
        a_measure(same_within=Decimal(room))


def test_the_headline_is_the_value_or_the_total_of_parts_where_the_measure_is_made_so():
    in_parts = a_figure(None, parts=some_parts(MAP="516", PRE_MAP="149"))

    assert a_measure(total_of_parts=True).headline(in_parts) == 665
    assert a_measure().headline(in_parts) is None
    assert a_measure(total_of_parts=True).headline(a_figure("7", parts=some_parts(a="3"))) == 7
    assert a_measure(total_of_parts=True).headline(a_figure("0", parts=some_parts(a="3"))) == 0


def test_a_change_is_added_to_last_years_actual():
    target = a_target("-250000", state=TargetState.CHANGE)

    assert target.aim(prior_actual=Decimal(6726000)) == 6476000
    assert target.aim() is None
    assert a_target("68").aim(prior_actual=Decimal(100)) == 68
    assert a_range("18", "22").aim() is None


def test_a_profile_is_looked_up_by_the_last_day():
    profile = ((quarter(2023, 1), Decimal(10)), (month(2023, 9), Decimal(25)))
    target = a_target("60", profile=profile)

    assert target.profiled(quarter(2023, 1).end) == 10
    assert target.profiled(quarter(2023, 2).end) == 25
    assert target.profiled(quarter(2023, 3).end) is None


@pytest.mark.parametrize(
    "state", [state for state in TargetState if state not in {TargetState.NUMBER, TargetState.CHANGE}]
)
def test_only_a_number_and_a_change_have_a_value(state):
    with pytest.raises(ImpossibleTarget, match="has no value"):
        a_target("68", state=state)


@pytest.mark.parametrize("state", WHY_NO_TARGET)
def test_every_state_without_a_target_says_why_and_holds_no_number(state):
    assert a_target(None, state=state).aim() is None
    assert WHY_NO_TARGET[state]
    with pytest.raises(ImpossibleTarget, match="both ends of a range, or none"):
        a_target(None, state=state, low=Decimal(1), high=Decimal(2))


@pytest.mark.parametrize(
    ("value", "changes", "message"),
    [
        (None, {"state": TargetState.NUMBER}, "A target in state “number” needs a value."),
        (None, {"state": TargetState.CHANGE}, "A target in state “change” needs a value."),
        (None, {"state": TargetState.RANGE, "low": Decimal(1)}, "needs both ends of a range, or none."),
        (None, {"state": TargetState.RANGE, "high": Decimal(1)}, "needs both ends of a range, or none."),
        (None, {"state": TargetState.NOT_SET, "high": Decimal(1)}, "needs both ends of a range, or none."),
        ("5", {"low": Decimal(1)}, "needs both ends of a range, or none."),
        (
            None,
            {"state": TargetState.RANGE, "low": Decimal(22), "high": Decimal(18)},
            "The range runs from 22 down to 18. Put the lower end first.",
        ),
        ("NaN", {}, "In a target, NaN is not a number that can be reported."),
        ("1", {"profile": ((quarter(2023, 1), Decimal("NaN")),)}, "In a target, NaN is not a number"),
        ("1", {"year": quarter(2023, 1)}, "A target is for a year, and “2023/24 Q1” is not one"),
        ("1", {"year": financial_year(1900)}, "“1900/01” is not one that can be reported"),
        ("1", {"year": academic_year(2198)}, "is not one that can be reported"),
    ],
)
def test_a_target_that_contradicts_itself_is_refused(value, changes, message):
    with pytest.raises(ImpossibleTarget, match=message):
        a_target(value, **changes)


def test_a_range_may_have_both_ends_alike_and_a_year_may_be_of_any_kind():
    a_range("20", "20")
    for year in (academic_year(2023), calendar_year(2023), financial_year(1901), academic_year(2197)):
        a_target("20", year=year)
