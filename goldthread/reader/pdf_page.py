"""What stands on a page of a PDF: runs of text, ruling lines, filled boxes and pictures, each with its box."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import Any

MOST_OBJECTS = 40_000
THIN = 2.0  # points


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
    """A run of text on one line; `size` is its height in points."""

    text: str
    box: Box
    size: float


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
        runs = []
        for index in range(min(text_page.count_rects(), MOST_OBJECTS)):
            left, bottom, right, top = text_page.get_rect(index)
            text = text_page.get_text_bounded(left, bottom, right, top)
            words = " ".join(text.replace("\ufffe", "-").replace("\x02", "-").split())
            if words and right > left:
                runs.append(Run(words, Box(left, height - top, right, height - bottom), top - bottom))
        return runs
    finally:
        text_page.close()


def _drawn(page: Any, *, height: float) -> tuple[tuple[Box, ...], tuple[Fill, ...]]:
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
