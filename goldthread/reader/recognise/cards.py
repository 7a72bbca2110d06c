"""Cards of a dashboard: a title, and under it a figure, its period, how it changed and its rank, a line each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from goldthread.domain.papers import Cell, MeasureRow, ObjectiveSection, Where
from goldthread.reader.blocks import Block, BlockDocument, Picture, Table, TableCell
from goldthread.reader.recognise.cells import figures_in, read_cell
from goldthread.reader.recognise.dates import period_of
from goldthread.reader.recognise.found import Found
from goldthread.reader.recognise.lights import light_of_colour
from goldthread.reader.recognise.lines import Line, in_columns, lines_of
from goldthread.reader.recognise.measures import NOT_SURE, split_ref

LONGEST_VALUE = 30
LONGEST_TITLE = 250
_CHANGE = re.compile(
    r"(?:improv|deteriorat|worsen|increas|decreas|declin|no change|unchanged|better|worse|same|stable)\w*\b.{0,40}",
    re.IGNORECASE | re.DOTALL,
)
_RANK = re.compile(r"#\s?\d{1,3}|rank(?:ed)?:?\s*\d{1,3}(?:\s*(?:of|/|out of)\s*\d{1,3})?", re.IGNORECASE)
_YEARS = re.compile(r"(?:19|20)\d\d\s?[-/–]\s?(?:19|20)?\d\d")
_VALUE_AND_PERIOD = re.compile(rf"(?P<value>\S.{{0,30}}?)\s+(?P<period>{_YEARS.pattern})")
_HEADERS = {"current": "Value", "period": "Period", "change": "Change", "rank": "Rank"}


@dataclass
class _Card:
    title: Line
    texts: dict[str, tuple[str, Where]] = field(default_factory=dict)
    pictures: list[Picture] = field(default_factory=list)
    blocks: set[int] = field(default_factory=set)


def find(document: BlockDocument, left: Sequence[int]) -> Found:
    """Every card of a dashboard; one section for the cards under a heading."""
    texts = [place for place in left if not isinstance(document.blocks[place], Table)]
    streams = [lines_of(document, iter(texts)), *(_columns(document.blocks[place], place) for place in left)]
    found = (card for stream in streams for card in _cards(stream))
    cards = [card for card in found if _is_one(card[1])]
    if not cards:
        return Found()
    sections: dict[Where, ObjectiveSection] = {}
    for heading, card in cards:
        where = heading.where if heading else card.title.where
        before = sections.get(where, ObjectiveSection(ref="", title=heading.text if heading else "", where=where))
        sections[where] = ObjectiveSection(
            ref="", title=before.title, measures=(*before.measures, _row(card)), where=where
        )
    return Found(taken=frozenset().union(*(card.blocks for _, card in cards)), objectives=tuple(sections.values()))


def role_of(text: str) -> str | None:
    """What a line of a card is: "current", "period", "change" or "rank"; None for a title or anything else.

    >>> [role_of(text) for text in ("£ 7,251", "2022-23", "Improving & Decreasing", "#7", "Cost per pupil")]
    ['current', 'period', 'change', 'rank', None]
    """
    text = " ".join(text.split())
    if not text or len(text) > LONGEST_VALUE + 30:
        return None
    if _RANK.fullmatch(text):
        return "rank"
    if _YEARS.fullmatch(text) or (len(text) <= LONGEST_VALUE and any(map(str.isdigit, text)) and period_of(text)):
        return "period"
    if _CHANGE.fullmatch(text):
        return "change"
    if len(text) <= LONGEST_VALUE and re.match(r"[-−–+]?\s?[£(]?\s?[\d.]", text) and any(figures_in(text)):
        return "current"
    return None


def _is_one(card: _Card) -> bool:
    """Whether a card shows a figure and its period, and a reference, a change or a rank beside them."""
    shown = card.texts.keys()
    return shown >= {"current", "period"} and (
        bool(shown & {"change", "rank"}) or split_ref(card.title.text) is not None
    )


def _columns(block: Block, place: int) -> Iterator[Line]:
    """The cells of a table column by column: cards that stand side by side, each title with what is below it.

    A column without a title of its own goes with the one before it: a rank is often set beside its figure.
    """
    if not isinstance(block, Table):
        return
    rows = [cells for _, cells in in_columns(block)]
    columns: list[list[TableCell]] = []
    for number in range(max((len(cells) for cells in rows), default=0)):
        filled = [cells[number] for cells in rows if number < len(cells) and cells[number].text.strip()]
        if columns and filled and role_of(filled[0].text):
            columns[-1].extend(filled)
        elif filled:
            columns.append(filled)
    for column in columns:
        for cell in column:
            yield from (Line(place, cell.where, text=text, pictures=cell.pictures) for text in cell.text.split("\n"))


def _cards(lines: Iterable[Line]) -> Iterator[tuple[Line | None, _Card]]:
    heading: Line | None = None
    card: _Card | None = None
    for line in lines:
        if card and line.pictures:
            card.pictures.extend(line.pictures)
            card.blocks.add(line.block)
        if not line.text.strip() or (card and _takes(card, line)):
            continue
        if card:
            yield heading, card
            card = None
        if line.is_heading and split_ref(line.text) is None:
            heading = line
        elif role_of(line.text) is None and len(line.text) <= LONGEST_TITLE:
            card = _Card(title=line, blocks={line.block})
    if card:
        yield heading, card


def _takes(card: _Card, line: Line) -> bool:
    """Whether a line goes with a card: one of its four texts, the rest of one, or the rest of its title."""
    role, text = role_of(line.text), " ".join(line.text.split())
    together = _VALUE_AND_PERIOD.fullmatch(text)
    if together and not card.texts and role_of(together["value"]) == "current":
        card.texts |= {
            name: (together[name if name == "period" else "value"], line.where) for name in ("current", "period")
        }
    elif role and role not in card.texts:
        card.texts[role] = (text, line.where)
    elif role == "change" and card.texts["change"][0].endswith(("&", "and")):
        card.texts["change"] = (f"{card.texts['change'][0]} {text}", card.texts["change"][1])
    elif _title_goes_on(card, line):
        card.title = replace(card.title, text=f"{card.title.text} {text}")
    else:
        return False
    card.blocks.add(line.block)
    return True


def _title_goes_on(card: _Card, line: Line) -> bool:
    """Whether a line is the rest of a title that opens with a reference: nothing of its card but a figure came yet.

    A title set beside its figure may end below it: then its bracket is still open, or the rest starts small.
    """
    together = len(card.title.text) + len(line.text)
    open_still = card.title.text.count("(") > card.title.text.count(")") or line.text[:1].islower()
    return (
        (not card.texts or (open_still and card.texts.keys() <= {"current", "period"}))
        and not line.is_heading
        and together <= LONGEST_TITLE
        and split_ref(card.title.text) is not None
        and split_ref(line.text) is None
    )


def _row(card: _Card) -> MeasureRow:
    ref, title = split_ref(" ".join(card.title.text.split())) or ("", " ".join(card.title.text.split()))
    cells: dict[str, Cell] = {}
    for role, (text, where) in card.texts.items():
        header = "direction" if role == "change" else _HEADERS[role]
        read = read_cell(text.lstrip("#") if role == "rank" else text, header=header, where=where, about=title)
        light = (_colour(card) or read.light) if role == "change" else None
        parts = read.parts if role in {"current", "rank"} else ()
        cells[role] = Cell(_HEADERS[role], text, parts, read.status, light, where)
    return MeasureRow(ref=ref, title=title, cells=cells, where=card.title.where, confidence=NOT_SURE)


def _colour(card: _Card) -> str | None:
    """The light that a card's pictures show; its word for the change says less."""
    return next((light for one in card.pictures if one.colour and (light := light_of_colour(one.colour))), None)
