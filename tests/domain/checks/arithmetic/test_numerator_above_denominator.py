"""Parts out of a whole."""

from goldthread.domain.checks.arithmetic.numerator_above_denominator import CHECK
from tests.domain.checks.made import a_measure, measures, messages, says


def test_a_part_larger_than_its_whole_is_found() -> None:
    assert messages(CHECK, says("We saw 45 out of 40 pupils.")) == ["45 can't be part of 40"]
    assert messages(CHECK, measures(a_measure(current="1,210 out of 668"))) == ["1,210 can't be part of 668"]


def test_parts_within_their_whole_pass() -> None:
    assert (
        messages(CHECK, says("We saw 40 out of the 45 pupils, 1200 of the 5 schools' books, 30 out of 12 months."))
        == []
    )
