"""What the rules over measures ask of a row: which way its title points, its figures by year, the report before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from enum import StrEnum

from goldthread.domain.checks.findings import Evidence
from goldthread.domain.papers import Cell, CellStatus, Commentary, MeasureRow, ReportRecord
from goldthread.domain.periods import PeriodKind, previous

_YEAR = re.compile(r"(\d{4})/\d\d$")
_DOWN = re.compile(r"\W*(?:reduc|decreas|diminish|narrow|minimi[sz]|lower|close the gap|cut )", re.IGNORECASE)
_UP = re.compile(r"\W*(?:increas|improv|rais|maximi[sz]|grow )", re.IGNORECASE)
_WATCH = re.compile(r"\W*(?:monitor|record|report|maintain|track)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z•])")
WAITING = frozenset({CellStatus.TO_BE_CONFIRMED, CellStatus.BASELINE, CellStatus.NOT_YET_AVAILABLE})


class Aim(StrEnum):
    """Which way the verb at the head of a title points."""

    UP = "increase"
    DOWN = "reduce"
    WATCH = "watch"
    NONE = "none"


def aim_of(title: str) -> Aim:
    """Which way the verb of a title points; a verb that only watches, or none, says nothing of better.

    >>> [str(aim_of(title)) for title in ("Reduce visits", "Increased visits", "Monitor visits", "Visits")]
    ['reduce', 'increase', 'watch', 'none']
    """
    for form, aim in ((_DOWN, Aim.DOWN), (_UP, Aim.UP), (_WATCH, Aim.WATCH)):
        if form.match(title):
            return aim
    return Aim.NONE


def short(row: MeasureRow, cell: Cell | None = None) -> str:
    """A row as a finding quotes it: its reference, its title, and the cell in question.

    >>> short(MeasureRow(ref="EDU01", title="Visits", cells={}))
    'EDU01 Visits'
    """
    return " ".join(filter(None, (row.ref, row.title, cell.text.strip() if cell else ""))).strip()


def words_of(cell: Cell) -> str:
    """The text of a cell on one line.

    >>> words_of(Cell(header="", text=" 12  (prov) "))
    '12 (prov)'
    """
    return " ".join(cell.text.split())


def header_of(cell: Cell) -> str:
    """The header of a cell on one line.

    >>> header_of(Cell(header="23/24  Target", text=""))
    '23/24 Target'
    """
    return " ".join(cell.header.split())


def by_year(row: MeasureRow, kind: str) -> list[tuple[int, Cell]]:
    """The cells of one kind ("target", "actual") of a plan's row with the year in which theirs begins, oldest first.

    >>> by_year(MeasureRow(ref="", title="", cells={"target 2018/19": Cell(header="", text="9")}), "target")[0][0]
    2018
    """
    found = ((_YEAR.search(name), cell) for name, cell in row.cells.items() if name.startswith(f"{kind} "))
    return sorted(((int(year[1]), cell) for year, cell in found if year), key=lambda each: each[0])


def printed_year(year: int) -> str:
    """A financial year as it is printed.

    >>> printed_year(2018)
    '2018/19'
    """
    return f"{year}/{(year + 1) % 100:02}"


def base_before(row: MeasureRow, year: int) -> tuple[str, Cell] | None:
    """The last figure known before a year, with its name: an actual of an earlier year, else the latest one.

    >>> base_before(MeasureRow(ref="", title="", cells={}), 2018) is None
    True
    """
    actuals = [(f"{printed_year(of)} actual", cell) for of, cell in by_year(row, "actual") if of < year]
    latest = [("latest figure", row.cells["latest"])] if "latest" in row.cells else []
    return next((each for each in reversed(latest + actuals) if each[1].number is not None), None)


def numbers_of(cell: Cell | None) -> frozenset[Decimal]:
    """The numbers of a cell; none where there is no cell.

    >>> numbers_of(None)
    frozenset()
    """
    return frozenset(part.number for part in cell.parts) if cell else frozenset()


def commentaries(report: ReportRecord) -> Iterator[tuple[str, str, Commentary]]:
    """Every commentary of a report on a measure or a milestone, with the reference and the title of its row.

    >>> list(commentaries(ReportRecord(kind="report", title="")))
    []
    """
    for objective in report.objectives:
        for row in objective.measures:
            if row.commentary is not None:
                yield row.ref, row.title, row.commentary
        for milestone in objective.milestones:
            if milestone.commentary is not None:
                yield milestone.ref, milestone.text, milestone.commentary


def before(evidence: Evidence, report: ReportRecord) -> ReportRecord | None:
    """The performance report of the quarter before, in the same pack or in the paper of the period before.

    >>> from goldthread.domain.papers import Paper
    >>> before(Evidence(paper=Paper(file="")), ReportRecord(kind="report", title="")) is None
    True
    """
    if report.period is None or report.period.kind is not PeriodKind.QUARTER:
        return None
    papers = [paper for paper in (evidence.paper, evidence.previous) if paper is not None]
    wanted = previous(report.period)
    found = (each for paper in papers for each in paper.reports if each.period == wanted and each.objectives)
    return next(found, None)


def sentences(text: str) -> Sequence[str]:
    """The sentences of a text, with single spaces.

    >>> list(sentences("One.  Two of  them."))
    ['One.', 'Two of them.']
    """
    return _SENTENCE.split(" ".join(text.split()))


def plain(text: str) -> str:
    """A text in lower case with nothing but its words, for comparing.

    >>> plain("To date, we've had £5.")
    'to date we ve had 5'
    """
    return " ".join(re.findall(r"\w+", text.lower()))
