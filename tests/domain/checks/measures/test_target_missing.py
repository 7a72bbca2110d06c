"""Blank targets."""

from goldthread.domain.checks.measures.target_missing import CHECK
from tests.domain.checks.made import messages
from tests.domain.checks.measures.made import of, row


def test_a_blank_target_of_a_measure_that_is_to_move_is_found() -> None:
    cells = {"actual 2016/17": "156", "target 2017/18": "115", "target 2018/19": ""}

    assert messages(CHECK, of(row(title="Reduce visits", cells=cells))) == [
        "the verb is to reduce and the 2016/17 actual is 156, but the target for 2018/19 is blank"
    ]


def test_given_targets_other_verbs_and_measures_without_figures_pass() -> None:
    rows = (
        row(title="Reduce visits", cells={"actual 2016/17": "156", "target 2018/19": "115"}),
        row(title="Reduce visits", cells={"actual 2016/17": "156", "target 2018/19": "tbc"}),
        row(title="Monitor visits", cells={"actual 2016/17": "156", "target 2018/19": ""}),
        row(title="Reduce visits", cells={"actual 2016/17": "", "target 2018/19": ""}),
    )

    assert messages(CHECK, of(*rows)) == []
