"""A value against the numerator and denominator it is said to come from."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction


def agrees(
    value: Decimal, *, numerator: Decimal, denominator: Decimal, tolerance: Fraction = Fraction(2, 100), per: int = 1
) -> bool:
    """Whether a value is its numerator over its denominator, times `per` (100 for percentages), within a tolerance.

    Args:
        value: the value as printed.
        numerator: what is counted.
        denominator: out of how many, not 0.
        tolerance: the largest difference as a share of the value worked out; 0.02 forgives rounding.
        per: 1 for a plain ratio, 100 for a percentage, 10,000 for a rate per 10,000.
    Raises: ValueError if the denominator is 0.

    >>> agrees(Decimal("0.93"), numerator=Decimal(2870), denominator=Decimal(3085))
    True
    >>> agrees(Decimal(6), numerator=Decimal(27), denominator=Decimal(398), per=100)
    False
    """
    if denominator == 0:
        raise ValueError("A share of nothing can't be worked out: the denominator is 0.")
    exact = Fraction(numerator) / Fraction(denominator) * per
    return abs(Fraction(value) - exact) <= tolerance * max(abs(exact), abs(Fraction(value)))
