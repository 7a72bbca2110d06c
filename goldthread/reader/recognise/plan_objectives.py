"""The blocks of a plan, row by row → objectives with their milestones and measures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from goldthread.domain.papers import MeasureRow, MilestoneRow, ObjectiveSection, RiskRating, Unrecognised, Where
from goldthread.reader.recognise.lines import Line
from goldthread.reader.recognise.plan_columns import Columns, Deeds, columns_of, deeds_of, is_second_row
from goldthread.reader.recognise.plan_labels import Labelled, assessed, labelled
from goldthread.reader.recognise.plan_measures import (
    MENDED,
    measure_of,
    prefixes_of,
    rest_of_title,
)
from goldthread.reader.recognise.plan_milestones import deed_of, is_marked, milestones_of, pieces_of, unnumbered
from goldthread.reader.recognise.plan_words import latin, mended, put_together

_CROSS_REFERENCE = re.compile(r"\s*\((?:objective )?cross\b.*", re.IGNORECASE | re.DOTALL)
_OBJECTIVE_REF = re.compile(
    r"(?P<ref>[A-Z]{1,6}(?:[ /-]?[A-Z]{1,4})?\s?\d{1,3}(?:\.\d{1,2})?|\d{1,2}(?:\.\d{1,2})?(?=\s*[:.)–-]))"
    r"(?:\s*[:.)–-]\s*|\s+|$)(?P<title>.*)",
    re.DOTALL,
)
_RULER = frozenset("-|:=_ \t")
_WORDS_OF_A_FOOTER = 3
"""A text this short between two tables may be a page's number or footer, and ends nothing."""
_LISTS = {"milestones", "developments", "issues"}
_OWN_LABELS = {"milestones", "linked", "developments", "issues", "risk"}


@dataclass(slots=True)
class Draft:
    """An objective while its rows are read: texts by label, with the year and place of each cell of milestones."""

    where: Where
    ref: str = ""
    texts: dict[str, list[str]] = field(default_factory=dict)
    milestones: list[tuple[str, str, Where]] = field(default_factory=list)
    measures: list[MeasureRow] = field(default_factory=list)
    scores: dict[str, int] = field(default_factory=dict)
    labels: set[str] = field(default_factory=set)
    blocks: set[int] = field(default_factory=set)
    priority_where: Where | None = None


@dataclass(slots=True)
class PlanReading:
    """Where the reading stands: the objective that is open, what came before it, the columns of the open table."""

    words: frozenset[str]
    drafts: list[Draft] = field(default_factory=list)
    free_measures: list[MeasureRow] = field(default_factory=list)
    free_after: list[int] = field(default_factory=list)
    """For each of the free measures, how many objectives were read before it."""
    free_deeds: list[tuple[MilestoneRow, int]] = field(default_factory=list)
    """Milestones of tables with columns for their dates, each with how many objectives were read before it."""
    free_blocks: set[int] = field(default_factory=set)
    unrecognised: list[Unrecognised] = field(default_factory=list)
    open: Draft | None = None
    above_table: Draft | None = None
    """The objective right above the table that is being read, open again where a label of its own follows."""
    standing: tuple[list[str], Where] | None = None
    """The priority that a heading names for all objectives below it."""
    before: dict[str, list[str]] = field(default_factory=dict)
    before_blocks: set[int] = field(default_factory=set)
    before_where: Where | None = None
    label: str = ""
    year: str = ""
    columns: Columns | None = None
    deeds: Deeds | None = None
    prefixes: set[str] = field(default_factory=set)
    last_block: int = -1

    def took(self, line: Line) -> None:
        """Note that the line's block belongs to the open objective, or to a table outside all."""
        (self.free_blocks if self.open is None else self.open.blocks).add(line.block)


