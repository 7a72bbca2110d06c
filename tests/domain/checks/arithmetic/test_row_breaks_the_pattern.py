"""Rows that differ from all others."""

from goldthread.domain.checks.arithmetic.row_breaks_the_pattern import CHECK
from tests.domain.checks.made import a_table, messages, tables

SAME = [(f"School {number}", str(number), str(number)) for number in range(1, 7)]
QUARTERS = ("total", "quarter_1", "quarter_2", "quarter_3", "quarter_4")


def test_the_one_row_whose_two_figures_differ_is_found() -> None:
    table = a_table(("allocation_to_date", "actual"), *SAME, ("Hall", "175", "174"), ("Total", "196", "195"))

    assert messages(CHECK, tables(table)) == [
        "allocation to date 175, actual 174; in all the other 6 rows the two are equal"
    ]


def test_funding_spread_evenly_in_every_row_is_found() -> None:
    rows = [(f"Post {number}", "100", "25", "25", "25", "25") for number in range(6)]

    assert messages(CHECK, tables(a_table(QUARTERS, *rows, ("Heading", "")))) == [
        "all 6 rows are spread evenly over the four quarters, whatever the plan says starts when"
    ]


def test_small_tables_and_mixed_rows_pass() -> None:
    few = a_table(("allocation_to_date", "actual"), *SAME[:3], ("Hall", "175", "174"))
    mixed = a_table(QUARTERS, *((f"Post {number}", "100", "10", "30", "30", "30") for number in range(6)))

    assert messages(CHECK, tables(few, mixed)) == []
