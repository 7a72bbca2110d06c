"""Year's end, refusals, milestones and differences with the officer: each by a hand-worked example."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from goldthread.domain.figures import Basis, Status, Unit
from goldthread.domain.judgement import (
    OfficerJudgement,
    Position,
    Progress,
    milestone_progress,
    position,
    progress,
    reason_difference_unexplained,
)
from goldthread.domain.measures import Polarity, TargetState
from goldthread.domain.periods import academic_year, calendar_year, day, financial_year, month, quarter
from tests.domain.builders import a_case, a_figure, a_range, a_target, some_parts

LOWER, ON_TARGET = Polarity.LOWER, Polarity.ON_TARGET
SINCE_APRIL = {"unit": Unit.COUNT, "basis": Basis.CUMULATIVE_FINANCIAL}
SINCE_SEPTEMBER = {"unit": Unit.COUNT, "basis": Basis.CUMULATIVE_ACADEMIC}
IN_THE_PERIOD = {"unit": Unit.COUNT, "basis": Basis.PERIOD}
NOT_STATED = {"unit": Unit.COUNT, "basis": Basis.NOT_STATED}
PROFILE_THAT_ENDS_BELOW_THE_TARGET = ((quarter(2023, 4), Decimal(50)),)


@pytest.mark.parametrize(
    ("case", "result", "reason", "would_change"),
    [
        (
            a_case("60", target="85", period="2023/24 Q4", basis=Basis.CUMULATIVE_FINANCIAL),
            Progress.RED,
            "The target of 85% for 2023/24 was not met: 60% is 25 percentage points below it.",
            "A revised figure of 85% or more would change it.",
        ),
        (
            a_case("203", target="68", period="2023/24 Q4", polarity=LOWER, status=Status.PROVISIONAL, **SINCE_APRIL),
            Progress.RED,
            "The target of 68 for 2023/24 was not met: 203 (provisional) is 135 above it.",
            "A final figure of 68 or fewer would change it.",
        ),
        (
            a_case("96", target="95", period="2023/24 Q4"),
            Progress.GREEN,
            "The target of 95% for 2023/24 was met: 96% is 1 percentage point above it.",
            "A revised figure below 95% would change it.",
        ),
        (
            a_case("4", target="5", period="2023/24", unit=Unit.DAYS, polarity=LOWER),
            Progress.GREEN,
            "The target of 5 days for 2023/24 was met: 4 days is 1 day below it.",
            "A revised figure above 5 days would change it.",
        ),
        (
            a_case("100", target="100", period="2023/24 Q4"),
            Progress.GREEN,
            "The target of 100% for 2023/24 was met exactly, at 100%.",
            "A revised figure below 100% would change it.",
        ),
        (
            a_case("94.7", target="97", basis=Basis.ANNUAL, as_at=date(2023, 9, 30)),
            Progress.RED,
            "The target of 97% for 2023/24 was not met: 94.7% at 30 September 2023 is 2.3 percentage points "
            "below it.",
            "A revised figure of 97% or more would change it.",
        ),
        (
            a_case("20", target="20", period="2023/24 Q4", polarity=ON_TARGET, unit=Unit.DAYS),
            Progress.GREEN,
            "The target of 20 days for 2023/24 was met exactly, at 20 days.",
            "A revised figure other than 20 days would change it.",
        ),
        (
            a_case("21", target="20", period="2023/24 Q4", polarity=ON_TARGET, unit=Unit.DAYS),
            Progress.RED,
            "The target of 20 days for 2023/24 was not met: 21 days is 1 day above it.",
            "A revised figure of exactly 20 days would change it.",
        ),
        (
            a_case("22", target=a_range("18", "22"), period="2023/24 Q4", polarity=ON_TARGET, unit=Unit.DAYS),
            Progress.GREEN,
            "The target of 18 days to 22 days for 2023/24 was met: 22 days is within it.",
            "A revised figure outside 18 days to 22 days would change it.",
        ),
        (
            a_case("17", target=a_range("18", "22"), period="2023/24 Q4", polarity=ON_TARGET, unit=Unit.DAYS),
            Progress.RED,
            "The target of 18 days to 22 days for 2023/24 was not met: 17 days is 1 day below it.",
            "A revised figure within 18 days to 22 days would change it.",
        ),
        (
            a_case("30", target="30", period="2023/24 academic year", polarity=LOWER, **SINCE_SEPTEMBER),
            Progress.GREEN,
            "The target of 30 for the 2023/24 academic year was met exactly, at 30.",
            "A revised figure above 30 would change it.",
        ),
        (
            a_case("41", target="40", period="2023/24", **IN_THE_PERIOD),
            Progress.GREEN,
            "The target of 40 for 2023/24 was met: 41 is 1 above it.",
            "A revised figure below 40 would change it.",
        ),
        (
            a_case("41", target="40", period="2023/24", **NOT_STATED),
            Progress.GREEN,
            "The target of 40 for 2023/24 was met: 41 is 1 above it.",
            "A revised figure below 40 would change it.",
        ),
        (  # a share with no stated basis is taken for the year's
            a_case("89.4", target="90", period="2023/24 Q4", basis=Basis.NOT_STATED),
            Progress.RED,
            "The target of 90% for 2023/24 was not met: 89.4% is 0.6 percentage points below it.",
            "A revised figure of 90% or more would change it.",
        ),
        (  # the year's target, not what was profiled for its last quarter
            a_case(
                "60",
                target=a_target("100", profile=PROFILE_THAT_ENDS_BELOW_THE_TARGET),
                period="2023/24 Q4",
                **SINCE_APRIL,
            ),
            Progress.RED,
            "The target of 100 for 2023/24 was not met: 60 is 40 below it.",
            "A revised figure of 100 or more would change it.",
        ),
        (
            a_case("12", target="40", period="2023/24 Q4", **IN_THE_PERIOD),
            Progress.NOT_JUDGED,
            "12 cannot be set against the target of 40 for 2023/24, because it covers 2023/24 Q4 alone and the "
            "target "
            "covers the whole year.",
            "A total since the year began would allow a judgement.",
        ),
        (
            a_case("96", target="95", period="2023/24 Q4", basis=Basis.PERIOD),
            Progress.NOT_JUDGED,
            "96% cannot be set against the target of 95% for 2023/24, because it covers 2023/24 Q4 alone and the "
            "target covers the whole year.",
            "A total since the year began would allow a judgement.",
        ),
        (
            a_case("12", target="40", period="2023/24 Q4", **NOT_STATED),
            Progress.NOT_JUDGED,
            "12 cannot be set against the target of 40 for 2023/24, because nobody has stated what part of the year "
            "it covers.",
            "A stated basis would allow a judgement.",
        ),
        (  # counted to the end of February: the year's total is not in
            a_case("35", target="40", period="2023/24 Q4", as_at=date(2024, 2, 29), **SINCE_APRIL),
            Progress.AMBER,
            "35 at 29 February 2024 is 1.7 below the 36.7 expected by 29 February 2024, eleven twelfths of the "
            "target "
            "of 40 for 2023/24.",
            "On course at 37 or more, uncertain from 35, not on course below that.",
        ),
    ],
)
def test_at_the_years_end_the_target_was_met_or_not(case, result, reason, would_change):
    answer = progress(case)

    assert (answer.result, answer.reason, answer.would_change) == (result, reason, would_change)


FOR_A_TARGET = "A target for 2023/24 would allow a judgement."


@pytest.mark.parametrize(
    ("case", "reason", "would_change"),
    [
        (
            a_case("665", target=None),
            "665% is not judged, because the measure is monitored without a target.",
            FOR_A_TARGET,
        ),
        (
            a_case(None, target=None),
            "It is not judged, because the measure is monitored without a target.",
            FOR_A_TARGET,
        ),
        (
            a_case("81", target=a_target(None, state=TargetState.DEPENDENT_ON, note="Inspection dates.")),
            "81% is not judged, because the target depends on inspection dates.",
            FOR_A_TARGET,
        ),
        (
            a_case("81", target=a_target(None, state=TargetState.DEPENDENT_ON)),
            "81% is not judged, because the target depends on something still to come.",
            FOR_A_TARGET,
        ),
        (
            a_case(
                "81", target=a_target(None, state=TargetState.NOT_SET, note="The measure is new. It starts in May.")
            ),
            "81% is not judged, because no target was set (the measure is new; it starts in May).",
            FOR_A_TARGET,
        ),
        (
            a_case("81", target=a_target(None, state=TargetState.TO_BE_CONFIRMED)),
            "81% is not judged, because the target is to be confirmed.",
            FOR_A_TARGET,
        ),
        (
            a_case("81", target=a_target(None, state=TargetState.BASELINE_TO_BE_ESTABLISHED)),
            "81% is not judged, because the baseline is still to be established.",
            FOR_A_TARGET,
        ),
        (
            a_case("81", target=a_target(None, state=TargetState.NOT_STATED)),
            "81% is not judged, because no target is stated.",
            FOR_A_TARGET,
        ),
        (
            a_case("81", target=a_target("-5", state=TargetState.CHANGE)),
            "81% is not judged, because the target is a change of −5% on last year’s actual, which is not known.",
            "Last year’s actual in the same unit would allow a judgement.",
        ),
        (
            a_case(
                "81",
                target=a_target("-5", state=TargetState.CHANGE),
                prior_actual=a_figure("90", unit=Unit.COUNT, period=financial_year(2022)),
            ),
            "81% is not judged, because the target is a change of −5% on last year’s actual, which is not known.",
            "Last year’s actual in the same unit would allow a judgement.",
        ),
        (
            a_case("446", target="500", unit=Unit.RATE_PER_10_000, polarity=Polarity.NEUTRAL),
            "446 per 10,000 is not judged against the target of 500 per 10,000 for 2023/24, because the council "
            "monitors "
            "the measure without saying which way is better.",
            "A record of which way is better would allow a judgement.",
        ),
        (
            a_case(None, target="500", polarity=Polarity.NEUTRAL),
            "It is not judged against the target of 500% for 2023/24, because the council monitors the measure "
            "without "
            "saying which way is better.",
            "A record of which way is better would allow a judgement.",
        ),
        (
            a_case("446", target=a_target("500", unit=Unit.COUNT), polarity=Polarity.NEUTRAL),
            "446% is not judged, because the council monitors the measure without saying which way is better.",
            "A record of which way is better would allow a judgement.",
        ),
        (
            a_case("3", polarity=Polarity.NARRATIVE),
            "3% is not judged, because this measure is reported in words.",
            "Only a measure with a direction and a target can be judged.",
        ),
        (
            a_case(None, polarity=Polarity.NARRATIVE),
            "This measure is reported in words.",
            "Only a measure with a direction and a target can be judged.",
        ),
        (
            a_case("446", target=a_target("500", unit=Unit.COUNT)),
            "446% is not judged, because the figure is in “percent” and its target in “count”.",
            "A figure and a target in one unit would allow a judgement.",
        ),
        (
            a_case("90", period="2022/23 Q3"),
            "90% is not judged, because it is for 2022/23 Q3 and the target is for 2023/24.",
            "A target for the year that the figure belongs to would allow a judgement.",
        ),
        (
            a_case("90", period="2024/25 Q1"),
            "90% is not judged, because it is for 2024/25 Q1 and the target is for 2023/24.",
            "A target for the year that the figure belongs to would allow a judgement.",
        ),
        (
            a_case("90", period="2023/24 Q1", as_at=date(2023, 3, 1)),
            "90% is not judged, because it is for 1 March 2023 and the target is for 2023/24.",
            "A target for the year that the figure belongs to would allow a judgement.",
        ),
        (  # since 1 September of the school year before
            a_case("90", target="500", period="2023/24 Q1", **SINCE_SEPTEMBER),
            "90 is not judged, because it counts from 1 September 2022 and the target is for the 2023/24 "
            "academic year.",
            "A target for the year that the figure belongs to would allow a judgement.",
        ),
        (
            a_case("90", target=a_target("500", year=academic_year(2023)), **SINCE_APRIL),
            "90 is not judged, because it counts from 1 April 2023 and the target is for the 2023/24 academic year.",
            "A target for the year that the figure belongs to would allow a judgement.",
        ),
        (
            a_case("90", target="500", period="2023", **IN_THE_PERIOD),
            "90 is not judged, because it counts from 1 January 2023 and the target is for 2023/24.",
            "A target for the year that the figure belongs to would allow a judgement.",
        ),
    ],
)
def test_what_cannot_be_judged_says_why_and_what_would_allow_it(case, reason, would_change):
    assert position(case).result is Position.NOT_JUDGED
    assert progress(case).result is Progress.NOT_JUDGED
    assert position(case).reason == progress(case).reason == reason
    assert position(case).would_change == progress(case).would_change == would_change


ALLOWED_BY_A_FIGURE = "A figure for 2023/24 Q3 would allow a judgement."


@pytest.mark.parametrize(
    ("status", "in_the_year", "reason", "would_change"),
    [
        (
            Status.REFER_TO_COMMENTARY,
            Progress.TOO_EARLY,
            "There is no figure for 2023/24 Q3: the report refers to its commentary.",
            ALLOWED_BY_A_FIGURE,
        ),
        (
            Status.NOT_REPORTED,
            Progress.TOO_EARLY,
            "No figure is reported for 2023/24 Q3.",
            ALLOWED_BY_A_FIGURE,
        ),
        (
            Status.NOT_YET_AVAILABLE,
            Progress.TOO_EARLY,
            "The figure for 2023/24 Q3 is not yet available.",
            ALLOWED_BY_A_FIGURE,
        ),
        (
            Status.NOT_APPLICABLE,
            Progress.NOT_JUDGED,
            "A figure does not apply to 2023/24 Q3.",
            ALLOWED_BY_A_FIGURE,
        ),
        (
            Status.SUPPRESSED,
            Progress.NOT_JUDGED,
            "The figure for 2023/24 Q3 is suppressed, so that nobody can be identified.",
            "A figure that can be published would allow a judgement.",
        ),
    ],
)
def test_every_kind_of_absence_has_its_own_words(status, in_the_year, reason, would_change):
    case = a_case(None, status=status)
    at_the_years_end = a_case(None, status=status, period="2023/24 Q4")

    assert position(case).result is Position.NOT_JUDGED
    assert (progress(case).result, progress(case).reason) == (in_the_year, reason)
    assert progress(case).would_change == position(case).would_change == would_change
    assert progress(at_the_years_end).result is Progress.NOT_JUDGED


def test_parts_without_a_total_are_not_added_up_behind_the_councils_back():
    case = a_case("0")
    in_parts = replace(case, figure=a_figure(None, parts=some_parts(low="24", medium="23", high="8")))
    in_one = replace(case, figure=a_figure(None, parts=some_parts(residential="42")))
    total = replace(in_parts, measure=replace(case.measure, total_of_parts=True))
    one_total = replace(in_one, measure=total.measure)

    assert progress(in_parts).result is Progress.TOO_EARLY
    assert progress(in_parts).reason == "The figure for 2023/24 Q3 is reported in 3 parts without a total."
    assert progress(in_parts).would_change == "A total would allow a judgement."
    assert progress(in_one).reason == "The figure for 2023/24 Q3 is reported in one part without a total."
    assert position(total).reason == "55% in total is 40 percentage points below the target of 95% for 2023/24."
    assert position(one_total).reason == "42% is 53 percentage points below the target of 95% for 2023/24."


@pytest.mark.parametrize(
    ("period", "target_year", "result"),
    [
        (month(2023, 4), financial_year(2023), Position.ON),
        (month(2024, 3), financial_year(2023), Position.ON),
        (day(date(2023, 4, 1)), financial_year(2023), Position.ON),
        (day(date(2024, 3, 31)), financial_year(2023), Position.ON),
        (day(date(2023, 3, 31)), financial_year(2023), Position.NOT_JUDGED),
        (quarter(2023, 3), calendar_year(2023), Position.ON),
        (academic_year(2023), academic_year(2023), Position.ON),
        (academic_year(2023), financial_year(2023), Position.ON),
        (quarter(2023, 4), calendar_year(2023), Position.NOT_JUDGED),
    ],
)
def test_a_snapshot_belongs_to_the_year_it_was_taken_in(period, target_year, result):
    case = a_case("90", target=a_target("85", year=target_year), period=period)

    assert position(case).result is result


@pytest.mark.parametrize(
    ("due", "completed", "result", "reason", "would_change"),
    [
        (
            date(2023, 12, 31),
            date(2023, 12, 31),
            Progress.GREEN,
            "It was completed on 31 December 2023, by its date of 31 December 2023.",
            "A corrected date of completion would change it.",
        ),
        (
            date(2023, 12, 31),
            date(2024, 1, 1),
            Progress.RED,
            "It was completed on 1 January 2024, after its date of 31 December 2023.",
            "A corrected date of completion would change it.",
        ),
        (
            None,
            date(2023, 11, 1),
            Progress.GREEN,
            "It was completed on 1 November 2023.",
            "A corrected date of completion would change it.",
        ),
        (
            None,
            None,
            Progress.NOT_JUDGED,
            "It is not judged, because the plan gives no date for it and no completion is recorded.",
            "A date in the plan, or a recorded completion, would allow it.",
        ),
        (
            date(2023, 12, 31),
            None,
            Progress.RED,
            "It was due by 31 December 2023, and no completion is recorded by 31 December 2023.",
            "A recorded completion in time or an agreed later date would change it.",
        ),
        (
            date(2024, 1, 1),
            None,
            Progress.TOO_EARLY,
            "It is due by 1 January 2024, and no completion is recorded by 31 December 2023.",
            "A recorded completion by 1 January 2024 would change it.",
        ),
    ],
)
def test_a_milestone_is_judged_by_its_dates(due, completed, result, reason, would_change):
    answer = milestone_progress(due=due, completed=completed, period=quarter(2023, 3))

    assert (answer.result, answer.reason, answer.would_change) == (result, reason, would_change)


@pytest.mark.parametrize("officer", OfficerJudgement)
@pytest.mark.parametrize("computed", Progress)
def test_an_officers_judgement_that_differs_needs_a_reason(computed, officer):
    agree = {
        (Progress.GREEN, OfficerJudgement.GREEN),
        (Progress.AMBER, OfficerJudgement.AMBER),
        (Progress.TOO_EARLY, OfficerJudgement.AMBER),
        (Progress.RED, OfficerJudgement.RED),
    }
    says_nothing = {OfficerJudgement.NOT_APPLICABLE, OfficerJudgement.NOT_RECORDED}
    is_fine = (computed, officer) in agree or officer in says_nothing or computed is Progress.NOT_JUDGED

    silent = reason_difference_unexplained(computed=computed, officer=officer, reason="  ")

    assert (silent is None) == is_fine
    assert reason_difference_unexplained(computed=computed, officer=officer, reason="Two staff left.") is None


def test_the_difference_is_said_in_words():
    early, officer = Progress.TOO_EARLY, OfficerJudgement.GREEN

    assert (
        reason_difference_unexplained(computed=early, officer=officer, reason="")
        == "The figures say amber, the officer green. Say why they differ."
    )
