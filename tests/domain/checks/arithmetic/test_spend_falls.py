"""Spending to date."""

import datetime as dt
from typing import Any

from goldthread.domain.checks import Evidence
from goldthread.domain.checks.arithmetic.spend_falls import CHECK
from goldthread.domain.papers import TableRecord
from tests.domain.checks.made import a_table, messages, tables

COLUMNS = ("allocation", "actual")


def capital(day: dt.date, *rows: tuple[str, str, str], **changes: Any) -> TableRecord:
    given = {"kind": "capital", "title": f"Capital as at {day}", **changes}
    return a_table(COLUMNS, *rows, as_at=day, **given)


DECEMBER = capital(dt.date(2023, 12, 31), ("Surveys", "6", "6"), ("Fees", "-9", "-2"), ("Roof", "9", ""))


def test_spending_that_falls_within_a_year_is_found() -> None:
    march = capital(
        dt.date(2024, 3, 31),
        ("Surveys (new)", "15", "0"),
        ("Fees", "-9", "5"),
        ("Roof", "9", "1"),
        ("Hall", "3", "1"),
    )

    assert messages(CHECK, tables(march, DECEMBER)) == [
        "6 to 31 December 2023, but 0 to 31 March 2024: spending to date can't fall"
    ]


def test_the_paper_of_the_period_before_is_looked_at_too() -> None:
    march = tables(capital(dt.date(2024, 3, 31), ("Surveys", "15", "5")))

    evidence = Evidence(paper=march.paper, previous=tables(DECEMBER).paper)

    assert len(messages(CHECK, evidence)) == 1


def test_other_years_kinds_and_titles_are_not_compared() -> None:
    others = [
        capital(dt.date(2024, 6, 30), ("Surveys", "15", "0")),
        capital(dt.date(2024, 3, 31), ("Surveys", "15", "0"), title="Other works"),
        capital(dt.date(2024, 3, 31), ("Surveys", "15", "0"), kind="savings"),
        capital(dt.date(2023, 12, 31), ("Surveys", "15", "0")),
    ]

    assert messages(CHECK, tables(DECEMBER, *others)) == []
