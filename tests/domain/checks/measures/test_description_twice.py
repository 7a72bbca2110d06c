"""Descriptions."""

from goldthread.domain.checks.measures.description_twice import CHECK
from tests.domain.checks.made import messages
from tests.domain.checks.measures.made import of, row


def test_one_description_under_two_references_is_found() -> None:
    rows = (row("EDU055", "Visits to the library"), row("EDU056", "Visits to the library."))

    assert messages(CHECK, of(*rows)) == ["EDU056 has the same description as EDU055"]


def test_other_descriptions_short_ones_and_one_reference_pass() -> None:
    rows = (row("A1", "Visits to the library"), row("A1", "Visits to the library"), row("A2", "Visits to the park"))

    assert messages(CHECK, of(*rows, row("A3", "Other visits"), row("A4", "Other visits"))) == []
