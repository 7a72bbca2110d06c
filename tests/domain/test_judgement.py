"""The two lights: every rule and every refusal by a hand-worked example, with the sentence a reader sees."""

from datetime import date
from decimal import Decimal

import pytest

from goldthread.domain.figures import Basis, Status, Unit
from goldthread.domain.judgement import (
    Position,
    Progress,
    position,
    progress,
)
from goldthread.domain.measures import Polarity, TargetState
from goldthread.domain.periods import (
    financial_year,
    quarter,
)
from tests.domain.builders import a_case, a_figure, a_range, a_share, a_target, points

LOWER, ON_TARGET = Polarity.LOWER, Polarity.ON_TARGET
SINCE_APRIL = {"unit": Unit.COUNT, "basis": Basis.CUMULATIVE_FINANCIAL}
SINCE_SEPTEMBER = {"unit": Unit.COUNT, "basis": Basis.CUMULATIVE_ACADEMIC}
IN_THE_QUARTER = {"unit": Unit.COUNT, "basis": Basis.PERIOD}
NOT_STATED = {"unit": Unit.COUNT, "basis": Basis.NOT_STATED}


@pytest.mark.parametrize(
    ("now", "polarity", "tolerance", "expected"),
    [
        ("96", Polarity.HIGHER, points("5"), Position.ON),
        ("95", Polarity.HIGHER, points("5"), Position.ON),
        ("94.99", Polarity.HIGHER, points("5"), Position.NEAR),
        ("90", Polarity.HIGHER, points("5"), Position.NEAR),
        ("89.99", Polarity.HIGHER, points("5"), Position.OFF),
        ("90.25", Polarity.HIGHER, a_share("0.05"), Position.NEAR),
        ("90.24", Polarity.HIGHER, a_share("0.05"), Position.OFF),
        ("94.99", Polarity.HIGHER, points("0"), Position.OFF),
        ("94", LOWER, points("5"), Position.ON),
        ("95", LOWER, points("5"), Position.ON),
        ("95.01", LOWER, points("5"), Position.NEAR),
        ("100", LOWER, points("5"), Position.NEAR),
        ("100.01", LOWER, points("5"), Position.OFF),
        ("95", ON_TARGET, points("5"), Position.ON),
        ("95.00", ON_TARGET, points("5"), Position.ON),
        ("94.99", ON_TARGET, points("5"), Position.NEAR),
        ("95.01", ON_TARGET, points("5"), Position.NEAR),
        ("90", ON_TARGET, points("5"), Position.NEAR),
        ("100", ON_TARGET, points("5"), Position.NEAR),
        ("89.99", ON_TARGET, points("5"), Position.OFF),
        ("100.01", ON_TARGET, points("5"), Position.OFF),
    ],
)
def test_bands_are_half_open_at_their_exact_ends(now, polarity, tolerance, expected):
    case = a_case(now, target="95", polarity=polarity, tolerance=tolerance)
    light = {Position.ON: Progress.GREEN, Position.NEAR: Progress.AMBER, Position.OFF: Progress.RED}

    assert position(case).result is expected
    assert progress(case).result is light[expected]


@pytest.mark.parametrize(
    ("now", "polarity", "expected"),
    [
        ("17", Polarity.HIGHER, Position.OFF),
        ("18", Polarity.HIGHER, Position.ON),
        ("30", Polarity.HIGHER, Position.ON),
        ("22", LOWER, Position.ON),
        ("22.5", LOWER, Position.NEAR),
        ("24", LOWER, Position.OFF),
        ("10", LOWER, Position.ON),
        ("18", ON_TARGET, Position.ON),
        ("22", ON_TARGET, Position.ON),
        ("17.0", ON_TARGET, Position.NEAR),
        ("23.0", ON_TARGET, Position.NEAR),
        ("23.1", ON_TARGET, Position.OFF),
    ],
)
def test_a_range_is_judged_from_its_nearer_end_with_a_tolerance_of_its_middle(now, polarity, expected):
    tolerance = a_share("0.05") if polarity is not Polarity.HIGHER else points("0.5")

    case = a_case(now, target=a_range("18", "22"), polarity=polarity, tolerance=tolerance)

    assert position(case).result is expected


