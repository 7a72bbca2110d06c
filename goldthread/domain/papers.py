"""A council's papers as records: what a report says, row by row, and where it says it.

The reader makes these records from files, publishing makes them from a round, and the checks read them: none of the
three knows the others. Every record carries its `Where`; a text is kept as printed beside what was read from it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from goldthread.domain.periods import Period


@dataclass(frozen=True, slots=True, order=True)
class Where:
    """A place in a file: lines and pages count from 1, a cell is named as its format does (`B14`, `row 3, column 2`).

    >>> str(Where(file="q3.docx", page=4, cell="row 3, column 2"))
    'q3.docx, page 4, row 3, column 2'
    """

    file: str = ""
    line: int | None = None
    page: int | None = None
    cell: str | None = None

    def __str__(self) -> str:
        parts = [self.file] if self.file else []
        parts += [f"page {self.page}"] if self.page is not None else []
        parts += [f"line {self.line}"] if self.line is not None else []
        return ", ".join(parts + ([self.cell] if self.cell else []))


class CellStatus(StrEnum):
    """What stands in a cell: a number, or which of the named kinds of no number."""

    NUMBER = "number"
    PROVISIONAL = "provisional"
    BLANK = "blank"
    NOT_APPLICABLE = "not applicable"
    TO_BE_CONFIRMED = "to be confirmed"
    NOT_YET_AVAILABLE = "not yet available"
    REFER_TO_COMMENTARY = "refer to commentary"
    BASELINE = "baseline to be established"
    SUPPRESSED = "suppressed"
    LIGHT = "light"
    SYMBOL_LOST = "symbol lost"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class CellPart:
    """One number of a cell: `1218 (total)` is label "total", number 1218, unit "count"; units as `figures.Unit`."""

    label: str
    number: Decimal
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as printed, under its header, with the numbers it holds and what kind of content it is.

    `light` is "green", "amber", "red", "blue" (done or no judgement, as the council says), or for a direction
    "better", "same", "worse"; it is None where no sign was printed or it was lost.
    """

    header: str
    text: str
    parts: tuple[CellPart, ...] = ()
    status: CellStatus = CellStatus.TEXT
    light: str | None = None
    where: Where = Where()

    @property
    def number(self) -> Decimal | None:
        """The cell's one number; None where it holds none or several."""
        return self.parts[0].number if len(self.parts) == 1 else None

    @property
    def unit(self) -> str:
        """The unit of the first number, empty where there is none."""
        return self.parts[0].unit if self.parts else ""


@dataclass(frozen=True, slots=True)
class Comparator:
    """The figure a current one is compared with, and the period it is of; `period` is None where it can't be read."""

    printed: str
    period: Period | None
    parts: tuple[CellPart, ...] = ()

    @property
    def number(self) -> Decimal | None:
        """The one number; None where there is none or there are several."""
        return self.parts[0].number if len(self.parts) == 1 else None


@dataclass(frozen=True, slots=True)
class Commentary:
    """The words under a row: who wrote them, and what they say; `text` is empty where only the label was printed."""

    authors: tuple[str, ...]
    text: str
    where: Where = Where()


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """One measure in one report.

    `cells` by column name: "prior_actual", "target", "current", "direction_of_travel", "progress", else the header as
    a lower-case name with underscores; targets and actuals of several years are "target 2018/19", "actual 2016/17".
    `confidence` is from 0 to 1: 1 where header, reference and every cell were recognised.
    """

    ref: str
    title: str
    cells: Mapping[str, Cell]
    comparator: Comparator | None = None
    commentary: Commentary | None = None
    where: Where = Where()
    confidence: Decimal = Decimal(1)


@dataclass(frozen=True, slots=True)
class MilestoneRow:
    """One milestone: its text as printed, the date it is due (the last day of a month that is named alone)."""

    ref: str
    text: str
    due: dt.date | None = None
    due_printed: str = ""
    officer: str = ""
    progress: Cell | None = None
    commentary: Commentary | None = None
    where: Where = Where()
    confidence: Decimal = Decimal(1)
    year: str = ""
    """In a plan, the year printed over it: `17 / 18`."""


