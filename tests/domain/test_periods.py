"""Periods: every form in the papers by hand, and what holds for every period there is."""

from datetime import date, datetime, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldthread.domain import periods
from goldthread.domain.periods import (
    Period,
    PeriodKind,
    Term,
    UnknownPeriod,
    academic_year,
    academic_year_of,
    calendar_year,
    day,
    financial_year,
    financial_year_of,
    following,
    in_words,
    is_year_end,
    month,
    parse_period,
    period_of,
    previous,
    quarter,
    quarter_number,
    quarters_of,
    same_period_last_year,
    share_elapsed,
    slug,
    term,
)

FORMS_IN_THE_PAPERS = {
    # quarters
    "2023/24 Q3": quarter(2023, 3),
    "Q3 2023/24": quarter(2023, 3),
    "Q3 22-23": quarter(2022, 3),
    " Q3 22-23 ": quarter(2022, 3),
    "Q3 22/23": quarter(2022, 3),
    "As of Q3 2022/23": quarter(2022, 3),
    "Quarter 3 2023-24": quarter(2023, 3),
    "QUARTER 4 2023/24": quarter(2023, 4),
    "quarter 2 of 2023-24": quarter(2023, 2),
    "quarter two 2023-24": quarter(2023, 2),
    "Qtr.1 2024/25": quarter(2024, 1),
    "2023-24 as at Q3": quarter(2023, 3),
    "Q3 23.24": quarter(2023, 3),
    "Q3 2023.24": quarter(2023, 3),
    "01 October 2023 to 31 December 2023": quarter(2023, 3),
    "1 July 2023 to 30 September 2023": quarter(2023, 2),
    "01 January to 31 March 2024": quarter(2023, 4),
    "2023-24;Q1": quarter(2023, 1),
    "2023-24-q3": quarter(2023, 3),
    # financial years
    "2023/24": financial_year(2023),
    "2023-24": financial_year(2023),
    "2023/2024": financial_year(2023),
    "2009/2010": financial_year(2009),
    "2024 / 2025": financial_year(2024),
    "2009-10": financial_year(2009),
    "2007/08": financial_year(2007),
    "22/23": financial_year(2022),
    "23-24": financial_year(2023),
    "16–17": financial_year(2016),
    "(16/17)": financial_year(2016),
    "(16-17)": financial_year(2016),
    "(09/10)": financial_year(2009),
    "17 / 18": financial_year(2017),
    "(18 / 19)": financial_year(2018),
    "(2022/23)": financial_year(2022),
    "financial year 2024/25": financial_year(2024),
    "2023/24 financial year": financial_year(2023),
    "FY 22/23": financial_year(2022),
    "Financial Year ending 2020": financial_year(2019),
    # academic years and terms
    "academic year 2022/23": academic_year(2022),
    "2022/23 academic year": academic_year(2022),
    "the 2023/24 academic year": academic_year(2023),
    "Autumn term 2023": term(2023, Term.AUTUMN),
    "the autumn term 23": term(2023, Term.AUTUMN),
    "Autumn 2023": term(2023, Term.AUTUMN),
    "spring term 2019": term(2019, Term.SPRING),
    "summer 2023": term(2023, Term.SUMMER),
    "the first term of the 2023/24 academic year": term(2023, Term.AUTUMN),
    "spring term 2023/24": term(2024, Term.SPRING),
    "during September to December 2016": term(2016, Term.AUTUMN),
    # calendar years
    "2024": calendar_year(2024),
    "January - December 2008": calendar_year(2008),
    # months
    "March 24": month(2024, 3),
    "March 2024": month(2024, 3),
    "by March 2019": month(2019, 3),
    "Mar 24": month(2024, 3),
    "Sept 24": month(2024, 9),
    "Sep 24": month(2024, 9),
    "Sep25": month(2025, 9),
    "June24": month(2024, 6),
    "Jul 26": month(2026, 7),
    "May 07": month(2007, 5),
    "march 2007": month(2007, 3),
    # single dates
    "31 December 2023": day(date(2023, 12, 31)),
    "31st December 2023": day(date(2023, 12, 31)),
    "31 st March 2024": day(date(2024, 3, 31)),
    "29th Feb 2024": day(date(2024, 2, 29)),
    "1 JUNE 2024": day(date(2024, 6, 1)),
    "1 Jan 2007": day(date(2007, 1, 1)),
    "Monday, 15 July 2024": day(date(2024, 7, 15)),
    "Friday 1 September 2017": day(date(2017, 9, 1)),
    "as at 31 March 2024": day(date(2024, 3, 31)),
    "on the 7th June 2023": day(date(2023, 6, 7)),
    "31/12/2023": day(date(2023, 12, 31)),
    "20/12/23": day(date(2023, 12, 20)),
    "30/6/2024": day(date(2024, 6, 30)),
    "06/05/24": day(date(2024, 5, 6)),
    "as at 31.03.23": day(date(2023, 3, 31)),
    "06.06.24": day(date(2024, 6, 6)),
    "2023-12-31": day(date(2023, 12, 31)),
    "by the end of March 2024": day(date(2024, 3, 31)),
    "the end of 23/24": day(date(2024, 3, 31)),
    "end of Spring term 2024": day(date(2024, 3, 31)),
}
FORMS_OFFICERS_TYPE = {
    "October to December 2023": quarter(2023, 3),
    "Oct – Dec 2023": quarter(2023, 3),
    "1 April 2023 to 31 March 2024": financial_year(2023),
    "from 1 September 2023 to 31 August 2024": academic_year(2023),
    "01/03/2024 to 31/03/2024": month(2024, 3),
    "2023/24 Quarter 3": quarter(2023, 3),
    "99/00": financial_year(1999),
    "1999/2000": financial_year(1999),
    "69/70": financial_year(2069),
    "calendar year 2024": calendar_year(2024),
    "Mar-24": month(2024, 3),
    "Mar ’24": month(2024, 3),
    "31-Mar-24": day(date(2024, 3, 31)),
    "31/03/05": day(date(2005, 3, 31)),
    "3 May 05": day(date(2005, 5, 3)),
    "2023-24-academic-year": academic_year(2023),
    "autumn-term-2023": term(2023, Term.AUTUMN),
}
NO_PERIOD = [
    *("", " ", "()", "soon", "N/A", "23", "1218", "23.24", "14-19", "09/2024", "2023/0024", "٢٠٢٤"),
    *("2023/25", "2016-19", "2009–12", "2023-12", "2023/23", "2023/22"),
    *("Q5 2023/24", "Q0 2023/24", "Q3", "Q4 2023", "Q3 2023/25", "Q3 22-23 437"),
    *("31 February 2024", "29 February 2023", "2023-02-30", "32/01/2024", "01/13/2024", "03/04/05"),
    *("Tuesday 15 July 2024", "19 January", "March", "Smarch 2024", "Late 2024", "first term 2024"),
    *("10th May 2023 to 7th June 2023", "April 2009 to March 2012", "2023/24 to 2024/25", "April to August"),
    *("04/09/23 to 31/03/24", "November to January 2024", "since 1 April 2023", "end of", "year to Q3"),
    *("1 January 0000", "9" * 4, "end of " * 40, "a to " * 40, "1" * 5000),
]


