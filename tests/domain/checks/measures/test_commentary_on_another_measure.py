"""Commentaries in the wrong row."""

from goldthread.domain.checks.measures.commentary_on_another_measure import CHECK
from tests.domain.checks.made import messages
from tests.domain.checks.measures.made import of, row

NEED = row("EDU01 01", "Monitor the rate of children in need per 10,000", says="Children in care numbers are high.")
CARE = row("EDU01 02", "Monitor the rate of children in care per 10,000", says="Children in care are fewer.")


def test_a_commentary_about_another_measure_is_found() -> None:
    assert messages(CHECK, of(NEED, CARE)) == [
        'the commentary is about "children in care" (EDU01 02), the measure (EDU01 01 Monitor the rate of children '
        'in need per 10,000) about "children in need"'
    ]


def test_a_commentary_that_names_its_own_subject_passes() -> None:
    both = row("EDU01 01", NEED.title, says="Children in care are high. Children in need are not.")

    assert messages(CHECK, of(both, CARE, row("EDU01 03", "Visits", says="Children in care."))) == []
    assert messages(CHECK, of(row("EDU01 01", NEED.title), CARE)) == []
