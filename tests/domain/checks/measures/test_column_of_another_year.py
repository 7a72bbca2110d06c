"""Headers of another year."""

from goldthread.domain.checks.measures.column_of_another_year import CHECK
from tests.domain.checks.made import messages
from tests.domain.checks.measures.made import Q3, Q4, cell, of, row


def test_a_target_column_of_another_year_is_found_once_a_table() -> None:
    cells = {"target": cell("4.4%", "22/23 Target"), "prior_actual": cell("4.4%", "22/23 Actual")}

    assert messages(CHECK, of(row(cells=cells), row(cells=cells), period=Q3)) == [
        'the column is headed "22/23 Target", the report is on 2023/24: its target column is for 2023/24'
    ]


def test_the_actuals_of_another_year_are_found() -> None:
    found = messages(CHECK, of(row(cells={"prior_actual": cell("4", "2020/21 Actual")}), period=Q4))

    assert found == [
        'the column is headed "2020/21 Actual", the report is on 2023/24: its actual column is for 2022/23'
    ]


def test_right_headers_headers_without_a_year_and_reports_without_a_period_pass() -> None:
    assert messages(CHECK, of(row(cells={"target": cell("4", "23/24 Target")}), period=Q3)) == []
    assert messages(CHECK, of(row(cells={"target": cell("4", "Target")}), period=Q3)) == []
    assert messages(CHECK, of(row(cells={"target": cell("4", "22/23 Target")}))) == []
