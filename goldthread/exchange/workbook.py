"""The spreadsheet template: a round's figures and a plan's measures, to be filled in and uploaded again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import xlsxwriter

from goldthread.domain.figures import Unit
from goldthread.domain.measures import Polarity

FIGURES, PLAN, GUIDE = "Figures", "Plan", "Read me"
WRONG = "What is wrong"
HEADINGS: Mapping[str, tuple[str, ...]] = {
    FIGURES: (
        "Reference",
        "Title",
        "Current figure",
        "Numerator",
        "Denominator",
        "Provisional",
        "As at",
        "Commentary",
        "Commentary by",
        WRONG,
    ),
    PLAN: (
        "Objective",
        "Objective title",
        "Reference",
        "Title",
        "Measure held",
        "Unit",
        "Which way is better",
        "Year",
        "Target",
        WRONG,
    ),
}
HEADING_ROW = 5
"""The row of the headings, counted from 1 as a spreadsheet does; the rows to fill in follow."""
_WIDTHS = {"Title": 48, "Objective title": 40, "Commentary": 60, WRONG: 60, "Measure held": 36}
_SAFE = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_GUIDE = (
    "How to fill in this workbook",
    "Fill in the sheets Figures and Plan, then upload the workbook where you downloaded it.",
    "Leave a row as it is when there is nothing to import from it.",
    "Figures: write each figure as the report prints it, such as 92.50% or tbc. Write yes under Provisional.",
    "Figures: numerator and denominator go together. As at is a date such as 2024-03-31.",
    "Plan: each row is a measure that the plan does not have yet, or a target for a year.",
    f"Plan: a unit is one of {', '.join(Unit)}.",
    f"Plan: which way is better is one of {', '.join(Polarity)}.",
    "What cannot be imported comes back in this workbook with the reason in the last column.",
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of one sheet, each with its number in the spreadsheet and its cells by heading."""

    rows: Sequence[tuple[int, Mapping[str, str]]] = ()


@dataclass(frozen=True, slots=True)
class Filled:
    """A workbook as it was filled in: the plan and period it is for, and its rows."""

    plan: str
    period: str
    sheets: Mapping[str, Sheet] = field(default_factory=dict)


def workbook_bytes(*, plan: str, period: str, rows: Mapping[str, Sequence[Mapping[str, str]]]) -> bytes:
    """A workbook with these rows on its sheets, each row as cells by heading; every cell is text.

    >>> workbook_bytes(plan="2023-24", period="2023/24 Q4", rows={})[:2]
    b'PK'
    """
    held = BytesIO()
    with xlsxwriter.Workbook(held, _SAFE) as book:
        book.set_properties({"title": f"Figures of {period}", "comments": f"Plan {plan}"})
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        text = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
        guide = book.add_worksheet(GUIDE)
        guide.set_column(0, 0, 100)
        for line, words in enumerate(_GUIDE):
            guide.write_string(line, 0, words, bold if line == 0 else text)
        for name in (FIGURES, PLAN):
            _write_sheet(book.add_worksheet(name), name, plan, period, rows.get(name, ()), bold=bold, text=text)
        book.get_worksheet_by_name(FIGURES).activate()
    return held.getvalue()


def _write_sheet(
    sheet: Any,
    name: str,
    plan: str,
    period: str,
    rows: Sequence[Mapping[str, str]],
    *,
    bold: Any,
    text: Any,
) -> None:
    sheet.write_string(0, 0, f"{name} of {period if name == FIGURES else plan}", bold)
    for line, (label, value) in enumerate((("Plan", plan), ("Period", period)), start=1):
        sheet.write_string(line, 0, label, text)
        sheet.write_string(line, 1, value, text)
    for column, heading in enumerate(HEADINGS[name]):
        sheet.set_column(column, column, _WIDTHS.get(heading, 16), text)
        sheet.write_string(HEADING_ROW - 1, column, heading, bold)
    for line, row in enumerate(rows, start=HEADING_ROW):
        for column, heading in enumerate(HEADINGS[name]):
            if row.get(heading):
                sheet.write_string(line, column, row[heading], text)


def filled_from(sheets: Mapping[str, Sequence[Sequence[str]]]) -> Filled | str:
    """What a workbook's cells say, or a sentence that says why it is not the template."""
    missing = [name for name in (FIGURES, PLAN) if name not in sheets]
    if missing:
        return f"The workbook has no sheet “{missing[0]}”. Download the template and fill that in"
    read: dict[str, Sheet] = {}
    for name in (FIGURES, PLAN):
        rows = sheets[name]
        headings = list(rows[HEADING_ROW - 1]) if len(rows) >= HEADING_ROW else []
        wanted = [heading for heading in HEADINGS[name] if heading not in headings and heading != WRONG]
        if wanted:
            return f"Sheet {name}, row {HEADING_ROW}: there is no heading “{wanted[0]}”. Put it back"
        read[name] = Sheet(
            rows=tuple(
                (number, dict(zip(headings, row, strict=False)))
                for number, row in enumerate(rows[HEADING_ROW:], start=HEADING_ROW + 1)
                if any(row)
            )
        )
    front = {row[0]: row[1] for row in sheets[FIGURES][1:3] if len(row) > 1}
    return Filled(plan=front.get("Plan", ""), period=front.get("Period", ""), sheets=read)


def address(name: str, *, heading: str, row: int) -> str:
    """A cell's address in words.

    >>> address("Figures", heading="Numerator", row=14)
    'Sheet Figures, cell D14'
    """
    return f"Sheet {name}, cell {chr(ord('A') + HEADINGS[name].index(heading))}{row}"