def read_lines(lines: Sequence[Line], *, words: frozenset[str], titled: bool = True) -> PlanReading:
    """All objectives and tables of measures that the lines hold.

    In a file that is not `titled` a plan its tables count from the first objective on.
    """
    reading = PlanReading(words=words)
    skip = False
    for place, line in enumerate(lines):
        texts = _texts(line)
        if skip:
            skip = False
            reading.took(line)
        elif not line.cells:
            _text_line(reading, line)
        elif all(_RULER.issuperset(text) and "--" in text for text in texts if text):
            if reading.columns is not None or (reading.open is not None and line.block in reading.open.blocks):
                reading.took(line)
        else:
            below = _texts(lines[place + 1]) if place + 1 < len(lines) else []
            columns, deeds = columns_of(texts, below), deeds_of(texts)
            if (columns is None and deeds is None) or not (titled or reading.drafts):
                _row(reading, line, texts)
                continue
            reading.columns, reading.deeds = columns, None if columns else deeds
            skip = columns is not None and is_second_row(below)
            reading.last_block = line.block
            if (columns is None or columns.ref is not None) and not _is_inside(reading, line):
                reading.above_table, reading.open = reading.open or reading.above_table, None
            reading.took(line)
    return reading


def _texts(line: Line) -> list[str]:
    return [latin(text) for text in line.texts]


def _in_paragraphs(line: Line) -> list[str]:
    """The texts of the cells, their paragraphs on lines."""
    return ["\n".join(" ".join(part.split()) for part in latin(cell.text).split("\n")) for cell in line.cells]


def _text_line(reading: PlanReading, line: Line) -> None:
    """A paragraph ends tables and blocks, unless it is a label with its text, or an item under one."""
    text = " ".join(line.text.split())
    parts = list(labelled([text])) if text else []
    if len(parts) == 1 and _is_said(reading, parts[0], line):
        reading.columns = reading.deeds = None
        _take(reading, parts[0], line)
    elif (line.is_item or is_marked(text)) and reading.open is not None and reading.label in _LISTS:
        _add(reading, reading.label, (unnumbered(text),), line)
    elif line.is_heading or len(text.split()) > _WORDS_OF_A_FOOTER:
        reading.label, reading.columns, reading.deeds = "", None, None
        reading.open = reading.above_table = None


def _is_said(reading: PlanReading, part: Labelled, line: Line) -> bool:
    """Whether a text is a label: with its own words behind it, or over a list, or as a heading."""
    over_a_list = part.label in _LISTS and (reading.open or reading.above_table) is not None
    return bool(part.label) and (bool(part.pieces or part.ref) or line.is_heading or over_a_list)


def _row(reading: PlanReading, line: Line, texts: list[str]) -> None:
    if reading.columns is not None and _is_measure(reading, line, texts):
        return
    if reading.deeds is not None and _is_deed(reading, line, texts):
        return
    parts = list(labelled(_in_paragraphs(line)))
    if not parts:
        return
    if parts[0].label == "risk" or (parts[0].label == "" and reading.label == "risk"):
        _take_risk(reading, line, texts)
    elif parts[0].label:
        reading.columns = reading.deeds = None
        for part in parts:
            _take(reading, part, line)
    elif not texts[0].strip(" •") and reading.label and reading.open is not None:
        _add(reading, reading.label, parts[0].pieces, line)
    elif line.block in reading.before_blocks or _is_inside(reading, line) or _is_of_open_table(reading, line):
        said = " | ".join(" ".join(piece.split()) for piece in parts[0].pieces)
        reason = "No known label stands before it." if reading.columns is None else "No reference stands in it."
        reading.unrecognised.append(Unrecognised("row of a plan", said, line.where, reason))


def _is_of_open_table(reading: PlanReading, line: Line) -> bool:
    return (reading.columns is not None or reading.deeds is not None) and line.block in reading.free_blocks


def _is_inside(reading: PlanReading, line: Line) -> bool:
    return reading.open is not None and line.block in reading.open.blocks


def _is_measure(reading: PlanReading, line: Line, texts: list[str]) -> bool:
    """Whether the row is a measure of the open table, or the rest of the measure before it."""
    assert reading.columns is not None
    breaks = line.block != reading.last_block
    fits = not breaks or abs(len(texts) - len(reading.columns.headings)) <= 1
    if not fits or next(labelled(texts[:1]), Labelled("")).label:
        return False
    held = reading.free_measures if reading.open is None else reading.open.measures
    row = measure_of(texts, columns=reading.columns, where=line.where, words=reading.words, prefixes=reading.prefixes)
    reading.last_block = line.block
    if row is not None:
        held.append(row)
        reading.prefixes |= prefixes_of([row.ref])
        if reading.open is None:
            reading.free_after.append(len(reading.drafts))
    elif held and (rest := rest_of_title(texts, columns=reading.columns, before=held[-1], breaks=breaks)):
        title = mended(f"{held[-1].title} {rest}", words=reading.words)
        held[-1] = replace(held[-1], title=title, confidence=MENDED)
    else:
        return False
    reading.took(line)
    return True


