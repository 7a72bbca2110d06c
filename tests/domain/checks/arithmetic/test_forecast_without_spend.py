"""Forecasts with nothing behind them."""

from goldthread.domain.checks.arithmetic.forecast_without_spend import CHECK
from tests.domain.checks.made import a_table, messages, tables

COLUMNS = ("annual_budget", "budget_to_date", "actual", "forecast_outturn")
OTHERS = [
    ("Staff", "9,400", "700", "800", "(310)"),
    ("Premises", "400", "30", "20", "12"),
    ("Fuel", "40", "9", "9", "0"),
]


def test_a_forecast_with_nothing_to_date_is_found() -> None:
    table = a_table(COLUMNS, *OTHERS, ("Grants", "-594", "0", "0", "(70)"), ("Reserve", "10", "0", "0", "10"))

    assert messages(CHECK, tables(table)) == [
        "a variance of (70) is forecast, but nothing was budgeted to date and nothing spent or received"
    ]


def test_without_these_columns_nothing_is_said() -> None:
    assert messages(CHECK, tables(a_table(("annual_budget", "actual"), ("Staff", "10", "0")))) == []
