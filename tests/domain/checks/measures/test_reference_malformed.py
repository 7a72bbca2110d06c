"""Forms of references."""

import pytest

from goldthread.domain.checks.measures.reference_malformed import CHECK
from tests.domain.checks.made import messages
from tests.domain.checks.measures.made import of, row

USUAL = tuple(row(f"EDU{number:03}") for number in range(1, 8))


@pytest.mark.parametrize("stem", ["EDUE", "ED", "EDV"])
def test_a_reference_one_letter_off_is_found(stem: str) -> None:
    assert messages(CHECK, of(*USUAL, row(f"{stem}008"))) == [
        f'the reference "{stem}008" begins with "{stem}", 7 others with "EDU"'
    ]


def test_a_reference_without_a_number_is_found() -> None:
    assert messages(CHECK, of(*USUAL, row("CPM"))) == ['the reference "CPM" has no number, the others have one']


@pytest.mark.parametrize("ref", ["NI72", "EDU008", "72", ""])
def test_other_families_and_rows_without_a_reference_pass(ref: str) -> None:
    assert messages(CHECK, of(*USUAL, row(ref))) == []


def test_papers_with_few_references_pass() -> None:
    assert messages(CHECK, of(USUAL[0], row("EDUE002"), row("CPM"))) == []
