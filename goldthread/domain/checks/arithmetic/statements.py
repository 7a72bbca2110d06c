"""What the rules over tables share: which columns add up, what a cell is worth, how rounding may show."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from goldthread.domain.checks.arithmetic.amounts import plainly
from goldthread.domain.papers import Cell, TableRecord, TableRow

_NOT_ADDED = re.compile(
    r"average|\bmean\b|%|per\s?cent|\brate\b|\bper\b|\bunit\b|ratio|score|weekly|\bband\b|\bdate\b|^year$|^no\.?$"
    r"|^ref|net budget",
    re.IGNORECASE,
)
_COUNTS = re.compile(
    r"\bno\b|\bno\.|number|count|places|placed|users|pupils|children|people|posts|fte", re.IGNORECASE
)
_NOTHING = frozenset({"", "-", "–", "—", "nil", "n/a", "na"})
MONEY_KINDS = frozenset({"revenue", "capital", "savings", "placements", "transport", "funding"})


@dataclass(frozen=True, slots=True)
class Column:
    """A column of figures: its name in the records and its header as printed."""

    name: str
    header: str

    @property
    def counts(self) -> bool:
        """Whether it counts people or things, which are never rounded."""
        return _COUNTS.search(self.header) is not None and "£" not in self.header


def columns_of(table: TableRecord) -> Iterator[Column]:
    """The columns whose figures can be added up: no averages, rates, percentages, dates or numbers of lines.

    >>> from goldthread.domain.papers import TableRecord
    >>> table = TableRecord(kind="figures", title="", unit="", columns={"users": "Users", "rate": "Rate"}, rows=())
    >>> [column.name for column in columns_of(table)]
    ['users']
    """
    for name, header in table.columns.items():
        if not _NOT_ADDED.search(header.strip()) and not _NOT_ADDED.search(name.replace("_", " ")):
            yield Column(name=name, header=header)


def worth(row: TableRow, name: str) -> Decimal | None:
    """The number in a row's cell, None where it holds none or is empty."""
    cell = row.values.get(name)
    return None if cell is None else cell.number


def is_empty(cell: Cell | None) -> bool:
    """Whether a cell says nothing or nil, so that it adds nothing."""
    return cell is None or cell.text.strip().casefold() in _NOTHING


def named(table: TableRecord, name: str) -> str:
    """A column as a clerk would call it: its header without unit, in lower case."""
    header = re.sub(r"\s*\(?£(?:'|’)?0*(?:'|’)?s?\)?", "", table.columns.get(name, name)).strip()
    return (header or name.replace("_", " ")).lower()


def as_printed(row: TableRow) -> str:
    """A row as it stands on the page.

    >>> from goldthread.domain.papers import Cell, TableRow
    >>> as_printed(TableRow(label="Transport", values={"actual": Cell(header="", text="113")}))
    'Transport 113'
    """
    return " ".join([row.label, *(cell.text for cell in row.values.values() if cell.text)]).strip()


def either(numbers: tuple[Decimal, ...]) -> str:
    """Numbers in a row of a message.

    >>> either((Decimal(41541), Decimal(51502), Decimal(-9959)))
    '41,541, 51,502 and (9,959)'
    """
    words = [plainly(number) for number in numbers]
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
