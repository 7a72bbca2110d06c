"""Values and their numerators and denominators."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldthread.domain.checks.arithmetic.ratios import agrees


def test_a_share_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="the denominator is 0"):
        agrees(Decimal(1), numerator=Decimal(1), denominator=Decimal(0))


@given(st.integers(1, 10_000), st.integers(1, 10_000))
def test_what_was_worked_out_agrees_and_a_tenth_more_does_not(numerator: int, denominator: int) -> None:
    value = Decimal(numerator) / Decimal(denominator) * 100

    given = {"numerator": Decimal(numerator), "denominator": Decimal(denominator), "per": 100}

    assert agrees(value, **given)  # type: ignore[arg-type]
    assert not agrees(value * Decimal("1.1"), **given)  # type: ignore[arg-type]
