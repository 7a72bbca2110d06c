"""The spreadsheet by the government's guidance on statistics in spreadsheets (ux check 36)."""

import io
from datetime import datetime
from decimal import Decimal
from typing import Any

import openpyxl
import pytest
from openpyxl import Workbook

from goldthread.rendering.document import Field
from goldthread.rendering.to_xlsx import to_xlsx
from goldthread.rendering.wording import SYMBOLS
from tests.rendering.builders import FIGURES, TYPICAL, a_dataset, a_document


def opened(content: bytes) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(content))


@pytest.fixture(scope="module")
def book() -> Workbook:
    return opened(to_xlsx(TYPICAL))


def test_cover_contents_and_notes_come_before_the_tables(book: Workbook) -> None:
    assert book.sheetnames == ["Cover", "Contents", "Notes", "Measures"]
    assert [row[0] for row in rows_of(book["Contents"])] == ["Cover", "Notes", "Measures"]


def test_it_opens_at_the_first_sheet_and_its_first_cell(book: Workbook) -> None:
    assert book.active is not None
    assert book.active.title == "Cover"
    assert {sheet.sheet_view.selection[0].activeCell for sheet in book if sheet.sheet_view.selection} <= {"A1"}


def test_every_sheet_has_its_title_in_its_first_cell(book: Workbook) -> None:
    assert [sheet["A1"].value for sheet in book] == [TYPICAL.title, "Contents", "Notes", FIGURES.title]


def test_every_table_is_marked_up_once_under_a_name_of_its_own_with_unique_headings(book: Workbook) -> None:
    names = []
    for sheet in book.worksheets[1:]:
        (table,) = sheet.tables.values()
        headings = [column.name for column in table.tableColumns]
        names.append(table.displayName)
        assert len(set(headings)) == len(headings)
        assert table.autoFilter is None

    assert len({name.lower() for name in names}) == len(names)
    assert all(name[0].isalpha() for name in names)


def test_nothing_is_merged_hidden_frozen_filtered_or_blank(book: Workbook) -> None:
    for sheet in book:
        assert list(sheet.merged_cells.ranges) == []
        assert sheet.sheet_state == "visible"
        assert sheet.freeze_panes is None
        assert sheet.auto_filter.ref is None
        assert not [at for at, size in sheet.row_dimensions.items() if size.hidden]
        assert not [at for at, size in sheet.column_dimensions.items() if size.hidden]
    for row in rows_of(book["Measures"]):
        assert None not in row


def test_figures_are_numbers_dates_are_dates_and_absences_say_why(book: Workbook) -> None:
    first, second, third = rows_of(book["Measures"])

    assert first[2:5] == (92.97, "[p]", datetime(2024, 3, 31))
    assert second[2:5] == ("Not available [x]", "[x]", "Not available [x]")
    assert third[2:4] == (-1234567.5, "final")


def test_figures_show_the_places_that_were_printed(book: Workbook) -> None:
    formats = [book["Measures"].cell(row, 3).number_format for row in (4, 6)]

    assert formats == ["#,##0.00", "#,##0.00"]


def test_text_is_never_a_formula_or_a_link() -> None:
    texts = ("=1+1", "+cmd|' /C calc'!A0", "@SUM(A1)", "https://council.example", "file:///etc/passwd", "007", "{=1}")
    dataset = a_dataset(fields=(Field(heading="Text"),), rows=tuple((text,) for text in texts))

    sheet = opened(to_xlsx(a_document(datasets=(dataset,))))["Measures"]

    cells = [sheet.cell(row, 1) for row in range(4, 4 + len(texts))]
    assert [cell.value for cell in cells] == list(texts)
    assert {cell.data_type for cell in cells} == {"s"}
    assert [cell.hyperlink for cell in cells] == [None] * len(texts)


def test_every_mark_is_explained(book: Workbook) -> None:
    explained = {row[1] for row in rows_of(book["Notes"]) if row[0] == "Mark"}

    assert explained == {symbol.mark for symbol in SYMBOLS.values()}


def test_notes_and_descriptions_of_columns_are_on_the_notes_sheet(book: Workbook) -> None:
    notes = rows_of(book["Notes"])

    assert ("Note", "1", "Percentages are rounded half up.") in notes
    assert ("Column", "Measures: Ref", "The council's reference") in notes


def test_a_document_without_data_sets_brings_its_tables() -> None:
    book = opened(to_xlsx(a_document(datasets=())))

    tables = list(TYPICAL.tables())

    assert [book.worksheets[3 + place]["A1"].value for place in range(len(tables))] == [t.caption for t in tables]


def test_an_empty_data_set_is_a_table_that_says_so() -> None:
    sheet = opened(to_xlsx(a_document(datasets=(a_dataset(rows=()),))))["Measures"]

    assert [sheet.cell(3, place).value for place in (1, 2)] == ["Ref", "Measure"]
    assert sheet["A4"].value == "No rows"


def test_the_largest_and_the_smallest_figures_are_kept_exactly() -> None:
    values = (Decimal("999999999999999"), Decimal("-0.00000001"), Decimal("123456789.012345"))
    dataset = a_dataset(fields=(Field(heading="Value", kind="number"),), rows=tuple((value,) for value in values))

    rows = rows_of(opened(to_xlsx(a_document(datasets=(dataset,))))["Measures"])

    assert [Decimal(repr(row[0])) for row in rows] == list(values)


def rows_of(sheet: Any) -> list[tuple[Any, ...]]:
    """Return the rows of a sheet's one table, below its headings."""
    (table,) = sheet.tables.values()
    return [tuple(cell.value for cell in row) for row in sheet[table.ref]][1:]