def some_periods() -> st.SearchStrategy[Period]:
    """Draw any kind of period, from well inside the years that are known."""
    days = st.dates(min_value=date(1902, 1, 1), max_value=date(2197, 12, 31))
    return st.builds(lambda kind, on: period_of(kind, on=on), st.sampled_from(PeriodKind), days)


@pytest.mark.parametrize("text", FORMS_IN_THE_PAPERS)
def test_every_form_in_the_papers_is_read(text):
    assert parse_period(text) == FORMS_IN_THE_PAPERS[text]


@pytest.mark.parametrize("text", FORMS_OFFICERS_TYPE)
def test_forms_that_officers_type_are_read(text):
    assert parse_period(text) == FORMS_OFFICERS_TYPE[text]


@pytest.mark.parametrize("text", NO_PERIOD, ids=lambda text: text[:20])
def test_text_that_is_no_one_period_is_refused_with_the_forms_understood(text):
    with pytest.raises(UnknownPeriod) as refusal:
        parse_period(text)

    assert f"“{text[:80]}” is not a period" in str(refusal.value)
    assert "2023/24 Q3" in str(refusal.value)


@pytest.mark.parametrize(
    "text, because",
    [
        ("2023/25", "25 is not the year after 2023"),
        ("Q5 2023/24", "there is no quarter 5"),
        ("03/04/05", "any of the three numbers could be the month"),
        ("Tuesday 15 July 2024", "15 July 2024 is a Monday"),
        ("04/09/23 to 31/03/24", "not a whole month, quarter, term or year"),
        ("2023/24 to 2024/25", "between two dates or two months"),
        ("1218", "outside the years 1900 to 2199"),
        ("1" * 5000, "too long"),
    ],
)
def test_a_refusal_says_what_is_wrong(text, because):
    with pytest.raises(UnknownPeriod, match=because):
        parse_period(text)


