"""A data set as CSV, and what describes it for programs: CSV on the Web metadata.

UTF-8, RFC 4180, one header row of column names, ISO dates, exact decimals without separators. Each column of figures
has a column of marks beside it: the mark says why there is no figure, or that it is provisional.
"""

import csv
import io
import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any, Final

from goldthread.rendering.datasets import Dataset, Field, Value
from goldthread.rendering.document import Absent, Number
from goldthread.rendering.wording import SYMBOLS

_DATATYPES: Final = {"text": "string", "number": "decimal", "date": "date"}
_MARK: Final = "_mark"


def to_csv(dataset: Dataset) -> bytes:
    r"""Return a data set as CSV.

    >>> from goldthread.rendering.document import number
    >>> to_csv(Dataset(name="Figures", title="Figures", fields=(Field(heading="Value", kind="number"),),
    ...                rows=((number(Decimal("92.50"), unit="percent", symbol="p"),), (Absent("x"),))))
    b'value,value_mark\r\n92.50,p\r\n,x\r\n'
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(name for field in dataset.fields for name in _names(field))
    writer.writerows(
        [cell for field, value in zip(dataset.fields, row, strict=True) for cell in _cells(field, value)]
        for row in dataset.rows
    )
    return text.getvalue().encode()


def to_csv_metadata(dataset: Dataset, *, url: str) -> bytes:
    """Return the CSV on the Web metadata of a data set's file.

    Args:
        url: where the CSV is, seen from the metadata.
    """
    described: dict[str, Any] = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "url": url,
        "dc:title": dataset.title,
        "dialect": {"header": True, "encoding": "utf-8"},
        "tableSchema": {"columns": [column for field in dataset.fields for column in _columns(field)]},
    }
    return json.dumps(described, ensure_ascii=False, indent=1).encode()


def _names(field: Field) -> tuple[str, ...]:
    return (field.name, f"{field.name}{_MARK}") if field.kind == "number" else (field.name,)


def _cells(field: Field, value: Value) -> tuple[str, ...]:
    if field.kind != "number":
        return (_text(value),)
    mark = value.symbol if isinstance(value, Number | Absent) else ""
    return _text(value), mark


def _text(value: Value) -> str:
    if isinstance(value, Absent):
        return ""
    if isinstance(value, Number):
        return f"{value.value:f}"
    if isinstance(value, Decimal):
        return f"{value:f}"
    return value.isoformat() if isinstance(value, date) else str(value)


def _columns(field: Field) -> Iterator[dict[str, Any]]:
    column: dict[str, Any] = {"name": field.name, "titles": [field.name], "datatype": _DATATYPES[field.kind]}
    if field.description:
        column["dc:description"] = field.description
    if field.kind != "text":
        column["null"] = [""]
    yield column
    if field.kind == "number":
        marks = "; ".join(f"{code}: {symbol.word.lower()}" for code, symbol in SYMBOLS.items())
        yield {
            "name": f"{field.name}{_MARK}",
            "titles": [f"{field.name}{_MARK}"],
            "datatype": "string",
            "dc:description": f"The mark beside the figure, nothing when it is final. {marks}",
        }
