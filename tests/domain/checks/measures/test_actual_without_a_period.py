"""Latest figures without a period."""

from goldthread.domain.checks.measures.actual_without_a_period import CHECK
from tests.domain.checks.made import lines, messages
from tests.domain.checks.measures.made import cell, of, row

LATEST = {"latest": cell("87%", "Latest performance")}


def test_a_column_of_latest_figures_without_a_period_is_found_once_a_report() -> None:
    unknown = {"latest": cell("tbc", "Latest performance")}

    assert messages(CHECK, of(row(cells=LATEST), row(cells=unknown))) == [
        '"Latest performance" names no period, and 1 of the 2 measures have no figure in it'
    ]


def test_it_is_said_at_the_header_where_that_is_a_text_of_the_paper() -> None:
    assert lines(CHECK, of(row(cells=LATEST), texts=("Objectives", "Latest performance"))) == [2]
    assert lines(CHECK, of(row(cells={"latest": cell("87%")}))) == [5]


def test_a_header_with_a_year_passes() -> None:
    assert messages(CHECK, of(row(cells={"latest": cell("87%", "Latest (2015/16)")}))) == []
    assert messages(CHECK, of(row(cells={"current": "87%"}))) == []
