"""The document as a spreadsheet: cover, contents, notes, then one tidy table a sheet.

The layout follows the Government Analysis Function's guidance on releasing statistics in spreadsheets: marked-up
tables with unique headings, a title in A1, no merged cells, no filters, no frozen panes, symbols explained.
"""

import io
from collections.abc import Sequence
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any, Final

import xlsxwriter

from goldthread.rendering.document import (
    Absent,
    Cell,
    Column,
    Dataset,
    Document,
    Field,
    Number,
    Table,
    Value,
    Words,
    plain,
)
from goldthread.rendering.wording import SYMBOLS, long_date

_SAFE: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_date_format": "d mmmm yyyy",
}
_WIDEST: Final = 60
_TABLE_AT: Final = 3  # title, symbols line, header


def to_xlsx(document: Document) -> bytes:
    """Return the report's tidy tables as a spreadsheet; the same document always gives the same bytes.

    >>> from datetime import date
    >>> to_xlsx(Document(title="Report", author="Example Council", date=date(2024, 7, 15)))[:2]
    b'PK'
    """
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, _SAFE) as book:
        book.set_properties(
            {
                "title": document.title,
                "author": document.author,
                "company": document.author,
                "subject": document.identifier,
                "comments": document.description,
                "created": datetime.combine(document.date, time(12)),
            }
        )
        _Book(book).write(document)
    return buffer.getvalue()


