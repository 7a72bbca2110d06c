"""The turns of phrase that reasons are made of: periods, days, distances and shares in plain words."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

from goldthread.domain.figures import Figure, Status, Unit, digits, printed, rounded
from goldthread.domain.periods import MONTH_NAMES, Period, PeriodKind, day

LONGEST_CLAUSE = 20  # words of somebody else's that a reason of one sentence can carry
_NAMES = {"I", "Ofsted", "England", "English", "Government", *MONTH_NAMES}  # keep their capital inside a sentence


def named(period: Period) -> str:
    """Return a period as it stands inside a sentence.

    >>> from goldthread.domain.periods import Term, academic_year, term
    >>> named(academic_year(2023)), named(term(2023, Term.AUTUMN))
    ('the 2023/24 academic year', 'autumn term 2023')
    """
    if period.kind is PeriodKind.ACADEMIC_YEAR:
        return f"the {period}"
    return str(period).lower() if period.kind is PeriodKind.TERM else str(period)


def within(period: Period) -> str:
    """Return when a figure was: "in" a period, "at" a day."""
    return f"{'at' if period.kind is PeriodKind.DATE else 'in'} {named(period)}"


def on_day(when: date) -> str:
    """Return a day in words, such as 31 March 2024."""
    return str(day(when))


def firmness(figure: Figure) -> str:
    """Return what a reader must know beside the value: " (provisional)", or nothing."""
    return " (provisional)" if figure.status is Status.PROVISIONAL else ""


def difference(amount: Decimal, *, unit: Unit) -> str:
    """Return the size of a difference, without needless zeros: points for percentages, never a share of a share.

    >>> difference(Decimal("-4.0"), unit=Unit.PERCENT), difference(Decimal("26.90"), unit=Unit.RATE_PER_10_000)
    ('4 percentage points', '26.9')
    >>> difference(Decimal("1"), unit=Unit.DAYS), difference(Decimal("-0.50"), unit=Unit.POUNDS)
    ('1 day', '£0.50')
    """
    size = trimmed(abs(amount), unit=unit)
    if unit is Unit.PERCENT:
        return f"{digits(size)} percentage point{'' if size == 1 else 's'}"
    return digits(size) if unit is Unit.RATE_PER_10_000 else printed(size, unit=unit)


def trimmed(value: Decimal, *, unit: Unit) -> Decimal:
    """Return a value without needless zeros after the point; pence stay two."""
    if value == value.to_integral_value():
        return rounded(value, places=0)
    return value if unit is Unit.POUNDS else value.normalize()


_TWELFTHS = {
    1: "a twelfth",
    2: "a sixth",
    3: "a quarter",
    4: "a third",
    5: "five twelfths",
    6: "half",
    7: "seven twelfths",
    8: "two thirds",
    9: "three quarters",
    10: "five sixths",
    11: "eleven twelfths",
}


def share(of_year: Fraction) -> str:
    """Return a share of the year in words.

    >>> share(Fraction(3, 4)), share(Fraction(7, 12))
    ('three quarters', 'seven twelfths')
    """
    return _TWELFTHS[int(of_year * 12)]


def clause(text: str) -> str:
    """Return somebody's note as a clause of a sentence: no stops inside or after it, and not too long.

    >>> clause("Counted from April since. Before, by school year.")
    'counted from April since; before, by school year'
    """
    sentences = [part.strip(" .;:") for part in " ".join(text.split()).replace("? ", ". ").split(". ")]
    words = "; ".join(_in_lower_case(part) for part in sentences if part).split(" ")
    return " ".join(words) if len(words) <= LONGEST_CLAUSE else f"{' '.join(words[:LONGEST_CLAUSE])}…"


def _in_lower_case(part: str) -> str:
    """Return a sentence with a small first letter, unless its first word is a name or an abbreviation."""
    first = part.split(" ", maxsplit=1)[0]
    return part if first in _NAMES or first[1:] != first[1:].lower() else part[0].lower() + part[1:]
