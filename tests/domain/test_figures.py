"""Figures: what they may hold, how they are printed, what they add up to and the days they cover."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldthread.domain.figures import (
    LARGEST,
    Basis,
    Figure,
    ImpossibleFigure,
    Part,
    Span,
    Status,
    Unit,
    digits,
    is_whole_year,
    printed,
    printed_places,
    rounded,
    span_of,
    total_of_parts,
)
from goldthread.domain.periods import (
    academic_year,
    calendar_year,
    day,
    financial_year,
    month,
    quarter,
)
from tests.domain.builders import a_figure, some_parts

numbers = st.decimals(min_value=-999_999_999, max_value=999_999_999, places=2)


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        ("1489", Unit.COUNT, "1,489"),
        ("-3", Unit.COUNT, "−3"),
        ("0", Unit.COUNT, "0"),
        ("-0", Unit.COUNT, "0"),
        ("92.250", Unit.PERCENT, "92.250%"),
        ("-0.5", Unit.PERCENT, "−0.5%"),
        ("446", Unit.RATE_PER_10_000, "446 per 10,000"),
        ("3.2", Unit.RATE, "3.2"),
        ("50.1", Unit.SCORE, "50.1"),
        ("13805604.33", Unit.POUNDS, "£13,805,604.33"),
        ("-250000", Unit.POUNDS, "−£250,000"),
        ("0", Unit.THOUSAND_POUNDS, "£0 thousand"),
        ("1234.5", Unit.THOUSAND_POUNDS, "£1,234.5 thousand"),
        ("-2830", Unit.THOUSAND_POUNDS, "−£2,830 thousand"),
        ("1", Unit.DAYS, "1 day"),
        ("-1", Unit.DAYS, "−1 day"),
        ("2", Unit.DAYS, "2 days"),
        ("1.0", Unit.HOURS, "1.0 hours"),
        ("1", Unit.HOURS, "1 hour"),
        ("1E+3", Unit.COUNT, "1,000"),
        ("3", "", "3"),
        ("3", "number of places", "3 places"),
        ("1", "number of places", "1 place"),
    ],
)
def test_a_value_is_printed_with_its_own_places_thousands_apart_and_its_unit(value, unit, expected):
    assert printed(Decimal(value), unit=unit) == expected


@given(numbers)
def test_a_printed_number_reads_back_to_the_same_number_and_places(value):
    text = digits(value)

    assert Decimal(text.replace(",", "").replace("−", "-")) == value
    assert printed_places(value) == len(text.partition(".")[2])


@pytest.mark.parametrize(
    ("value", "places", "expected"),
    [
        ("2.675", 2, "2.68"),
        ("2.665", 2, "2.67"),
        ("0.5", 0, "1"),
        ("1.5", 0, "2"),
        ("-1.5", 0, "-2"),
        ("7", 2, "7.00"),
    ],
)
def test_halves_are_rounded_away_from_zero(value, places, expected):
    assert str(rounded(Decimal(value), places=places)) == expected


def test_places_are_those_printed():
    assert [a_figure(value).places for value in ("53", "71.9", "92.250", "1E+2")] == [0, 1, 3, 0]
    assert a_figure(None).places == 0


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        (
            {"value": None, "status": Status.FINAL},
            "A final figure needs a value. Enter it, or say why there is none.",
        ),
        ({"value": None, "status": Status.PROVISIONAL}, "A provisional figure needs a value."),
        (
            {"value": None, "parts": (Part(label="Primary", value=None, unit=Unit.PERCENT),)},
            "A final figure needs a value.",
        ),
        ({"value": "7", "status": Status.SUPPRESSED}, "The figure is 7, but its status says “suppressed”."),
        ({"value": "0", "status": Status.NOT_REPORTED}, "The figure is 0, but its status says “not reported”."),
        ({"numerator": Decimal(668)}, "A numerator and a denominator come together. Give both or neither."),
        ({"denominator": Decimal(668)}, "A numerator and a denominator come together."),
        ({"numerator": Decimal(0), "denominator": Decimal(0)}, "The denominator is 0. It must be above zero."),
        ({"value": "NaN"}, "NaN is not a number that can be reported. Enter one below 1,000,000,000,000,000"),
        ({"value": "Infinity"}, "Infinity is not a number that can be reported."),
        ({"value": "1E+15"}, "is not a number that can be reported."),
        ({"value": "0.00000000001"}, "at most 10 decimal places."),
        ({"numerator": Decimal("NaN"), "denominator": Decimal(1)}, "NaN is not a number"),
        ({"parts": (Part(label="All", value=Decimal("-Infinity"), unit=Unit.COUNT),)}, "-Infinity is not a number"),
        ({"as_at": date(1812, 3, 31)}, "The figure reaches to 1812-03-31. Enter a day from 1901 to 2198."),
        ({"period": financial_year(1900)}, "Enter a day from 1901 to 2198."),
        ({"period": financial_year(2198)}, "Enter a day from 1901 to 2198."),
    ],
)
def test_a_figure_that_contradicts_itself_is_refused_with_the_remedy(changes, message):
    value = changes.pop("value", "90")

    with pytest.raises(ImpossibleFigure, match=message.replace("(", r"\(")):
        a_figure(value, **{"status": Status.FINAL} | changes)


def test_the_largest_and_finest_numbers_are_taken():
    a_figure(str(LARGEST - 1))
    a_figure("0.0000000001")
    a_figure("90", numerator=Decimal(0), denominator=Decimal(1))


def test_no_value_is_a_state_and_never_a_zero():
    reported = {status: status.has_value for status in Status}

    assert [status for status, has_value in reported.items() if has_value] == [Status.FINAL, Status.PROVISIONAL]
    assert not a_figure(None, status=Status.SUPPRESSED).is_reported
    assert a_figure("0").is_reported
    assert a_figure(None, parts=some_parts(low="24", high=None)).is_reported


def test_only_counts_and_money_add_up_over_a_year():
    assert {unit for unit in Unit if unit.adds_up} == {Unit.COUNT, Unit.POUNDS, Unit.THOUSAND_POUNDS}
    assert {basis for basis in Basis if basis.is_cumulative} == {
        Basis.CUMULATIVE_FINANCIAL,
        Basis.CUMULATIVE_ACADEMIC,
    }


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (some_parts(MAP="516", PRE_MAP="149"), Decimal(665)),
        (some_parts(one="0"), Decimal(0)),
        (some_parts(low="24", high=None), None),
        ((), None),
        ((*some_parts(low="24"), Part(label="rate", value=Decimal("3.1"), unit=Unit.RATE)), None),
    ],
)
def test_parts_make_a_total_only_when_all_are_known_and_in_one_unit(parts, expected):
    assert total_of_parts(parts) == expected


YEAR_TO_MARCH = Span(date(2023, 4, 1), date(2024, 3, 31))


@pytest.mark.parametrize(
    ("basis", "period", "as_at", "expected"),
    [
        (Basis.SNAPSHOT, quarter(2023, 4), None, Span(date(2024, 3, 31), date(2024, 3, 31))),
        (Basis.SNAPSHOT, quarter(2023, 4), date(2024, 2, 29), Span(date(2024, 2, 29), date(2024, 2, 29))),
        (Basis.SNAPSHOT, quarter(2023, 4), date(2024, 4, 12), Span(date(2024, 3, 31), date(2024, 3, 31))),
        (Basis.SNAPSHOT, quarter(2023, 4), date(2023, 9, 30), Span(date(2023, 9, 30), date(2023, 9, 30))),
        (Basis.PERIOD, quarter(2023, 4), None, Span(date(2024, 1, 1), date(2024, 3, 31))),
        (Basis.PERIOD, quarter(2023, 4), date(2024, 2, 29), Span(date(2024, 1, 1), date(2024, 2, 29))),
        (Basis.PERIOD, quarter(2023, 4), date(2023, 12, 31), Span(date(2024, 1, 1), date(2024, 3, 31))),
        (Basis.PERIOD, quarter(2023, 4), date(2024, 1, 1), Span(date(2024, 1, 1), date(2024, 1, 1))),
        (Basis.CUMULATIVE_FINANCIAL, quarter(2023, 3), None, Span(date(2023, 4, 1), date(2023, 12, 31))),
        (
            Basis.CUMULATIVE_FINANCIAL,
            quarter(2023, 3),
            date(2023, 11, 30),
            Span(date(2023, 4, 1), date(2023, 11, 30)),
        ),
        (Basis.CUMULATIVE_FINANCIAL, quarter(2023, 4), date(2024, 4, 12), YEAR_TO_MARCH),
        (Basis.CUMULATIVE_FINANCIAL, financial_year(2023), None, YEAR_TO_MARCH),
        (Basis.CUMULATIVE_ACADEMIC, quarter(2023, 3), None, Span(date(2023, 9, 1), date(2023, 12, 31))),
        (Basis.CUMULATIVE_ACADEMIC, quarter(2023, 1), None, Span(date(2022, 9, 1), date(2023, 6, 30))),
        (Basis.CUMULATIVE_ACADEMIC, financial_year(2022), None, Span(date(2022, 9, 1), date(2023, 8, 31))),
        (Basis.CUMULATIVE_ACADEMIC, academic_year(2022), None, Span(date(2022, 9, 1), date(2023, 8, 31))),
        (
            Basis.CUMULATIVE_ACADEMIC,
            financial_year(2022),
            date(2023, 3, 31),
            Span(date(2022, 9, 1), date(2023, 3, 31)),
        ),
        (Basis.ROLLING_12_MONTHS, quarter(2023, 3), None, Span(date(2023, 1, 1), date(2023, 12, 31))),
        (Basis.ROLLING_12_MONTHS, month(2024, 2), None, Span(date(2023, 3, 1), date(2024, 2, 29))),
        (Basis.ROLLING_12_MONTHS, month(2025, 2), None, Span(date(2024, 3, 1), date(2025, 2, 28))),
        (Basis.ROLLING_12_MONTHS, day(date(2024, 2, 28)), None, Span(date(2023, 3, 1), date(2024, 2, 28))),
        (Basis.ANNUAL, quarter(2023, 4), date(2023, 9, 30), YEAR_TO_MARCH),
        (Basis.ANNUAL, academic_year(2023), None, Span(date(2023, 9, 1), date(2024, 8, 31))),
        (Basis.ANNUALISED_FORECAST, quarter(2023, 2), None, YEAR_TO_MARCH),
        (Basis.ANNUALISED_FORECAST, calendar_year(2023), None, Span(date(2023, 1, 1), date(2023, 12, 31))),
        (Basis.NOT_STATED, quarter(2023, 4), None, None),
    ],
)
def test_a_figure_covers_the_days_that_its_basis_says(basis, period, as_at, expected):
    assert span_of(a_figure("1", basis=basis, period=period, as_at=as_at)) == expected


def test_whole_years_are_of_three_kinds():
    assert all(is_whole_year(year) for year in (financial_year(2023), academic_year(2023), calendar_year(2023)))
    assert not is_whole_year(quarter(2023, 4))


def test_two_figures_with_the_same_facts_are_the_same():
    assert a_figure("90") == Figure(
        period=quarter(2023, 3), unit=Unit.PERCENT, basis=Basis.SNAPSHOT, value=Decimal("90")
    )
