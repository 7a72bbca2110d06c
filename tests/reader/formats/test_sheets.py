"""A workbook is read sheet by sheet; each cell knows its name, and no formula runs."""

import io
from pathlib import Path

import pytest
import xlsxwriter

from goldthread.reader.blocks import BlockDocument, Heading, Table
from goldthread.reader.from_sheets import from_sheets
from goldthread.reader.unreadable import Unreadable
from tests.reader.formats import small_files


def table_of(document: BlockDocument) -> Table:
    (table,) = (block for block in document.blocks if isinstance(block, Table))
    return table


def read_sheet(cells: dict[str, object], *, start: str = "Figures") -> BlockDocument:
    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as workbook:
        sheet = workbook.add_worksheet(start)
        for place, value in cells.items():
            sheet.write(place, value)
    return from_sheets(target.getvalue(), file="q3.xlsx")


def test_a_cell_is_named_by_its_sheet_and_place() -> None:
    table = table_of(read_sheet({"B14": "Homes", "C15": 12}))

    assert [row.cells[0].where.cell for row in table.rows] == ["Figures!B14", "Figures!B15"]
    assert [row.where.line for row in table.rows] == [14, 15]


def test_a_sheet_is_a_heading_and_a_table_with_its_name() -> None:
    heading, table = read_sheet({"A1": "x"}, start="Q3 money").blocks

    assert isinstance(heading, Heading)
    assert isinstance(table, Table)
    assert (heading.text, table.caption) == ("Q3 money", "Q3 money")


def test_the_value_that_was_saved_is_read_and_the_formula_never_run() -> None:
    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as workbook:
        workbook.add_worksheet("Figures").write_formula("A1", "=1+1", None, 41)

    table = table_of(from_sheets(target.getvalue(), file="q3.xlsx"))

    assert table.rows[0].cells[0].text == "41"


@pytest.mark.parametrize(
    ("value", "text"), [(12, "12"), (0.1, "0.1"), (1e15, "1000000000000000"), (True, "TRUE"), (" a ", "a")]
)
def test_a_value_is_read_without_dust(value: object, text: str) -> None:
    assert table_of(read_sheet({"A1": value})).rows[0].cells[0].text == text


def test_a_hidden_sheet_is_read_and_named_in_the_notes() -> None:
    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as workbook:
        workbook.add_worksheet("Seen").write("A1", "a")
        kept = workbook.add_worksheet("Kept")
        kept.write("A1", "b")
        kept.hide()

    document = from_sheets(target.getvalue(), file="q3.xlsx")

    assert document.notes == ("The sheet “Kept” is hidden and was read all the same.",)


def test_an_empty_sheet_gives_no_blocks() -> None:
    assert read_sheet({}).blocks == ()


def test_an_opendocument_sheet_is_read() -> None:
    table = table_of(from_sheets(small_files.an_ods(), file="q3.ods"))

    assert [cell.text for cell in table.rows[0].cells] == ["Let", "12"]
    assert table.rows[0].cells[1].where.cell == "Figures!B1"


def test_what_is_no_workbook_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="q3.xlsx can't be read: it is no workbook that opens"):
        from_sheets(b"PK\x03\x04", file="q3.xlsx")
