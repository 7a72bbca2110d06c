"""Percentages and the numbers beside them."""

from decimal import ROUND_HALF_UP, Decimal

from hypothesis import given
from hypothesis import strategies as st

from goldthread.domain.checks.arithmetic.percentage_is_not_its_figures import CHECK
from tests.domain.checks.made import a_measure, measures, messages, says


def test_a_percentage_that_its_numbers_do_not_give_is_found_in_sentences_and_cells() -> None:
    evidence = measures(a_measure(current="70% 668 of 1210", target="95%", prior_actual="51% in 22/23"))

    assert messages(CHECK, says("In all 44 of 73 (70%) were met.")) == ["44 of 73 is 60.27%, the text says 70%"]
    assert messages(CHECK, evidence) == ["668 of 1,210 is 55.21%, the text says 70%"]


def test_a_percentage_that_was_cut_off_is_a_note() -> None:
    (finding,) = CHECK.find(says("44 (68.7%) of the 64 met their target."))

    assert finding.severity == "note"
    assert finding.message == "44 of 64 is 68.75%, the text says 68.7% (cut off, not rounded)"


def test_percentages_that_fit_pass() -> None:
    assert messages(CHECK, says("44 (68.8%) of the 64 met their target. 5 people came, 20 of 0 (5%).")) == []


@given(st.integers(1, 400), st.integers(1, 400))
def test_a_share_rounded_to_a_tenth_is_never_found(part: int, rest: int) -> None:
    share = (Decimal(part) * 100 / (part + rest)).quantize(Decimal("0.1"), ROUND_HALF_UP)

    assert messages(CHECK, says(f"We saw {part} of {part + rest} ({share}%).")) == []


def test_the_last_number_of_a_list_is_not_the_base_of_what_is_said_of_them_all() -> None:
    assert messages(CHECK, says("Nine settings are outstanding, 74 good and 11 met: 97% in all. One is new.")) == []
