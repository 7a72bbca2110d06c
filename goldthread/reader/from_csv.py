"""CSV → one table; what separates its cells is found out, and so is its encoding."""

from __future__ import annotations

import csv
import io

from goldthread.domain.papers import Where
from goldthread.reader.blocks import BlockDocument, Table, TableCell, TableRow
from goldthread.reader.limits import LONGEST_TEXT

_SEPARATORS = ",;\t|"


def from_csv(text: str, *, file: str) -> BlockDocument:
    """The rows of a CSV file as one table; a cell's place is named as a sheet would, `B14`.

    >>> from_csv("a,b\\n1,2\\n", file="x.csv").blocks[0].rows[1].cells[1].where.cell
    'B2'
    """
    csv.field_size_limit(LONGEST_TEXT)
    lines = io.StringIO(text, newline="")
    try:
        dialect: type[csv.Dialect] | csv.Dialect = csv.Sniffer().sniff(text[:20_000], delimiters=_SEPARATORS)
    except csv.Error:
        dialect = csv.excel
    reader = csv.reader(lines, dialect)
    rows: list[TableRow] = []
    notes: tuple[str, ...] = ()
    try:
        rows.extend(_row(values, at=reader.line_num, file=file) for values in reader if any(map(str.strip, values)))
    except csv.Error as problem:
        notes = (f"Reading stopped at line {reader.line_num}: {problem}.",)
    table = Table(rows=tuple(rows), where=Where(file=file, line=1))
    return BlockDocument(file=file, format="csv", blocks=(table,) if rows else (), notes=notes)


def column_name(index: int) -> str:
    """The letters of a column, which counts from 0.

    >>> column_name(0), column_name(27)
    ('A', 'AB')
    """
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(65 + rest) + name
    return name


def _row(values: list[str], *, at: int, file: str) -> TableRow:
    cells = tuple(
        TableCell(text=value.strip(), where=Where(file=file, line=at, cell=f"{column_name(index)}{at}"))
        for index, value in enumerate(values)
    )
    return TableRow(cells=cells, where=Where(file=file, line=at))