@given(st.text(alphabet="0123456789/-. qtoendfmarchsuy2 ()’–", max_size=40) | st.text())
def test_any_text_at_all_is_either_a_period_that_prints_or_is_refused(text):
    try:
        period = parse_period(text)
    except UnknownPeriod:
        return
    assert parse_period(str(period)) == period


@pytest.mark.parametrize(
    "period, printed, words, address",
    [
        (financial_year(2023), "2023/24", "the year to 31 March 2024", "2023-24"),
        (financial_year(1999), "1999/00", "the year to 31 March 2000", "1999-00"),
        (quarter(2023, 3), "2023/24 Q3", "Quarter 3 (October to December 2023)", "2023-24-q3"),
        (quarter(2023, 4), "2023/24 Q4", "Quarter 4 (January to March 2024)", "2023-24-q4"),
        (
            academic_year(2023),
            "2023/24 academic year",
            "the academic year to 31 August 2024",
            "2023-24-academic-year",
        ),
        (term(2023, Term.AUTUMN), "Autumn term 2023", "Autumn term 2023", "autumn-term-2023"),
        (term(2024, Term.SPRING), "Spring term 2024", "Spring term 2024", "spring-term-2024"),
        (calendar_year(2024), "2024", "the calendar year 2024", "2024"),
        (month(2024, 3), "March 2024", "March 2024", "march-2024"),
        (day(date(2023, 12, 1)), "1 December 2023", "1 December 2023", "2023-12-01"),
    ],
)
def test_a_period_is_printed_for_tables_for_pages_and_for_addresses(period, printed, words, address):
    assert (str(period), in_words(period), slug(period)) == (printed, words, address)


@pytest.mark.parametrize(
    "period, start, end",
    [
        (financial_year(2023), date(2023, 4, 1), date(2024, 3, 31)),
        (quarter(2023, 1), date(2023, 4, 1), date(2023, 6, 30)),
        (quarter(2023, 2), date(2023, 7, 1), date(2023, 9, 30)),
        (quarter(2023, 3), date(2023, 10, 1), date(2023, 12, 31)),
        (quarter(2023, 4), date(2024, 1, 1), date(2024, 3, 31)),
        (academic_year(2023), date(2023, 9, 1), date(2024, 8, 31)),
        (term(2023, Term.AUTUMN), date(2023, 9, 1), date(2023, 12, 31)),
        (term(2024, Term.SPRING), date(2024, 1, 1), date(2024, 3, 31)),
        (term(2024, Term.SUMMER), date(2024, 4, 1), date(2024, 8, 31)),
        (calendar_year(2024), date(2024, 1, 1), date(2024, 12, 31)),
        (month(2024, 2), date(2024, 2, 1), date(2024, 2, 29)),
        (day(date(2024, 2, 29)), date(2024, 2, 29), date(2024, 2, 29)),
    ],
)
def test_each_kind_has_the_days_that_the_papers_give_it(period, start, end):
    assert (period.start, period.end) == (start, end)


