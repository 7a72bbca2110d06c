"""Variances and what is left of an allocation."""

from goldthread.domain.checks.arithmetic.variance_is_not_the_difference import CHECK
from tests.domain.checks.made import a_table, messages, tables

COLUMNS = ("annual_budget", "budget_to_date", "actual", "variance")
FITTING = [
    ("Staff", "400", "300", "320", "(20)"),
    ("Premises", "80", "60", "50", "10"),
    ("Fuel", "40", "30", "30", "0"),
    ("Post", "9", "8", "12", "(4)"),
]


def test_a_variance_that_is_not_the_difference_is_found() -> None:
    table = a_table(COLUMNS, *FITTING, ("Fleet", "90", "60", "80", "(30)"))

    assert messages(CHECK, tables(table)) == ["budget to date minus actual is (20), the variance says (30)"]


def test_a_sign_the_wrong_way_round_is_named() -> None:
    table = a_table(COLUMNS, *FITTING, ("Fleet", "90", "60", "80", "20"))

    assert messages(CHECK, tables(table)) == [
        "budget to date minus actual is (20), the variance says 20: its sign is the wrong way round"
    ]


def test_a_table_that_prints_actual_minus_budget_is_taken_at_its_word() -> None:
    turned = [
        (label, year, budget, actual, variance.strip("()") if "(" in variance else f"({variance})")
        for label, year, budget, actual, variance in FITTING
    ]

    assert messages(CHECK, tables(a_table(COLUMNS, *turned, ("Fleet", "90", "60", "80", "(20)")))) == [
        "actual minus budget to date is 20, the variance says (20): its sign is the wrong way round"
    ]


def test_what_remains_of_an_allocation_is_checked_too() -> None:
    rows = [
        ("Roof", "100", "40", "60"),
        ("Hall", "50", "10", "40"),
        ("Yard", "30", "0", "30"),
        ("Gate", "20", "5", "12"),
    ]

    assert messages(CHECK, tables(a_table(("allocation", "actual", "remaining"), *rows))) == [
        "allocation minus actual is 15, the remaining says 12"
    ]


def test_one_off_is_rounding_and_a_table_without_a_rule_is_left_alone() -> None:
    rounded = a_table(COLUMNS, *FITTING, ("Fleet", "90", "60", "80", "(21)"))
    strange = a_table(COLUMNS, ("A", "9", "8", "2", "55"), ("B", "9", "8", "3", "66"), ("C", "9", "8", "4", "77"))
    partial = a_table(COLUMNS, *FITTING, ("Fleet", "90", "", "80", "(21)"))
    exact = a_table(("allocation", "actual", "remaining"), *[(name, "1.5", "0.5", "1.0") for name in "ABC"])

    assert messages(CHECK, tables(rounded, strange, partial, exact)) == []
