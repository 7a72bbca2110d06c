"""Headings with nothing under them."""

import pytest

from goldthread.domain.checks.wording.heading_without_text import CHECK
from goldthread.domain.papers import Passage
from tests.domain.checks.made import line, messages, says


def heading(text: str, at: int, *, number: str = "") -> Passage:
    return Passage(text=text, where=line(at), level=1, kind="heading", number=number)


def test_a_section_followed_by_the_next_is_found() -> None:
    evidence = says(heading("6. Governance", 1), heading("Enablers", 3, number="7."))

    assert messages(CHECK, evidence) == ["nothing stands under this heading; the next is “Enablers”"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("6. Governance", "6.1 Board"),
        ("6. Appendix", "7. Next"),
        ("6. Visits: £5,000", "7. Trips: £6,000"),
        ("Governance", "7. Next"),
        ("6. Governance", "Next"),
        ("6.1 Board", "7. Next"),
        ("6. The goals of every child are met in the borough", "7. Next"),
    ],
)
def test_parts_lists_and_headings_without_numbers_pass(first: str, second: str) -> None:
    assert messages(CHECK, says(heading(first, 1), heading(second, 3))) == []


def test_a_section_with_text_passes() -> None:
    assert messages(CHECK, says(heading("6. Governance", 1), "The board meets.", heading("7. Next", 5))) == []
