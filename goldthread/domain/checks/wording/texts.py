"""Every text of a paper in the order it was printed, each once, with the report it stands in."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from goldthread.domain.papers import Cell, Paper, Passage, ReportRecord, Where

_SENTENCE = re.compile(r"(?<=[.!?])[\"')\]]*\s+(?=[\"'(\[]?[A-Z0-9])|\n+")
_WORD = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)?")
_PLAIN = re.compile(r"[a-z0-9]+")
_BOILERPLATE = re.compile(
    r"implication|equality|diversity|background papers|climate|declaration|priorities|purpose of|risk analysis",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Printed:
    """A text as printed: `report` is the number of its report in the paper, -1 before the first.

    `kind` is that of a passage, or "record" for a text that only a table, a task, a risk or a measure holds.
    """

    text: str
    where: Where
    report: int = -1
    kind: str = "paragraph"
    section: str = ""
    level: int | None = None
    number: str = ""


class _Same:
    """A paper by its identity: the checks of one paper ask for its texts one after the other."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper

    def __hash__(self) -> int:
        return id(self.paper)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.paper is other.paper


def printed(paper: Paper) -> tuple[Printed, ...]:
    """All texts in the order of their lines; a text that is part of another one on its line is left out.

    >>> printed(Paper(file="q3.txt"))
    ()
    """
    return _printed(_Same(paper))


@lru_cache(maxsize=1)
def _printed(same: _Same) -> tuple[Printed, ...]:
    paper = same.paper
    starts = [report.where.line or 0 for report in paper.reports]
    reports = {id(passage): at for at, report in enumerate(paper.reports) for passage in report.passages}
    there: dict[int, str] = {}
    records: set[tuple[str, Where, str]] = set()
    kept = []
    for each, passage in _all(paper):
        line = each.where.line
        before = there.get(line, "") if line is not None else ""
        text = _new_in(each.text, before)
        if text and (each.kind, each.where, text) not in records:
            if line is not None:
                there[line] = f"{before}\n{text}"
            records.add(("record", each.where, text))
            at = bisect_right(starts, line) - 1 if line is not None else -1
            kept.append(replace(each, text=text, report=reports.get(id(passage), at)))
    return tuple(sorted(kept, key=lambda each: each.where.line or 0))


def _new_in(text: str, before: str) -> str:
    """The cells of a text that its line has not given yet."""
    cells = [cell for cell in text.split(" | ") if cell not in before] if before else [text]
    return " | ".join(cells) if any(cell.strip(" |") for cell in cells) else ""


def _all(paper: Paper) -> Iterator[tuple[Printed, Passage | None]]:
    for passage in paper.passages:
        kind, section = passage.kind, passage.section
        yield Printed(passage.text, passage.where, -1, kind, section, passage.level, passage.number), passage
    for where, text in _of_records(paper):
        yield Printed(text, where, kind="record"), None


def _of_records(paper: Paper) -> Iterator[tuple[Where, str]]:
    yield from _of_objectives(paper)
    yield from _of_tables(paper)
    for left in paper.unrecognised:
        for after, text in enumerate(left.text.split("\n")):
            line = None if left.where.line is None else left.where.line + after
            yield replace(left.where, line=line), text


def _of_objectives(paper: Paper) -> Iterator[tuple[Where, str]]:
    for _, _, measure in paper.measures:
        yield measure.where, measure.title
        if measure.commentary:
            yield measure.commentary.where, measure.commentary.text
    for _, _, milestone in paper.milestones:
        yield milestone.where, milestone.text
        if milestone.commentary:
            yield milestone.commentary.where, milestone.commentary.text


def _of_tables(paper: Paper) -> Iterator[tuple[Where, str]]:
    for table in paper.tables:
        for row in table.rows:
            yield row.where, row.label
            yield from ((row.where, cell.text) for cell in row.values.values() if _is_words(cell))
    for task in paper.tasks:
        yield task.where, task.title
    for risk in paper.risks:
        yield from ((risk.where, text) for text in (risk.description, risk.controls, risk.update))
        yield from ((action.where, action.title) for action in risk.actions)


def _is_words(cell: Cell) -> bool:
    return not cell.parts and " " in cell.text


def sentences(text: str) -> list[str]:
    """The sentences of a text, its lines taken for sentences.

    >>> sentences("It rose. It fell by 1.5% in May.")
    ['It rose.', 'It fell by 1.5% in May.']
    """
    return [part.strip() for part in _SENTENCE.split(text) if part.strip()]


def words(text: str) -> list[str]:
    """The words of a text as printed, without figures.

    >>> words("The LA's 12 plans")
    ['The', "LA's", 'plans']
    """
    return _WORD.findall(text)


def around(text: str, start: int, end: int, *, margin: int = 40) -> str:
    """The words about a place in a text, cut at whole words.

    >>> around("one two three four five six", 8, 13, margin=5)
    'two three four'
    """
    left = text.find(" ", start - margin - 1, start) + 1 or start if start > margin else 0
    right = text.rfind(" ", end, end + margin + 1) if end + margin < len(text) else len(text)
    return text[left : max(right, end)].strip()


def plain(text: str) -> str:
    """A label without its case, punctuation and the sign for "and".

    >>> plain("Children, Young People & Families")
    'children young people and families'
    """
    return " ".join(_PLAIN.findall(text.lower().replace("&", " and ").replace("'", "").replace("’", "")))


def is_boilerplate(each: Printed) -> bool:
    """Whether a text stands in a section that says the same in every report by custom.

    >>> is_boilerplate(Printed("None.", Where(), section="Financial implications"))
    True
    """
    return _BOILERPLATE.search(each.section) is not None


def is_shouted(text: str) -> bool:
    """Whether a text is printed mostly in capitals, as a heading is.

    >>> is_shouted("TERMS OF REFERENCE"), is_shouted("The DfE and NHS agree.")
    (True, False)
    """
    letters = [letter for letter in text if letter.isalpha()]
    return bool(letters) and sum(letter.isupper() for letter in letters) > 0.6 * len(letters)


def report_of(paper: Paper, each: Printed) -> ReportRecord | None:
    """The report a text stands in; None before the first.

    >>> report_of(Paper(file="q3.txt"), Printed("Words", Where()))
    """
    return paper.reports[each.report] if each.report >= 0 else None
