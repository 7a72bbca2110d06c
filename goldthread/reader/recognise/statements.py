"""Tables of figures: revenue statements, capital, savings, placements, funding by quarter, and any other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from goldthread.domain.papers import Cell, CellPart, CellStatus, TableRecord, Where
from goldthread.domain.papers import TableRow as Row
from goldthread.reader.blocks import BlockDocument, Heading, ListItem, Paragraph, Table, TableCell, TableRow
from goldthread.reader.recognise.cells import number, read_cell
from goldthread.reader.recognise.dates import date_of
from goldthread.reader.recognise.found import Found

NAMES: Final = (
    ("annual_budget", r"annual (?:revised |approved )?budget|budget for the year|full year budget"),
    ("budget_to_date", r"budget to date|profiled budget|budget to \d"),
    ("variance", r"variance"),
    ("forecast_outturn", r"forecast|outturn"),
    ("allocation_to_date", r"allocation to date"),
    ("remaining", r"remaining"),
    ("allocation", r"allocation"),
    ("actual", r"^actual(?: spend| expenditure| to date)?$|actual spend|spend to date"),
)
KINDS: Final = (
    ("savings", r"saving"),
    ("places", r"number of places"),
    ("capital", r"capital|allocation remaining"),
    ("placements", r"placed|placement|weekly cost"),
    ("transport", r"transport|average cost per user"),
    ("revenue", r"revenue budget|budget to date"),
    ("benefits", r"deficit|benefit|unmitigated|stretch"),
    ("funding", r"(?=.*\bq(?:uarter )?1\b)(?=.*\bq(?:uarter )?4\b)"),
)
_TOTAL = re.compile(r"^(?:sub-?\s?)?totals?\b|^net\b|^overall\b|^grand total|\btotal:?$", re.IGNORECASE)
_QUARTERS = re.compile(r"q(?:uarter)? ?1\b.*q(?:uarter)? ?2\b.*q(?:uarter)? ?3\b.*q(?:uarter)? ?4\b", re.IGNORECASE)
_UNIT = re.compile(r"£\s?(?:'|’)?0{3}(?:'|’)?s?|£k\b|£m\b|£")
_YEAR = re.compile(r"(?:19|20)\d\d(?:\s?[/–-]\s?\d{2,4})?")
_BAND = re.compile(r"^£\s?[\d,.]+\s?[-–]\s?£?\s?[\d,.]+$")
_CHANGED = re.compile(
    r"^(?P<figure>[^\s]+)\s+(?P<change>[-+–−]\s?[\d.,]+\s?%?|no change)(?:\s(?:from|on|since|compared)\b.*)?$",
    re.IGNORECASE,
)
_AS_AT = re.compile(r"\bas (?:at|of)\b", re.IGNORECASE)
_NIL = frozenset({"-", "–", "—", "nil", "n/a", "na", ""})
LONGEST_FIGURE = 18
LONGEST_TITLE = 160
FEWEST_NUMBERS = 0.6


@dataclass(frozen=True, slots=True)
class _Grid:
    """A table with its cells in columns, and the blocks it came from."""

    places: tuple[int, ...]
    rows: tuple[tuple[TableRow, tuple[TableCell, ...]], ...]


def find(document: BlockDocument, left: Sequence[int]) -> Found:
    """Every table of figures among the blocks that are left; fragments that follow each other are one table."""
    taken: set[int] = set()
    tables: list[TableRecord] = []
    for grid in _grids(document, left):
        record = _record(document, grid)
        if record is not None:
            tables.append(record)
            taken.update(grid.places)
    return Found(taken=frozenset(taken), tables=tuple(tables))


def is_figure(text: str) -> bool:
    """Whether a cell holds nothing but one amount or count.

    >>> [is_figure(text) for text in ("(2,830)", "£ 26.1m", "£2000 - £3000", "Employees")]
    [True, True, False, False]
    """
    text = " ".join(text.split())
    return bool(text) and len(text) <= LONGEST_FIGURE and text[-1:] not in "-–" and number(text) is not None


def _grids(document: BlockDocument, left: Sequence[int]) -> Iterator[_Grid]:
    held: _Grid | None = None
    for place in left:
        block = document.blocks[place]
        if not isinstance(block, Table):
            continue
        rows = tuple((row, _in_columns(row)) for row in block.rows if row.cells)
        if not rows:
            continue
        if held is not None and place == held.places[-1] + 1 and _goes_on(held, rows):
            held = _Grid(places=(*held.places, place), rows=held.rows + rows)
            continue
        if held is not None:
            yield held
        held = _Grid(places=(place,), rows=rows)
    if held is not None:
        yield held


def _in_columns(row: TableRow) -> tuple[TableCell, ...]:
    cells: list[TableCell] = []
    for cell in row.cells:
        cells.append(cell)
        cells += [replace(cell, text="")] * min(cell.columns - 1, 50)
    return tuple(cells)


def _goes_on(held: _Grid, rows: Sequence[tuple[TableRow, tuple[TableCell, ...]]]) -> bool:
    """Whether a fragment is the rest of the table above: as wide, and it begins with figures, not with headings."""
    width = len(held.rows[-1][1])
    said = [cells for _, cells in rows if any(cell.text for cell in cells)]
    if said and _by_quarter(held.rows[0][1]) and not any(is_figure(cell.text) for cell in held.rows[-1][1][1:]):
        return len(said[0]) == width > 4 and all(cell.text for cell in said[0]) and not _by_quarter(said[0])
    body = said[1:2] if said and _is_heading(said[0]) else said[:1]
    return (
        width > 1
        and all(len(cells) == width for cells in said[:1])
        and any(is_figure(cell.text) for cells in body for cell in cells[1:])
    )


def _record(document: BlockDocument, grid: _Grid) -> TableRecord | None:
    width = max(len(cells) for _, cells in grid.rows)
    start = _first_figures(grid)
    if width > 4 and start is None and _by_quarter(grid.rows[0][1]):
        return _rollout(document, grid, width)
    if start is None or width < 2:
        return None
    body, heads = grid.rows[start:], grid.rows[:start]
    figures = [column for column in range(1, width) if _is_of_figures(body, column)]
    if not figures or (len(body) < 2 and len(figures) < 2):
        return None
    headers = [_header(heads, column) for column in range(width)]
    title, where = _title(document, grid)
    first = min(figures)
    names = _names(headers, first)
    rows = tuple(_rows(body, headers=headers, names=names, first=first))
    about = " ".join((title, *headers, *(row.label for row in rows[:3]))).lower()
    return TableRecord(
        kind=next((kind for kind, pattern in KINDS if re.search(pattern, about)), "figures"),
        title=title,
        unit=_unit(" ".join((*headers, title)), rows),
        columns={name: headers[column] for column, name in names.items()},
        rows=_with_totals(rows),
        as_at=date_of(title) if _AS_AT.search(title) else None,
        where=where,
    )


def _rollout(document: BlockDocument, grid: _Grid, width: int) -> TableRecord:
    """A table of what is done in each quarter, in words."""
    headers = [_header(grid.rows[:1], column) for column in range(width)]
    title, where = _title(document, grid)
    names = _names(headers, 1)
    rows = tuple(_rows(grid.rows[1:], headers=headers, names=names, first=1))
    columns = {name: headers[column] for column, name in names.items()}
    return TableRecord(kind="roll-out", title=title or headers[0], unit="", columns=columns, rows=rows, where=where)


def _first_figures(grid: _Grid) -> int | None:
    for index, (_, cells) in enumerate(grid.rows):
        figures = [cell.text for cell in cells[1:] if is_figure(cell.text)]
        if figures and not all(_YEAR.fullmatch(text.strip()) for text in figures):
            above = index
            while above and _is_heading(grid.rows[above - 1][1]):
                above -= 1  # a section's name stands between the headings and the figures
            return above
    return None


def _by_quarter(cells: Sequence[TableCell]) -> bool:
    return bool(_QUARTERS.search(" ".join(cell.text for cell in cells)))


def _is_heading(cells: Sequence[TableCell]) -> bool:
    return bool(cells[0].text) and not any(cell.text for cell in cells[1:])


def _is_of_figures(body: Sequence[tuple[TableRow, tuple[TableCell, ...]]], column: int) -> bool:
    texts = [cells[column].text.strip() for _, cells in body if column < len(cells)]
    said = [text for text in texts if text.lower() not in _NIL]
    figures = sum(is_figure(text) or _changed(text) is not None for text in said)
    return bool(said) and figures >= FEWEST_NUMBERS * len(said)


def _changed(text: str) -> re.Match[str] | None:
    """A figure and how much it changed, as in `3.3% -0.7% from previous year`."""
    found = _CHANGED.match(" ".join(text.split()))
    return found if found and is_figure(found["figure"]) else None


def _header(heads: Sequence[tuple[TableRow, tuple[TableCell, ...]]], column: int) -> str:
    """A column's heading down its rows; one over several columns counts for each of them."""
    words: list[str] = []
    for index, (_, cells) in enumerate(heads):
        text = cells[column].text if column < len(cells) else ""
        if not text and 0 < index + 1 < len(heads) and column < len(heads[index + 1][1]):
            has_own = heads[index + 1][1][column].text
            before = [cell.text for cell in cells[1:column] if cell.text]
            text = before[-1] if has_own and before and not heads[index + 1][1][0].text else ""
        if text:
            words.append(" ".join(text.split()))
    return " ".join(words)


