"""The typeface that is embedded in PDFs and drawn in chart pictures, and the characters it has.

Source Sans 3 comes with an installed package, so a fresh machine without fonts makes the same file. It
covers Latin (Welsh included), Greek and Cyrillic, and the shapes of the lights. A character that it lacks
is written by its name, "[grinning face]": a tagged PDF must not hold a glyph that shows nothing.
"""

import struct
import unicodedata
from functools import cache
from pathlib import Path
from typing import Final

import fontpkg_source_sans_3 as font_package

FAMILY: Final[str] = font_package.FAMILY
FOLDER: Final[Path] = Path(font_package.ROOT) / "files"
_ROMAN: Final = "SourceSans3[wght].ttf"
_ITALIC: Final = "SourceSans3-Italic[wght].ttf"
_SEGMENTS_16_BIT: Final = 4
_GROUPS_32_BIT: Final = 12


def drawable(text: str) -> str:
    """Return the text with each character that the typeface lacks replaced by its name in brackets.

    >>> drawable("Café ▲ 😀")
    'Café ▲ [grinning face]'
    """
    if text.isascii():
        return text
    composed = unicodedata.normalize("NFC", text)
    return composed.translate(_Replacements())


class _Replacements(dict[int, str | None]):
    """A translation table that is filled as characters come up."""

    def __missing__(self, code: int) -> str | int | None:
        if code in _characters():
            return code
        if unicodedata.category(chr(code)) == "Cf" or 0xFE00 <= code <= 0xFE0F or 0xE0100 <= code <= 0xE01EF:
            return None
        return f"[{unicodedata.name(chr(code), f'U+{code:04X}').lower()}]"


@cache
def _characters() -> frozenset[int]:
    """Return the code points that both the upright and the italic face can draw."""
    return _code_points(FOLDER / _ROMAN) & _code_points(FOLDER / _ITALIC) | {0x0A}


def _code_points(path: Path) -> frozenset[int]:
    """Return the code points in a font file's character map (its "cmap" table, formats 4 and 12)."""
    data = path.read_bytes()
    table_count = struct.unpack_from(">H", data, 4)[0]
    entries = (struct.unpack_from(">4sLLL", data, 12 + 16 * place) for place in range(table_count))
    start = next(offset for tag, _, offset, _ in entries if tag == b"cmap")
    points: set[int] = set()
    for place in range(struct.unpack_from(">H", data, start + 2)[0]):
        offset = start + struct.unpack_from(">L", data, start + 8 + 8 * place)[0]
        form = struct.unpack_from(">H", data, offset)[0]
        if form == _SEGMENTS_16_BIT:
            points |= _segments(data, offset)
        elif form == _GROUPS_32_BIT:
            points |= _groups(data, offset)
    return frozenset(points)


def _segments(data: bytes, offset: int) -> set[int]:
    count = struct.unpack_from(">H", data, offset + 6)[0] // 2
    ends = struct.unpack_from(f">{count}H", data, offset + 14)
    starts = struct.unpack_from(f">{count}H", data, offset + 16 + 2 * count)
    deltas = struct.unpack_from(f">{count}H", data, offset + 16 + 4 * count)
    ranges_at = offset + 16 + 6 * count
    points: set[int] = set()
    for place, (first, last, delta) in enumerate(zip(starts, ends, deltas, strict=True)):
        range_offset = struct.unpack_from(">H", data, ranges_at + 2 * place)[0]
        for code in range(first, min(last, 0xFFFE) + 1):
            if not range_offset:
                glyph = (code + delta) & 0xFFFF
            else:
                glyph = struct.unpack_from(">H", data, ranges_at + 2 * place + range_offset + 2 * (code - first))[0]
            if glyph:
                points.add(code)
    return points


def _groups(data: bytes, offset: int) -> set[int]:
    count = struct.unpack_from(">L", data, offset + 12)[0]
    points: set[int] = set()
    for place in range(count):
        first, last, glyph = struct.unpack_from(">LLL", data, offset + 16 + 12 * place)
        points.update(range(first + (glyph == 0), last + 1))
    return points
