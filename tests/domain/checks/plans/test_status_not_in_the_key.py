"""Statuses and their key."""

from goldthread.domain.checks.plans.status_not_in_the_key import CHECK
from goldthread.domain.papers import MatrixRecord
from tests.domain.checks.made import a_report, messages, paper, passages, says

USED = "No actions are identified as significantly delayed."
KEY = ("KEY", "Action complete", "On track", "Not started")


def test_a_status_the_key_does_not_have_is_found() -> None:
    said = 'the report uses the status "significantly delayed", which the key does not have'
    matrix = MatrixRecord(cells=(), likelihood={}, impact={}, key=passages(*KEY[1:]))

    assert messages(CHECK, says(USED, *KEY)) == [said]
    assert messages(CHECK, paper(a_report(USED), matrices=(matrix, matrix))) == [said]


def test_keys_that_have_it_and_keys_of_other_things_pass() -> None:
    assert messages(CHECK, says(USED, *KEY, "Significantly delayed")) == []
    assert messages(CHECK, says(USED, "KEY", "North", "South")) == []
    assert messages(CHECK, says(*KEY)) == []