@dataclass(frozen=True, slots=True)
class RiskRating:
    """How an objective's risk is scored before and after treatment; None where it was not, or was lost."""

    initial: int | None = None
    residual: int | None = None


@dataclass(frozen=True, slots=True)
class ObjectiveSection:
    """An objective and what is reported under it; the lists hold texts as printed."""

    ref: str
    title: str
    measures: tuple[MeasureRow, ...] = ()
    milestones: tuple[MilestoneRow, ...] = ()
    officer: str = ""
    priority: str = ""
    linked_measures: str = ""
    key_developments: tuple[str, ...] = ()
    emerging_issues: tuple[str, ...] = ()
    where: Where = Where()
    area: str = ""
    """The area of focus it serves, as printed: `13 - Improving attainment`."""
    risk: RiskRating = RiskRating()
    """Its risk assessment."""
    commentary: Commentary | None = None
    """What a progress paper says about it as a whole."""


@dataclass(frozen=True, slots=True)
class AreaRecord:
    """A numbered area of focus under a priority."""

    number: int
    title: str
    where: Where = Where()


@dataclass(frozen=True, slots=True)
class PriorityRecord:
    """A priority that a plan serves, with its areas of focus where they are listed."""

    title: str
    areas: tuple[AreaRecord, ...] = ()
    ref: str = ""
    where: Where = Where()


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of text: a paragraph, a list item or a heading (`level` 1 and up), under the headings above it."""

    text: str
    where: Where
    level: int | None = None
    section: str = ""
    number: str = ""
    """The printed number, `3.4` or `(ii)`, without which `text` starts."""
    kind: str = "paragraph"
    """paragraph, list item, heading, commentary or table cell."""


@dataclass(frozen=True, slots=True)
class Field:
    """One line of a report's front: its label as printed, what stands beside it."""

    label: str
    text: str
    where: Where


@dataclass(frozen=True, slots=True)
class Front:
    """What the front of a report says; names of `fields`: board, date, officer, portfolio, subject, wards."""

    fields: Mapping[str, Field] = field(default_factory=dict)
    date: dt.date | None = None
    recommendations: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportRecord:
    """One report of a paper, from its front to the line before the next one.

    `kind` is "performance report", "plan" or "report"; `passages` are all its texts, in order.
    """

    kind: str
    title: str
    period: Period | None = None
    period_printed: str = ""
    front: Front = Front()
    objectives: tuple[ObjectiveSection, ...] = ()
    passages: tuple[Passage, ...] = ()
    officers: Mapping[str, str] = field(default_factory=dict)
    """The key of officers as printed: initials to name (and post)."""
    where: Where = Where()
    last_line: int | None = None
    last_year: Period | None = None
    """A plan's last year; its first one is `period`."""
    plan_kind: str = ""
    """What kind of plan it is: business plan, service plan."""
    priorities: tuple[PriorityRecord, ...] = ()
    """The priorities a plan serves, in its order."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a table: `kind` is line, heading, subtotal or total; `section` the heading it stands under."""

    label: str
    values: Mapping[str, Cell]
    kind: str = "line"
    section: str = ""
    where: Where = Where()


@dataclass(frozen=True, slots=True)
class TableRecord:
    """A table of figures or statuses.

    `kind`: revenue, capital, savings, placements, transport, funding, benefits, shares, places, roll-out or figures;
    `unit` as printed over it ("£'000"), empty where none; `columns` maps the column's name to its header as printed.
    Names used wherever they fit: annual_budget, budget_to_date, actual, variance, forecast_outturn, allocation,
    allocation_to_date, remaining, value, total, quarter_1 … quarter_4; else the header as a lower-case name.
    """

    kind: str
    title: str
    unit: str
    columns: Mapping[str, str]
    rows: tuple[TableRow, ...]
    as_at: dt.date | None = None
    where: Where = Where()


@dataclass(frozen=True, slots=True)
class ScoreRecord:
    """A risk's score as printed; each None where it was not."""

    impact: int | None = None
    likelihood: int | None = None
    score: int | None = None


