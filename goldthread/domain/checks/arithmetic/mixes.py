"""Can whole shares be a mix of the shares of their parts? Worked out exactly, in fractions.

An overall share is a weighted mean of its parts' shares, the weights being how many things each part has. Printed
shares are rounded, so each stands for a small range. Weights w (none negative, adding up to 1) must then exist with
sum(w * lowest) <= highest of the whole and sum(w * highest) >= lowest of the whole, for every status.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

Range = tuple[Fraction, Fraction]


def ranges_of(shares: Mapping[str, Decimal], statuses: Sequence[str]) -> dict[str, Range]:
    """What each status can be where shares are printed to a whole or a tenth of a per cent.

    A status that is not mentioned takes what is left: nothing, where the others already make a hundred.

    >>> shares = {"complete": Decimal(44), "delayed": Decimal(44)}
    >>> [str(bound) for bound in ranges_of(shares, ["complete", "not started"])["not started"]]
    ['0', '13']
    """
    halves = {status: Fraction(1, 2) * Fraction(10) ** min(_exponent(share), 0) for status, share in shares.items()}
    left = max(Fraction(0), 100 - sum((Fraction(share) for share in shares.values()), Fraction(0)))
    spare = left + sum(halves.values()) if left else Fraction(0)
    return {
        status: (
            (
                max(Fraction(0), Fraction(shares[status]) - halves[status]),
                min(Fraction(100), Fraction(shares[status]) + halves[status]),
            )
            if status in shares
            else (Fraction(0), spare)
        )
        for status in statuses
    }


def can_be_mixed(whole: Mapping[str, Range], parts: Sequence[Mapping[str, Range]]) -> bool:
    """Whether there are weights for the parts that give the whole, every status within its range.

    >>> ten, twenty, thirty = ({"done": (Fraction(n), Fraction(n))} for n in (10, 20, 30))
    >>> can_be_mixed(twenty, [ten, thirty]), can_be_mixed(ten, [twenty, thirty])
    (True, False)
    """
    rows: list[list[Fraction]] = []
    for status, (low, high) in whole.items():
        rows.append([part[status][0] - high for part in parts])
        rows.append([low - part[status][1] for part in parts])
    return _has_solution(rows)


def _has_solution(rows: list[list[Fraction]]) -> bool:
    """Whether weights exist, none negative and adding up to 1, under which no row is above 0.

    The two-person game with these rows has a value; weights exist where the value is not above 0. Solved by the
    simplex method with Bland's rule, which cannot run in circles.
    """
    shift = 1 - min(min(row) for row in rows)
    game = [[value + shift for value in row] for row in rows]
    height, width = len(game), len(game[0])
    table = [
        [*row, *(Fraction(index == other) for other in range(height)), Fraction(1)] for index, row in enumerate(game)
    ]
    goal = [Fraction(-1)] * width + [Fraction(0)] * (height + 1)
    basis = list(range(width, width + height))
    while True:
        column = next((index for index in range(width + height) if goal[index] < 0), None)
        if column is None:
            return 1 / goal[-1] <= shift
        rising = [index for index in range(height) if table[index][column] > 0]
        pivot = min(rising, key=lambda index: (table[index][-1] / table[index][column], basis[index]))
        basis[pivot] = column
        table[pivot] = [value / table[pivot][column] for value in table[pivot]]
        for index in range(height):
            if index != pivot:
                table[index] = _without(table[index], table[pivot], column)
        goal = _without(goal, table[pivot], column)


def _without(row: list[Fraction], pivot: list[Fraction], column: int) -> list[Fraction]:
    factor = row[column]
    return [value - factor * other for value, other in zip(row, pivot, strict=True)]


def _exponent(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0