def _is_deed(reading: PlanReading, line: Line, texts: list[str]) -> bool:
    """Whether the row is a milestone of the open table."""
    assert reading.deeds is not None
    row = deed_of(texts, columns=reading.deeds, where=line.where)
    if row is None:
        return False
    reading.free_deeds.append((row, len(reading.drafts)))
    reading.took(line)
    return True


def _take_risk(reading: PlanReading, line: Line, texts: list[str]) -> None:
    if reading.open is None:
        return
    found = assessed(texts)
    for name, score in (("initial", found.initial), ("residual", found.residual)):
        if score is not None:
            reading.open.scores[name] = score
    for label, text in (("officer", found.officer), ("linked", found.linked)):
        if text:
            _add(reading, label, (text,), line)
    reading.open.labels.add("risk")
    reading.label = "risk"
    reading.took(line)


def _take(reading: PlanReading, part: Labelled, line: Line) -> None:
    """Put what a label says where it belongs: into the open objective, a new one, or the one to come."""
    reading.label, reading.year = part.label, part.year
    if part.label in _OWN_LABELS and reading.open is None:
        reading.open = reading.above_table
    if part.label == "objective":
        if reading.standing is not None and "priority" not in reading.before:
            reading.before["priority"], reading.before_where = reading.standing
        texts = {**reading.before, "objective": list(part.pieces)}
        reading.open = Draft(where=line.where, ref=part.ref, texts=texts, blocks=set(reading.before_blocks))
        reading.open.priority_where = reading.before_where
        reading.drafts.append(reading.open)
        reading.before, reading.before_blocks, reading.before_where = {}, set(), None
        reading.above_table = None
        reading.took(line)
    elif part.label in {"priority", "area"} and (reading.open is None or reading.open.labels):
        reading.open = None
        reading.before[part.label] = list(part.pieces)
        reading.before_blocks.add(line.block)
        if part.label == "priority":
            reading.before_where = line.where
            reading.standing = None if line.cells else (list(part.pieces), line.where)
    elif reading.open is not None:
        reading.open.labels.update({part.label} & _OWN_LABELS)
        if part.label == "priority":
            reading.open.priority_where = line.where
        _add(reading, part.label, part.pieces, line)


def _add(reading: PlanReading, label: str, pieces: Sequence[str], line: Line) -> None:
    if reading.open is None:
        return
    if label == "milestones":
        reading.open.milestones.extend((piece, reading.year, line.where) for piece in pieces)
    else:
        reading.open.texts.setdefault(label, []).extend(pieces)
    reading.took(line)


def section_of(draft: Draft, *, words: frozenset[str]) -> ObjectiveSection:
    """The objective of a draft, its reference split off, its damaged words put together."""

    def together(label: str) -> str:
        pieces = [" ".join(piece.split()) for piece in draft.texts.get(label, [])]
        return mended(put_together(pieces, words=words), words=words)

    draft.texts["objective"] = [_CROSS_REFERENCE.sub("", piece) for piece in draft.texts["objective"]]
    title = together("objective")
    ref = draft.ref
    found = _OBJECTIVE_REF.fullmatch(title)
    if found and not ref:
        ref, title = found["ref"], found["title"]
    officer = together("officer")
    return ObjectiveSection(
        ref=" ".join(ref.split()),
        title=title.strip(" :–-"),
        measures=tuple(draft.measures),
        milestones=milestones_of(draft.milestones, objective=" ".join(ref.split()), officer=officer),
        officer=officer,
        priority=together("priority"),
        linked_measures=" ".join(draft.texts.get("linked", [])).strip(" ,"),
        key_developments=_list_of(draft.texts.get("developments", [])),
        emerging_issues=_list_of(draft.texts.get("issues", [])),
        where=draft.where,
        area=together("area"),
        risk=RiskRating(draft.scores.get("initial"), draft.scores.get("residual")),
    )


def _list_of(texts: Sequence[str]) -> tuple[str, ...]:
    return tuple(piece.text for text in texts for piece in pieces_of(text))
