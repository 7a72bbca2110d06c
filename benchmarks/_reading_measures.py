"""Measures and milestones as read against what was read by hand, and the reports of other councils against theirs."""

from __future__ import annotations

import json
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from goldthread.domain.papers import (
    Cell,
    CellPart,
    CellStatus,
    Commentary,
    MeasureRow,
    MilestoneRow,
    Paper,
    ReportRecord,
)
from goldthread.domain.periods import parse_period
from goldthread.reader.reading import read

Check = tuple[str, bool, str]
"""What is compared, whether it is right, and what to look at where it is not."""
UNITS = {"percent": "percent", "count": "count", "GBP": "£", "per_10000": "rate per 10,000"}
STATES = {
    "N/A": CellStatus.NOT_APPLICABLE,
    "symbol lost": CellStatus.SYMBOL_LOST,
    "comparator": CellStatus.SYMBOL_LOST,
}
FIGURES = frozenset({CellStatus.NUMBER, CellStatus.PROVISIONAL})


def measures_table(evidence: Path) -> list[tuple[str, int, int]]:
    """What was read right, of how many expected, for the two quarters and for every report of another council."""
    counts: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for what, is_right, _ in checks(evidence):
        counts[what] += 1
        right[what] += is_right
    return [(what, right[what], expected) for what, expected in counts.items()]


def checks(evidence: Path) -> Iterator[Check]:
    """Every comparison one by one."""
    truth = json.loads((evidence / "truth" / "q3_2023_24.json").read_text(encoding="utf-8"))
    pack = read(next((evidence / "documents").glob("board-pack*.txt")))
    reports = {str(report.period): report for report in pack.reports if report.objectives}
    yield from _third_quarter(reports["2023/24 Q3"], truth)
    yield from _fourth_quarter(reports["2023/24 Q4"])
    for path in sorted((evidence / "cases" / "reports").glob("*.expected.json")):
        yield from _case(path)


def _third_quarter(report: ReportRecord, truth: Mapping[str, Any]) -> Iterator[Check]:
    for expected in truth["objectives"]:
        read_one = next((one for one in report.objectives if one.ref == expected["ref"]), None)
        yield "Q3 objectives", read_one is not None and _same(read_one.title, expected["title"]), expected["ref"]
        measures = list(read_one.measures) if read_one else []
        milestones = list(read_one.milestones) if read_one else []
        yield from (check for one in expected["measures"] for check in _measure(one, measures))
        for place, one in enumerate(expected["milestones"]):
            yield from _milestone(one, milestones[place] if place < len(milestones) else None)
    yield "Q3 key of officers", _key(truth["officer_key_printed"]) == _key(report.officers), str(report.officers)


def _key(officers: Mapping[str, str]) -> dict[str, str]:
    return {initials: name.split(",")[0] for initials, name in officers.items()}


def _measure(expected: Mapping[str, Any], rows: Sequence[MeasureRow]) -> Iterator[Check]:
    ref = expected["ref"]
    row = next((row for row in rows if row.ref == ref), None)
    found = row is not None and row.where.line == expected["line"] and _same(row.title, expected["description"])
    yield "Q3 measures: reference, title, line", found, ref
    cells = row.cells if row else {}
    names = {"prior": "prior_actual", "target": "target", "current": "current"}
    for key, name in names.items():
        yield from _cell(f"{ref} {name}", expected[key], cells.get(name))
    for name in ("direction_of_travel", "progress"):
        cell, state = cells.get(name), STATES[expected[name]["state"]]
        yield (
            "Q3 lights: text and state",
            cell is not None and _light(cell, expected[name], state),
            f"{ref} {name} {cell}",
        )
    yield from _comparator(ref, expected["direction_of_travel"]["comparator"], row)
    yield from _commentary(ref, expected["commentary"], row.commentary if row else None)


def _light(cell: Cell, expected: Mapping[str, Any], state: CellStatus) -> bool:
    worded = str(expected.get("symbol") or "").startswith("word")
    return _same(cell.text, expected["verbatim"]) and cell.status is (CellStatus.LIGHT if worded else state)


