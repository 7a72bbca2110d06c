"""Agendas and minutes: items with their pages; numbered minutes with what was said, resolved, and who is to act."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from goldthread.domain.papers import AgendaItem, MinuteItem, Passage, Where
from goldthread.reader.blocks import Block, BlockDocument, Heading, ListItem, Paragraph, Table
from goldthread.reader.recognise.found import Found

_MINUTE = re.compile(r"^([A-Z]{2,6}\s?\d{1,3})[.:]?\s+([A-Z][^a-z]{3,}.*)$")
_RESOLVED = re.compile(r"^(?:RESOLVED|RECOMMENDED|AGREED)\b[:\s]*(.*)", re.DOTALL)
_NEW_PAPER = re.compile(r"^(?:REPORT TO|REPORT OF)\b|^meeting (?:ended|closed|finished)", re.IGNORECASE)
_OFFICER = re.compile(r"\b(?:director|officer|head of|manager|chief executive|monitoring|solicitor)\b", re.IGNORECASE)
_AGENDA = re.compile(r"^\(?([0-9]{1,2}|[A-Z])[.)]\s*(.+)$", re.DOTALL)
_PAGES = re.compile(r"^\d{1,4}(?:\s?[-–]\s?\d{1,4})?$")
LONGEST_OWNER = 80


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


def find(document: BlockDocument, left: Sequence[int]) -> Found:
    """The agenda and every numbered minute; a meeting's minutes end where it ended or the next report begins."""
    taken: set[int] = set()
    agenda = list(_agenda(document, left, taken))
    items: list[_Item] = []
    current: _Item | None = None
    for place in left:
        for text, where in _texts(document.blocks[place]):
            start = _MINUTE.match(text)
            if start:
                current = _Item(ref=start[1], title=start[2], where=where)
                items.append(current)
                if isinstance(document.blocks[place], Table):
                    taken.add(place)
            elif _NEW_PAPER.search(text):
                current = None
            elif current is not None:
                _add(current, text, where, document.blocks[place])
    return Found(taken=frozenset(taken), agenda=tuple(agenda), minutes=tuple(map(_made, items)))


def _texts(block: Block) -> Iterator[tuple[str, Where]]:
    if isinstance(block, Table):
        for row in block.rows:
            filled = [cell for cell in row.cells if cell.text]
            if len(filled) == 1:
                yield " ".join(filled[0].text.split()), row.where
    elif isinstance(block, Heading | Paragraph | ListItem):
        for line in block.text.split("\n"):
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
    if any("...." in cell.text for row in table.rows for cell in row.cells):
        return False  # a list of contents
    said = [[" ".join(cell.text.split()) for cell in row.cells] for row in table.rows if row.cells]
    headed = any("item" in texts[0].lower() and "page" in texts[-1].lower() for texts in said[:2] if len(texts) > 1)
    paged = sum(bool(_AGENDA.match(texts[0]) and _PAGES.match(texts[-1])) for texts in said if len(texts) > 1)
    return headed or paged > 2
