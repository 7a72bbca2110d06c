"""The house's words: lights, status symbols, numbers, dates and lists, the same in every format.

Nothing here knows a format. A word, a symbol or a rounding that readers see is decided on this page and
nowhere else, so that the page, the paper, the spreadsheet and the data file always agree.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final, Literal

from goldthread.domain.figures import MINUS, printed, rounded

Tone = Literal["green", "amber", "red", "grey"]
LightKind = Literal["progress", "position", "direction", "officer"]


@dataclass(frozen=True)
class LightWords:
    """How one light is shown: a shape, a word, and a tone that never stands alone."""

    symbol: str
    word: str
    tone: Tone


_NOT_JUDGED: Final = LightWords("–", "Not judged", "grey")
_PROGRESS: Final[dict[str, LightWords]] = {
    "green": LightWords("▲", "On course", "green"),
    "amber": LightWords("◆", "Uncertain", "amber"),
    "red": LightWords("▼", "Not on course", "red"),
}

LIGHTS: Final[dict[LightKind, dict[str, LightWords]]] = {
    "progress": {
        **_PROGRESS,
        "too early to say": LightWords("◆", "Too early to say", "amber"),
        "not judged": _NOT_JUDGED,
    },
    "officer": {
        **_PROGRESS,
        "not applicable": LightWords("–", "Not applicable", "grey"),
        "not recorded in the source": LightWords("–", "Not recorded in the source", "grey"),
    },
    "position": {
        "on target": LightWords("▲", "On target", "green"),
        "near target": LightWords("◆", "Near target", "amber"),
        "off target": LightWords("▼", "Off target", "red"),
        "not judged": _NOT_JUDGED,
    },
    "direction": {
        "better": LightWords("↑", "Better", "green"),
        "same": LightWords("→", "Same", "amber"),
        "worse": LightWords("↓", "Worse", "red"),
        "unknown": LightWords("–", "Unknown", "grey"),
    },
}


@dataclass(frozen=True)
class Symbol:
    """A mark in square brackets that says what a figure is, or why there is none."""

    code: str
    word: str
    meaning: str

    @property
    def mark(self) -> str:
        """Return the mark as printed.

        >>> SYMBOLS["p"].mark
        '[p]'
        """
        return f"[{self.code}]"


# The codes are those of the Government Analysis Function where it has one; "[r]" is "revised" there,
# so "refer to commentary" has a code of its own. "[n]" and "[y]" are this house's.
SYMBOLS: Final[dict[str, Symbol]] = {
    entry.code: entry
    for entry in (
        Symbol("b", "Break", "The definition changed here; figures before and after cannot be compared."),
        Symbol("c", "Suppressed", "The figure is withheld so that nobody can be identified from it."),
        Symbol("n", "Refer to commentary", "There is no single figure; the commentary gives the position."),
        Symbol("p", "Provisional", "The figure is not final and may be revised."),
        Symbol("r", "Revised", "The figure replaces one that was published earlier."),
        Symbol("x", "Not available", "No figure was reported."),
        Symbol("y", "Not yet available", "The figure will be reported later."),
        Symbol("z", "Not applicable", "A figure does not apply here."),
    )
}

STATUS_SYMBOLS: Final[dict[str, str]] = {
    "final": "",
    "provisional": "p",
    "refer to commentary": "n",
    "not reported": "x",
    "not yet available": "y",
    "not applicable": "z",
    "suppressed": "c",
}


def symbol_for_status(status: str) -> str:
    """Return the symbol's code for a figure's status; "" for a final figure.

    Raises: KeyError naming the statuses there are.

    >>> symbol_for_status("provisional")
    'p'
    """
    if status not in STATUS_SYMBOLS:
        raise KeyError(f"No symbol for the status {status!r}. The statuses are: {', '.join(STATUS_SYMBOLS)}.")
    return STATUS_SYMBOLS[status]


def print_number(value: Decimal, *, unit: str, places: int | None = None) -> str:
    """Return a figure as readers see it, by the domain's one rule, rounded first when `places` is given.

    Args:
        value: the figure; its decimal places are printed as they are.
        unit: a unit of measures, such as "percent", "£", "days"; "" for a bare number.
        places: decimal places to round to, halves away from zero.

    >>> print_number(Decimal("92.975"), unit="percent", places=2)
    '92.98%'
    """
    return printed(value if places is None else rounded(value, places=places), unit=unit)


def parse_printed(printed: str) -> Decimal:
    """Return the number in a printed figure; the way back from `print_number`.

    >>> parse_printed("−£1,234 thousand")
    Decimal('-1234')
    """
    found = re.search(rf"([-{MINUS}]?)£?([\d,]+(?:\.\d+)?)", printed)
    if found is None:
        raise ValueError(f"There is no number in {printed!r}.")
    return Decimal(("-" if found[1] else "") + found[2].replace(",", ""))


def long_date(day: date) -> str:
    """Return a date in words, no leading zero.

    >>> long_date(date(2026, 10, 21))
    '21 October 2026'
    """
    months = ("January", "February", "March", "April", "May", "June", "July",
              "August", "September", "October", "November", "December")  # fmt: skip
    return f"{day.day} {months[day.month - 1]} {day.year}"


def in_words(items: Sequence[str], *, last: str = "and") -> str:
    """Return a list as a reader says it.

    >>> in_words(["pdf", "docx", "html"], last="or")
    'pdf, docx or html'
    """
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def counted(number: int, noun: str, plural: str = "") -> str:
    """Return a count with its noun.

    >>> counted(1, "measure"), counted(3, "measure"), counted(2, "child", "children")
    ('1 measure', '3 measures', '2 children')
    """
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def explained(codes: Iterable[str]) -> tuple[Symbol, ...]:
    """Return the symbols of these codes, each once, in the key's order.

    >>> [entry.mark for entry in explained(["x", "p", "x"])]
    ['[p]', '[x]']
    """
    wanted = set(codes)
    return tuple(entry for code, entry in SYMBOLS.items() if code in wanted)


# What XML cannot hold (controls other than tab and line feed, lone surrogates, non-characters).
_UNPRINTABLE: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(f"{chr(end)}{chr(end + 1)}" for end in range(0x1FFFE, 0x110000, 0x10000))
    + "]"
)
_LINE_ENDS: Final = re.compile("\r\n|[\r\x85\u2028\u2029]")
_SPACES: Final = re.compile("[ \t]+")
_SPACES_BY_LINE_ENDS: Final = re.compile(" ?\n ?")


def clean(text: str) -> str:
    r"""Return text that every format can hold: no control characters, spaces single, line feeds kept.

    Applied when a document is built, so that all formats start from the same text.

    >>> clean("Cost\t<  £5m \r\nrising\x00 ")
    'Cost < £5m\nrising '
    """
    printable = _UNPRINTABLE.sub("", _LINE_ENDS.sub("\n", text))
    return _SPACES_BY_LINE_ENDS.sub("\n", _SPACES.sub(" ", printable))


def one_line(text: str) -> str:
    r"""Return clean text on one line, for headings, captions and labels.

    >>> one_line(" Children\nentering  care ")
    'Children entering care'
    """
    return clean(text).replace("\n", " ").strip()


def slug(text: str) -> str:
    """Return text as a name for anchors, files and columns: lower case, digits and hyphens.

    >>> slug("Ages & Stages: 2½-year check")
    'ages-stages-2-year-check'
    """
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-") or "section"