def _cell(where: str, expected: Mapping[str, Any], cell: Cell | None) -> Iterator[Check]:
    text = expected["verbatim"]
    yield "Q3 cells: as printed", cell is not None and _same(cell.text, text), f"{where} {cell}"
    if "header" in expected:
        yield "Q3 cells: heading", cell is not None and cell.header == expected["header"], f"{where} {cell}"
    yield "Q3 cells: status", cell is not None and _status_is_right(cell, expected), f"{where} {cell}"
    parts = cell.parts if cell else ()
    yield (
        "Q3 cells: numbers, labels, units",
        _parts_are_right(parts, expected["parts"], text),
        f"{where} {text!r} {parts} {expected['parts']}",
    )


def _status_is_right(cell: Cell, expected: Mapping[str, Any]) -> bool:
    if expected["parts"]:
        return cell.status is (CellStatus.PROVISIONAL if expected.get("provisional") else CellStatus.NUMBER)
    if expected["verbatim"] == "N/A":
        return cell.status is CellStatus.NOT_APPLICABLE
    if expected.get("no_figure"):
        return cell.status is CellStatus.REFER_TO_COMMENTARY
    return cell.status not in FIGURES


def _parts_are_right(parts: Sequence[CellPart], expected: Sequence[Mapping[str, Any]], text: str) -> bool:
    if len(parts) != len(expected):
        return False
    return all(
        part.number == Decimal(str(one["number"]))
        and part.unit == UNITS[one["unit"]]
        and _label_is_right(part.label, one["label"], printed=text)
        for part, one in zip(parts, expected, strict=True)
    )


def _label_is_right(label: str, expected: str, *, printed: str) -> bool:
    """A label that is not printed in the cell is the transcriber's own and can't be read."""
    words = [word for word in expected.replace("(", " ").replace(")", " ").split() if word.lower() in printed.lower()]
    return _same(label, expected) or _same(label, " ".join(words)) or (not words and label.lower() in printed.lower())


def _comparator(ref: str, expected: Mapping[str, Any] | None, row: MeasureRow | None) -> Iterator[Check]:
    comparator = row.comparator if row else None
    if expected is None:
        yield "Q3 comparators: none where none is", comparator is None, f"{ref} {comparator}"
        return
    period = comparator is not None and str(comparator.period) == expected["period_normalised"]
    yield "Q3 comparators: period", period, f"{ref} {comparator}"
    parts = comparator.parts if comparator else ()
    right = _parts_are_right(parts, expected["parts"], expected["verbatim"])
    yield "Q3 comparators: figures", right, f"{ref} {comparator}"


def _commentary(ref: str, expected: Mapping[str, Any], commentary: Commentary | None) -> Iterator[Check]:
    if not expected["present"]:
        yield "Q3 commentary: none where none is", commentary is None, f"{ref} {commentary}"
        return
    authors = commentary.authors if commentary else ()
    yield "Q3 commentary: authors", list(authors) == expected["authors"], f"{ref} {authors} {expected['authors']}"
    text = commentary.text if commentary else ""
    same = _same(text, expected["text"] or "")
    yield "Q3 commentary: text", same, f"{ref} {_where_they_part(text, expected['text'] or '')}"


def _milestone(expected: Mapping[str, Any], row: MilestoneRow | None) -> Iterator[Check]:
    ref = expected["ref"]
    found = row is not None and row.ref == ref and row.where.line == expected["line"]
    yield "Q3 milestones: reference and line", found, ref
    yield "Q3 milestones: text", row is not None and _same(row.text, expected["text"]), f"{ref} {row and row.text}"
    due = row.due.isoformat() if row and row.due else None
    yield "Q3 milestones: due date", due == expected["due_date"], f"{ref} {due}"
    officers = expected["officer_in_text"]
    yield (
        "Q3 milestones: officer",
        (row.officer if row else "") == "/".join(officers or []),
        f"{ref} {row and row.officer}",
    )
    state = STATES[expected["progress"]["state"]]
    progress = row.progress if row else None
    yield "Q3 lights: text and state", progress is not None and progress.status is state, f"{ref} {progress}"
    yield from _commentary(ref, expected["commentary"], row.commentary if row else None)


