"""Tidy tables for spreadsheets and data files; part of the document model."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Final

from goldthread.rendering.checks import DocumentError, fill, require, require_headings
from goldthread.rendering.content import Absent, Number, require_room
from goldthread.rendering.wording import clean, one_line, slug

LONGEST_SHEET_NAME: Final = 31
RESERVED_NAMES: Final = frozenset({"cover", "contents", "notes", "history"})


Value = str | Decimal | int | date | Number | Absent


@dataclass(frozen=True, kw_only=True)
class Field:
    """A column of a data set.

    Args:
        heading: unique within the data set.
        kind: "text", "number" or "date"; every value of the column is of it, or `Absent`.
        name: the column's name in data files, lower case with underscores; "" makes one of the heading.
        description: what the column holds, for the notes and the metadata.
    """

    heading: str
    kind: str = "text"
    name: str = ""
    description: str = ""

    def __post_init__(self) -> None:
        fill(self, name="heading", value=one_line(self.heading))
        fill(self, name="name", value=self.name or slug(self.heading).replace("-", "_"))
        require(
            re.fullmatch("[a-z0-9][a-z0-9_]*", self.name) is not None,
            f"The column {self.heading!r} has the name {self.name!r}. Use lower case, digits and underscores.",
        )
        require(
            self.kind in ("text", "number", "date"),
            f"The column {self.heading!r} is of the kind {self.kind!r}. Use text, number or date.",
        )

    @property
    def headings(self) -> tuple[str, ...]:
        """Return the headings it has in a spreadsheet: a figure's mark has a column of its own.

        >>> Field(heading="Actual", kind="number").headings
        ('Actual', 'Actual mark')
        """
        return (self.heading, f"{self.heading} mark") if self.kind == "number" else (self.heading,)

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names it has in a data file: a figure's mark has a column of its own.

        >>> Field(heading="Actual", kind="number").names
        ('actual', 'actual_mark')
        """
        return (self.name, f"{self.name}_mark") if self.kind == "number" else (self.name,)


@dataclass(frozen=True, kw_only=True)
class Dataset:
    """A tidy table: one header row, one thing a row, one kind of value a column, nothing blank.

    A `Number` with a symbol puts the symbol into a column of its own beside the figure; an `Absent`
    puts its symbol in the figure's place. Text may be "" only in text columns.

    Args:
        name: the sheet's and the file's name: letters, digits, spaces, hyphens; 31 characters at most.
        title: what it holds, in a sentence's length; stands in cell A1.
        fields: the columns.
        rows: values, as many as there are fields.

    Raises: DocumentError naming the data set, the row and the column.
    """

    name: str
    title: str
    fields: tuple[Field, ...]
    rows: tuple[tuple[Value, ...], ...]

    def __post_init__(self) -> None:
        named = f"The data set {self.name!r}"
        require(
            re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9 \-]*", self.name) is not None
            and len(self.name) <= LONGEST_SHEET_NAME,
            f"{named} needs a name of letters, digits, spaces and hyphens, {LONGEST_SHEET_NAME} at most.",
        )
        require(
            self.name.lower() not in RESERVED_NAMES,
            f"{named} has the name of another sheet of every workbook. Give it a name of its own.",
        )
        fill(self, name="title", value=one_line(self.title))
        require(bool(self.title), f"{named} has no title. Say what it holds.")
        require_headings([heading for field in self.fields for heading in field.headings], of=named)
        require_headings([name for field in self.fields for name in field.names], of=named)
        fill(self, name="rows", value=tuple(tuple(map(_cleaned, row)) for row in self.rows))
        for place, row in enumerate(self.rows, start=1):
            self._check_row(row, f"Row {place} of the data set {self.name!r}")

    def _check_row(self, row: tuple[Value, ...], named: str) -> None:
        require(len(row) == len(self.fields), f"{named} has {len(row)} values for {len(self.fields)} columns.")
        for field, value in zip(self.fields, row, strict=True):
            if not isinstance(value, (Absent, *_KINDS[field.kind])) or isinstance(value, bool | datetime):
                raise DocumentError(
                    f"{named} has {value!r} in the {field.kind} column {field.heading!r}. "
                    'Give a value of that kind, or Absent("x") with the reason.'
                )
            if isinstance(value, str):
                require_room(value, of=f"{named}, column {field.heading!r},")


def _cleaned(value: Value) -> Value:
    return clean(value) if isinstance(value, str) else value


_KINDS: Final[dict[str, tuple[type, ...]]] = {
    "text": (str,),
    "number": (Decimal, int, Number),
    "date": (date,),
}
