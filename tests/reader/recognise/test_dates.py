"""Dates and periods inside what councils write."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldthread.reader.recognise.dates import date_of, period_of, periods_in


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("March 2024", dt.date(2024, 3, 31)),
        ("31/03/24", dt.date(2024, 3, 31)),
        ("Sept 2025", dt.date(2025, 9, 30)),
        ("by the end of March 2023.", dt.date(2023, 3, 31)),
        ("Q4 2023/24", dt.date(2024, 3, 31)),
        ("to be agreed", None),
        ("between April 2023 and May 2024", None),
        ("", None),
    ],
)
def test_a_date_is_the_last_day_of_what_is_printed(text, date):
    assert date_of(text) == date


def test_a_start_is_the_first_day_of_what_is_printed():
    assert date_of("March 2024", end=False) == dt.date(2024, 3, 1)


def test_periods_are_found_inside_a_sentence_and_ages_are_not():
    found = [
        str(one.period)
        for one in periods_in("16-17 year olds at the end of Q3 2023/24, due 1st May 2024, aged 22-23")
    ]

    assert found == ["2023/24 Q3", "1 May 2024"]


def test_a_period_with_spaces_round_its_stroke_is_read():
    assert str(period_of("Q3 2023 / 24")) == "2023/24 Q3"


@given(st.text(max_size=200))
def test_any_text_can_be_searched_for_periods(text):
    assert all(text[found.start : found.end] == found.printed for found in periods_in(text))
