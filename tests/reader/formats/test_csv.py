"""A CSV file is read whatever separates its cells and whatever wrote it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldthread.reader.blocks import Table
from goldthread.reader.from_csv import column_name, from_csv
from goldthread.reader.reading import blocks_of

TEXT = "Measure,Cost\nHomes let,£12\nHomes empty,£4\n"


def rows_of(table: object) -> list[list[str]]:
    assert isinstance(table, Table)
    return [[cell.text for cell in row.cells] for row in table.rows]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_separator_is_found_out(separator: str) -> None:
    (table,) = from_csv(TEXT.replace(",", separator), file="q3.csv").blocks

    assert rows_of(table) == [["Measure", "Cost"], ["Homes let", "£12"], ["Homes empty", "£4"]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_the_encoding_is_found_out(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "q3.csv"
    path.write_bytes(TEXT.encode(encoding))

    assert rows_of(blocks_of(path).blocks[0])[1] == ["Homes let", "£12"]


def test_a_quoted_cell_keeps_its_separator_and_the_next_row_its_line() -> None:
    (table,) = from_csv('A,B\n"one, two\nthree",4\nfive,6\n', file="q3.csv").blocks

    assert rows_of(table)[1] == ["one, two\nthree", "4"]
    assert isinstance(table, Table)
    assert table.rows[2].cells[1].where.cell == "B4"


def test_rows_without_words_are_left_out_and_the_others_keep_their_lines() -> None:
    (table,) = from_csv("A,B\n,\n1,2\n", file="q3.csv").blocks

    assert isinstance(table, Table)
    assert [row.where.line for row in table.rows] == [1, 3]


def test_a_formula_is_text() -> None:
    (table,) = from_csv("A,B\n=1+1,2\n", file="q3.csv").blocks

    assert rows_of(table)[1][0] == "=1+1"


@given(st.integers(0, 20_000))
def test_the_letters_of_a_column_count_back_to_it(index: int) -> None:
    number = 0
    for letter in column_name(index):
        number = number * 26 + ord(letter) - 64

    assert number == index + 1
