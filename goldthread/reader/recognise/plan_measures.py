"""Rows of a plan's table of measures → records, also where a conversion has broken them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from goldthread.domain.papers import Cell, CellStatus, MeasureRow, Where
from goldthread.reader.recognise.cells import read_cell
from goldthread.reader.recognise.plan_columns import Columns, Heading
from goldthread.reader.recognise.plan_words import mended

LONGEST_TITLE = 500
MENDED = Decimal("0.8")
UNNUMBERED = Decimal("0.7")
_REF = re.compile(
    r"(?P<ref>(?:[A-Z]{1,6}[ /-]?){1,2}\s?\d{1,4}(?:[./]\d{1,2})?[a-z]?(?:\s\d{2})?)"
    r"(?=[\s:;.%–-]|[A-Z][a-z]|$)\s*[:;.–-]?\s*(?P<title>.*)",
    re.DOTALL,
)
_NEW = re.compile(r"new (?:national |local )?(?:indicator|measure)\s*[-–:]\s*(?=\S)", re.IGNORECASE)
_OPEN_END = re.compile(
    r"\b(?:in|of|for|and|or|the|to|with|at|by|on|from|a|an|per|who|that|which|[–-])$|[,(&/-]$", re.IGNORECASE
)
_A_SENTENCE = 40


def split_ref(text: str, *, prefixes: Iterable[str] = ()) -> tuple[str, str]:
    """The reference at the start of a text and the title after it, also where nothing stands between the two.

    `prefixes` are the letters of the other references: a row may print them alone, without its number.

    >>> split_ref("PED001: % of settings"), split_ref("PED012% making progress"), split_ref("SCS CYP15: Rate")
    (('PED001', '% of settings'), ('PED012', '% making progress'), ('SCS CYP15', 'Rate'))
    >>> split_ref("PE010New Indicator-% of pupils"), split_ref("SCS Percentage of pupils", prefixes=["SCS"])
    (('PE010', '% of pupils'), ('SCS', 'Percentage of pupils'))
    >>> split_ref("Care leavers in")
    ('', 'Care leavers in')
    """
    found = _REF.match(text)
    if found:
        return " ".join(found["ref"].split()), _NEW.sub("", found["title"], count=1).strip()
    for prefix in sorted(prefixes, key=len, reverse=True):
        rest = text.removeprefix(prefix)
        if rest != text and re.match(r"[\s:;–-]", rest):
            return prefix, rest.strip(" :;–-")
    return "", text.strip()


def prefixes_of(refs: Iterable[str]) -> frozenset[str]:
    """The letters that references begin with: of `SCS CYP15` both `SCS CYP` and `SCS`.

    >>> sorted(prefixes_of(["SCS CYP15", "PED001"]))
    ['PED', 'SCS', 'SCS CYP']
    """
    letters = [found[0].strip() for ref in refs if (found := re.match(r"[A-Z][A-Z /&-]*", ref))]
    return frozenset(" ".join(whole.split()[:count]) for whole in letters for count in (1, 2) if len(whole) > 1)


def in_line(cells: Sequence[str], *, columns: Columns) -> tuple[list[str], bool]:
    """The row's texts under their columns, and whether they stood one column too far left."""
    texts = [text.strip() for text in cells]
    moved = columns.ref is None and columns.title > 0 and bool(texts[0]) and len(texts) <= len(columns.headings)
    if moved and not texts[-1]:
        texts = texts[:-1]
    if moved and len(texts) < len(columns.headings):
        return [*[""] * columns.title, *texts], True
    return texts, False


def measure_of(
    cells: Sequence[str], *, columns: Columns, where: Where, words: frozenset[str], prefixes: Iterable[str]
) -> MeasureRow | None:
    """The measure of a row; None where the row has no reference."""
    texts, moved = in_line(cells, columns=columns)
    title = _at(texts, columns.title)
    ref = _at(texts, columns.ref) if columns.ref is not None else ""
    if columns.ref is None:
        ref, title = split_ref(title, prefixes=prefixes)
    elif ref and (not re.search(r"\d", ref) or len(ref) > 20):
        return None
    if not ref or not title:
        return None
    named = {heading.name: (_at(texts, place), heading) for place, heading in columns.values}
    sure = MENDED if moved else Decimal(1)
    return MeasureRow(
        ref=ref,
        title=mended(title, words=words),
        cells=_cells(named, title=title, where=where, words=words),
        where=where,
        confidence=sure if re.search(r"\d", ref) else UNNUMBERED,
    )


def rest_of_title(cells: Sequence[str], *, columns: Columns, before: MeasureRow, breaks: bool) -> str:
    """What a row without reference and figures adds to the title of the measure before it; empty where nothing.

    It goes on where it starts in lower case, or, after a break of the page, where the title before it is open.

    >>> columns = Columns((Heading("title", "Measure"), Heading("target 2016/17", "16/17")), ref=None, title=0)
    >>> row = MeasureRow(ref="A1", title="Care leavers in", cells={})
    >>> rest_of_title(["Education or work", ""], columns=columns, before=row, breaks=True)
    'Education or work'
    >>> rest_of_title(["Fair access", ""], columns=columns, before=replace(row, title="Visits"), breaks=True)
    ''
    """
    filled = [text.strip() for text in cells if text.strip()]
    if len(filled) != 1 or not re.match(r"[^\W\d_]", filled[0]) or len(before.title) > LONGEST_TITLE:
        return ""
    is_open = breaks and bool(_OPEN_END.search(before.title))
    return filled[0] if filled[0][0].islower() or is_open else ""


def _at(texts: Sequence[str], place: int) -> str:
    return texts[place] if place < len(texts) else ""


def _cells(
    named: Mapping[str, tuple[str, Heading]], *, title: str, where: Where, words: frozenset[str]
) -> dict[str, Cell]:
    """The cells by name; a sentence with only empty cells after it stands in all of them, as it did when merged."""
    texts = [mended(" ".join(text.split()), words=words) for text, _ in named.values()]
    last = max((place for place, text in enumerate(texts) if text), default=-1)
    spreads = last >= 0 and len(texts[last]) >= _A_SENTENCE and last < len(texts) - 1
    if spreads:
        texts = [*texts[: last + 1], *[texts[last]] * (len(texts) - last - 1)]
    made = {}
    for text, (name, (_, heading)) in zip(texts, named.items(), strict=True):
        cell = read_cell(text, header=heading.printed, where=where, about=title)
        is_sentence = spreads and text == texts[last]
        made[name] = replace(cell, parts=(), status=CellStatus.TEXT) if is_sentence else cell
    return made
