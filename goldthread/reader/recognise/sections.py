"""Headings and numbers of sections: which texts are headings, how deep, and what every other text stands under."""

from __future__ import annotations

import re
from collections.abc import Iterator

from goldthread.domain.papers import Passage
from goldthread.reader.blocks import BlockDocument, Heading, ListItem, Paragraph, Table
from goldthread.reader.recognise.commentary import after_label

LONGEST_HEADING = 120
WORDS_OF_A_SENTENCE = 6
_NUMBER = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2}){1,3}|\d{1,2}\.)\s+(?=\S)")
_LIST_NUMBER = re.compile(r"(?P<number>\(?(?:[ivx]{1,5}|[a-z]|\d{1,2})\)|[ivx]{2,5}\.)\s+(?=\S)")


def is_section_heading(text: str) -> bool:
    """Whether a text is a numbered heading: `5.0 Financial Summary`, not `4.1 There are none.`

    >>> is_section_heading("5.0 Financial Summary"), is_section_heading("4.1 There are no implications.")
    (True, False)
    """
    found = _NUMBER.match(text)
    if found is None or len(text) > LONGEST_HEADING:
        return False
    words = text[found.end() :].strip()
    return bool(words) and words[0].isupper() and words[-1] not in ".;,"


def without_number(text: str) -> str:
    """A text without the number of its section: `without_number("4.2 LB02 Open doors")` is "LB02 Open doors"."""
    found = _NUMBER.match(text)
    return text[found.end() :] if found else text


def passages_of(document: BlockDocument, *, commentary: frozenset[int] = frozenset()) -> tuple[Passage, ...]:
    """Every text in order with its number and the headings above it; sentences in table cells too.

    `commentary` holds the blocks that are commentary on a row.
    """
    return tuple(_passages(document, commentary))


def _passages(document: BlockDocument, commentary: frozenset[int]) -> Iterator[Passage]:
    above: dict[int, str] = {}
    for place, block in enumerate(document.blocks):
        if isinstance(block, Table):
            yield from _cells(block, section=" / ".join(above.values()))
            continue
        if not isinstance(block, Heading | Paragraph | ListItem):
            continue
        number, text = _numbered(block)
        level = None if place in commentary else _level(block, number=number)
        if level is not None:
            above = {upper: title for upper, title in above.items() if upper < level}
        section = " / ".join(above.values())
        kind = "commentary" if place in commentary else _kind(block, level=level)
        yield Passage(text=text, where=block.where, level=level, section=section, number=number, kind=kind)
        if level is not None:
            above[level] = text


def _cells(table: Table, *, section: str) -> Iterator[Passage]:
    for row in table.rows:
        for cell in row.cells:
            if len(cell.text.split()) >= WORDS_OF_A_SENTENCE:
                kind = "table cell" if after_label(cell.text) is None else "commentary"
                yield Passage(text=cell.text, where=cell.where, section=section, kind=kind)


def _kind(block: Heading | Paragraph | ListItem, *, level: int | None) -> str:
    if level is not None:
        return "heading"
    return "list item" if isinstance(block, ListItem) else "paragraph"


def _numbered(block: Heading | Paragraph | ListItem) -> tuple[str, str]:
    if isinstance(block, ListItem) and block.marker not in {"•", "", "-"}:
        return block.marker, block.text
    found = _NUMBER.match(block.text) or _LIST_NUMBER.match(block.text)
    return (found["number"].rstrip("."), block.text[found.end() :]) if found else ("", block.text)


def _level(block: Heading | Paragraph | ListItem, *, number: str) -> int | None:
    """How high a heading is, 1 the highest: by its number where it has one."""
    if isinstance(block, Heading):
        return _level_of_number(number) or block.level
    if isinstance(block, ListItem):
        return None
    if is_section_heading(block.text):
        return _level_of_number(number) or 1
    short = len(block.text) <= LONGEST_HEADING and "\n" not in block.text
    return 3 if block.bold and short and not block.text.rstrip().endswith((".", ";")) else None


def _level_of_number(number: str) -> int | None:
    parts = number.split(".")
    if not number or not all(part.isdigit() for part in parts):
        return None
    return len(parts) - (parts[-1] == "0" and len(parts) > 1)
