"""Agendas and minutes: items with their pages; numbered minutes with what was said, resolved, and who is to act."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from goldthread.domain.papers import AgendaItem, MinuteItem, Passage, Unrecognised, Where
from goldthread.reader.blocks import Block, BlockDocument, Heading, ListItem, Paragraph, Table
from goldthread.reader.recognise.found import Found

_MINUTE = re.compile(r"^([A-Z]{2,6}\s?\d{1,3})[.:]?\s+([A-Z][^a-z]{3,}.*)$")
_RESOLVED = re.compile(r"^(?:RESOLVED|RECOMMENDED|AGREED)\b[:\s]*(.*)", re.DOTALL)
_NEW_PAPER = re.compile(r"^(?:REPORT TO|REPORT OF)\b|^meeting (?:ended|closed|finished)", re.IGNORECASE)
_OFFICER = re.compile(r"\b(?:director|officer|head of|manager|chief executive|monitoring|solicitor)\b", re.IGNORECASE)
_AGENDA = re.compile(r"^\(?([0-9]{1,2}|[A-Z])[.)](?!\d)\s*(.+)$", re.DOTALL)
_PAGES = re.compile(r"^\d{1,4}(?:\s?[-–]\s?\d{1,4})?$")
_MEETING = re.compile(
    r"\bmeeting(?: of| on| held on)?\s*[-–—:,]?\s*(?:[a-z]{3,6}day,?\s*)?\d{1,2}(?:st|nd|rd|th)? [a-z]+ \d{4}$",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"^\d{1,4}[.:]?$")
_NUMBERED = re.compile(r"^(\d{1,4})[.:]?\s+([A-Z][^a-z]{3,})$")
_BOLD_RUNS = re.compile(r"\n|\*{3,}")  # bold text that touches bold text: lines of their own, run together
_CONTENTS = re.compile(r"(?:table of |list of )?contents(?: page)?:?", re.IGNORECASE)
LONGEST_OWNER = 80
LONGEST_HEADING = 160


@dataclass
class _Item:
    ref: str
    title: str
    where: Where
    text: list[Passage] = field(default_factory=list)
    resolutions: list[Passage] = field(default_factory=list)
    owner: list[str] = field(default_factory=list)
    owner_where: Where | None = None
    resolved: bool = False


@dataclass
class _Minutes:
    """The items so far, the one that goes on, and where an extract of numbered minutes stands."""

    items: list[_Item] = field(default_factory=list)
    current: _Item | None = None
    is_extract: bool = False
    number: str = ""

    def starts(self, text: str, where: Where) -> bool:
        """Whether a text opens an item: by its reference, or in an extract of a meeting by its bare number."""
        found = _MINUTE.match(text)
        ref, title = (found[1], found[2]) if found else ("", "")
        if not found and self.is_extract:
            ref, title = self._of_extract(text)
        if ref:
            self.current, self.number = _Item(ref=ref, title=title, where=where), ""
            self.items.append(self.current)
        return bool(ref)

    def _of_extract(self, text: str) -> tuple[str, str]:
        title = text.strip("* ")
        if self.number and title.isupper() and not _RESOLVED.match(title):
            return self.number, title
        found = _NUMBERED.match(title)
        self.number = title.rstrip(".:") if _NUMBER.match(title) else ""
        return (found[1], found[2]) if found else ("", "")

    def goes_on(self, text: str, where: Where, block: Block) -> None:
        """Take a text that opens no item: the minutes' end, the name of another meeting, or more of the item."""
        if _NEW_PAPER.search(text):
            self.current, self.is_extract = None, False
        elif len(text) < LONGEST_HEADING and _MEETING.search(text.strip("* ")):
            self.current, self.is_extract = None, True
        elif self.current is not None and not self.number:
            _add(self.current, text, where, block)


def find(document: BlockDocument, left: Sequence[int]) -> Found:
    """The agenda and every numbered minute; a meeting's minutes end where it ended or the next report begins.

    Items of an extract have their bare numbers ("91") under the name and day of their meeting. Lists of contents are
    given as not recognised: they only repeat what stands in the headings.
    """
    contents = {place: table for place in left if (table := _contents(document, place)) is not None}
    taken = set(contents)
    agenda = list(_agenda(document, [place for place in left if place not in taken], taken))
    minutes = _Minutes()
    for place in left:
        block = document.blocks[place]
        for text, where in _texts(block):
            if not minutes.starts(text, where):
                minutes.goes_on(text, where, block)
            elif isinstance(block, Table):
                taken.add(place)
    return Found(
        taken=frozenset(taken),
        agenda=tuple(agenda),
        minutes=tuple(map(_made, minutes.items)),
        unrecognised=tuple(map(_listed, contents.values())),
    )


