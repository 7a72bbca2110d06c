"""Dates in running text, and the reports they stand in."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldthread.domain.checks.plans.mentions import mentions_in
from goldthread.domain.checks.plans.reports import bodies, report_at
from tests.domain.checks.made import a_report, paper


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on 30th June 2024, by Sept 24", [(30, 6, 2024), (None, 9, 2024)]),
        ("we march on and may go; May be it", []),
        ("in May and on 1/9/24 or 06.06.2024", [(None, 5, None), (1, 9, 2024), (6, 6, 2024)]),
        ("45 June, 1/13/24", []),
        ("September 2018-provisional data", [(None, 9, 2018)]),
    ],
)
def test_dates_are_found_with_what_is_printed_of_them(
    text: str, expected: list[tuple[int | None, int, int | None]]
) -> None:
    assert [(found.day, found.month, found.year) for found in mentions_in(text)] == expected


@given(st.dates(dt.date(2000, 1, 1), dt.date(2060, 12, 31)))
def test_a_date_in_words_is_that_day(day: dt.date) -> None:
    (found,) = mentions_in(f"It is due on {day:%d %B %Y}.")

    assert found.latest(near=dt.date(2024, 1, 1)) == day


def test_a_line_stands_in_the_report_that_holds_it() -> None:
    one = paper(a_report()).paper
    two = paper(a_report(), a_report()).paper

    assert report_at(one, 12) is one.reports[0]
    assert report_at(one, 0) is None
    assert report_at(one, None) is one.reports[0]
    assert report_at(two, None) is None


def test_the_body_of_a_report_ends_at_its_background_papers() -> None:
    evidence = paper(a_report("Words.", "LIST OF BACKGROUND PAPERS", "None."))

    assert [passage.text for _, passage in bodies(evidence.paper)] == ["Words."]
