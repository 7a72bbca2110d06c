"""Targets from nothing."""

from goldthread.domain.checks.measures.target_without_actual import CHECK
from tests.domain.checks.made import messages
from tests.domain.checks.measures.made import of, row

SET = {"latest": "tbc", "target 2016/17": "95%"}


def test_targets_without_a_figure_before_them_are_found_once_an_objective() -> None:
    assert messages(CHECK, of(row(cells=SET), row(cells={"actual 2016/17": "", "target 2018/19": "9"}))) == [
        "the 2016/17 target is 95%, but the latest figure is tbc: what was it set from? One more under this "
        "objective is like it."
    ]


def test_one_alone_is_said_alone() -> None:
    assert messages(CHECK, of(row(cells={"actual 2016/17": "", "target 2018/19": "9"}))) == [
        "the 2018/19 target is 9, but the 2016/17 actual is blank: what was it set from?"
    ]


def test_targets_with_a_figure_or_without_a_column_of_actuals_pass() -> None:
    rows = (
        row(cells={"latest": "90%", "target 2016/17": "95%"}),
        row(cells={"target 2016/17": "95%"}),
        row(cells={"latest": "tbc", "target 2016/17": "tbc"}),
    )

    assert messages(CHECK, of(*rows)) == []
