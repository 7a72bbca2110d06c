"""Data files: tidy, harmless in a spreadsheet, and described for programs (ux check 37)."""

import csv
import io
import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from csvw import CSVW
from hypothesis import given
from hypothesis import strategies as st

from goldthread.rendering.document import Absent, Dataset, Field, number
from goldthread.rendering.to_csv import to_csv, to_csv_metadata
from tests.rendering.builders import FIGURES, a_dataset


def rows_of(dataset: Dataset) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(to_csv(dataset).decode(), newline="")))


def test_there_is_one_header_of_names_for_programs_and_a_row_a_thing() -> None:
    lines = to_csv(FIGURES).decode().split("\r\n")

    assert lines[0] == "ref,measure,current,current_mark,as_at,commentary"
    assert len(rows_of(FIGURES)) == len(FIGURES.rows)


def test_figures_are_exact_dates_are_iso_and_marks_say_why_a_figure_is_missing() -> None:
    first, second, third = rows_of(FIGURES)

    assert (first["current"], first["current_mark"], first["as_at"]) == ("92.97", "[p]", "2024-03-31")
    assert (second["current"], second["current_mark"], second["as_at"]) == ("", "[x]", "")
    assert (third["current"], third["current_mark"]) == ("-1234567.50", "")


@pytest.mark.parametrize("start", [*"=+-@\t＝＋－＠"])
def test_text_that_a_spreadsheet_would_run_gets_an_apostrophe(start: str) -> None:
    dataset = a_dataset(fields=(Field(heading="Text"),), rows=((f"{start}cmd|'/c calc'!A0",),))

    (row,) = rows_of(dataset)

    assert row["text"].strip() == f"'{start}cmd|'/c calc'!A0" if start != "\t" else "cmd|'/c calc'!A0"


def test_a_negative_figure_is_left_alone() -> None:
    dataset = a_dataset(fields=(Field(heading="Value", kind="number"),), rows=((Decimal("-5.0"),),))

    assert rows_of(dataset)[0]["value"] == "-5.0"


@given(st.lists(st.tuples(st.text(), st.decimals(allow_nan=False, allow_infinity=False, places=3)), max_size=5))
def test_whatever_is_written_is_read_back(cells: list[tuple[str, Decimal]]) -> None:
    fields = (Field(heading="Text"), Field(heading="Value", kind="number"))
    dataset = a_dataset(fields=fields, rows=tuple(cells))

    read = [(row["text"].removeprefix("'"), Decimal(row["value"])) for row in rows_of(dataset)]

    assert read == [(str(text).removeprefix("'"), value) for text, value in dataset.rows]


@pytest.mark.parametrize(
    "dataset",
    [
        FIGURES,
        a_dataset(rows=()),
        a_dataset(
            fields=(Field(heading="Value", kind="number"), Field(heading="On", kind="date")),
            rows=((number(Decimal("1.50"), unit="percent"), date(2024, 1, 1)), (Absent("c"), Absent("y"))),
        ),
    ],
)
def test_the_metadata_is_csv_on_the_web_and_fits_the_file(dataset: Dataset, tmp_path: Path) -> None:
    (tmp_path / "measures.csv").write_bytes(to_csv(dataset))
    (tmp_path / "measures.csv-metadata.json").write_bytes(to_csv_metadata(dataset, url="measures.csv"))

    checked = CSVW(str(tmp_path / "measures.csv-metadata.json"), validate=True)

    assert checked.is_valid, [str(warning.message) for warning in checked.warnings]
    (table,) = checked.tables
    assert len(list(table)) == len(dataset.rows)


def test_the_metadata_names_and_describes_every_column() -> None:
    stated = json.loads(to_csv_metadata(FIGURES, url="measures.csv", language="en"))

    columns = stated["tableSchema"]["columns"]

    assert [column["name"] for column in columns] == to_csv(FIGURES).decode().split("\r\n")[0].split(",")
    assert columns[0]["dc:description"] == "The council's reference"
    assert {column["datatype"] for column in columns} == {"string", "decimal", "date"}
