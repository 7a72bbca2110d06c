"""References that land nowhere."""

import pytest

from goldthread.domain.checks.pack.reference_lands_nowhere import CHECK
from tests.domain.checks.made import messages, says


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("As set out in appendix 2.", "appendix 2 is not in this report of the paper"),
        ("See Appendix A", "Appendix A is not in this report of the paper"),
    ],
)
def test_it_is_found_with_both_sides(text: str, message: str) -> None:
    assert messages(CHECK, says(text)) == [message]


@pytest.mark.parametrize(
    "text",
    [
        "Appendix A",
        "See the end of the report.",
    ],
)
def test_what_may_be_meant_passes(text: str) -> None:
    assert messages(CHECK, says(text)) == []


def test_an_appendix_that_is_there_passes_in_any_numbering() -> None:
    assert messages(CHECK, says("See Appendix 1 and Appendix 1.", "6.0 Appendix I")) == []
    assert messages(CHECK, says("It is in Appendix A.", "Education department – Appendix A")) == []


def test_a_reference_is_named_once() -> None:
    assert len(messages(CHECK, says("See Appendix 3.", "As in Appendix 3 we say."))) == 1