@pytest.mark.parametrize("number", [-1, 0, 5])
def test_there_is_no_quarter_but_one_to_four(number):
    with pytest.raises(ValueError, match=f"no quarter {number}"):
        quarter(2023, number)


@pytest.mark.parametrize(
    "kind, start, end",
    [
        (PeriodKind.QUARTER, date(2023, 5, 1), date(2023, 7, 31)),
        (PeriodKind.QUARTER, date(2023, 4, 2), date(2023, 6, 30)),
        (PeriodKind.FINANCIAL_YEAR, date(2023, 4, 1), date(2024, 3, 30)),
        (PeriodKind.MONTH, date(2024, 2, 1), date(2024, 2, 28)),
        (PeriodKind.DATE, date(2024, 2, 1), date(2024, 2, 2)),
    ],
)
def test_a_period_cannot_have_days_that_its_kind_does_not(kind, start, end):
    with pytest.raises(ValueError, match=f"A {kind} cannot run from {start} to {end}"):
        Period(kind=kind, start=start, end=end)


@pytest.mark.parametrize("year", [1899, 2200])
def test_years_that_are_more_likely_counts_are_refused(year):
    with pytest.raises(ValueError, match="outside the years 1900 to 2199"):
        calendar_year(year)


@pytest.mark.parametrize("period", [quarter(1899, 4), financial_year(1899), quarter(2199, 3), financial_year(2199)])
def test_the_first_and_the_last_years_known_print_and_read_back(period):
    assert parse_period(str(period)) == period


def test_a_moment_given_as_a_day_loses_its_time():
    assert day(datetime(2023, 12, 31, 16, 30)) == day(date(2023, 12, 31))


@pytest.mark.parametrize(
    "period, year_earlier",
    [
        (quarter(2023, 3), quarter(2022, 3)),
        (quarter(2023, 4), quarter(2022, 4)),
        (financial_year(2023), financial_year(2022)),
        (term(2024, Term.SPRING), term(2023, Term.SPRING)),
        (month(2024, 2), month(2023, 2)),
        (day(date(2024, 2, 29)), day(date(2023, 2, 28))),
        (day(date(2025, 2, 28)), day(date(2024, 2, 28))),
    ],
)
def test_the_same_period_last_year(period, year_earlier):
    assert same_period_last_year(period) == year_earlier


@pytest.mark.parametrize(
    "period, next_one",
    [
        (quarter(2023, 4), quarter(2024, 1)),
        (term(2023, Term.AUTUMN), term(2024, Term.SPRING)),
        (month(2023, 12), month(2024, 1)),
        (day(date(2024, 2, 28)), day(date(2024, 2, 29))),
    ],
)
def test_the_period_that_follows(period, next_one):
    assert following(period) == next_one


def test_the_year_of_a_date_or_a_period_is_the_one_its_last_day_falls_in():
    assert financial_year_of(date(2024, 3, 31)) == financial_year(2023)
    assert financial_year_of(date(2024, 4, 1)) == financial_year(2024)
    assert financial_year_of(quarter(2023, 4)) == financial_year(2023)
    assert financial_year_of(academic_year(2023)) == financial_year(2024)
    assert academic_year_of(date(2023, 8, 31)) == academic_year(2022)
    assert academic_year_of(quarter(2023, 3)) == academic_year(2023)
    assert academic_year_of(quarter(2023, 2)) == academic_year(2023)


def test_only_a_financial_year_has_quarters_and_only_a_quarter_has_a_number():
    with pytest.raises(ValueError, match="2024 is a calendar year"):
        quarters_of(calendar_year(2024))
    with pytest.raises(ValueError, match="March 2024 is a month"):
        quarter_number(month(2024, 3))


@pytest.mark.parametrize(
    "period, closes_a_year",
    [
        (quarter(2023, 4), True),
        (financial_year(2023), True),
        (academic_year(2023), True),
        (calendar_year(2023), True),
        (quarter(2023, 3), False),
        (term(2024, Term.SUMMER), False),
        (month(2024, 3), False),
        (day(date(2024, 3, 31)), False),
    ],
)
def test_a_year_ends_with_quarter_four_or_a_whole_year(period, closes_a_year):
    assert is_year_end(period) is closes_a_year


