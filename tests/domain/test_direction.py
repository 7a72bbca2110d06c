"""Direction of travel: better, the same, worse, and every refusal, by hand-worked examples."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from goldthread.domain.figures import Basis, Status, Unit
from goldthread.domain.judgement import Direction, direction_of_travel
from goldthread.domain.measures import Polarity
from goldthread.domain.periods import day, financial_year, month, quarter
from tests.domain.builders import a_case, a_figure, a_range, a_target, some_parts

HIGHER, LOWER, ON_TARGET = Polarity.HIGHER, Polarity.LOWER, Polarity.ON_TARGET
COUNT = {"unit": Unit.COUNT}
SINCE_APRIL = {"unit": Unit.COUNT, "basis": Basis.CUMULATIVE_FINANCIAL}
HALF_A_POINT = {"same_within": Decimal("0.5")}


@pytest.mark.parametrize(
    ("case", "result", "reason", "would_change"),
    [
        (
            a_case("90", last_year="114", polarity=LOWER, **SINCE_APRIL),
            Direction.BETTER,
            "90 is better than 114 in 2022/23 Q3, because lower is better.",
            "At 114 it would be the same, and worse above that.",
        ),
        (
            a_case("49", last_year="45", polarity=LOWER, status=Status.PROVISIONAL, **COUNT),
            Direction.WORSE,
            "49 (provisional) is worse than 45 in 2022/23 Q3, because lower is better.",
            "At 45 it would be the same, and better below that.",
        ),
        (
            a_case("58", last_year="55"),
            Direction.BETTER,
            "58% is better than 55% in 2022/23 Q3, because higher is better.",
            "At 55% it would be the same, and worse below that.",
        ),
        (
            a_case("50", last_year="51"),
            Direction.WORSE,
            "50% is worse than 51% in 2022/23 Q3, because higher is better.",
            "At 51% it would be the same, and better above that.",
        ),
        (  # last year printed finer: compared at one place
            a_case("94.7", last_year="96.02"),
            Direction.WORSE,
            "94.7% is worse than 96.02% in 2022/23 Q3, because higher is better.",
            "At 96.0% it would be the same, and better above that.",
        ),
        (  # this year printed finer: 92.97 counts as 93
            a_case("92.97", last_year="92"),
            Direction.BETTER,
            "92.97% is better than 92% in 2022/23 Q3, because higher is better.",
            "A figure that rounds to 92% would be the same, and a lower one worse.",
        ),
        (
            a_case("92.97", last_year="92", polarity=LOWER),
            Direction.WORSE,
            "92.97% is worse than 92% in 2022/23 Q3, because lower is better.",
            "A figure that rounds to 92% would be the same, and a lower one better.",
        ),
        (
            a_case("20", last_year="20", polarity=LOWER, **COUNT),
            Direction.SAME,
            "20 is the same as in 2022/23 Q3.",
            "At 19 or fewer it would be better, and at 21 or more worse.",
        ),
        (
            a_case("20.0", last_year="20", unit=Unit.DAYS),
            Direction.SAME,
            "20.0 days is the same as in 2022/23 Q3.",
            "A figure that rounds to 21 days or more would be better, and to 19 days or less worse.",
        ),
        (
            a_case("91", last_year="91.2"),
            Direction.SAME,
            "91% is the same as 91.2% in 2022/23 Q3, when both are rounded to the nearest whole number.",
            "At 92% or more it would be better, and at 90% or less worse.",
        ),
        (
            a_case("0.25", last_year="0.3"),
            Direction.SAME,
            "0.25% is the same as 0.3% in 2022/23 Q3, when both are rounded to 1 decimal place.",
            "A figure that rounds to 0.4% or more would be better, and to 0.2% or less worse.",
        ),
        (
            a_case("0.254", last_year="0.25"),
            Direction.SAME,
            "0.254% is the same as 0.25% in 2022/23 Q3, when both are rounded to 2 decimal places.",
            "A figure that rounds to 0.26% or more would be better, and to 0.24% or less worse.",
        ),
        (
            a_case("100", last_year="100"),
            Direction.SAME,
            "100% is the same as in 2022/23 Q3.",
            "At 99% or less it would be worse.",
        ),
        (
            a_case("99", last_year="99"),
            Direction.SAME,
            "99% is the same as in 2022/23 Q3.",
            "At 100% or more it would be better, and at 98% or less worse.",
        ),
        (
            a_case("1", last_year="1", polarity=LOWER, **COUNT),
            Direction.SAME,
            "1 is the same as in 2022/23 Q3.",
            "At 0 it would be better, and at 2 or more worse.",
        ),
        (
            a_case("0", last_year="0", polarity=LOWER, **COUNT),
            Direction.SAME,
            "0 is the same as in 2022/23 Q3.",
            "At 1 or more it would be worse.",
        ),
        (
            a_case("0", last_year="0", polarity=LOWER, unit=Unit.POUNDS),
            Direction.SAME,
            "£0 is the same as in 2022/23 Q3.",
            "At −£1 or less it would be better, and at £1 or more worse.",
        ),
        (
            a_case("-3", last_year="-3", polarity=HIGHER, **COUNT),
            Direction.SAME,
            "−3 is the same as in 2022/23 Q3.",
            "At −2 or more it would be better, and at −4 or fewer worse.",
        ),
        (
            a_case("103", last_year="103"),
            Direction.SAME,
            "103% is the same as in 2022/23 Q3.",
            "At 104% or more it would be better, and at 102% or less worse.",
        ),
        (
            a_case("91.0", last_year="91.5", **HALF_A_POINT),
            Direction.SAME,
            "91.0% counts as the same as 91.5% in 2022/23 Q3, because the two are within 0.5 percentage points.",
            "More than 0.5 percentage points above 91.5% it would be better, and as far below it worse.",
        ),
        (
            a_case("90.9", last_year="91.5", **HALF_A_POINT),
            Direction.WORSE,
            "90.9% is worse than 91.5% in 2022/23 Q3, because higher is better.",
            "Within 0.5 percentage points of 91.5% it would be the same, and better above that.",
        ),
        (  # equal once rounded, though further apart than the room given
            a_case("91", last_year="91.4", same_within=Decimal("0.1")),
            Direction.SAME,
            "91% is the same as 91.4% in 2022/23 Q3, when both are rounded to the nearest whole number.",
            "More than 1 percentage point above 91.4% it would be better, and as far below it worse.",
        ),
        (
            a_case("5", last_year="5", polarity=LOWER, same_within=Decimal(0), **COUNT),
            Direction.SAME,
            "5 is the same as in 2022/23 Q3.",
            "At 4 or fewer it would be better, and at 6 or more worse.",
        ),
        (
            a_case("18", target="20", last_year="13", polarity=ON_TARGET),
            Direction.BETTER,
            "18% is better than 13% in 2022/23 Q3, because it is closer to the target of 20% for 2023/24.",
            "As far from it as 13% it would be the same, and further away worse.",
        ),
        (
            a_case("25", target="20", last_year="16", polarity=ON_TARGET),
            Direction.WORSE,
            "25% is worse than 16% in 2022/23 Q3, because it is further from the target of 20% for 2023/24.",
            "As far from it as 16% it would be the same, and closer better.",
        ),
        (
            a_case("18", target="20", last_year="22", polarity=ON_TARGET),
            Direction.SAME,
            "18% is as close as 22% in 2022/23 Q3 to the target of 20% for 2023/24.",
            "A figure closer to it would be better, and one further away worse.",
        ),
        (
            a_case("18", target=a_range("17", "19"), last_year="17", polarity=ON_TARGET),
            Direction.SAME,
            "18% is as close as 17% in 2022/23 Q3 to the target of 17% to 19% for 2023/24.",
            "A figure closer to it would be better, and one further away worse.",
        ),
        (
            a_case("18", target=a_range("19", "21"), last_year="22.5", polarity=ON_TARGET),
            Direction.BETTER,
            "18% is better than 22.5% in 2022/23 Q3, because it is closer to the target of 19% to 21% for 2023/24.",
            "As far from it as 22.5% it would be the same, and further away worse.",
        ),
        (  # closer to what the year's total should be by now, not to the whole of it
            a_case("50", target="60", last_year="58", polarity=ON_TARGET, **SINCE_APRIL),
            Direction.BETTER,
            "50 is better than 58 in 2022/23 Q3, because it is closer to the 45 expected by the end of 2023/24 Q3.",
            "As far from it as 58 it would be the same, and further away worse.",
        ),
        (
            a_case("50", target="59", last_year="50", polarity=ON_TARGET, **SINCE_APRIL),
            Direction.SAME,
            "50 is as close as 50 in 2022/23 Q3 to the 44.3 expected by the end of 2023/24 Q3.",
            "A figure closer to it would be better, and one further away worse.",
        ),
    ],
)
def test_a_direction_says_both_figures_and_what_would_change_it(case, result, reason, would_change):
    answer = direction_of_travel(case)

    assert (answer.result, answer.reason, answer.would_change) == (result, reason, would_change)


def test_last_years_figure_may_be_a_provisional_total_of_parts():
    last_year = a_figure(
        None,
        period=quarter(2022, 3),
        parts=some_parts(low="20", high="3"),
        status=Status.PROVISIONAL,
        unit=Unit.COUNT,
    )
    case = a_case("24", last_year=last_year, total_of_parts=True, polarity=LOWER, **COUNT)

    assert direction_of_travel(case).reason == (
        "24 is worse than 23 (provisional) in 2022/23 Q3, because lower is better."
    )


LIKE_FOR_LIKE = "A figure for 2022/23 Q4 on the same basis would allow a comparison."
LAST_YEAR, IN_Q4 = {"period": financial_year(2022)}, {"period": "2023/24 Q4"}


@pytest.mark.parametrize(
    ("case", "reason", "would_change"),
    [
        (
            a_case("94"),
            "94% has nothing to be compared with, because no figure is held for 2022/23 Q3, the same period last "
            "year.",
            "A figure for 2022/23 Q3 would allow a comparison.",
        ),
        (
            a_case("94", last_year=a_figure(None, period=quarter(2022, 3), status=Status.NOT_APPLICABLE)),
            "94% has nothing to be compared with, because the figure for 2022/23 Q3 is “not applicable”.",
            "A figure for 2022/23 Q3 would allow a comparison.",
        ),
        (
            a_case("94", last_year=a_figure(None, period=quarter(2022, 3), parts=some_parts(a="1", b="2"))),
            "94% has nothing to be compared with, because the figure for 2022/23 Q3 is in parts without a total.",
            "A figure for 2022/23 Q3 would allow a comparison.",
        ),
        (
            a_case(None, last_year="94", status=Status.SUPPRESSED),
            "The figure for 2023/24 Q3 is suppressed, so that nobody can be identified.",
            "A figure that can be published would allow a judgement.",
        ),
        (
            a_case("446", last_year="385", polarity=Polarity.NEUTRAL, unit=Unit.RATE_PER_10_000),
            "446 per 10,000 against 385 per 10,000 in 2022/23 Q3 cannot be called better or worse, because the "
            "council "
            "monitors the measure without saying which way is better.",
            "A record of which way is better would allow a judgement.",
        ),
        (
            a_case("446", polarity=Polarity.NEUTRAL),
            "446% cannot be called better or worse, because the council monitors the measure without saying "
            "which way "
            "is better.",
            "A record of which way is better would allow a judgement.",
        ),
        (
            a_case(None, polarity=Polarity.NEUTRAL),
            "It cannot be called better or worse, because the council monitors the measure without saying which "
            "way is "
            "better.",
            "A record of which way is better would allow a judgement.",
        ),
        (
            a_case("3", last_year="2", polarity=Polarity.NARRATIVE),
            "3% against 2% in 2022/23 Q3 cannot be called better or worse, because this measure is reported in "
            "words.",
            "Only a measure with a direction can be better or worse.",
        ),
        (
            a_case("18", target=None, last_year="13", polarity=ON_TARGET),
            "18% cannot be called better or worse, because better means closer to the target, and there is none for "
            "2023/24 Q3.",
            "A target that the figure can be set against would allow a comparison.",
        ),
        (
            a_case("18", target=a_target("20", unit=Unit.COUNT), last_year="13", polarity=ON_TARGET),
            "18% cannot be called better or worse, because better means closer to the target, and there is none for "
            "2023/24 Q3.",
            "A target that the figure can be set against would allow a comparison.",
        ),
        (
            a_case("58", last_year="70", definition_break="Counted from April since. By school year before."),
            "58% cannot be compared with 70% in 2022/23 Q3, because the definition changed: counted from April "
            "since; "
            "by school year before.",
            "A figure for 2022/23 Q3 on today’s definition would allow a comparison.",
        ),
        (
            a_case("58", last_year=a_figure("70", period=quarter(2022, 3), unit=Unit.COUNT)),
            "58% cannot be compared with 70 in 2022/23 Q3, because one is in “percent” and the other in “count”.",
            "A figure for 2022/23 Q3 on the same basis would allow a comparison.",
        ),
        (
            a_case(
                "100",
                last_year=a_figure("357", basis=Basis.ROLLING_12_MONTHS, **LAST_YEAR, **COUNT),
                basis=Basis.PERIOD,
                **IN_Q4,
                **COUNT,
            ),
            "100 cannot be compared with 357 in 2022/23, because it covers 2023/24 Q4 alone and the earlier figure "
            "covers 12 months.",
            LIKE_FOR_LIKE,
        ),
        (
            a_case(
                "1489",
                last_year=a_figure("1218", basis=Basis.CUMULATIVE_ACADEMIC, **LAST_YEAR, **COUNT),
                basis=Basis.CUMULATIVE_ACADEMIC,
                **IN_Q4,
                **COUNT,
            ),
            "1,489 cannot be compared with 1,218 in 2022/23, because it covers 1 September 2023 to 31 March 2024 "
            "and the "
            "earlier figure 1 September 2022 to 31 August 2023.",
            LIKE_FOR_LIKE,
        ),
        (
            a_case("92.25", last_year=a_figure("92.12", basis=Basis.NOT_STATED, **LAST_YEAR), **IN_Q4),
            "92.25% cannot be compared with 92.12% in 2022/23, because it is a snapshot of 31 March 2024 and the "
            "earlier "
            "figure has no stated basis.",
            LIKE_FOR_LIKE,
        ),
        (
            a_case(
                "5",
                last_year=a_figure("6", basis=Basis.ANNUALISED_FORECAST, **LAST_YEAR),
                basis=Basis.ANNUAL,
                **IN_Q4,
            ),
            "5% cannot be compared with 6% in 2022/23, because it covers a whole year and the earlier figure is "
            "a forecast "
            "for the whole year.",
            LIKE_FOR_LIKE,
        ),
        (
            a_case(
                "5",
                last_year=a_figure("6", basis=Basis.CUMULATIVE_FINANCIAL, **LAST_YEAR),
                as_at=date(2024, 2, 29),
                **IN_Q4,
            ),
            "5% cannot be compared with 6% in 2022/23, because it is a snapshot of 29 February 2024 and the "
            "earlier figure "
            "is cumulative since 1 April.",
            LIKE_FOR_LIKE,
        ),
        (
            a_case("81.6", last_year=a_figure("76", **LAST_YEAR), as_at=date(2024, 2, 29), **IN_Q4),
            "81.6% cannot be compared with 76% in 2022/23, because it was counted on 29 February 2024 and the "
            "earlier "
            "figure on 31 March 2023.",
            LIKE_FOR_LIKE,
        ),
        (
            a_case("89.4", last_year=a_figure("88.6", basis=Basis.NOT_STATED, **LAST_YEAR), basis=Basis.NOT_STATED,
                   **IN_Q4),
            "89.4% cannot be compared with 88.6% in 2022/23, because no basis is stated and the two may cover "
            "different "
            "parts of the year.",
            "A stated basis, or a figure for 2022/23 Q4, would allow a comparison.",
        ),
        (
            a_case("58", last_year=a_figure("70", period=day(date(2021, 12, 31)))),
            "58% cannot be compared with 70% at 31 December 2021, because it was counted on 31 December 2023 and the "
            "earlier figure on 31 December 2021.",
            "A figure for 2022/23 Q3 on the same basis would allow a comparison.",
        ),
    ],
)  # fmt: skip
def test_what_is_not_alike_is_not_compared(case, reason, would_change):
    answer = direction_of_travel(case)

    assert (answer.result, answer.reason, answer.would_change) == (Direction.UNKNOWN, reason, would_change)


@pytest.mark.parametrize(
    ("basis", "now", "then", "alike"),
    [
        (Basis.CUMULATIVE_FINANCIAL, quarter(2023, 4), financial_year(2022), True),
        (Basis.CUMULATIVE_FINANCIAL, quarter(2023, 3), financial_year(2022), False),
        (Basis.CUMULATIVE_FINANCIAL, quarter(2023, 3), quarter(2022, 3), True),
        (Basis.CUMULATIVE_FINANCIAL, quarter(2023, 3), quarter(2021, 3), False),
        (Basis.CUMULATIVE_FINANCIAL, quarter(2023, 3), quarter(2023, 3), False),
        (Basis.CUMULATIVE_ACADEMIC, quarter(2023, 4), quarter(2022, 4), True),
        (Basis.SNAPSHOT, quarter(2023, 4), financial_year(2022), True),
        (Basis.SNAPSHOT, quarter(2023, 4), day(date(2023, 3, 31)), True),
        (Basis.SNAPSHOT, quarter(2023, 4), day(date(2023, 3, 30)), False),
        (Basis.SNAPSHOT, month(2024, 2), month(2023, 2), True),
        (Basis.SNAPSHOT, month(2025, 2), month(2024, 2), True),
        (Basis.SNAPSHOT, day(date(2025, 2, 28)), day(date(2024, 2, 28)), True),
        (Basis.SNAPSHOT, day(date(2025, 2, 27)), month(2024, 2), False),
        (Basis.PERIOD, quarter(2023, 4), quarter(2022, 4), True),
        (Basis.PERIOD, month(2025, 2), month(2024, 2), True),
        (Basis.PERIOD, month(2024, 2), month(2023, 2), True),
        (Basis.PERIOD, quarter(2023, 4), financial_year(2022), False),
        (Basis.PERIOD, month(2024, 1), quarter(2022, 4), False),
        (Basis.ROLLING_12_MONTHS, quarter(2023, 4), financial_year(2022), True),
        (Basis.ROLLING_12_MONTHS, month(2025, 2), month(2024, 2), True),
        (Basis.ROLLING_12_MONTHS, month(2024, 2), month(2023, 2), True),
        (Basis.ROLLING_12_MONTHS, quarter(2023, 3), financial_year(2022), False),
        (Basis.ANNUAL, quarter(2023, 3), financial_year(2022), True),
        (Basis.ANNUAL, quarter(2023, 3), quarter(2022, 1), True),
        (Basis.ANNUALISED_FORECAST, quarter(2023, 3), quarter(2022, 3), True),
        (Basis.NOT_STATED, quarter(2023, 3), quarter(2022, 3), True),
        (Basis.NOT_STATED, quarter(2023, 4), financial_year(2022), False),
    ],
)
def test_figures_are_compared_only_over_the_same_days_of_the_year_before(basis, now, then, alike):
    case = a_case("5", last_year=a_figure("6", period=then, basis=basis), period=now, basis=basis)

    assert (direction_of_travel(case).result is Direction.WORSE) == alike


def test_a_refusal_for_another_reason_does_not_hide_the_change_of_definition():
    case = a_case("58", definition_break="Counted otherwise since.")

    assert "no figure is held" in direction_of_travel(case).reason
    assert "definition changed" in direction_of_travel(replace(case, comparator=a_figure("5"))).reason
