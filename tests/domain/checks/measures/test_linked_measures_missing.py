"""Ranges of linked measures."""

from goldthread.domain.checks.measures.linked_measures_missing import CHECK
from tests.domain.checks.made import lines, messages
from tests.domain.checks.measures.made import of, row

ROWS = (row("EDU01 01"), row("EDU01 02"), row("EDU01 04"))


def test_a_range_with_a_measure_that_is_not_there_is_found() -> None:
    assert messages(CHECK, of(*ROWS, linked_measures="EDU01 01-04")) == [
        "EDU01 01-04 are linked, but the table has no EDU01 03"
    ]
    assert lines(CHECK, of(*ROWS, linked_measures="EDU01 01-04")) == [2]


def test_ranges_that_are_there_or_wholly_elsewhere_pass() -> None:
    assert messages(CHECK, of(*ROWS, linked_measures="EDU01 01-02")) == []
    assert messages(CHECK, of(*ROWS, linked_measures="EDU07 01-05")) == []
    assert messages(CHECK, of(*ROWS, linked_measures="EDU01 04-01, all")) == []
