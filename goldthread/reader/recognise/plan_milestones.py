"""A cell of milestones → one record each, with the date it is due, in brackets or inside the sentence."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from goldthread.domain.papers import MilestoneRow, Where
from goldthread.domain.periods import PeriodKind
from goldthread.reader.recognise.dates import PrintedPeriod, date_of, periods_in
from goldthread.reader.recognise.plan_columns import Deeds

_BULLET = re.compile(r"(?:^|\s)[▪•◦●∙·➢►■\uf0a7\uf0b7]\s*|\n\s*[-*–]\s+")
_LETTER = re.compile(r"(?:^|\n)\s*\(?([a-z]|[ivx]{1,4})[.)]\s+(?=\S)")
_NUMBER = re.compile(r"(?:^|(?<=\s))\(?(\d{1,2})[.)]\s+(?=[A-Z])")
_GOES_ON = re.compile(r"\s*\n\s*(?=[a-z(&])")
_NEXT_BEGINS = re.compile(r"[.;]?\s+(?=[A-Z][a-z]|[A-Z]{2,} )")
_BRACKET = re.compile(r"\(([^()]{3,120})\)")
_NO_DATE = re.compile(
    r"(?:ongoing|on-going|continuous|termly|monthly|quarterly|annual(?:ly)?|half[- ]yearly|tb[ca]|to be confirmed)\b",
    re.IGNORECASE,
)
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_RUN_UP = re.compile(
    r"(?P<word>\b(?:by|before|until|no later than|during|from|between|throughout|in|at)\s+)?"
    r"(?:(?:the\s+)?(?:end|middle|start|beginning)\s+of\s+)?(?:the\s+)?"
    rf"(?:{_MONTH}(?:\s+\d{{4}})?\s+(?:to|and|until|[-–])\s+)?$",
    re.IGNORECASE,
)
_DUE_KINDS = {PeriodKind.MONTH, PeriodKind.DATE, PeriodKind.QUARTER, PeriodKind.TERM}
_FEWEST_WORDS = 3
_LONGEST_RUN_UP = 60


@dataclass(frozen=True, slots=True)
class Piece:
    """The text of one milestone as printed, its letter or number where it has one."""

    text: str
    letter: str = ""
    goes_on: bool = False
    """It stands before the first mark: the rest of the milestone before it."""


def pieces_of(text: str) -> Iterator[Piece]:
    """The milestones of one cell: by bullets, by letters, else after each date that a new sentence follows.

    >>> [piece.text for piece in pieces_of("▪ Open the hub (May 2024). ▪ Close the annexe")]
    ['Open the hub (May 2024).', 'Close the annexe']
    >>> [piece.text for piece in pieces_of("Open the hub by May 2024 Close the annexe by June 2024")]
    ['Open the hub by May 2024', 'Close the annexe by June 2024']
    >>> [(piece.letter, piece.text) for piece in pieces_of("b. Close the annexe")]
    [('b', 'Close the annexe')]
    """
    for marks in (_BULLET, _LETTER):
        found = list(marks.finditer(text))
        if found:
            before = " ".join(text[: found[0].start()].split())
            if before:
                yield Piece(before, goes_on=True)
            ends = [mark.start() for mark in found[1:]] + [len(text)]
            for mark, end in zip(found, ends, strict=True):
                if piece := " ".join(text[mark.end() : end].split()):
                    yield Piece(piece, letter=mark[1] if mark.groups() else "")
            return
    if numbered := _numbered(text):
        yield from (Piece(piece) for piece in numbered)
        return
    for paragraph in _GOES_ON.sub(" ", text).split("\n"):
        yield from (Piece(piece) for piece in _by_dates(paragraph))


def _numbered(text: str) -> list[str]:
    """The parts of a text numbered from 1 on: `1. Open the hub 2. Close the annexe`; none where it is not."""
    starts: list[tuple[int, int]] = []
    for found in _NUMBER.finditer(text):
        if int(found[1]) == len(starts) + 1 and (starts or not text[: found.start()].strip()):
            starts.append(found.span())
    ends = [start for start, _ in starts[1:]] + [len(text)]
    return [" ".join(text[begin:end].split()) for (_, begin), end in zip(starts, ends, strict=bool(starts))]


def _by_dates(text: str) -> Iterator[str]:
    start = 0
    for printed in periods_in(text):
        begins = _NEXT_BEGINS.match(text, printed.end)
        is_due = printed.period.kind in _DUE_KINDS and _has_words(text, start=start, end=printed.start)
        if begins and is_due:
            yield text[start : printed.end].strip()
            start = begins.end()
    if rest := text[start:].strip():
        yield rest


def _has_words(text: str, *, start: int, end: int) -> bool:
    return len(text[max(start, end - _LONGEST_RUN_UP) : end].split()) >= _FEWEST_WORDS


def due_of(text: str) -> tuple[dt.date | None, str]:
    """When a milestone is due, and how that is printed; of two dates in a bracket the later one counts.

    Two dates in a sentence without a bracket leave it open: both are printed, neither is taken.

    >>> due_of("Relaunch the protocol in February 2018 (June 2018).")
    (datetime.date(2018, 6, 30), 'June 2018')
    >>> due_of("Complete the review of all settings by October 2016 and publish it")
    (datetime.date(2016, 10, 31), 'by October 2016')
    >>> due_of("Share good practice (termly)"), due_of("Improve services")
    ((None, 'termly'), (None, ''))
    """
    for bracket in reversed(list(_BRACKET.finditer(text))):
        inside = list(periods_in(bracket[1]))
        if inside:
            return max(printed.period.end for printed in inside), bracket[1].strip()
        if _NO_DATE.match(bracket[1].strip()):
            return None, bracket[1].strip()
    dates = [found for found in periods_in(text) if _may_be_due(found, text=text)]
    if len({found.period for found in dates}) > 1:
        return None, "; ".join(found.printed for found in dates)
    return (dates[0].period.end, _with_run_up(dates[0], text=text)) if dates else (None, "")


def _may_be_due(found: PrintedPeriod, *, text: str) -> bool:
    run_up = _run_up(found, text=text)
    said = run_up is not None and run_up["word"] is not None
    if found.period.kind not in _DUE_KINDS:
        return said and run_up is not None and run_up["word"].strip().lower() in {"by", "before", "until"}
    return said or not text[found.end : found.end + _LONGEST_RUN_UP].strip(" .;")


def _with_run_up(found: PrintedPeriod, *, text: str) -> str:
    run_up = _run_up(found, text=text)
    length = len(run_up[0]) if run_up else 0
    return text[found.start - length : found.end].strip()


def _run_up(found: PrintedPeriod, *, text: str) -> re.Match[str] | None:
    """The words right before a date that belong to it: `by the end of`, `during September to`."""
    return _RUN_UP.search(text[max(0, found.start - _LONGEST_RUN_UP) : found.start])


def milestones_of(
    parts: Sequence[tuple[str, str, Where]], *, objective: str, officer: str
) -> tuple[MilestoneRow, ...]:
    """The milestones of an objective from its cells: text, the year printed over it, place.

    A milestone that goes on in the next cell is put together; its letter is kept after the objective's reference.
    """
    made: list[tuple[Piece, str, Where]] = []
    for text, year, where in parts:
        for piece in pieces_of(text):
            if piece.goes_on and made:
                last, of_year, place = made[-1]
                made[-1] = (Piece(f"{last.text} {piece.text}", last.letter), of_year, place)
            else:
                made.append((piece, year, where))
    return tuple(
        _milestone(piece, year=year, where=where, objective=objective, officer=officer) for piece, year, where in made
    )


def deed_of(texts: Sequence[str], *, columns: Deeds, where: Where) -> MilestoneRow | None:
    """The milestone of a row of a table that has a column for dates; None where the row names none."""

    def text(place: int | None) -> str:
        return texts[place].strip() if place is not None and place < len(texts) else ""

    title = text(columns.title)
    if not re.search(r"[^\W\d_]", title) or not (text(columns.due) or text(columns.ref)):
        return None
    printed = text(columns.due)
    due = date_of(printed)
    return MilestoneRow(
        ref=text(columns.ref),
        text=title,
        due=due if due is not None or printed else due_of(title)[0],
        due_printed=printed or due_of(title)[1],
        officer=text(columns.officer),
        where=where,
    )


def is_marked(text: str) -> bool:
    """Whether a text begins with its letter or number: `a) Open the hub`, `2. Close the annexe`."""
    return _LETTER.match(text) is not None or _NUMBER.match(text) is not None


def unnumbered(text: str) -> str:
    """A list item's text as one milestone: a letter stays, for it is a reference, a number goes.

    >>> unnumbered("2. Close the annexe"), unnumbered("b) Close the annexe")
    ('• Close the annexe', 'b) Close the annexe')
    """
    return text if _LETTER.match(text) else f"• {_NUMBER.sub('', text, count=1)}"


def _milestone(piece: Piece, *, year: str, where: Where, objective: str, officer: str) -> MilestoneRow:
    due, printed = due_of(piece.text)
    return MilestoneRow(
        ref=f"{objective}{piece.letter}" if piece.letter else "",
        text=piece.text,
        due=due,
        due_printed=printed,
        officer=officer,
        year=year,
        where=where,
    )
