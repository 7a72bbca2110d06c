"""On target, near it or off it: the bands around what was expected, the distance to it, and where they end.

Bands are half-open: nothing behind is on target; up to and including the tolerance is near; beyond it is off.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

from goldthread.domain.case import Case
from goldthread.domain.expectation import Expected
from goldthread.domain.figures import MOST_PLACES, Unit, printed_places
from goldthread.domain.lights import Position
from goldthread.domain.measures import Polarity
from goldthread.domain.sentences import difference, trimmed

PENCE = 2
EXTRA_PLACES = 2  # an edge is printed exactly when that takes no more places than this beyond the figure's own


@dataclass(frozen=True, kw_only=True)
class BandNames:
    """What the three bands are called in one of the two lights."""

    on: str
    near: str
    off: str


def behind_by(case: Case, *, expected: Expected) -> Fraction:
    """Return how far the figure is behind, in its own units; zero or less is not behind."""
    value = Fraction(case.known_value)
    match case.measure.polarity:
        case Polarity.HIGHER:
            return expected.low - value
        case Polarity.LOWER:
            return value - expected.high
        case _:
            return max(expected.low - value, value - expected.high)


def band(case: Case, *, expected: Expected) -> Position:
    """Return the band that the figure is in."""
    behind = behind_by(case, expected=expected)
    if behind <= 0:
        return Position.ON
    tolerance = case.measure.tolerance.around_exactly(expected.middle)
    return Position.NEAR if behind <= tolerance else Position.OFF


def distance(case: Case, *, expected: Expected) -> str:
    """Return the figure and its distance from what was expected, as a sentence without its stop."""
    value = case.known_value
    places = _places_that_tell_apart(case, expected=expected)
    low, high = (_rounded(end, places=places) for end in (expected.low, expected.high))
    if not expected.words:
        thing = expected.source
    else:
        ends = case.show(low) if low == high else f"{case.show(low)} to {case.show(high)}"
        thing = f"the {ends} {expected.words}, {expected.source}"
    return f"{case.now_and_when} {_where(value, low=low, high=high, unit=case.figure.unit)} {thing}"


def distance_to_it(case: Case, *, expected: Expected) -> str:
    """Return the figure and its distance from a target that has just been named as "it"."""
    low, high = (_rounded(end, places=MOST_PLACES) for end in (expected.low, expected.high))
    return f"{case.now_and_when} {_where(case.known_value, low=low, high=high, unit=case.figure.unit)} it"


def _where(value: Decimal, *, low: Decimal, high: Decimal, unit: Unit) -> str:
    if low <= value <= high:
        return "equals" if low == high else "is within"
    if value > high:
        return f"is {difference(value - high, unit=unit)} above"
    return f"is {difference(low - value, unit=unit)} below"


def _places_that_tell_apart(case: Case, *, expected: Expected) -> int:
    """Return the fewest places at which what was expected does not look equal to a figure that it isn't."""
    value, places = Fraction(case.known_value), case.places
    ends = [end for end in (expected.low, expected.high) if end != value]
    if any((end * 10**places).denominator > 1 for end in ends):
        places += 1
    while any(_rounded(end, places=places) == case.value for end in ends):
        places += 1
    return places


def _rounded(number: Fraction, *, places: int) -> Decimal:
    """Return a fraction rounded half up, away from zero, and printed with these places."""
    size = floor(abs(number) * 10**places + Fraction(1, 2))
    return Decimal(size if number >= 0 else -size).scaleb(-places)


def where_the_bands_end(case: Case, *, expected: Expected, names: BandNames) -> str:
    """Return, in one sentence, the figures at which the light turns."""
    tolerance = case.measure.tolerance.around_exactly(expected.middle)
    match case.measure.polarity:
        case Polarity.HIGHER:
            on, near = (_edge(case, end, up=True) for end in (expected.low, expected.low - tolerance))
            between = f", {names.near} from {case.show(near)}" if near < on else ""
            return f"{names.on} at {at_least(case, on)}{between}, {names.off} below that."
        case Polarity.LOWER:
            on, near = (_edge(case, end, up=False) for end in (expected.high, expected.high + tolerance))
            between = f", {names.near} up to {case.show(near)}" if near > on else ""
            return f"{names.on} at {at_most(case, on)}{between}, {names.off} above that."
        case _:
            return _both_sides(case, expected=expected, tolerance=tolerance, names=names)


def _both_sides(case: Case, *, expected: Expected, tolerance: Fraction, names: BandNames) -> str:
    low, high = _edge(case, expected.low, up=True), _edge(case, expected.high, up=False)
    near_low = _edge(case, expected.low - tolerance, up=True)
    near_high = _edge(case, expected.high + tolerance, up=False)
    on = _from_to(case, low=low, high=high) if low <= high else "at no figure printed like this one"
    has_near = near_low <= near_high and (near_low, near_high) != (low, high)
    near = f", {names.near} {_from_to(case, low=near_low, high=near_high)}" if has_near else ""
    off = f"{names.off} {'beyond that' if low <= high or has_near else 'at every other'}"
    return f"{names.on} {on}{near}, {off}."


def _from_to(case: Case, *, low: Decimal, high: Decimal) -> str:
    return f"at exactly {case.show(low)}" if low == high else f"from {case.show(low)} to {case.show(high)}"


def at_least(case: Case, edge: Decimal) -> str:
    """Return "95% or more"."""
    return f"{case.show(edge)} or more"


def at_most(case: Case, edge: Decimal) -> str:
    """Return "18 or fewer", "£500 or less", or plain "0" where less can't be."""
    if edge == 0 and case.figure.unit is Unit.COUNT:
        return case.show(edge)
    return f"{case.show(edge)} or {'fewer' if case.figure.unit is Unit.COUNT else 'less'}"


def _edge(case: Case, number: Fraction, *, up: bool) -> Decimal:
    """Return where a band ends: exactly, or the last figure inside it that can be printed as this one is.

    Counts come whole and money in pence, so their edges are no finer.
    """
    places, finest = case.places, _finest_places(case)
    scaled = number * 10**finest
    if scaled.denominator == 1:
        exact = Decimal(scaled.numerator).scaleb(-finest)
        return _with_places(trimmed(exact, unit=case.figure.unit), case=case)
    inward = (ceil if up else floor)(number * 10**places)
    return Decimal(inward).scaleb(-places)


def _finest_places(case: Case) -> int:
    """Return the most places that the end of a band is printed with."""
    if case.figure.unit is Unit.COUNT:
        return case.places
    return (
        max(case.places, PENCE) if case.figure.unit is Unit.POUNDS else min(case.places + EXTRA_PLACES, MOST_PLACES)
    )


def _with_places(edge: Decimal, *, case: Case) -> Decimal:
    """Return an exact edge printed no shorter than the target is."""
    goal = case.goal
    places = printed_places(goal.low) if goal else 0
    return edge if printed_places(edge) >= places else edge.quantize(Decimal(1).scaleb(-places))