def _fourth_quarter(report: ReportRecord) -> Iterator[Check]:
    """The fourth quarter against the records of the demonstration, which were transcribed by hand."""
    folder = Path(__file__).parents[1] / "goldthread" / "demo" / "rounds"
    expected = tomllib.loads((folder / "2023-24-q4.toml").read_text(encoding="utf-8"))["rounds"][0]
    measures = {row.ref: row for objective in report.objectives for row in objective.measures}
    for one in expected["returns"]:
        row = measures.get(one["ref"])
        yield (
            "Q4 measures: reference and line",
            row is not None and row.where.line == one["source"]["line"],
            one["ref"],
        )
        for name in ("current", "prior_actual"):
            if "printed" in one.get(name, {}):
                cell = row.cells.get(name) if row else None
                yield (
                    "Q4 cells: as printed",
                    cell is not None and _same(cell.text, one[name]["printed"]),
                    f"{one['ref']} {cell}",
                )
                yield (
                    "Q4 cells: figures and status",
                    cell is not None and _is_figure(cell, one[name]),
                    f"{one['ref']} {cell}",
                )
    milestones = Counter(row.ref for objective in report.objectives for row in objective.milestones)
    lines = {row.where.line for objective in report.objectives for row in objective.milestones}
    for one in expected["milestone_returns"]:
        yield (
            "Q4 milestones: reference and line",
            one["source"]["line"] in lines and milestones[one["ref"]] > 0,
            one["ref"],
        )
        milestones[one["ref"]] -= 1


def _is_figure(cell: Cell, expected: Mapping[str, Any]) -> bool:
    numbers = [Decimal(part["value"]) for part in expected.get("parts", [])]
    if "value" in expected and not numbers:
        numbers = [Decimal(expected["value"])]
    read_numbers = [part.number for part in cell.parts]
    if not all(number in read_numbers for number in numbers):
        return False
    if expected["status"] in {"final", "provisional"}:
        return cell.status is (CellStatus.NUMBER if expected["status"] == "final" else CellStatus.PROVISIONAL)
    return bool(cell.status.value == expected["status"])


def _case(path: Path) -> Iterator[Check]:
    case = json.loads(path.read_text(encoding="utf-8"))
    expected = case["expected"]
    if isinstance(expected, str):
        beside = path.with_name(path.name.replace("-pdf.expected", ".expected"))
        expected = json.loads(beside.read_text(encoding="utf-8"))["expected"]
    what = f"{case['format']}: {case['id']}"
    try:
        paper = read(path.with_name(case["file"]))
    except (ValueError, OSError) as problem:
        paper = Paper(file=str(problem))
    rows = [row for _, _, row in paper.measures]
    if "rows" in expected and expected.get("period"):
        period = next((str(report.period) for report in paper.reports if report.period), "")
        yield what, period == str(parse_period(expected["period"])), f"period {period!r}"
    for one in expected.get("rows", []):
        yield what, *_listed(one, rows)
    for one in expected.get("indicators", []):
        yield what, *_card(one, rows, drawn=case["format"] == "pdf")
    for one in expected.get("overview_rows", []):
        yield what, *_overview(one, rows)
    listed = [one.text for one in paper.unrecognised]
    for placeholder in expected.get("unfilled_placeholders", []):
        yield what, placeholder in listed and not rows, placeholder


def _listed(expected: Mapping[str, Any], rows: Sequence[MeasureRow]) -> tuple[bool, str]:
    row = _row_of(expected, rows)
    if row is None:
        return False, f"no row {expected.get('ref')} {expected.get('indicator')}"
    wrong = [name for name, right in _facts(expected, row) if not right]
    return not wrong, f"{row.ref} {row.title[:50]}: {wrong} {dict(row.cells)}"