SENTENCES = {
    "a snapshot behind a target where higher is better": (
        a_case("92.97", target="95"),
        "92.97% is 2.03 percentage points below the target of 95% for 2023/24.",
        "On target at 95% or more, near it from 90.25%, off target below that.",
    ),
    "one point and not points": (
        a_case("96", target="95", polarity=LOWER),
        "96% is 1 percentage point above the target of 95% for 2023/24.",
        "On target at 95% or less, near it up to 99.75%, off target above that.",
    ),
    "exactly on it": (
        a_case("100", target="100", tolerance=points("0")),
        "100% equals the target of 100% for 2023/24.",
        "On target at 100% or more, off target below that.",
    ),
    "a growing count against its share of the year": (
        a_case("90", target="68", polarity=LOWER, **SINCE_APRIL),
        "90 is 39 above the 51 expected by the end of 2023/24 Q3, three quarters of the target of 68 for 2023/24.",
        "On target at 51 or fewer, near it up to 53, off target above that.",
    ),
    "a share that is not a whole number": (
        a_case("16", target="31", polarity=LOWER, **SINCE_SEPTEMBER),
        "16 is 5.7 above the 10.3 expected by the end of 2023/24 Q3, a third of the target of 31 for the 2023/24 "
        "academic year.",
        "On target at 10 or fewer, off target above that.",
    ),
    "a count so near its share that one place would hide it": (
        a_case("167", target="500", polarity=LOWER, **SINCE_SEPTEMBER),
        "167 is 0.3 above the 166.7 expected by the end of 2023/24 Q3, a third of the target of 500 for the 2023/24 "
        "academic year.",
        "On target at 166 or fewer, near it up to 175, off target above that.",
    ),
    "no children is the best there can be": (
        a_case("0", target="0", polarity=LOWER, unit=Unit.COUNT),
        "0 equals the target of 0 for 2023/24.",
        "On target at 0, off target above that.",
    ),
    "a count of the quarter alone against a quarter of the year": (
        a_case("12", target="40", polarity=Polarity.HIGHER, **IN_THE_QUARTER),
        "12 is 2 above the 10 expected in 2023/24 Q3, a quarter of the target of 40 for 2023/24.",
        "On target at 10 or more, off target below that.",
    ),
    "a count of part of the quarter": (
        a_case("12", target="60", as_at=date(2023, 11, 30), **IN_THE_QUARTER),
        "12 at 30 November 2023 is 2 above the 10 expected in 2023/24 Q3 to 30 November 2023, a sixth of the target "
        "of 60 for 2023/24.",
        "On target at 10 or more, off target below that.",
    ),
    "a count that stops before its quarter": (
        a_case("20", target="60", as_at=date(2023, 11, 30), **SINCE_APRIL),
        "20 at 30 November 2023 is 20 below the 40 expected by 30 November 2023, two thirds of the target of 60 for "
        "2023/24.",
        "On target at 40 or more, near it from 38, off target below that.",
    ),
    "a range": (
        a_case("20.5", target=a_range("18", "22"), polarity=ON_TARGET, unit=Unit.DAYS, tolerance=points("1")),
        "20.5 days is within the target of 18 days to 22 days for 2023/24.",
        "On target from 18 days to 22 days, near it from 17 days to 23 days, off target beyond that.",
    ),
    "a number to be hit exactly": (
        a_case("24", target="20", polarity=ON_TARGET, unit=Unit.HOURS, tolerance=points("2")),
        "24 hours is 4 hours above the target of 20 hours for 2023/24.",
        "On target at exactly 20 hours, near it from 18 hours to 22 hours, off target beyond that.",
    ),
    "a number to be hit exactly, and nothing near it": (
        a_case("24", target="20", polarity=ON_TARGET, unit=Unit.HOURS, tolerance=points("0")),
        "24 hours is 4 hours above the target of 20 hours for 2023/24.",
        "On target at exactly 20 hours, off target beyond that.",
    ),
    "a share of a range": (
        a_case("40", target=a_range("60", "70"), polarity=ON_TARGET, tolerance=points("2"), **SINCE_APRIL),
        "40 is 5 below the 45.0 to 52.5 expected by the end of 2023/24 Q3, three quarters of the target of 60 to 70 "
        "for 2023/24.",
        "On target from 45 to 52, near it from 43 to 54, off target beyond that.",
    ),
    "whole numbers that can only be near": (
        a_case("20", target="35", polarity=ON_TARGET, tolerance=points("3"), **SINCE_APRIL),
        "20 is 6.3 below the 26.3 expected by the end of 2023/24 Q3, three quarters of the target of 35 for 2023/24.",
        "On target at no figure printed like this one, near it from 24 to 29, off target beyond that.",
    ),
    "one whole number that is near": (
        a_case("20", target="35", polarity=ON_TARGET, tolerance=points("0.3"), **SINCE_APRIL),
        "20 is 6.3 below the 26.3 expected by the end of 2023/24 Q3, three quarters of the target of 35 for 2023/24.",
        "On target at no figure printed like this one, near it at exactly 26, off target beyond that.",
    ),
    "whole numbers that can't be even near": (
        a_case("20", target="35", polarity=ON_TARGET, tolerance=points("0.1"), **SINCE_APRIL),
        "20 is 6.3 below the 26.3 expected by the end of 2023/24 Q3, three quarters of the target of 35 for 2023/24.",
        "On target at no figure printed like this one, off target at every other.",
    ),
    "money against a change on last year": (
        a_case(
            "6500000",
            target=a_target("-250000", state=TargetState.CHANGE),
            prior_actual=a_figure("6726000", period=financial_year(2022), unit=Unit.POUNDS),
            unit=Unit.POUNDS,
            basis=Basis.ANNUALISED_FORECAST,
            polarity=LOWER,
        ),
        "£6,500,000 is £24,000 above the target of £6,476,000 for 2023/24 (£250,000 below last year’s £6,726,000).",
        "On target at £6,476,000 or less, near it up to £6,799,800, off target above that.",
    ),
    "a rise on last year": (
        a_case(
            "53",
            target=a_target("5", state=TargetState.CHANGE),
            prior_actual=a_figure("50", period=financial_year(2022)),
            tolerance=points("0"),
        ),
        "53% is 2 percentage points below the target of 55% for 2023/24 (5 percentage points above last year’s 50%).",
        "On target at 55% or more, off target below that.",
    ),
    "no change on last year": (
        a_case(
            "53",
            target=a_target("0", state=TargetState.CHANGE),
            prior_actual=a_figure("50", period=financial_year(2022)),
            tolerance=points("0"),
        ),
        "53% is 3 percentage points above the target of 50% for 2023/24 (last year’s 50%).",
        "On target at 50% or more, off target below that.",
    ),
    "pence stay two": (
        a_case("10.00", target="9.50", polarity=LOWER, unit=Unit.POUNDS),
        "£10.00 is £0.50 above the target of £9.50 for 2023/24.",
        "On target at £9.50 or less, near it up to £9.97, off target above that.",
    ),
    "the end of a band is not printed to a hair's breadth": (
        a_case("30.0", target="33.3", tolerance=a_share("0.033")),
        "30.0% is 3.3 percentage points below the target of 33.3% for 2023/24.",
        "On target at 33.3% or more, near it from 32.3%, off target below that.",
    ),
    "an average count is judged as finely as it is printed": (
        a_case("18.5", target="18", polarity=LOWER, unit=Unit.COUNT),
        "18.5 is 0.5 above the target of 18 for 2023/24.",
        "On target at 18 or fewer, near it up to 18.9, off target above that.",
    ),
    "or as finely as its target is": (
        a_case("19", target="18.5", polarity=LOWER, unit=Unit.COUNT),
        "19 is 0.5 above the target of 18.5 for 2023/24.",
        "On target at 18.5 or fewer, near it up to 19.4, off target above that.",
    ),
    "counted on the last day of its period, which goes without saying": (
        a_case("94", target="95", as_at=date(2023, 12, 31), tolerance=points("0")),
        "94% is 1 percentage point below the target of 95% for 2023/24.",
        "On target at 95% or more, off target below that.",
    ),
    "counted after its period, which is read as its last day": (
        a_case("94", target="95", as_at=date(2024, 1, 9), tolerance=points("0")),
        "94% is 1 percentage point below the target of 95% for 2023/24.",
        "On target at 95% or more, off target below that.",
    ),
    "a quarter's count said to be from before the quarter": (
        a_case("12", target="40", as_at=date(2023, 9, 1), **IN_THE_QUARTER),
        "12 is 2 above the 10 expected in 2023/24 Q3, a quarter of the target of 40 for 2023/24.",
        "On target at 10 or more, off target below that.",
    ),
    "half a pound is fifty pence": (
        a_case("8", target="10", unit=Unit.POUNDS),
        "£8 is £2 below the target of £10 for 2023/24.",
        "On target at £10 or more, near it from £9.50, off target below that.",
    ),
    "the end of a band has the places of the target": (
        a_case("30", target="40.0", tolerance=points("5")),
        "30% is 10 percentage points below the target of 40.0% for 2023/24.",
        "On target at 40.0% or more, near it from 35.0%, off target below that.",
    ),
    "a rate": (
        a_case("71.9", target="45", polarity=LOWER, unit=Unit.RATE_PER_10_000, status=Status.PROVISIONAL),
        "71.9 per 10,000 (provisional) is 26.9 above the target of 45 per 10,000 for 2023/24.",
        "On target at 45 per 10,000 or less, near it up to 47.25 per 10,000, off target above that.",
    ),
    "a count of twelve months, at any time of the year": (
        a_case("23", target="20", polarity=LOWER, unit=Unit.COUNT, basis=Basis.ROLLING_12_MONTHS),
        "23 is 3 above the target of 20 for 2023/24.",
        "On target at 20 or fewer, near it up to 21, off target above that.",
    ),
    "a target of zero with a tolerance that is a share of it": (
        a_case("0.5", target="0", polarity=LOWER),
        "0.5% is 0.5 percentage points above the target of 0% for 2023/24.",
        "On target at 0% or less, off target above that.",
    ),
    "a target below zero": (
        a_case("-97", target="-100", polarity=LOWER, unit=Unit.POUNDS),
        "−£97 is £3 above the target of −£100 for 2023/24.",
        "On target at −£100 or less, near it up to −£95, off target above that.",
    ),
    "a school term within a financial year": (
        a_case("12", target="24", period="Autumn term 2023", **IN_THE_QUARTER),
        "12 is 4 above the 8 expected in autumn term 2023, a third of the target of 24 for 2023/24.",
        "On target at 8 or more, off target below that.",
    ),
    "a total by a day": (
        a_case("12", target="24", period="30 September 2023", **SINCE_APRIL),
        "12 equals the 12 expected by 30 September 2023, half of the target of 24 for 2023/24.",
        "On target at 12 or more, off target below that.",
    ),
    "a year's count that states no basis": (
        a_case("12", target="24", period="2023/24", **NOT_STATED),
        "12 is 12 below the target of 24 for 2023/24.",
        "On target at 24 or more, near it from 23, off target below that.",
    ),
}


