"""What all formats owe each other: the same figures everywhere, and the same bytes for ever (ux check 38)."""

import hashlib
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from decimal import Decimal

import docx
import openpyxl
import pytest
from bs4 import BeautifulSoup

from goldthread.rendering import FORMATS, UnknownFormat, render
from goldthread.rendering.document import Absent, Column, Document, Number, Table, number, words
from goldthread.rendering.to_csv import to_csv
from goldthread.rendering.wording import parse_printed
from tests.rendering.builders import TYPICAL, a_dataset, a_document
from tests.rendering.tagged_pdf import read

FINGERPRINTS = """
import hashlib, json, sys
from goldthread.rendering import FORMATS, render
from goldthread.rendering.to_csv import to_csv, to_csv_metadata
from tests.rendering.builders import FIGURES, TYPICAL
made = {name: render(TYPICAL, name) for name in FORMATS}
made |= {"csv": to_csv(FIGURES), "csvw": to_csv_metadata(FIGURES, url="a.csv")}
json.dump({name: hashlib.sha256(content).hexdigest() for name, content in made.items()}, sys.stdout)
"""


def test_an_unknown_format_is_refused_with_the_choices() -> None:
    with pytest.raises(UnknownFormat, match="no format “odt”. Choose one of: html, pdf, docx, xlsx"):
        render(TYPICAL, "odt")


def test_the_same_document_gives_the_same_bytes_in_another_process_on_another_day() -> None:
    runs = [
        subprocess.run(
            [sys.executable, "-c", FINGERPRINTS],
            capture_output=True,
            check=True,
            text=True,
            env=os.environ | {"PYTHONHASHSEED": seed, "TZ": zone},
        ).stdout
        for seed, zone in (("1", "Europe/London"), ("2", "Pacific/Auckland"))
    ]

    first, second = map(json.loads, runs)

    assert first == second
    assert first == first | {name: hashlib.sha256(render(TYPICAL, name)).hexdigest() for name in FORMATS}


def cells_of_html(content: bytes) -> list[list[list[str]]]:
    page = BeautifulSoup(content, "html5lib")
    return [
        [[cell.get_text() for cell in row.find_all(["th", "td"])] for row in table.find_all("tr")]
        for table in page.find_all("table")
    ]


def cells_of_pdf(content: bytes) -> list[list[list[str]]]:
    _, root = read(content)
    return [[[cell.text for cell in row.all("TH", "TD")] for row in table.all("TR")] for table in root.all("Table")]


def cells_of_docx(content: bytes) -> list[list[list[str]]]:
    word = docx.Document(io.BytesIO(content))
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in word.tables]


def cells_of_xlsx(content: bytes) -> list[list[list[str]]]:
    book = openpyxl.load_workbook(io.BytesIO(content))
    sheets = book.worksheets[3:]
    ranges = [sheet[next(iter(sheet.tables.values())).ref] for sheet in sheets]
    return [[[str(cell.value) for cell in row] for row in rows] for rows in ranges]


@pytest.mark.parametrize(
    ("name", "cells_of"),
    [("html", cells_of_html), ("pdf", cells_of_pdf), ("docx", cells_of_docx), ("xlsx", cells_of_xlsx)],
)
def test_every_cell_of_every_table_says_the_same_in_every_format(
    name: str, cells_of: Callable[[bytes], list[list[list[str]]]]
) -> None:
    document = a_document(datasets=())

    told = cells_of(render(document, name))

    assert squeezed(told) == squeezed(cells_of_document(document))


def test_data_sets_give_the_same_figures_in_the_spreadsheet_and_the_data_file() -> None:
    book = openpyxl.load_workbook(io.BytesIO(render(TYPICAL, "xlsx")))
    (dataset,) = TYPICAL.datasets

    in_file = [line.split(",")[2] for line in to_csv(dataset).decode().split("\r\n")[1:4]]
    in_sheet = [book["Measures"].cell(row, 3).value for row in (4, 5, 6)]

    assert [Decimal(text) if text else None for text in in_file] == [Decimal("92.97"), None, Decimal("-1234567.50")]
    assert [Decimal(repr(v)) if isinstance(v, float) else None for v in in_sheet] == [
        Decimal("92.97"),
        None,
        Decimal("-1234567.5"),
    ]


@pytest.mark.parametrize("name", ["html", "pdf", "docx", "xlsx"])
def test_every_printed_figure_is_the_exact_value(name: str) -> None:
    values = [Decimal("0.05"), Decimal("-0.5"), Decimal("1000000"), Decimal("92.970"), Decimal("-12345678.90")]
    units = ["percent", "£", "count", "rate per 10,000", "days"]
    rows = tuple((words(f"Row {n}"), number(value, unit=units[n])) for n, value in enumerate(values))
    table = Table(caption="Values", columns=(Column(heading="Row"), Column(heading="V", numeric=True)), rows=rows)
    cells_of = {"html": cells_of_html, "pdf": cells_of_pdf, "docx": cells_of_docx, "xlsx": cells_of_xlsx}[name]

    (told,) = cells_of(render(a_document(blocks=(table,), datasets=()), name))

    assert [parse_printed(row[1]) for row in told[1:]] == values


def test_a_document_of_nothing_but_a_title_is_made_in_every_format() -> None:
    bare = Document(title="Report", author="Anytown Council", date=TYPICAL.date)

    assert {name: len(render(bare, name)) > 500 for name in FORMATS} == dict.fromkeys(FORMATS, True)


def test_a_document_in_welsh_says_so_in_every_format() -> None:
    welsh = a_document(language="cy", datasets=(a_dataset(),))

    assert '<html lang="cy">' in render(welsh, "html").decode()
    assert docx.Document(io.BytesIO(render(welsh, "docx"))).core_properties.language == "cy"
    assert str(read(render(welsh, "pdf"))[0].Root.Lang) == "cy"


def cells_of_document(document: Document) -> list[list[list[str]]]:
    return [
        [[column.text for column in table.columns], *([text_of(cell) for cell in row] for row in table.rows)]
        for table in document.tables()
    ]


def text_of(cell: object) -> str:
    return cell.text if isinstance(cell, Number | Absent) else getattr(cell, "text", "")


def squeezed(tables: list[list[list[str]]]) -> list[list[list[str]]]:
    """Return the cells without white space, which a line's end may add or take."""
    return [[[re.sub(r"\s+", "", cell) for cell in row] for row in table] for table in tables]
