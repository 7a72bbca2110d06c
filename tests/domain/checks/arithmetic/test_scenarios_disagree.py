"""Scenarios of one programme."""

from goldthread.domain.checks.arithmetic.scenarios_disagree import CHECK
from goldthread.domain.papers import TableRecord
from tests.domain.checks.made import a_table, messages, tables


def forecast(spending: str, *, deficit: str = "£ 5.2m", low: str = "£ 28.3m") -> TableRecord:
    return a_table(
        {"2023": "2023", "2024": "2024"},
        ("Unmitigated Expenditure", "£ 26.1m", "£ 28.9m"),
        ("Unmitigated Cumulative Deficit", "£ 2.9m", "£ 5.7m"),
        ("Target Expenditure", "£ 26.1m", spending),
        ("Stretch Expenditure", "£ 26.1m", low),
        ("Target Cumulative Deficit", "£ 2.9m", deficit),
        ("Stretch Cumulative Deficit", "£ 2.9m", "£ 5.1m"),
        ("Year", "", ""),
    )


def test_the_scenario_whose_income_is_another_is_found() -> None:
    assert messages(CHECK, tables(forecast("£ 29.4m"))) == [
        "2024: spending and deficit imply an income of 27,100,000; in the other scenarios it is 26,100,000"
    ]


def test_scenarios_that_agree_or_do_not_agree_at_all_pass() -> None:
    assert messages(CHECK, tables(forecast("£ 28.4m"), forecast("£ 28.4m", deficit=""))) == []
    assert messages(CHECK, tables(forecast("£ 29.4m", low="£ 21.0m"))) == []
    assert messages(CHECK, tables(a_table(("2023",), ("Target Expenditure", "5")))) == []
