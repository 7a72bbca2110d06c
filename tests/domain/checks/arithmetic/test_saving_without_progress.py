"""Savings and what is said of them."""

from goldthread.domain.checks.arithmetic.saving_without_progress import CHECK
from tests.domain.checks.made import a_table, lines, messages, tables

COLUMNS = ("net_budget", "2023/24", "current_progress", "comments")


def test_a_saving_of_which_nothing_is_said_is_found() -> None:
    table = a_table(
        COLUMNS,
        ("Raise charges", "1,200", "20", "", ""),
        ("Sell", "9", "5", "", "Sold"),
        ("Empty", "7", "0", "", ""),
        ("Total", "", "25", "", ""),
        kind="savings",
    )

    assert messages(CHECK, tables(table)) == ["a saving is counted on, but neither progress nor comment is given"]
    assert lines(CHECK, tables(table)) == [10]


def test_other_tables_pass() -> None:
    plain = a_table(("2023/24",), ("Raise charges", "20"), kind="savings")
    revenue = a_table(COLUMNS, ("Raise charges", "1,200", "20", "", ""))

    assert messages(CHECK, tables(plain, revenue)) == []
