"""A percentage is read as it is shown, and a cell's fill is its colour."""

from pathlib import Path

import xlsxwriter

from goldthread.reader.blocks import Table, TableCell
from goldthread.reader.reading import blocks_of
from goldthread.reader.sheet_styles import sheet_styles


def cells_of(path: Path) -> list[TableCell]:
    (table,) = (block for block in blocks_of(path).blocks if isinstance(block, Table))
    return [cell for row in table.rows for cell in row.cells]


def a_workbook(path: Path) -> Path:
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet("Figures")
        sheet.write_string("A1", "Attendance")
        sheet.write_number("B1", 0.9297, workbook.add_format({"num_format": "0.0%"}))
        sheet.write_number("C1", 0.5, workbook.add_format({"num_format": "0%", "bg_color": "#D4351C"}))
        sheet.write_number("D1", 1234.5, workbook.add_format({"num_format": '£#,##0.00" not 100%"'}))
    return path


def test_a_percentage_is_read_as_it_is_shown_and_no_digit_is_lost(tmp_path: Path) -> None:
    cells = cells_of(a_workbook(tmp_path / "q3.xlsx"))

    assert [cell.text for cell in cells] == ["Attendance", "92.97%", "50%", "1234.5"]


def test_a_filled_cell_has_its_colour(tmp_path: Path) -> None:
    cells = cells_of(a_workbook(tmp_path / "q3.xlsx"))

    assert [cell.shade for cell in cells] == [None, None, "#d4351c", None]


def test_what_is_no_workbook_has_no_styles() -> None:
    assert not sheet_styles(b"PK no package").of_cells
