"""What stands on a page of a PDF: runs of text, ruling lines, filled boxes and pictures, each with its box."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

MOST_OBJECTS = 40_000
MOST_MARKS = 60_000
THIN = 2.0  # points
SPACE = 0.14  # of the size of the type
WORD_GAP = 0.75
SPACE_CODE = 32
LOOSE_HEIGHT = 1.0  # of the size of the type
SOFT_HYPHENS = frozenset({0x02, 0xAD, 0xFFFE})


@dataclass(frozen=True, slots=True)
class Box:
    """A box on the page in points, with y from the top down."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> float:
        """Half way down."""
        return (self.top + self.bottom) / 2

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Run:
    """A run of text on one line; `size` is that of its type in points, `base` where its line stands."""

    text: str
    box: Box
    size: float
    base: float


@dataclass(frozen=True, slots=True)
class Fill:
    """A filled box or a picture, with its colour as `#rrggbb` where it is known."""

    box: Box
    colour: str | None
    is_picture: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its number from 1, its height, and what stands on it."""

    number: int
    height: float
    width: float
    runs: tuple[Run, ...]
    rules: tuple[Box, ...]
    fills: tuple[Fill, ...]


class PageReader:
    """Reads one page and lets go of it."""

    def __init__(self, document: Any, index: int) -> None:
        self.document = document
        self.index = index

    def read(self) -> Page:
        """The page; one that can't be opened is empty."""
        import pypdfium2

        try:
            page = self.document[self.index]
        except pypdfium2.PdfiumError:
            return Page(self.index + 1, 0, 0, (), (), ())
        try:
            width, height = page.get_size()
            rules, fills = _drawn(page, height=height)
            return Page(self.index + 1, height, width, tuple(_runs(page, height=height)), rules, fills)
        finally:
            page.close()


def _runs(page: Any, *, height: float) -> list[Run]:
    text_page = page.get_textpage()
    try:
        return list(_joined(_marks(text_page, height=height)))
    finally:
        text_page.close()


@dataclass(frozen=True, slots=True)
class _Mark:
    """One character, and the line it stands on."""

    text: str
    box: Box
    base: float
    size: float


def _marks(text_page: Any, *, height: float) -> list[_Mark]:
    from pypdfium2 import raw

    x, y, place = ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF()
    marks = []
    for index in range(min(text_page.count_chars(), MOST_MARKS)):
        code = raw.FPDFText_GetUnicode(text_page, index)
        if code <= SPACE_CODE and code not in SOFT_HYPHENS:
            continue
        raw.FPDFText_GetLooseCharBox(text_page, index, place)
        raw.FPDFText_GetCharOrigin(text_page, index, x, y)
        size = abs(place.top - place.bottom) / LOOSE_HEIGHT
        box = Box(place.left, height - y.value - 0.75 * size, place.right, height - y.value)
        marks.append(_Mark("-" if code in SOFT_HYPHENS else chr(code), box, height - y.value, max(size, 2.0)))
    return marks


def _joined(marks: list[_Mark]) -> Iterator[Run]:
    """Characters on one line, from left to right, as runs that end where a gap is wider than a word's."""
    lines: dict[int, list[_Mark]] = {}
    for mark in marks:
        base = round(mark.base)
        line = next((each for each in (base, base - 1, base + 1) if each in lines), base)
        lines.setdefault(line, []).append(mark)
    for line in sorted(lines):
        row = sorted(lines[line], key=lambda mark: mark.box.left)
        start = 0
        for at in range(1, len(row) + 1):
            if at == len(row) or row[at].box.left - row[at - 1].box.right > WORD_GAP * row[at - 1].size:
                yield _run(row[start:at])
                start = at


def _run(row: list[_Mark]) -> Run:
    text = row[0].text
    for before, mark in pairwise(row):
        gap = mark.box.left - before.box.right
        text += f" {mark.text}" if gap > SPACE * before.size else mark.text
    box = Box(
        row[0].box.left,
        min(mark.box.top for mark in row),
        max(mark.box.right for mark in row),
        max(mark.box.bottom for mark in row),
    )
    return Run(text, box, max(mark.size for mark in row), row[0].base)


def _drawn(page: Any, *, height: float) -> tuple[tuple[Box, ...], tuple[Fill, ...]]:
    import pypdfium2
    from pypdfium2 import raw

    rules: list[Box] = []
    fills: list[Fill] = []
    kinds = (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE)
    for number, each in enumerate(page.get_objects(filter=kinds, max_depth=3)):
        if number > MOST_OBJECTS:
            break
        try:
            left, bottom, right, top = each.get_bounds() if hasattr(each, "get_bounds") else each.get_pos()
        except pypdfium2.PdfiumError:  # an object without a place draws nothing
            continue
        box = Box(left, height - top, right, height - bottom)
        if each.type == raw.FPDF_PAGEOBJ_IMAGE:
            fills.append(Fill(box, None, is_picture=True))
        elif min(right - left, top - bottom) <= THIN:
            rules.append(box)
        else:
            fills.append(Fill(box, _colour(each.raw, raw)))
    return tuple(rules), tuple(fills)


def _colour(object_: Any, raw: Any) -> str | None:
    parts = [ctypes.c_uint() for _ in range(4)]
    if not raw.FPDFPageObj_GetFillColor(object_, *parts):
        return None
    red, green, blue, alpha = (part.value for part in parts)
    return f"#{red:02x}{green:02x}{blue:02x}" if alpha else None
