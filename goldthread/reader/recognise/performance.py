"""Performance reports: objectives, the measures and milestones reported under them, and their commentary."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from goldthread.domain.papers import Commentary, MeasureRow, MilestoneRow, ObjectiveSection, Unrecognised, Where
from goldthread.reader.blocks import BlockDocument, TableCell
from goldthread.reader.recognise.commentary import after_label, authors_and_text, known_names
from goldthread.reader.recognise.found import Found
from goldthread.reader.recognise.headers import Layout, is_reported, layout_of, year_in
from goldthread.reader.recognise.lines import Line, lines_of
from goldthread.reader.recognise.measures import lines_of_items, measure_row
from goldthread.reader.recognise.milestones import milestone_row
from goldthread.reader.recognise.objectives import objective_in, ref_and_title
from goldthread.reader.recognise.sections import is_section_heading, without_number

LONGEST_SIGNATURE = 12
LONGEST_YEAR = 20
LOSES_SYMBOLS = frozenset({"text", "pdf"})
"""Formats where a picture in a cell may be lost, and where a commentary may run on below its table."""
_REF = re.compile(
    r"[A-Z]{0,8}[&/]?[A-Z]{0,4}[ .-]?\d{1,4}(?:[ .-]?\d{1,3})*[ ]?[a-z]{0,2}(?:[ivx]{1,4})?|[A-Z]{1,4}[a-z]?",
    re.ASCII,
)
_PAGE = re.compile(r"(?:page\s*)?\d{1,4}(?:\s*of\s*\d{1,4})?", re.IGNORECASE)
_RULE = re.compile(r"[\s:_–—-]*-{2,}[\s:_–—-]*")


@dataclass
class _Draft:
    """A row as it grows: its cells, and the pieces of its commentary."""

    line: Line
    layout: Layout
    pieces: list[str] | None = None
    signed: str = ""
    commentary_under_heading: bool = False
    commentary_where: Where = field(default_factory=Where)

    def add(self, line: Line) -> None:
        """Take the rest of a row that was broken: each cell goes on where it stopped."""
        cells = list(self.line.cells)
        for place, cell in enumerate(line.cells[: len(cells)]):
            if cell.text.strip():
                cells[place] = replace(cells[place], text=f"{cells[place].text} {cell.text}".strip())
        self.line = replace(self.line, cells=tuple(cells))


@dataclass
class _Objective:
    section: ObjectiveSection
    drafts: list[_Draft] = field(default_factory=list)


class _Reader:
    """Goes through the lines once and keeps what it is inside of: objective, headings of columns, row, commentary."""

    def __init__(self, document: BlockDocument, *, plans_too: bool) -> None:
        self.plans_too = plans_too
        self.flows = document.format in LOSES_SYMBOLS
        self.symbols_kept = document.format not in LOSES_SYMBOLS
        self.objectives: list[_Objective] = []
        self.layout: Layout | None = None
        self.layout_before: Layout | None = None
        self.draft: _Draft | None = None
        self.commenting = False
        self.heading: Line | None = None
        self.above: Line | None = None
        self.rows_block = -1
        self.taken: set[int] = set()
        self.commentary: set[int] = set()
        self.aside: list[Line] = []

    def read(self, line: Line) -> None:
        used = self._row(line) if line.cells else self._text(line)
        if used:
            self.taken.add(line.block)
        elif line.cells and line.filled:
            self.aside.append(line)

    def _row(self, line: Line) -> bool:
        texts = line.texts
        if all(not text or _RULE.fullmatch(text) for text in texts):
            return line.block in self.taken
        first = next(cell for cell in line.cells if cell.text.strip())
        if len(line.filled) == 1 and self._comment(after_label(first.text), line, flows=self.flows):
            return True
        if self._objective(line) or self._headings(self._with_years_above(line)):
            self.rows_block = line.block
            return True
        self.above = line
        if self.layout is None or not self._belongs(line):
            return self._other_row(line)
        self.rows_block = line.block
        return self._record(line)

    def _with_years_above(self, line: Line) -> list[str]:
        """The texts of a row, each under the year in the row above where that heads several columns of this one."""
        if self.above is None or self.above.block != line.block:
            return line.texts
        return [
            f"{year} {text}" if year and text and not year_in(text) else text
            for text, year in zip_longest(line.texts, _spread(self.above), fillvalue="")
        ][: len(line.texts)]

    def _headings(self, texts: Sequence[str]) -> bool:
        layout = layout_of(texts, before=self.layout_before)
        if layout is None or not (is_reported(layout) or (self.plans_too and layout.kind == "measures")):
            return False
        self.layout = layout
        self.layout_before = layout if layout.kind == "measures" else self.layout_before
        return True

    def _belongs(self, line: Line) -> bool:
        """Whether a row without headings of its own can stand under those read last."""
        assert self.layout is not None
        return line.block == self.rows_block or self._has_ref(line) or (self.commenting and len(line.filled) == 1)

    def _has_ref(self, line: Line) -> bool:
        assert self.layout is not None
        text = line.at(self.layout.place("ref"))
        return bool(text) and len(text) <= 20 and _REF.fullmatch(text) is not None

    def _record(self, line: Line) -> bool:
        assert self.layout is not None
        title, ref = line.at(self.layout.place("title")), line.at(self.layout.place("ref"))
        starts = (
            self._has_ref(line) if self.layout.place("ref") is not None and self._refs_are_given() else bool(title)
        )
        if not starts and len(line.filled) == 1 and self.commenting and self.draft and self.draft.pieces is not None:
            self.draft.pieces.append(line.filled[0].text)
            return True
        if not starts and not ref and self._goes_on(line):
            assert self.draft is not None
            self.draft.add(line)
            return True
        if not starts and not (title and len(line.filled) > 1):
            return False
        self._start(line)
        return True

    def _goes_on(self, line: Line) -> bool:
        """Whether a row without a reference is the rest of the row before: it fills fewer of the columns."""
        if self.draft is None or self.draft.pieces is not None or self.draft.layout is not self.layout:
            return False
        ref = self.draft.layout.place("ref")
        wanted = {place for place, text in enumerate(self.draft.line.texts) if text and place != ref}
        return (
            not wanted <= {place for place, text in enumerate(line.texts) if text}
            or line.at(self.draft.layout.place("title"))[:1].islower()
        )

    def _refs_are_given(self) -> bool:
        return self.draft is None or self.draft.layout is not self.layout or self._has_ref(self.draft.line)

    def _start(self, line: Line) -> None:
        assert self.layout is not None
        self.draft = _Draft(line=line, layout=self.layout)
        self.commenting = False
        if not self.objectives or self._left_objective():
            self.objectives.append(_Objective(self._objective_of_heading(line)))
        self.objectives[-1].drafts.append(self.draft)

    def _left_objective(self) -> bool:
        """Whether a heading came after the last objective, which was named by a heading itself."""
        last = self.objectives[-1].section
        return self.heading is not None and not last.ref and last.where != self.heading.where

    def _objective_of_heading(self, line: Line) -> ObjectiveSection:
        if self.heading is None:
            return ObjectiveSection(ref="", title="", where=line.where)
        ref, title = ref_and_title(without_number(" ".join(self.heading.text.split())))
        own = line.at(self.layout.place("ref") if self.layout else None)
        named = bool(ref) and own.replace(" ", "").startswith(ref.replace(" ", ""))
        return ObjectiveSection(
            ref=ref if named else "", title=title if named else self.heading.text, where=self.heading.where
        )

    def _other_row(self, line: Line) -> bool:
        if line.block != self.rows_block and len(line.filled) > 1:
            self.commenting, self.layout = False, None
        return False

    def _objective(self, line: Line) -> bool:
        section = objective_in(line)
        if section is None:
            return False
        self.objectives.append(_Objective(section))
        self.draft, self.commenting, self.heading = None, False, None
        return True

    def _comment(self, words: str | None, line: Line, *, flows: bool) -> bool:
        if words is None or self.draft is None:
            return False
        if self.draft.pieces and self.draft.commentary_under_heading and len(words.split()) <= LONGEST_SIGNATURE:
            self.draft.signed = words.rstrip(".")
        elif self.draft.pieces is None:
            self.draft.pieces = [words]
            self.draft.commentary_where = line.where
        else:
            self.draft.pieces.append(words)
        self.commenting = flows
        self.commentary.add(line.block)
        return True

    def _comment_heading(self, line: Line) -> bool:
        """A heading that opens with the reference of a row above: what follows is that row's commentary."""
        if not line.is_heading or not self.objectives:
            return False
        text = " ".join(line.text.split())
        for draft in self.objectives[-1].drafts:
            ref = draft.line.at(draft.layout.place("ref"))
            if ref and draft.pieces is None and text.startswith(f"{ref} "):
                draft.pieces, draft.commentary_where, draft.commentary_under_heading = [], line.where, True
                self.draft, self.commenting = draft, True
                return True
        return False

    def _text(self, line: Line) -> bool:
        if not line.text.strip():
            return False
        if self._comment(after_label(line.text), line, flows=True) or self._objective(line):
            return True
        if self._comment_heading(line):
            return True
        if line.is_heading or is_section_heading(line.text):
            self.heading, self.commenting, self.draft, self.layout = line, False, None, None
            return False
        if not self.commenting or self.draft is None or self.draft.pieces is None:
            return False
        self.commentary.add(line.block)
        if not _PAGE.fullmatch(line.text.strip()):
            self.draft.pieces.append(f"- {line.text}" if line.is_item and line.text[:1].isalpha() else line.text)
        return True