@pytest.mark.parametrize(
    "period, year, share",
    [
        (quarter(2023, 1), financial_year(2023), Fraction(1, 4)),
        (quarter(2023, 3), financial_year(2023), Fraction(3, 4)),
        (quarter(2023, 4), financial_year(2023), Fraction(1)),
        (quarter(2023, 3), academic_year(2023), Fraction(4, 12)),
        (quarter(2023, 4), academic_year(2023), Fraction(7, 12)),
        (quarter(2023, 2), academic_year(2023), Fraction(1, 12)),
        (month(2023, 4), financial_year(2023), Fraction(1, 12)),
        (day(date(2023, 12, 31)), financial_year(2023), Fraction(9, 12)),
        (day(date(2023, 12, 30)), financial_year(2023), Fraction(8, 12)),
        (day(date(2023, 4, 1)), financial_year(2023), Fraction(0)),
    ],
)
def test_the_share_of_a_year_that_has_passed_counts_whole_months(period, year, share):
    assert share_elapsed(period, of=year) == share


@pytest.mark.parametrize("of", [financial_year(2024), financial_year(2022), day(date(2023, 12, 31))])
def test_no_share_is_given_of_a_year_that_the_period_does_not_end_in(of):
    with pytest.raises(ValueError, match="does not end within"):
        share_elapsed(quarter(2023, 3), of=of)


def test_periods_sort_by_first_day_and_then_by_last():
    shuffled = [quarter(2023, 4), financial_year(2023), month(2023, 10), quarter(2023, 1), quarter(2023, 3)]

    assert [str(period) for period in sorted(shuffled)] == [
        *("2023/24 Q1", "2023/24", "October 2023", "2023/24 Q3", "2023/24 Q4")
    ]


def test_a_quarter_and_a_term_with_the_same_days_are_not_the_same_period():
    assert quarter(2023, 4) != term(2024, Term.SPRING)


@given(some_periods())
def test_what_is_printed_is_read_back(period):
    assert parse_period(str(period)) == period


@given(some_periods())
def test_an_address_is_read_back(period):
    assert parse_period(slug(period)) == period


@given(some_periods())
def test_the_same_period_last_year_keeps_its_kind_and_its_length_but_for_a_leap_day(period):
    earlier = same_period_last_year(period)

    assert earlier.kind is period.kind
    assert earlier.start.year == period.start.year - 1
    assert abs((period.end - period.start) - (earlier.end - earlier.start)) <= timedelta(days=1)


@given(some_periods())
def test_one_step_on_and_one_step_back_is_no_step_and_leaves_no_gap(period):
    assert previous(following(period)) == period
    assert following(previous(period)) == period
    assert following(period).start - period.end == timedelta(days=1)


@given(st.integers(min_value=1900, max_value=2198))
def test_the_quarters_tile_their_year(first_year):
    year = financial_year(first_year)

    quarters = quarters_of(year)

    assert (quarters[0].start, quarters[-1].end) == (year.start, year.end)
    assert [following(earlier) for earlier in quarters[:-1]] == list(quarters[1:])
    assert [quarter_number(each) for each in quarters] == [1, 2, 3, 4]
    assert {financial_year_of(each) for each in quarters} == {year}


@given(some_periods(), some_periods())
def test_of_two_periods_one_comes_first_or_they_are_the_same(one, other):
    assert (one < other) + (one > other) + (one == other) == 1
    if one.start < other.start:
        assert one < other


@given(some_periods())
def test_a_range_of_a_periods_days_is_a_period_with_those_days(period):
    days = f"{day(period.start)} to {day(period.end)}"

    read = parse_period(days)

    assert (read.start, read.end) == (period.start, period.end)


@given(some_periods())
def test_a_share_never_falls_outside_nought_to_one(period):
    share = share_elapsed(period, of=financial_year_of(period))

    assert 0 <= share <= 1


def test_the_list_of_forms_that_a_refusal_prints_can_itself_be_read():
    assert all(parse_period(form) for form in periods.UNDERSTOOD.split(", "))
