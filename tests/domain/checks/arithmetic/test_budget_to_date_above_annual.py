"""Budgets to date and of the year."""

from goldthread.domain.checks.arithmetic.budget_to_date_above_annual import CHECK
from tests.domain.checks.made import a_table, messages, tables


def test_a_budget_to_date_above_the_annual_one_is_found_income_too() -> None:
    table = a_table(
        {"annual_budget": "Annual Budget £'000", "budget_to_date": "Budget to Date £'000"},
        ("Early years", "275", "297"),
        ("Fees", "-101", "-154"),
        ("Staff", "400", "300"),
        ("New", "0", "5"),
        ("Gap", "", "5"),
        ("Net cost", "6", "7"),
    )

    assert messages(CHECK, tables(table)) == [
        "the budget to date of 297 is more than the annual budget of 275",
        "the budget to date of (154) is more than the annual budget of (101)",
    ]