def _names(headers: Sequence[str], first: int) -> dict[int, str]:
    names: dict[int, str] = {}
    for column, header in enumerate(headers):
        if column == 0 or (column < first and not header):
            continue
        plain = " ".join(_UNIT.sub(" ", header).split()).lower()
        name = next((name for name, pattern in NAMES if re.search(pattern, plain)), "")
        if not name:
            quarter = re.search(r"\bq(?:uarter)?\s?([1-4])\b", plain)
            name = (
                f"quarter_{quarter[1]}"
                if quarter
                else re.sub(r"\W+", "_", plain).strip("_") or f"column_{column + 1}"
            )
            name = {"total_financial_cost": "total", "total_cost": "total"}.get(name, name)
        while name in names.values():
            name = f"{name}_{column + 1}"
        names[column] = name
    return names


def _rows(
    body: Sequence[tuple[TableRow, tuple[TableCell, ...]]],
    *,
    headers: Sequence[str],
    names: dict[int, str],
    first: int,
) -> Iterator[Row]:
    section = ""
    for row, cells in body:
        texts = [cell.text.strip() for cell in cells]
        if not any(texts):
            continue
        label = next((" ".join(text.split()) for text in texts[:first] if text), "")
        values = {
            name: _cell(cells[column], header=headers[column])
            for column, name in names.items()
            if column < len(cells)
        }
        kind = "total" if _TOTAL.search(label) else "line"
        if label and not any(texts[1:]) and kind == "line":
            section, kind, values = label, "heading", {}
        yield Row(
            label=label, values=values, kind=kind, section="" if kind == "heading" else section, where=row.where
        )


