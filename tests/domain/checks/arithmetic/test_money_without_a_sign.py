"""Amounts of money."""

from goldthread.domain.checks.arithmetic.money_without_a_sign import CHECK
from tests.domain.checks.made import messages, says


def test_an_amount_without_a_sign_is_found() -> None:
    assert messages(CHECK, says("Placements can cost upwards of 22k per week.")) == [
        "22k is money without a currency sign"
    ]


def test_amounts_with_a_sign_and_other_millions_pass() -> None:
    assert (
        messages(CHECK, says("It cost £22k.", "The budget serves 2 million people.", "We walked 3k in 2 hours."))
        == []
    )
