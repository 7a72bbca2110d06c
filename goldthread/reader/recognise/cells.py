"""A cell's text → its numbers with labels and units, and which kind of content it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from goldthread.domain.papers import Cell, CellPart, CellStatus, Where
from goldthread.reader.blocks import Picture
from goldthread.reader.recognise.dates import periods_in
from goldthread.reader.recognise.lights import (
    COLOUR_WORDS,
    is_direction,
    is_light_header,
    light_of_colour,
    light_of_words,
)

LONGEST_FIGURE_TEXT = 400
NOWHERE = Where()
_MULTIPLES = {"k": 1_000, "thousand": 1_000, "m": 1_000_000, "mn": 1_000_000, "million": 1_000_000}
_MULTIPLES |= {"bn": 1_000_000_000, "billion": 1_000_000_000}
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+"
_MULTIPLE = r"(?:\s?(?P<multiple>thousand|million|billion|bn|mn|k|m)\b)"
_NUMBER = re.compile(
    rf"(?<![\w.,])(?P<sign>[-+−–](?=\s?[£\d.]))?\s?(?P<pounds>£)?\s?(?P<sign2>-)?(?P<digits>{_DIGITS})"
    rf"{_MULTIPLE}?(?P<percent>\s?(?:%|per\s?cent\b|percent\b|ppts?\b))?(?![\w]|[.,/]\d)",
    re.IGNORECASE,
)
_ALONE = re.compile(
    rf"(?P<open>\()?\s*(?P<sign>[-+−–])?\s*(?P<pounds>£)?\s*(?P<inner>\()?(?P<sign2>-)?\s*(?P<digits>{_DIGITS})"
    rf"{_MULTIPLE}?\s*(?P<percent>%)?\s*\)?\s*(?P<after>%)?",
    re.IGNORECASE,
)
_FRACTION = re.compile(r"(?<![\w/.,])(\d{1,7})(?:\s?/\s?|\s+out\s+of\s+)(\d{1,7})(?![\w/%]|[.,]\d)")
_NOT_FIGURES = re.compile(
    r"\b(?:q|qtr|quarter|ks|key stage|year|phase|stage|band|level|grade|tier|priority|objective|no\.)\s?\d{1,2}\b"
    r"|(?<![\w.,])\d{1,2}\s?(?:st|nd|rd|th)\b"
    r"|(?<![\w.,])\d{1,2}\s?(?:-|–|to)\s?\d{1,2}[\s-]*(?:years?|yrs?)(?:[\s-]+olds?)?\b"
    r"|(?<![\w.,])\d{1,2}[\s-]*(?:years?|yrs?)[\s-]+olds?\b"
    r"|\b(?:in|within|over|for|last|previous|next|every)\s+(?:the\s+)?(?:last\s+|previous\s+)?\d{1,3}\s+(?:working\s+)?"
    r"(?:days?|weeks?|months?|years?|hours?)\b",
    re.IGNORECASE,
)
_BARE_YEAR = re.compile(r"(?<![\w£.,/-])(?:19|20)\d\d(?![\w%/]|[.,]\d|\s*\()")
_NEXT_SENTENCE = re.compile(r"(?<=[\w%)])[.;]\s+(?=[A-Z])")
_MARKER = re.compile(r"(?:^|(?<=\s))\(?(?:[a-z]|i{1,3}|iv|v)\)(?=\s)", re.IGNORECASE)
_EDGES = " \t\n-–—:;,./|=•·&"
_LEADING = re.compile(
    r"^(?:as\s+(?:of|at)|by|for|in|at|to|on|and|but|is|was|are|approx(?:imately)?\.?|about|circa|c\.|around|of which)"
    r"(?:\s+|$)",
    re.IGNORECASE,
)
_TRAILING = re.compile(r"\s*\b(?:as\s+(?:of|at)|by|for|in|at|to|on|and|but|is|was|are|of|the|a|an)$", re.IGNORECASE)
_PROVISIONAL = re.compile(r"\b(?:prov(?:isional)?|estimated?|est)\b\.?|[(\[]p[)\]]", re.IGNORECASE)
_MARK = re.compile(r"\s*\[(?P<mark>[a-z]|low)\]$")
_MARKS = {
    "c": CellStatus.SUPPRESSED,
    "n": CellStatus.REFER_TO_COMMENTARY,
    "x": CellStatus.NOT_YET_AVAILABLE,
    "y": CellStatus.NOT_YET_AVAILABLE,
    "z": CellStatus.NOT_APPLICABLE,
}
"""The marks that the Government Statistical Service puts beside or instead of a figure."""
_UNIT_WORDS = {
    "day": "days",
    "days": "days",
    "hour": "hours",
    "hours": "hours",
    "hrs": "hours",
    "minutes": "minutes",
    "mins": "minutes",
    "weeks": "weeks",
    "months": "months",
    "kg": "kg",
    "tonnes": "tonnes",
    "hectares": "hectares",
    "miles": "miles",
    "km": "km",
}
_UNIT_AFTER = re.compile(rf"\s*(?:working\s+)?({'|'.join(_UNIT_WORDS)})\b", re.IGNORECASE)
_ONLY_UNIT = re.compile(rf"(?:working\s+)?(?:{'|'.join(_UNIT_WORDS)})", re.IGNORECASE)
_STATES: tuple[tuple[CellStatus, re.Pattern[str]], ...] = tuple(
    (status, re.compile(pattern, re.IGNORECASE))
    for status, pattern in (
        (CellStatus.NOT_APPLICABLE, r"n\s?[/.]?\s?a\.?(?:\s*\(.*\))?|not applicable|none set|no target(?: set)?"),
        (
            CellStatus.REFER_TO_COMMENTARY,
            r"(?:please\s+)?(?:refer|see|as per)\s+(?:to\s+)?(?:the\s+)?(?:supporting\s+)?"
            r"(?:comm?ent|narrative|below|note|text).*",
        ),
        (
            CellStatus.TO_BE_CONFIRMED,
            r"t\.?\s?b\.?\s?[cda]\.?(?:\s.{0,40})?|to be (?:confirmed|agreed|determined|advised|set|decided).{0,40}",
        ),
        (
            CellStatus.BASELINE,
            r"(?:(?:establish|new|set|to set|no)\s+)?(?:a\s+)?base\s?line.{0,40}|new (?:measure|indicator).{0,40}",
        ),
        (
            CellStatus.NOT_YET_AVAILABLE,
            r"(?:data\s+|figures?\s+)?(?:is\s+|are\s+)?(?:not|n)\s*/?\s*(?:yet\s+|currently\s+)?"
            r"(?:available|known|reported|published|due).{0,60}"
            r"|available (?:next|in|from|after).{0,40}"
            r"|(?:awaiting|awaited|pending|to follow|no data|data to follow|nya|n/k)\b.{0,60}",
        ),
        (CellStatus.SUPPRESSED, r"\*+|c|suppressed|[<≤]\s?\d{1,2}|(?:fewer|less) than \d{1,2}|withheld"),
        (CellStatus.BLANK, r"[-–—.]*"),
    )
)


class _Printed(NamedTuple):
    start: int
    end: int
    number: Decimal
    unit: str
    label: str | None = None


def number(text: str) -> Decimal | None:
    """The one number a text is: commas, £, %, thousands and millions are read, brackets make it negative.

    >>> number("£13,805,604.33"), number("(1,234)"), number("£ 16.00K"), number("84.3%"), number("about 5")
    (Decimal('13805604.33'), Decimal('-1234'), Decimal('16000.00'), Decimal('84.3'), None)
    """
    found = _ALONE.fullmatch(text.strip()) if len(text) <= LONGEST_FIGURE_TEXT else None
    if found is None or (found["open"] and ")" not in text):
        return None
    negative = bool(found["open"] or found["inner"] or found["sign2"] or (found["sign"] or "+") in "-−–")
    value = _value(found)
    return -value if negative and value is not None else value


def read_cell(
    text: str,
    *,
    header: str = "",
    where: Where = NOWHERE,
    pictures: Sequence[Picture] = (),
    shade: str | None = None,
    about: str = "",
    symbols_kept: bool = True,
) -> Cell:
    """A cell: its numbers with their labels and units, and what kind of content it is.

    `about` is what the row measures, which gives bare figures their unit ("per 10,000", "budget"). Where the format
    lost its pictures (plain text, most PDFs) `symbols_kept` is False, and an empty cell in a column of lights is
    "symbol lost", not blank. Years and periods inside the text are no figures.

    >>> cell = read_cell("662 (rate) 1218 (total)")
    >>> [(part.label, int(part.number)) for part in cell.parts], cell.status.value
    ([('rate', 662), ('total', 1218)], 'number')
    >>> read_cell("Refer comment").status.value, read_cell("", header="Progress", symbols_kept=False).status.value
    ('refer to commentary', 'symbol lost')
    """
    text = text.strip()
    light = _light(text, header=header, pictures=pictures, shade=shade)
    parts = () if _state(text) is not None else tuple(figures_in(text, header=header, about=about))
    status = _status(text, header=header, parts=parts, light=light, symbols_kept=symbols_kept)
    return Cell(header=header, text=text, parts=parts, status=status, light=light, where=where)


def figures_in(text: str, *, header: str = "", about: str = "") -> Iterator[CellPart]:
    """The numbers of a compound cell, each with its label and unit, in the order printed.

    >>> [f"{part.label}={part.number}" for part in figures_in("24 Low 23 Med 8 High")]
    ['Low=24', 'Med=23', 'High=8']
    """
    if not text or len(text) > LONGEST_FIGURE_TEXT:
        return
    alone = number(_MARK.sub("", text))
    if alone is not None:
        yield CellPart("", alone, _unit(text, label="", number=alone, header=header, about=about))
        return
    shown, masked = _masked(text)
    printed = list(_printed(shown))
    labels = _with_their_group([one.label or "" for one in _labelled(shown, masked, printed)])
    for one, label in zip(printed, labels, strict=True):
        unit = one.unit or _unit(
            shown[one.start : one.end], label=label, number=one.number, header=header, about=about
        )
        yield CellPart(label, one.number, unit)


def _value(found: re.Match[str]) -> Decimal | None:
    try:
        value = Decimal(found["digits"].replace(",", ""))
    except InvalidOperation:  # pragma: no cover - the pattern lets nothing else through
        return None
    return value * _MULTIPLES[found["multiple"].lower()] if found["multiple"] else value


def _masked(text: str) -> tuple[str, str]:
    """The text as far as figures go, and the same with periods and counted things blanked out by a mark."""
    text = _MARKER.sub(lambda found: " " * len(found[0]), _MARK.sub("", text))
    sentence_end = _NEXT_SENTENCE.search(text)
    if sentence_end and _NUMBER.search(text[: sentence_end.start()]):
        text = text[: sentence_end.start()]
    marks = list(text)
    spans = [(printed.start, printed.end) for printed in periods_in(text)]
    spans += [found.span() for pattern in (_NOT_FIGURES, _BARE_YEAR) for found in pattern.finditer(text)]
    for start, end in spans:
        marks[start:end] = "\0" * (end - start)
    masked = "".join(marks)
    return masked, text


def _printed(masked: str) -> Iterator[_Printed]:
    fractions = {found.start(): found for found in _FRACTION.finditer(masked)}
    for found in fractions.values():
        yield _Printed(found.start(1), found.end(1), Decimal(found[1]), "count", "numerator")
        yield _Printed(found.start(2), found.end(2), Decimal(found[2]), "count", "denominator")
    covered = [found.span() for found in fractions.values()]
    for found in _NUMBER.finditer(masked):
        if any(start <= found.start("digits") < end for start, end in covered):
            continue
        value = _value(found)
        assert value is not None
        signed = found["sign"] == "−" or (found["sign"] == "-" and not masked[: found.start()].strip(" (:"))
        value = -value if signed or found["sign2"] else value
        start = found.start("pounds") if found["pounds"] else found.start("digits")
        unit = "£" if found["pounds"] else "percent" if found["percent"] else ""
        measured = _UNIT_AFTER.match(masked, found.end())
        if measured and not unit:
            unit = _UNIT_WORDS[measured[1].lower()]
        yield _Printed(start, found.end(), value, unit)


def _labelled(masked: str, _text: str, printed: list[_Printed]) -> Iterator[_Printed]:
    """Each number with the words that name it: before it or after it, as the first number of the cell shows."""
    gaps = [masked[(printed[index - 1].end if index else 0) : one.start] for index, one in enumerate(printed)] + [
        masked[printed[-1].end :] if printed else ""
    ]
    before = bool(_words(gaps[0])) if printed else False
    for index, one in enumerate(printed):
        bracket, rest = _split_bracket(gaps[index + 1])
        if one.label:
            yield one
        elif before:
            left = gaps[index] if index == 0 else _split_bracket(gaps[index])[1]
            label = _words(left)
            yield one._replace(label=f"{label} ({bracket})" if label and bracket else label or bracket)
        else:
            yield one._replace(label=bracket or _words(rest if _is_label(rest) else ""))


def _split_bracket(gap: str) -> tuple[str, str]:
    """The words of a bracket right after a number, and what follows it."""
    opened = gap.lstrip()
    if not opened.startswith("(") or ")" not in opened:
        return "", gap
    inside, _, rest = opened[1:].partition(")")
    return _words(_PROVISIONAL.sub("", inside)), rest


def _is_label(gap: str) -> bool:
    return bool(gap.strip(_EDGES + "()"))


def _words(gap: str) -> str:
    """A label without dashes, brackets and joining words; what stands after a period inside it, if anything does."""
    pieces = [piece for piece in (_tidy(piece) for piece in gap.split("\0") if piece) if piece]
    return pieces[-1] if pieces and not ("\0" in gap and is_direction(pieces[-1])) else ""


def _tidy(piece: str) -> str:
    piece = " ".join(piece.replace("(", " ").replace(")", " ").split()).strip(_EDGES)
    shorter = _LEADING.sub("", _TRAILING.sub("", piece)).strip(_EDGES)
    while shorter != piece:
        piece, shorter = shorter, _LEADING.sub("", _TRAILING.sub("", shorter)).strip(_EDGES)
    return piece if re.search(r"[^\W\d_]", piece) and not _ONLY_UNIT.fullmatch(piece) else ""


def _with_their_group(labels: list[str]) -> list[str]:
    """Repeated labels take the group word that came in between: A 1, B 2, Group A 3, B 4 → the last is Group B."""
    seen: set[str] = set()
    group = ""
    named = []
    for label in labels:
        first, _, last = label.rpartition(" ")
        repeated = bool(label) and label in seen
        if not repeated and first and last in seen:
            group = first
        named.append(f"{group} {label}" if repeated and group else label)
        seen.add(named[-1])
    return named


def _unit(printed: str, *, label: str, number: Decimal, header: str, about: str) -> str:
    heading = header.lower()
    if "%" in printed or "per cent" in printed or "%" in heading:
        return "percent"
    if "£" in printed:
        return "£"
    if "£'000" in heading or "£’000" in heading or "£000" in heading:
        return "£'000"
    if "£" in heading:
        return "£"
    return _unit_of_subject(about.lower(), label=label.lower(), number=number)


def _unit_of_subject(about: str, *, label: str, number: Decimal) -> str:
    if "rate" in label.split() or (not label or "year" in label):
        if re.search(r"\bper\s+10,?000\b", about):
            return "rate per 10,000"
        if re.search(r"\b(?:per\s+1,?00?0(?:,?000)?|rate per)\b", about):
            return "rate"
    if re.search(r"£|\b(?:budgets?|spend|spent|expenditure)\b", about) and abs(number) >= 1000:
        return "£"
    return "count"


def _state(text: str) -> CellStatus | None:
    mark = _MARK.search(text)
    if mark and mark["mark"] in _MARKS and not _NUMBER.search(text[: mark.start()]):
        return _MARKS[mark["mark"]]
    tidy = text.strip().strip("()").strip()
    if len(tidy) > 90:
        return None
    return next((status for status, pattern in _STATES if pattern.fullmatch(tidy)), None)


def _light(text: str, *, header: str, pictures: Sequence[Picture], shade: str | None) -> str | None:
    if not is_light_header(header):
        return light_of_words(text) if not header and text.lower() in COLOUR_WORDS else None
    words = light_of_words(text) or next((light for one in pictures if (light := light_of_words(one.text))), None)
    colours = [*(one.colour for one in pictures), shade]
    return words or next((light for colour in colours if colour and (light := light_of_colour(colour))), None)


def _status(
    text: str, *, header: str, parts: tuple[CellPart, ...], light: str | None, symbols_kept: bool
) -> CellStatus:
    state = _state(text)
    lost = is_light_header(header) and not symbols_kept and light is None
    if light is not None:
        return CellStatus.LIGHT
    if state is CellStatus.BLANK or (parts and lost):
        return CellStatus.SYMBOL_LOST if lost else CellStatus.BLANK
    if state is not None:
        return state
    if not parts:
        return CellStatus.TEXT
    return CellStatus.PROVISIONAL if _PROVISIONAL.search(text) else CellStatus.NUMBER