def _cell(cell: TableCell, *, header: str) -> Cell:
    text = " ".join(cell.text.split())
    read = read_cell(text, header=header, where=cell.where, pictures=cell.pictures, shade=cell.shade)
    if is_figure(text) or _BAND.match(text) or not read.parts:
        return read
    changed = _changed(text)
    if changed:
        return replace(read, parts=_with_change(changed, header=header), status=CellStatus.NUMBER)
    return replace(read, parts=(), status=CellStatus.TEXT)


def _with_change(changed: re.Match[str], *, header: str) -> tuple[CellPart, ...]:
    parts = read_cell(changed["figure"], header=header).parts
    by = number(changed["change"].replace(" ", "").replace("–", "-").replace("−", "-"))
    return parts if by is None else (*parts, CellPart(label="change", number=by, unit=parts[0].unit if parts else ""))


def _with_totals(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Totals that further totals follow are subtotals."""
    last = max((index for index, row in enumerate(rows) if row.kind == "total"), default=-1)
    return tuple(
        replace(row, kind="subtotal") if row.kind == "total" and index < last else row
        for index, row in enumerate(rows)
    )


def _title(document: BlockDocument, grid: _Grid) -> tuple[str, Where]:
    """The nearest short text above a table that is not a sentence."""
    table = document.blocks[grid.places[0]]
    caption = table.caption if isinstance(table, Table) else ""
    if caption:
        return caption, table.where
    for place in range(grid.places[0] - 1, max(grid.places[0] - 6, -1), -1):
        block = document.blocks[place]
        if isinstance(block, Table) and len(block.rows) > 1:
            break  # what stands above another table is that one's title
        if not isinstance(block, Heading | Paragraph | ListItem):
            continue
        text = " ".join(block.text.replace("**", " ").split())
        if text and len(text) <= LONGEST_TITLE and not text.endswith((".", ";", ",")):
            return text, block.where
    return "", table.where


def _unit(about: str, rows: Sequence[Row]) -> str:
    found = _UNIT.search(about)
    if found:
        return found[0].replace(" ", "").replace("’", "'").replace("£000", "£'000")
    signs = [cell.text for row in rows for cell in row.values.values() if cell.parts]
    return "£" if signs and sum("£" in text for text in signs) * 2 > len(signs) else ""