def _row_of(expected: Mapping[str, Any], rows: Sequence[MeasureRow]) -> MeasureRow | None:
    ref = expected.get("ref")
    if ref:
        return next((row for row in rows if row.ref and ref in {row.ref, f"BV{row.ref}"}), None)
    words = _words(expected["indicator"])
    best = max(
        rows, key=lambda row: len(words & _words(row.title)) / (1 + len(_words(row.title) ^ words)), default=None
    )
    return best if best is not None and len(words & _words(best.title)) >= len(words) * 0.6 else None


def _words(text: str) -> frozenset[str]:
    return frozenset("".join(mark if mark.isalnum() else " " for mark in text.lower()).split())


def _facts(expected: Mapping[str, Any], row: MeasureRow) -> Iterator[tuple[str, bool]]:
    """Every fact of an expected row that is printed; what its reader worked out is left out."""
    columns = {"value": "current", "target": "target", "previous": "prior_actual"}
    for key, name in columns.items():
        if key in expected and not expected.get(f"{key}_derived"):
            yield key, _first(row.cells.get(name)) == _decimal(expected[key])
    if "status" in expected:
        yield "status", (row.cells["progress"].light if "progress" in row.cells else None) == expected["status"]
    if expected.get("polarity") and "polarity" in row.cells:
        yield "polarity", row.cells["polarity"].text.lower() == expected["polarity"]
    quartiles = [Decimal(str(value)) for key, value in expected.items() if key.startswith("top_quartile")]
    if quartiles:
        yield "quartiles", any([part.number for part in cell.parts] == quartiles for cell in row.cells.values())
    if "parts" in expected:
        yield "parts", [part.number for part in row.cells["current"].parts][1:] == expected["parts"]
    if "target_text" in expected:
        yield "target text", _same(row.cells["target"].text, expected["target_text"])
    if expected.get("unit") == "%":
        yield "unit", row.cells["target"].unit == "percent"


def _first(cell: Cell | None) -> Decimal | None:
    return cell.parts[0].number if cell and cell.parts and cell.status in FIGURES else None


def _decimal(value: float | None) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def _card(expected: Mapping[str, Any], rows: Sequence[MeasureRow], *, drawn: bool) -> tuple[bool, str]:
    """A card's facts; where its arrow is a drawing of lines (`drawn`) there is no picture to take a colour from."""
    row = next((row for row in rows if row.ref == expected["code"]), None)
    if row is None:
        return False, f"no card {expected['code']}"
    cells = row.cells
    facts = {
        "title": _same(row.title, expected["indicator"]),
        "value": "current" in cells and _same(cells["current"].text, expected["value_text"]),
        "number": _first(cells.get("current")) == _decimal(expected["value"]),
        "period": "period" in cells and cells["period"].text == expected["period"],
        "change": "change" in cells and _same(cells["change"].text, expected["change"]),
        "colour": drawn or ("change" in cells and cells["change"].light == expected["colour"]),
        "rank": "rank" in cells and _first(cells["rank"]) == _decimal(expected["rank_in_family_group"]),
    }
    wrong = [name for name, right in facts.items() if not right]
    return not wrong, f"{row.ref}: {wrong} {dict(cells)}"


def _overview(expected: Mapping[str, str], rows: Iterable[MeasureRow]) -> tuple[bool, str]:
    row = next((row for row in rows if _same(f"{row.ref}: {row.title}", expected["Indicator"])), None)
    if row is None:
        return False, f"no row {expected['Indicator']}"
    printed = {cell.header: cell.text for cell in row.cells.values()}
    wrong = [
        name for name, text in expected.items() if name != "Indicator" and not _same(printed.get(name, ""), text)
    ]
    return not wrong, f"{row.ref}: {wrong} {printed}"


def _same(text: str, expected: str) -> bool:
    return " ".join(text.split()) == " ".join(expected.split())


def _where_they_part(text: str, expected: str) -> str:
    ours, theirs = " ".join(text.split()), " ".join(expected.split())
    place = next(
        (at for at, (one, other) in enumerate(zip(ours, theirs, strict=False)) if one != other),
        min(len(ours), len(theirs)),
    )
    return f"read …{ours[max(0, place - 20) : place + 40]!r}, expected …{theirs[max(0, place - 20) : place + 40]!r}"