@pytest.mark.parametrize("name", SENTENCES)
def test_a_position_says_the_figure_the_distance_and_where_the_light_turns(name):
    case, reason, would_change = SENTENCES[name]

    answer = position(case)

    assert answer.reason == reason
    assert answer.would_change == would_change


PROFILE = ((quarter(2023, 1), Decimal(10)), (quarter(2023, 2), Decimal(30)), (quarter(2023, 4), Decimal(100)))
PROFILED = a_target("100", profile=PROFILE)


@pytest.mark.parametrize(
    ("case", "reason"),
    [
        (
            a_case("28", target=PROFILED, period="2023/24 Q2", **SINCE_APRIL),
            "28 is 2 below the 30 profiled by the end of 2023/24 Q2, on the way to the target of 100 for 2023/24.",
        ),
        (
            a_case("8", target=PROFILED, period="2023/24 Q1", **IN_THE_QUARTER),
            "8 is 2 below the 10 profiled in 2023/24 Q1, on the way to the target of 100 for 2023/24.",
        ),
        (
            a_case("21", target=PROFILED, period="2023/24 Q2", **IN_THE_QUARTER),
            "21 is 1 above the 20 profiled in 2023/24 Q2, on the way to the target of 100 for 2023/24.",
        ),
        (  # nothing is profiled by the end of the quarter before, so the share of the year stands in
            a_case("21", target=PROFILED, period="2023/24 Q4", **IN_THE_QUARTER),
            "21 is 4 below the 25 expected in 2023/24 Q4, a quarter of the target of 100 for 2023/24.",
        ),
        (
            a_case("60", target=PROFILED, period="2023/24 Q3", **SINCE_APRIL),
            "60 is 15 below the 75 expected by the end of 2023/24 Q3, three quarters of the target of 100 for "
            "2023/24.",
        ),
        (
            a_case("28", target=PROFILED, period="2023/24 Q2"),
            "28% is 2 percentage points below the 30% profiled by the end of 2023/24 Q2, on the way to the target of "
            "100% for 2023/24.",
        ),
        (  # finer than the figure, so that the two do not look equal
            a_case("10", target=a_target("60", profile=((quarter(2023, 3), Decimal("10.0004")),)), **SINCE_APRIL),
            "10 is 0.0004 below the 10.0004 profiled by the end of 2023/24 Q3, on the way to the target of 60 for "
            "2023/24.",
        ),
        (  # the count stops before the profile's quarter ends
            a_case("28", target=PROFILED, period="2023/24 Q2", as_at=date(2023, 8, 31), **SINCE_APRIL),
            "28 at 31 August 2023 is 13.7 below the 41.7 expected by 31 August 2023, five twelfths of the target of "
            "100 for 2023/24.",
        ),
    ],
)
def test_the_councils_profile_goes_before_an_even_share(case, reason):
    assert position(case).reason == reason


