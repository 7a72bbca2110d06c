"""Percentages below zero."""

from goldthread.domain.checks.measures.percentage_below_zero import CHECK
from tests.domain.checks.made import messages
from tests.domain.checks.measures.made import of, row


def test_a_percentage_below_zero_is_found() -> None:
    cells = {"actual 2016/17": "-0.32", "target 2017/18": "0", "notes": "-1"}

    assert messages(CHECK, of(row(title="Increase the percentage making progress", cells=cells))) == [
        "the description says a percentage, the value is -0.32: a share can't be below zero"
    ]


def test_scores_changes_and_shares_pass() -> None:
    cells = {"actual 2016/17": "-0.32"}

    assert messages(CHECK, of(row(title="Progress score", cells=cells))) == []
    assert messages(CHECK, of(row(title="Percentage change in visits", cells=cells))) == []
    assert messages(CHECK, of(row(title="Percentage of visits", cells={"actual 2016/17": "32%"}))) == []
