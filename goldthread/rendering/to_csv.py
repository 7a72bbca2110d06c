"""A data set as CSV, and what describes it for programs: CSV on the Web metadata.

UTF-8, RFC 4180, one header row of column names, ISO dates, exact decimals without separators. Each column of figures
has a column of marks beside it: the mark says why there is no figure, or that it is provisional. A text that a
spreadsheet would run as a formula gets an apostrophe in front; figures are never altered.
"""

import csv
import io
import json
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any, Final

from goldthread.rendering.datasets import Dataset, Field, Value
from goldthread.rendering.document import Absent, Number
from goldthread.rendering.wording import SYMBOLS, in_words

_DATATYPES: Final = {"text": "string", "number": "decimal", "date": "date"}
# Also the wide forms that some spreadsheets read as the narrow ones.
_RUNS_AS_FORMULA: Final = re.compile("[=+\\-@\t\r\n\0＝＋－＠]")
_APOSTROPHE_NOTE: Final = (
    "A text that begins with =, +, - or @ has an apostrophe in front, so that no spreadsheet runs it as a formula."
)


def to_csv(dataset: Dataset) -> bytes:
    r"""Return a data set as CSV.

    >>> from goldthread.rendering.document import number
    >>> to_csv(Dataset(name="Figures", title="Figures", fields=(Field(heading="Value", kind="number"),),
    ...                rows=((number(Decimal("92.50"), unit="percent", symbol="p"),), (Absent("x"),))))
    b'value,value_mark\r\n92.50,[p]\r\n,[x]\r\n'
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(name for field in dataset.fields for name in field.names)
    writer.writerows(
        [cell for field, value in zip(dataset.fields, row, strict=True) for cell in _cells(field, value)]
        for row in dataset.rows
    )
    return text.getvalue().encode()


def to_csv_metadata(dataset: Dataset, *, url: str, language: str = "en") -> bytes:
    """Return the CSV on the Web metadata of a data set's file.

    Args:
        url: where the CSV is, seen from the metadata.
        language: of the titles and descriptions.
    """
    described: dict[str, Any] = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": language}],
        "url": url,
        "dc:title": dataset.title,
        "dc:description": _APOSTROPHE_NOTE,
        "dialect": {"header": True, "encoding": "utf-8"},
        "tableSchema": {"columns": [column for field in dataset.fields for column in _columns(field)]},
    }
    return json.dumps(described, ensure_ascii=False, indent=1).encode()


def _cells(field: Field, value: Value) -> tuple[str, ...]:
    if field.kind == "text":
        return (_harmless(value.text if isinstance(value, Absent) else str(value)),)
    if field.kind == "date":
        return (value.isoformat() if isinstance(value, date) else "",)
    code = value.symbol if isinstance(value, Number | Absent) else ""
    return _digits(value), SYMBOLS[code].mark if code else ""


def _harmless(text: str) -> str:
    return f"'{text}" if _RUNS_AS_FORMULA.match(text) else text


def _digits(value: Value) -> str:
    if isinstance(value, Number):
        return f"{value.value:f}"
    return f"{value:f}" if isinstance(value, Decimal) else str(value) if isinstance(value, int) else ""


def _columns(field: Field) -> Iterator[dict[str, Any]]:
    column: dict[str, Any] = {"name": field.name, "titles": [field.name], "datatype": _DATATYPES[field.kind]}
    if field.description:
        column["dc:description"] = field.description
    if field.kind != "text":
        column["null"] = [""]
    yield column
    if field.kind == "number":
        marks = in_words([f"{symbol.mark} {symbol.word.lower()}" for symbol in SYMBOLS.values()])
        yield {
            "name": field.names[1],
            "titles": [field.names[1]],
            "datatype": "string",
            "dc:description": f"The mark beside the figure, nothing when it is final: {marks}",
        }
