"""What a line of text and a cell of a table are made of; part of the document model."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from goldthread.domain.figures import rounded
from goldthread.rendering.checks import DocumentError, fill, require, require_symbol
from goldthread.rendering.wording import (
    LIGHTS,
    SYMBOLS,
    LightKind,
    Tone,
    clean,
    in_words,
    print_number,
)

MOST_DIGITS: Final = 15
MOST_CHARACTERS: Final = 32_767


@dataclass(frozen=True)
class Text:
    """Plain text; a line feed is a line break."""

    text: str

    def __post_init__(self) -> None:
        fill(self, name="text", value=clean(self.text))


@dataclass(frozen=True)
class Strong(Text):
    """Text of importance, bold."""


@dataclass(frozen=True)
class Emphasis(Text):
    """Text with stress, italic."""


@dataclass(frozen=True)
class Link(Text):
    """Text that leads somewhere: an http, https or mailto address, or "#anchor" of a heading in the document.

    A path of this site begins with "/"; use it only for documents shown by the site itself.

    Raises: DocumentError for an address of another kind, such as "javascript:".
    """

    href: str

    def __post_init__(self) -> None:
        super().__post_init__()
        fill(self, name="href", value=clean(self.href).strip())
        require(bool(self.text.strip()), f"The link to {self.href} has no text. Say where it leads.")
        require(
            re.match(r"(https?://|mailto:|#|/(?!/))", self.href) is not None,
            f"The link {self.text!r} leads to {self.href!r}. Use http, https, mailto, a path, or #anchor.",
        )


@dataclass(frozen=True, kw_only=True)
class Light:
    """A judgement as readers see it: always a symbol and a word; the tone only adds to them.

    Make it with `light`, so that its words are the house's.
    """

    kind: LightKind
    symbol: str
    word: str
    tone: Tone

    def __post_init__(self) -> None:
        require(
            bool(self.symbol.strip() and self.word.strip()),
            f"A {self.kind} light has no symbol or no word; a colour alone is not enough.",
        )

    @property
    def text(self) -> str:
        """Return the light in words, as every format prints it: "▲ On course"."""
        return f"{self.symbol} {self.word}"


Inline = Text | Light


def light(kind: LightKind, value: str) -> Light:
    """Return the light for a judgement's value.

    Args:
        kind: "progress", "position", "direction" or "officer".
        value: as in the data: "green", "near target", "better", "not recorded in the source".

    Raises: DocumentError naming the values there are.

    >>> light("progress", "amber").text
    '◆ Uncertain'
    """
    lights = LIGHTS[kind]
    require(value in lights, f"There is no {kind} light {value!r}. The values are {in_words(list(lights))}.")
    shown = lights[value]
    return Light(kind=kind, symbol=shown.symbol, word=shown.word, tone=shown.tone)


def inlines(*parts: str | Inline) -> tuple[Inline, ...]:
    """Return the parts as inlines; a bare string becomes `Text`.

    >>> inlines("It is ", Strong("late"))
    (Text(text='It is '), Strong(text='late'))
    """
    return tuple(Text(part) if isinstance(part, str) else part for part in parts)


def plain(content: tuple[Inline, ...]) -> str:
    """Return the text of inlines without their marks.

    >>> plain(inlines("Progress: ", light("progress", "green")))
    'Progress: ▲ On course'
    """
    return "".join(part.text for part in content)


def require_room(text: str, *, of: str) -> None:
    """Raise DocumentError when a text is longer than a spreadsheet's cell, which would lose the rest."""
    if len(text) > MOST_CHARACTERS // 2 and len(text.encode("utf-16-le")) > 2 * MOST_CHARACTERS:
        raise DocumentError(
            f"{of} holds {len(text):,} characters; a cell holds {MOST_CHARACTERS:,} at most. "
            f"It begins {text[:40]!r}. Put it into paragraphs, or shorten it."
        )


@dataclass(frozen=True)
class Words:
    """A cell of text, links and lights. Make it with `words`. Never empty: use `Absent` and say why."""

    content: tuple[Inline, ...]

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise DocumentError('A cell is empty. Say why there is nothing, for example Absent("x").')
        require_room(self.text, of="A cell")

    @property
    def text(self) -> str:
        """Return the cell as every format prints it."""
        return plain(self.content)


@dataclass(frozen=True, kw_only=True)
class Number:
    """A cell with a figure: the exact value, and the string that every format prints.

    Args:
        value: the figure, exact, of 15 digits at most; spreadsheets get this one.
        printed: as readers see it, without the symbol; make it with `number`.
        unit: the unit of measures, "" for none.
        symbol: a status code such as "p" for provisional, "" for none.
    """

    value: Decimal
    printed: str
    unit: str = ""
    symbol: str = ""

    def __post_init__(self) -> None:
        _require_finite(self.value)
        if len(self.value.as_tuple().digits) > MOST_DIGITS or abs(self.value.adjusted()) > MOST_DIGITS:
            raise DocumentError(
                f"A cell holds {self.value}, which has more than {MOST_DIGITS} digits; a spreadsheet would alter it. "
                "Round it: number(value, places=2)."
            )
        if not self.printed.strip():
            raise DocumentError(f"The number {self.value} has no printed form. Make it with number().")
        if self.symbol:
            require_symbol(self.symbol)

    @property
    def text(self) -> str:
        """Return the cell as every format prints it: "92.97% [p]"."""
        return f"{self.printed} {SYMBOLS[self.symbol].mark}" if self.symbol else self.printed


@dataclass(frozen=True)
class Absent:
    """A cell without a figure, and why: never blank, never zero.

    Args:
        symbol: a status code: "x" not available, "y" not yet available, "z" not applicable,
            "c" suppressed, "n" refer to commentary.
        reason: words to print instead of the symbol's own, such as "To be confirmed".
    """

    symbol: str
    reason: str = ""

    def __post_init__(self) -> None:
        require_symbol(self.symbol)
        fill(self, name="reason", value=clean(self.reason).strip())

    @property
    def text(self) -> str:
        """Return the cell as every format prints it: "Not available [x]"."""
        entry = SYMBOLS[self.symbol]
        return f"{self.reason or entry.word} {entry.mark}"


Cell = Words | Number | Absent


def words(*parts: str | Inline) -> Words:
    """Return a cell of text, links and lights.

    >>> words("PED01 02").text
    'PED01 02'
    """
    return Words(inlines(*parts))


def number(value: Decimal, *, unit: str = "", symbol: str = "", places: int | None = None) -> Number:
    """Return a cell with a figure, printed by the house's rule.

    Args:
        value: the figure; its own decimal places are printed unless `places` is given.
        unit: "percent", "£", "days"…; "" prints the bare number.
        symbol: a status code such as "p".
        places: decimal places to round to, halves away from zero; every format then gets the rounded value.

    >>> number(Decimal("1234"), unit="£", symbol="p").text
    '£1,234 [p]'
    """
    _require_finite(value)
    shown = value if places is None else rounded(value, places=places)
    return Number(value=shown, printed=print_number(shown, unit=unit), unit=unit, symbol=symbol)


def _require_finite(value: Decimal) -> None:
    if not value.is_finite():
        raise DocumentError(f"A cell holds {value}. Use a finite number or Absent.")
