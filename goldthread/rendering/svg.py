"""The pieces that charts are drawn from: elements, text, a scale. Presentation attributes only, no style.

A drawing is 360 units wide with text of 15, so that on a screen 320 px wide its text is still 12 px tall.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from markupsafe import escape

from goldthread.rendering.wording import print_number

WIDTH: Final = 360
TEXT_SIZE: Final = 15
LINE_HEIGHT: Final = 20
# Widths of letters at this size, from the widest of the faces that a reader may have.
_NARROW: Final = frozenset(" .,:;'!|ijlt[]()/fr-")
_WIDE: Final = frozenset("%mwMW@&▲◆▼")
NARROWEST, USUAL, CAPITAL, WIDEST = 4.4, 8.4, 10.4, 13.5

INK: Final = "#0B0C0C"
QUIET_INK: Final = "#505A5F"
GRID: Final = "#D1D5D6"
PAPER: Final = "#FFFFFF"
SERIES_COLOURS: Final = ("#12436D", "#28A197", "#801650", "#F46A25")
TARGET_COLOUR: Final = SERIES_COLOURS[3]
FONT: Final = "'Source Sans Pro', Arial, sans-serif"


@dataclass(frozen=True, kw_only=True)
class Scale:
    """A round range of values laid on a span of the drawing.

    >>> scale = Scale(low=Decimal(0), high=Decimal(100), step=Decimal(25), start=200, end=0)
    >>> scale.place(Decimal(50)), len(scale.ticks())
    (100.0, 5)
    """

    low: Decimal
    high: Decimal
    step: Decimal
    start: float
    end: float

    def place(self, value: Decimal) -> float:
        """Return where on the span a value lies."""
        return self.start + float((value - self.low) / (self.high - self.low)) * (self.end - self.start)

    def ticks(self) -> list[Decimal]:
        """Return the round values to mark, lowest first."""
        return [self.low + self.step * n for n in range(int((self.high - self.low) / self.step) + 1)]


def round_range(values: list[Decimal], *, from_zero: bool) -> tuple[Decimal, Decimal, Decimal]:
    """Return a low, a high and a step, all round, that hold the values in seven marks at most.

    The range starts at zero when `from_zero`, or when the values reach down to half of the highest.

    >>> round_range([Decimal("92.97"), Decimal(95)], from_zero=False)
    (Decimal('92.5'), Decimal('95.0'), Decimal('0.5'))
    """
    low, high = min(values), max(values)
    if from_zero or low == high or 0 <= low <= high / 2:
        low = min(low, Decimal(0))
    if from_zero or low == high or low / 2 <= high <= 0:
        high = max(high, Decimal(0))
    if low == high:
        high = Decimal(1)
    step = _round_step((high - low) / 5)
    if all(value == value.to_integral_value() for value in values):
        step = max(step, Decimal(1))
    return (
        step * int((low / step).to_integral_value("ROUND_FLOOR")),
        step * int((high / step).to_integral_value("ROUND_CEILING")),
        step,
    )


def _round_step(at_least: Decimal) -> Decimal:
    unit = Decimal(1).scaleb(at_least.adjusted())
    return next(unit * n for n in (1, 2, Decimal("2.5"), 5, 10) if unit * n >= at_least)


def coordinate(value: float) -> str:
    """Return a coordinate with one decimal at most.

    >>> coordinate(12.0), coordinate(3.14159)
    ('12', '3.1')
    """
    return f"{value:.1f}".removesuffix(".0")


def element(tag: str, inside: str = "", **attributes: str | float) -> str:
    """Return an element; an underscore in an attribute's name stands for a hyphen.

    >>> element("line", x1=0, x2=12.25, stroke_width=2)
    '<line x1="0" x2="12.2" stroke-width="2"/>'
    """
    written = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{value if isinstance(value, str) else coordinate(value)}"'
        for name, value in attributes.items()
    )
    return f"<{tag}{written}>{inside}</{tag}>" if inside else f"<{tag}{written}/>"


def text(words: str, *, x: float, y: float, anchor: str = "start", colour: str = INK, bold: bool = False) -> str:
    """Return a line of horizontal text with a white edge, so that it is readable over lines."""
    extra = {"font_weight": "700"} if bold else {}
    return element(
        "text", str(escape(words)), x=x, y=y, text_anchor=anchor, fill=colour,
        stroke=PAPER, stroke_width=4, stroke_linejoin="round", paint_order="stroke", **extra,
    )  # fmt: skip


def text_width(words: str) -> float:
    """Return about how wide a line of text is; on the safe side for any sans-serif face.

    >>> text_width("95%") < text_width("WWW")
    True
    """
    return sum(map(_letter_width, words))


def _letter_width(letter: str) -> float:
    if letter in _NARROW:
        return NARROWEST
    return WIDEST if letter in _WIDE else CAPITAL if letter.isupper() else USUAL


def wrapped(words: str, *, width: float) -> list[str]:
    """Return text in lines of at most that width; a word longer than a line is cut.

    >>> wrapped("Definition changed in 2021", width=120)
    ['Definition', 'changed in 2021']
    """
    lines: list[str] = []
    for word in words.split():
        for piece in _pieces(word, width=width):
            if lines and text_width(f"{lines[-1]} {piece}") <= width:
                lines[-1] += f" {piece}"
            else:
                lines.append(piece)
    return lines


def _pieces(word: str, *, width: float) -> list[str]:
    if text_width(word) <= width:
        return [word]
    longest = max(int(width / WIDEST), 1)
    return [word[at : at + longest] for at in range(0, len(word), longest)]


def short_number(value: Decimal, *, unit: str) -> str:
    """Return a value for a label or an axis: percent and money with their sign, other units without."""
    return print_number(value, unit=unit if unit in ("percent", "£") else "")


def axis_unit(unit: str) -> str:
    """Return the words that say the unit above an axis; "" when its labels say it.

    >>> axis_unit("rate per 10,000")
    'Rate per 10,000'
    """
    return "" if unit in ("percent", "£", "count", "") else unit[:1].upper() + unit[1:]


def drawing(parts: list[str], *, height: float, title: str, description: str, identifier: str) -> str:
    """Return the whole picture, with its title and description tied to it for those who cannot see it."""
    return element(
        "svg",
        element("title", str(escape(title)), id=f"{identifier}-title")
        + element("desc", str(escape(description)), id=f"{identifier}-desc")
        + element("g", "".join(parts), font_family=FONT, font_size=TEXT_SIZE),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {WIDTH} {coordinate(height)}",
        role="img",
        aria_labelledby=f"{identifier}-title {identifier}-desc",
        class_="chart-drawing",
    )
