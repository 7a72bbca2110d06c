"""Outturns that are variances."""

from goldthread.domain.checks.arithmetic.outturn_is_a_variance import CHECK
from tests.domain.checks.made import a_report, a_table, lines, messages, paper, tables

COLUMNS = {"annual_budget": "Annual Budget", "forecast_outturn": "Forecast Outturn"}
ROWS = [
    ("Staff", "9,400", "(310)"),
    ("Premises", "400", "12"),
    ("Fuel", "40", "0"),
    ("Fees", "-100", "4"),
    ("New", "0", "3"),
]


def test_an_outturn_far_smaller_than_its_budgets_is_a_variance() -> None:
    table = a_table(COLUMNS, *ROWS)

    assert messages(CHECK, tables(table)) == [
        '"Forecast Outturn" holds variances, not outturns: Staff has (310) under it beside an annual budget of 9,400'
    ]
    assert lines(CHECK, tables(table)) == [9]


def test_outturns_and_headers_that_say_variance_pass() -> None:
    outturns = a_table(COLUMNS, *((label, budget, budget) for label, budget, _ in ROWS))
    honest = a_table({**COLUMNS, "forecast_outturn": "Forecast variance"}, *ROWS)
    small = a_table(COLUMNS, *ROWS[:2])

    assert messages(CHECK, tables(outturns, honest, small)) == []


def test_a_sentence_that_calls_a_variance_the_outturn_is_found() -> None:
    texts = ["Staff is over budget, with a forecast outturn of £0.310m.", "An outturn of £0.310m over budget.",
             "The outturn is £9.400m."]  # fmt: skip
    evidence = paper(a_report(*texts), tables=(a_table(COLUMNS, *ROWS),))

    assert messages(CHECK, evidence)[1:] == ["£0.310m is the forecast variance in the table, not the outturn"]