@dataclass(frozen=True, slots=True)
class RiskRecord:
    """A row of a risk register; dates as printed where they could not be read."""

    ref: str
    description: str
    area: str = ""
    opened: dt.date | None = None
    opened_printed: str = ""
    controls: str = ""
    current: ScoreRecord = ScoreRecord()
    target: ScoreRecord = ScoreRecord()
    rating: str = ""
    actions: tuple[TaskRecord, ...] = ()
    owner: str = ""
    responsible_officer: str = ""
    updated: dt.date | None = None
    updated_printed: str = ""
    update: str = ""
    where: Where = Where()
    effect: str = ""
    """What happens if it comes true, where a register without scores says so under "impact"."""
    review: dt.date | None = None
    """When it is to be looked at next."""
    review_printed: str = ""


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """A square of a risk matrix as printed; its level ("High") and product where it shows them."""

    likelihood: int
    impact: int
    product: int | None
    level: str
    where: Where = Where()


@dataclass(frozen=True, slots=True)
class MatrixRecord:
    """A risk matrix, its axes from number to word, and its key as printed."""

    cells: tuple[MatrixCell, ...]
    likelihood: Mapping[int, str]
    impact: Mapping[int, str]
    key: tuple[Passage, ...] = ()
    where: Where = Where()


@dataclass(frozen=True, slots=True)
class TaskRecord:
    """A task or a phase of a plan of work; dates are the first day of a start and the last day of an end."""

    title: str
    block: str = ""
    phase: str = ""
    is_phase: bool = False
    start: dt.date | None = None
    end: dt.date | None = None
    start_printed: str = ""
    end_printed: str = ""
    owner: str = ""
    status: str = ""
    percent_complete: Decimal | None = None
    where: Where = Where()
    priority: str = ""
    """How much it matters, as printed: `High`."""


@dataclass(frozen=True, slots=True)
class ShareStatement:
    """Shares of actions by status, as one sentence or row gives them: `{"complete": 17, "on target": 51}` percent."""

    scope: str
    shares: Mapping[str, Decimal]
    where: Where
    quote: str = ""


@dataclass(frozen=True, slots=True)
class MinuteItem:
    """A numbered item of minutes (`CYP27`): what was said, what was resolved, whose action the margin says it is."""

    ref: str
    title: str
    text: tuple[Passage, ...] = ()
    resolutions: tuple[Passage, ...] = ()
    action_owner: str = ""
    action_where: Where | None = None
    where: Where = Where()


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """An item of an agenda and the pages it names."""

    number: str
    title: str
    pages: str = ""
    where: Where = Where()


@dataclass(frozen=True, slots=True)
class Unrecognised:
    """What was read but not understood, as printed: kept, so that nothing is dropped silently."""

    kind: str
    text: str
    where: Where
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """All that was read in one file."""

    file: str
    reports: tuple[ReportRecord, ...] = ()
    tables: tuple[TableRecord, ...] = ()
    risks: tuple[RiskRecord, ...] = ()
    matrices: tuple[MatrixRecord, ...] = ()
    tasks: tuple[TaskRecord, ...] = ()
    shares: tuple[ShareStatement, ...] = ()
    agenda: tuple[AgendaItem, ...] = ()
    minutes: tuple[MinuteItem, ...] = ()
    passages: tuple[Passage, ...] = ()
    """Every text of the file in order, those of the reports too."""
    unrecognised: tuple[Unrecognised, ...] = ()
    notes: tuple[str, ...] = ()
    """What the reader has to say of the file as a whole: a scan without text, pages left out."""

    @property
    def measures(self) -> Iterator[tuple[ReportRecord, ObjectiveSection, MeasureRow]]:
        """Every measure row with the report and objective it stands under."""
        return (
            (report, objective, row)
            for report in self.reports
            for objective in report.objectives
            for row in objective.measures
        )

    @property
    def milestones(self) -> Iterator[tuple[ReportRecord, ObjectiveSection, MilestoneRow]]:
        """Every milestone with the report and objective it stands under."""
        return (
            (report, objective, row)
            for report in self.reports
            for objective in report.objectives
            for row in objective.milestones
        )
