"""The typeface that is embedded in PDFs and drawn in chart pictures, and the characters it has.

Source Sans comes with an installed package, so a fresh machine without fonts makes the same file. It covers
Latin (Welsh included), Greek and Cyrillic, and the shapes of the lights. A character that it lacks is
written by its name, "[grinning face]": a tagged PDF must not hold a glyph that shows nothing.
"""

import unicodedata
from functools import cache
from pathlib import Path
from typing import Final

import font_source_sans_pro
import typst
from fontTools.ttLib import TTFont

FAMILY: Final = "Source Sans Pro"
FOLDER: Final = Path(font_source_sans_pro.__file__).parent / "files"
_FACES: Final = ("Regular", "Bold", "It")


def drawable(text: str) -> str:
    """Return the text with each character that the typeface lacks replaced by its name in brackets.

    >>> drawable("Café ▲ 😀")
    'Café ▲ [grinning face]'
    """
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", text).translate(_REPLACEMENTS)


class _Replacements(dict[int, int | str | None]):
    """A translation table that is filled as characters come up."""

    def __missing__(self, code: int) -> int | str | None:
        self[code] = made = _replacement(code)
        return made


def _replacement(code: int) -> int | str | None:
    if code in _characters():
        return code
    character = chr(code)
    if character.isspace():
        return " "
    if unicodedata.category(character) == "Zs":
        return " "
    is_variation_selector = 0xFE00 <= code <= 0xFE0F or 0xE0100 <= code <= 0xE01EF
    if is_variation_selector or unicodedata.category(character) == "Cf":
        return None
    return f"[{unicodedata.name(character, f'U+{code:04X}').lower()}]"


_REPLACEMENTS: Final = _Replacements()


@cache
def fonts() -> typst.Fonts:
    """Return the typeface as Typst takes it, read once; fonts of the machine are left out."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FOLDER])


@cache
def _characters() -> frozenset[int]:
    """Return the code points that every face used can draw, and the line feed."""
    return frozenset.intersection(*(_characters_of(face) for face in _FACES)) | {ord("\n")}


def _characters_of(face: str) -> frozenset[int]:
    with TTFont(FOLDER / f"SourceSansPro-{face}.ttf", lazy=True) as font:
        return frozenset(font.getBestCmap())
