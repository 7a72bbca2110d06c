"""References."""

from goldthread.domain.checks.measures.reference_repeated import CHECK
from tests.domain.checks.made import messages
from tests.domain.checks.measures.made import of, row


def test_one_reference_for_two_measures_is_found() -> None:
    assert messages(CHECK, of(row("EDU01 06", "Suspensions"), row("EDU01 06", "Exclusions"))) == [
        'EDU01 06 is also the reference of "Suspensions"'
    ]


def test_one_measure_twice_and_references_without_a_number_pass() -> None:
    rows = (row("EDU01 06", "Visits"), row("EDU01 06", "visits"), row("EDU", "Posts"), row("EDU", "Loans"))

    assert messages(CHECK, of(*rows)) == []