def _spread(row: Line) -> list[str]:
    """The year over each column: a cell over several columns heads them all."""
    years: list[str] = []
    for place, cell in enumerate(row.cells):
        if place >= len(years):
            year = " ".join(cell.text.split()) if len(cell.text) < LONGEST_YEAR and year_in(cell.text) else ""
            years += [year] * cell.columns
    return years


def find(document: BlockDocument, left: Sequence[int]) -> Found:
    """Objectives with their measures, milestones and commentary; rows of their tables that fit nowhere are listed."""
    return _found(document, left, plans_too=False)


def find_targets(document: BlockDocument, left: Sequence[int]) -> Found:
    """The same for tables that hold targets or earlier figures, and none of the period reported."""
    return _found(document, left, plans_too=True)


def _found(document: BlockDocument, left: Sequence[int], *, plans_too: bool) -> Found:
    lines = list(lines_of(document, iter(left)))
    reader = _Reader(document, plans_too=plans_too)
    for line in lines:
        reader.read(line)
    reported = [objective for objective in reader.objectives if objective.drafts]
    if not reported:
        return Found()
    known = known_names(
        piece for objective in reported for draft in objective.drafts for piece in (draft.pieces or [])[:1]
    )
    objectives = tuple(_section(one, known=known, symbols_kept=reader.symbols_kept) for one in reported)
    return Found(
        taken=frozenset(reader.taken),
        commentary=frozenset(reader.commentary),
        objectives=objectives,
        unrecognised=tuple(_aside(line) for line in reader.aside if line.block in reader.taken),
    )


