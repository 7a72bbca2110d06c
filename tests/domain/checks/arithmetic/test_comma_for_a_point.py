"""Millions."""

from goldthread.domain.checks.arithmetic.comma_for_a_point import CHECK
from tests.domain.checks.made import messages, says


def test_a_comma_among_decimal_points_is_found() -> None:
    assert messages(CHECK, says("Growth was £6.054m, of which £4,052m went to care.")) == [
        "£4,052m is 4,052 million; the other amounts here suggest £4.052m"
    ]


def test_amounts_without_company_pass() -> None:
    assert (
        messages(CHECK, says("England spent £4,052m.", "Growth was £6.054m.", "It had £1200.5m and £4,052m.")) == []
    )