@pytest.mark.parametrize(
    ("case", "result", "reason", "would_change"),
    [
        (
            a_case("90", target="68", polarity=LOWER, **SINCE_APRIL),
            Progress.RED,
            "90 is already above the target of 68 for 2023/24.",
            "Only a corrected figure or a new target would change it.",
        ),
        (
            a_case("68", target="68", **SINCE_APRIL),
            Progress.GREEN,
            "68 has already reached the target of 68 for 2023/24.",
            "Only a corrected figure or a new target would change it.",
        ),
        (
            a_case("71", target=a_range("60", "70"), polarity=ON_TARGET, **SINCE_APRIL),
            Progress.RED,
            "71 is already above the target of 60 to 70 for 2023/24.",
            "Only a corrected figure or a new target would change it.",
        ),
        (  # at the target, more may still come
            a_case("68", target="68", polarity=LOWER, **SINCE_APRIL),
            Progress.RED,
            "68 is 17 above the 51 expected by the end of 2023/24 Q3, three quarters of the target of 68 for "
            "2023/24.",
            "On course at 51 or fewer, uncertain up to 53, not on course above that.",
        ),
        (  # money can come back
            a_case("101", target="100", polarity=LOWER, unit=Unit.POUNDS, basis=Basis.CUMULATIVE_FINANCIAL),
            Progress.RED,
            "£101 is £26 above the £75 expected by the end of 2023/24 Q3, three quarters of the target of £100 for "
            "2023/24.",
            "On course at £75 or less, uncertain up to £78.75, not on course above that.",
        ),
        (  # the school year is not over when the financial year is
            a_case("17", target="30", period="2023/24 Q4", polarity=LOWER, **SINCE_SEPTEMBER),
            Progress.GREEN,
            "17 is 0.5 below the 17.5 expected by the end of 2023/24 Q4, seven twelfths of the target of 30 for the "
            "2023/24 academic year.",
            "On course at 17 or fewer, uncertain up to 18, not on course above that.",
        ),
        (
            a_case("53", target="85", basis=Basis.CUMULATIVE_FINANCIAL),
            Progress.RED,
            "53% is 32 percentage points below the target of 85% for 2023/24.",
            "On course at 85% or more, uncertain from 80.75%, not on course below that.",
        ),
        (
            a_case("12", target="40", **IN_THE_QUARTER),
            Progress.TOO_EARLY,
            "12 cannot be set against the target of 40 for 2023/24, because it covers 2023/24 Q3 alone and the "
            "target "
            "covers the whole year.",
            "A total since the year began would allow a judgement.",
        ),
        (
            a_case("12", target="40", **NOT_STATED),
            Progress.TOO_EARLY,
            "12 cannot be set against the target of 40 for 2023/24, because nobody has stated what part of the year "
            "it covers.",
            "A stated basis would allow a judgement.",
        ),
        (
            a_case("1", target="40", period="15 April 2023", **SINCE_APRIL),
            Progress.TOO_EARLY,
            "1 cannot be set against the target of 40 for 2023/24, because no whole month of 2023/24 has passed.",
            "A later figure would allow a judgement.",
        ),
    ],
)
def test_progress_before_the_year_is_over(case, result, reason, would_change):
    answer = progress(case)

    assert (answer.result, answer.reason, answer.would_change) == (result, reason, would_change)


@pytest.mark.parametrize("case", [a_case("12", target="40", period="15 December 2023", **IN_THE_QUARTER)])
def test_one_days_count_says_nothing_of_a_years_target(case):
    assert position(case).result is Position.NOT_JUDGED
    assert progress(case).result is Progress.TOO_EARLY
    assert "covers 15 December 2023 alone" in progress(case).reason


def test_a_case_names_its_target_even_where_it_has_no_number():
    assert a_case("10", target=None).target_words == "the target for 2023/24"


@pytest.mark.parametrize("name", ["known_value", "known_last_year"])
def test_a_missing_figure_never_stands_in_as_a_zero(name):
    with pytest.raises(LookupError, match="a rule went on without one"):
        getattr(a_case(None), name)