def _section(objective: _Objective, *, known: frozenset[str], symbols_kept: bool) -> ObjectiveSection:
    measures: list[MeasureRow] = []
    milestones: list[MilestoneRow] = []
    for draft in objective.drafts:
        commentary = _commentary(draft, known=known)
        if draft.layout.kind == "measures":
            for line in lines_of_items(draft.line, layout=draft.layout):
                row = measure_row(line, layout=draft.layout, symbols_kept=symbols_kept)
                measures.append(replace(row, commentary=commentary))
        else:
            milestone = milestone_row(draft.line, layout=draft.layout, symbols_kept=symbols_kept)
            milestones.append(replace(milestone, commentary=commentary))
    return replace(objective.section, measures=tuple(measures), milestones=tuple(milestones))


def _commentary(draft: _Draft, *, known: frozenset[str]) -> Commentary | None:
    if draft.pieces is not None:
        authors, words = authors_and_text(draft.pieces[0] if draft.pieces else "", known=known)
        text = "\n".join(piece for piece in [words, *draft.pieces[1:]] if piece.strip())
        if draft.signed:
            authors = (draft.signed,)
        return Commentary(authors=authors, text=text, where=draft.commentary_where)
    place = draft.layout.place("commentary")
    cell: TableCell | None = draft.line.cells[place] if place is not None and place < len(draft.line.cells) else None
    if cell is None or not cell.text.strip():
        return None
    return Commentary(authors=(), text=cell.text.strip(), where=cell.where)


def _aside(line: Line) -> Unrecognised:
    return Unrecognised(
        kind="row",
        text=" | ".join(line.texts),
        where=line.where,
        reason="The row stands in a table of measures or milestones and is neither, nor a commentary.",
    )
