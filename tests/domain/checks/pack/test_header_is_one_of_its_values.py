"""Headers that are a status."""

from goldthread.domain.checks.pack.header_is_one_of_its_values import CHECK
from tests.domain.checks.made import a_table, messages, tables


def test_a_header_that_is_one_of_several_statuses_is_found() -> None:
    table = a_table(
        {"done": "Completed"}, ["Elmwood", "On site"], ["Millbrook", "Completed"], ["Oak", "With diocese"]
    )

    assert messages(CHECK, tables(table)) == [
        "the column is headed “Completed”; its rows say “On site”, “With diocese”"
    ]


def test_headers_that_are_no_value_and_columns_of_figures_pass() -> None:
    assert messages(CHECK, tables(a_table({"a": "Status"}, ["Elmwood", "On site"], ["Oak", "Completed"]))) == []
    assert messages(CHECK, tables(a_table({"a": "Yes"}, ["Elmwood", "Yes"], ["Oak", "12"], ["Elm", "13"]))) == []
    assert messages(CHECK, tables(a_table({"a": ""}, ["Elmwood", ""], ["Oak"]))) == []