def _contents(document: BlockDocument, place: int) -> Table | None:
    """The table at a place if it is a list of contents: named so above, or with dots that lead to the page."""
    table = document.blocks[place]
    above = document.blocks[place - 1] if place else None
    if not isinstance(table, Table):
        return None
    named = isinstance(above, Heading | Paragraph) and _CONTENTS.fullmatch(above.text.strip("* "))
    dotted = sum("...." in cell.text for row in table.rows for cell in row.cells)
    return table if named or dotted > 1 else None


def _listed(table: Table) -> Unrecognised:
    text = "\n".join(" | ".join(cell.text for cell in row.cells) for row in table.rows)
    return Unrecognised(kind="contents", text=text, where=table.where, reason="A list of contents.")


def _texts(block: Block) -> Iterator[tuple[str, Where]]:
    if isinstance(block, Table):
        for row in block.rows:
            filled = [" ".join(cell.text.split()) for cell in row.cells if cell.text]
            if len(filled) == 1 or (len(filled) == 2 and _NUMBER.match(filled[0])):
                yield " ".join(filled), row.where
            elif filled and _NEW_PAPER.search(filled[0]):
                yield filled[0], row.where
    elif isinstance(block, Heading | Paragraph | ListItem):
        for line in _BOLD_RUNS.split(block.text):
            yield line, block.where


def _add(item: _Item, text: str, where: Where, block: Block) -> None:
    marker = block.marker if isinstance(block, ListItem) else ""
    resolved = _RESOLVED.match(text)
    if resolved:
        item.resolved = True
        said = resolved[1].strip().removeprefix("That").strip(" :")
        if len(said.split()) > 3:
            item.resolutions.append(Passage(text=said, where=where))
    elif item.resolved and marker:
        item.resolutions.append(Passage(text=text, where=where, number=marker))
    elif (
        item.resolved
        and (item.owner or _OFFICER.search(text))
        and len(text) < LONGEST_OWNER
        and text[-1:] not in ".;"
    ):
        item.owner.append(text)
        item.owner_where = item.owner_where or where
    elif not item.resolved and not item.text and text.isupper():
        item.title = f"{item.title} {text}"
    else:
        item.text.append(Passage(text=text, where=where, number=marker))


def _made(item: _Item) -> MinuteItem:
    return MinuteItem(
        ref=item.ref,
        title=" ".join(item.title.split()),
        text=tuple(item.text),
        resolutions=tuple(item.resolutions),
        action_owner=" ".join(item.owner),
        action_where=item.owner_where,
        where=item.where,
    )


def _agenda(document: BlockDocument, left: Sequence[int], taken: set[int]) -> Iterator[AgendaItem]:
    for place in left:
        block = document.blocks[place]
        if not isinstance(block, Table) or not _is_agenda(block):
            continue
        taken.add(place)
        number = ""
        for row in (row for row in block.rows if row.cells):
            texts = [" ".join(cell.text.split()) for cell in row.cells]
            found = _AGENDA.match(" ".join(texts[:-1]) if len(texts) > 1 else texts[0])
            if not found:
                continue
            own = found[1] if found[1].isdigit() else f"{number.split(' ', maxsplit=1)[0]} ({found[1]})"
            number = own
            pages = texts[-1] if _PAGES.match(texts[-1]) else ""
            yield AgendaItem(number=own, title=found[2].strip(), pages=pages, where=row.where)


def _is_agenda(table: Table) -> bool:
    said = [[" ".join(cell.text.split()) for cell in row.cells] for row in table.rows if row.cells]
    headed = any("item" in texts[0].lower() and "page" in texts[-1].lower() for texts in said[:2] if len(texts) > 1)
    paged = sum(bool(_AGENDA.match(texts[0]) and _PAGES.match(texts[-1])) for texts in said if len(texts) > 1)
    return headed or paged > 2
