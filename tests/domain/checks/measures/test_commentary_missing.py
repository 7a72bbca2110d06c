"""Rows without commentary."""

import pytest

from goldthread.domain.checks.measures.commentary_missing import CHECK
from goldthread.domain.papers import Passage
from tests.domain.checks.made import line, messages
from tests.domain.checks.measures.made import of, row

OTHERS = tuple(row(cells={"current": "1"}, says="Words.") for _ in range(5))
SAID = "no commentary, though the other measures have one"


@pytest.mark.parametrize(
    ("title", "cells", "said"),
    [
        ("Reduce visits", {"current": "90", "target": "68"}, f"{SAID}, and 90 is above the target of 68"),
        ("Increase visits", {"current": "60", "target": "68"}, f"{SAID}, and 60 is below the target of 68"),
        ("Increase visits", {"current": "90", "target": "68"}, SAID),
        ("Visits", {"current": "90", "target": "68"}, SAID),
        ("Reduce visits", {"current": "90", "target": "68%"}, SAID),
        ("Reduce visits", {"current": "90", "target": "N/A"}, SAID),
        ("Reduce visits", {"current": "N/A", "target": "68"}, SAID),
        ("Reduce visits", {"current": "90"}, SAID),
    ],
)
def test_a_row_without_commentary_is_found(title: str, cells: dict[str, str], said: str) -> None:
    assert messages(CHECK, of(*OTHERS, row(title=title, cells=cells))) == [said]


def test_reports_in_which_commentaries_are_rare_pass() -> None:
    assert messages(CHECK, of(OTHERS[0], row(cells={"current": "1"}))) == []
    assert messages(CHECK, of(*OTHERS, row(cells={"target 2018/19": "1"}))) == []


def test_a_measure_that_the_report_comes_back_to_elsewhere_passes() -> None:
    bare = row(ref="EDU01 09", cells={"current": "1"})
    here = Passage(text="EDU01 09 Visits 1", where=line(5))
    there = Passage(text="EDU01 09 Visits: they fell.", where=line(40))

    assert messages(CHECK, of(*OTHERS, bare, texts=(here,))) == [SAID]
    assert messages(CHECK, of(*OTHERS, bare, texts=(here, there))) == []