class _Book:
    """Writes the sheets of one workbook."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._title = book.add_format({"bold": True, "font_size": 16})
        self._bold = book.add_format({"bold": True})
        self._wrap = book.add_format({"text_wrap": True, "valign": "top"})
        self._top = book.add_format({"valign": "top"})
        self._date = book.add_format({"num_format": "d mmmm yyyy", "valign": "top", "align": "left"})
        self._numbers: dict[str, Any] = {}

    def write(self, document: Document) -> None:
        """Write cover, contents, notes and every data set."""
        datasets = document.datasets or tuple(_as_dataset(table, n) for n, table in enumerate(document.tables(), 1))
        self._cover(document)
        self._contents(datasets)
        self._notes(document)
        for place, dataset in enumerate(datasets, start=1):
            self._dataset(dataset, place=place)

    def _cover(self, document: Document) -> None:
        sheet = self._sheet("Cover", title=document.title, widths=(28, _WIDEST))
        rows = [("Published by", document.author), ("Date", long_date(document.date))]
        rows += [("About", document.subtitle)] if document.subtitle else []
        rows += [(entry.label, plain(entry.content)) for entry in document.summary]
        for row, (label, content) in enumerate(rows, start=1):
            sheet.write_string(row, 0, label, self._bold)
            sheet.write_string(row, 1, content, self._wrap)

    def _contents(self, datasets: Sequence[Dataset]) -> None:
        sheet = self._sheet("Contents", title="Contents", widths=(32, _WIDEST))
        rows = [("Cover", "What this workbook is"), ("Notes", "What the marks and columns mean")]
        rows += [(dataset.name, dataset.title) for dataset in datasets]
        self._table(sheet, name="contents", headings=("Sheet", "What it holds"), rows=rows, first=1)
        for row, (name, _) in enumerate(rows, start=2):
            sheet.write_url(row, 0, f"internal:'{name}'!A1", string=name)

    def _notes(self, document: Document) -> None:
        sheet = self._sheet("Notes", title="Notes", widths=(32, _WIDEST, _WIDEST))
        symbols = [("Mark", symbol.mark, f"{symbol.word}: {symbol.meaning}") for symbol in SYMBOLS.values()]
        notes = [("Note", str(number), note) for number, note in enumerate(document.notes, start=1)]
        columns = [
            ("Column", f"{dataset.name}: {field.heading}", field.description)
            for dataset in document.datasets
            for field in dataset.fields
            if field.description
        ]
        headings = ("Kind", "What", "Meaning")
        self._table(sheet, name="notes", headings=headings, rows=[*notes, *symbols, *columns], first=1)

    def _dataset(self, dataset: Dataset, *, place: int) -> None:
        headings = [heading for field in dataset.fields for heading in field.headings]
        rows = [
            [cell for field, value in zip(dataset.fields, row, strict=True) for cell in _cells(field, value)]
            for row in dataset.rows
        ] or [["No rows", *[""] * (len(headings) - 1)]]
        sheet = self._sheet(dataset.name, title=dataset.title, widths=_widths(headings, rows))
        sheet.write_string(1, 0, "Marks such as [p] are explained on the sheet Notes.")
        name = "".join(part for part in dataset.name.lower() if part.isalnum()) + f"_{place}"
        self._table(sheet, name=name, headings=headings, rows=rows, first=2)

    def _sheet(self, name: str, *, title: str, widths: Sequence[int]) -> Any:
        sheet = self._book.add_worksheet(name)
        sheet.write_string(0, 0, title, self._title)
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        return sheet

    def _table(
        self, sheet: Any, *, name: str, headings: Sequence[str], rows: Sequence[Sequence[Value]], first: int
    ) -> None:
        """Write a marked-up table whose header stands in row `first`, counted from 0."""
        last = first + max(len(rows), 1)
        sheet.add_table(
            first,
            0,
            last,
            len(headings) - 1,
            {
                "name": name,
                "autofilter": False,
                "style": "Table Style Light 1",
                "columns": [{"header": heading} for heading in headings],
            },
        )
        for row, values in enumerate(rows, start=first + 1):
            for column, value in enumerate(values):
                self._cell(sheet, row, column, value)

    def _cell(self, sheet: Any, row: int, column: int, value: Value) -> None:
        match value:
            case Number():
                sheet.write_number(row, column, value.value, self._number_format(value.value))
            case Decimal():
                sheet.write_number(row, column, value, self._number_format(value))
            case int():
                sheet.write_number(row, column, value, self._top)
            case date():
                sheet.write_datetime(row, column, datetime.combine(value, time()), self._date)
            case Absent():
                sheet.write_string(row, column, value.text, self._wrap)
            case _:
                sheet.write_string(row, column, value, self._wrap)

    def _number_format(self, value: Decimal) -> Any:
        """Return the format that shows a number with the places it was printed with."""
        exponent = value.as_tuple().exponent
        places = max(0, -exponent) if isinstance(exponent, int) else 0
        shown = "#,##0" + ("." + "0" * places if places else "")
        if shown not in self._numbers:
            self._numbers[shown] = self._book.add_format({"num_format": shown, "valign": "top"})
        return self._numbers[shown]


def _cells(field: Field, value: Value) -> tuple[Value, ...]:
    if field.kind != "number":
        return (value,)
    if isinstance(value, Number):
        return value, SYMBOLS[value.symbol].mark if value.symbol else "final"
    return (value, "final") if not isinstance(value, Absent) else (value, SYMBOLS[value.symbol].mark)


def _widths(headings: Sequence[str], rows: Sequence[Sequence[Value]]) -> list[int]:
    widths = [len(heading) + 3 for heading in headings]
    for row in rows:
        for place, value in enumerate(row):
            widths[place] = max(widths[place], min(_WIDEST, len(_shown(value)) + 2))
    return widths


def _shown(value: Value) -> str:
    return value.text if isinstance(value, Number | Absent) else str(value)


def _as_dataset(table: Table, place: int) -> Dataset:
    """Return a table of the report as a data set of text, for a document that brings none of its own."""
    return Dataset(
        name=f"Table {place}",
        title=table.caption,
        fields=tuple(_field(column) for column in table.columns),
        rows=tuple(tuple(_value(cell) for cell in row) for row in table.rows),
    )


def _field(column: Column) -> Field:
    return Field(heading=column.text)


def _value(cell: Cell) -> Value:
    return cell.text if isinstance(cell, Words | Number) else cell
