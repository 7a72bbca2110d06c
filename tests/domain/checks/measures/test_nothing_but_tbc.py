"""Measures without anything."""

from goldthread.domain.checks.measures.nothing_but_tbc import CHECK
from tests.domain.checks.made import messages
from tests.domain.checks.measures.made import of, row


def test_a_measure_with_nothing_but_tbc_is_found() -> None:
    assert messages(CHECK, of(row(cells={"latest": "tbc", "target 2016/17": "tbc"}))) == [
        "all 2 columns are still to be confirmed: there is neither a baseline nor a target"
    ]


def test_measures_with_a_figure_or_one_column_pass() -> None:
    assert (
        messages(CHECK, of(row(cells={"latest": "tbc", "target 2016/17": "9"}), row(cells={"latest": "tbc"}))) == []
    )
