"""A cell of a paper → a figure or a target of the bundle: what was printed stays beside what was read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

from goldthread.domain.figures import Status, Unit, reason_not_a_number
from goldthread.domain.measures import TargetState
from goldthread.domain.papers import Cell, CellPart, CellStatus
from goldthread.domain.periods import Period
from goldthread.exchange.bundle_figures import DatedFigure, Figure, Part, Source, Target

LONGEST_PRINTED = 300
_HEADLINES = frozenset({"", "rate", "la", "all", "overall", "council", "borough", "total"})
_UNITS = {unit.value: unit for unit in Unit}
_STATED_UNITS = frozenset({Unit.PERCENT, Unit.POUNDS, Unit.THOUSAND_POUNDS, Unit.DAYS, Unit.HOURS})
"""Units that a cell prints itself; a bare number is in the measure's own."""
_NEW = re.compile(r"new\b.*\b(?:indicator|measure)", re.IGNORECASE)
_NO_TARGET = re.compile(r"\btargets?\b.*\bnot\b|\bno targets?\b", re.IGNORECASE | re.DOTALL)
_DEPENDS = re.compile(r"\bdepend(?:s|ent|ing)\b|\bsubject to\b", re.IGNORECASE)
_PROVISIONAL = re.compile(r"\s*\(?\bprov(?:isional)?\b\.?\)?", re.IGNORECASE)
_OUT_OF = re.compile(r"(\d[\d,]*) (?:out )?of (?:the )?(\d[\d,]*)\b")
_RANGE = re.compile(r"\s*£?(\d[\d,.]*)\s?%?\s*(?:-|–|to)\s*£?(\d[\d,.]*)\s?%?\s*")

STATUSES: Mapping[CellStatus, Status] = MappingProxyType(
    {
        CellStatus.NUMBER: Status.FINAL,
        CellStatus.PROVISIONAL: Status.PROVISIONAL,
        CellStatus.NOT_APPLICABLE: Status.NOT_APPLICABLE,
        CellStatus.BASELINE: Status.NOT_APPLICABLE,
        CellStatus.TO_BE_CONFIRMED: Status.NOT_YET_AVAILABLE,
        CellStatus.NOT_YET_AVAILABLE: Status.NOT_YET_AVAILABLE,
        CellStatus.REFER_TO_COMMENTARY: Status.REFER_TO_COMMENTARY,
        CellStatus.SUPPRESSED: Status.SUPPRESSED,
    }
)
"""What a cell's content says of its figure; any other content is no report of one."""

TARGET_STATES: Mapping[CellStatus, TargetState] = MappingProxyType(
    {
        CellStatus.NOT_APPLICABLE: TargetState.NOT_APPLICABLE,
        CellStatus.TO_BE_CONFIRMED: TargetState.TO_BE_CONFIRMED,
        CellStatus.NOT_YET_AVAILABLE: TargetState.TO_BE_CONFIRMED,
        CellStatus.BASELINE: TargetState.BASELINE_TO_BE_ESTABLISHED,
    }
)
"""What a cell without a number says of its target; a blank one states none."""


def figure_of(cell: Cell, *, source: Source, note: str = "") -> Figure:
    """The figure of a cell: its headline as the value, the other numbers as parts, or the state of having none.

    >>> parts = (CellPart("rate", Decimal("71.9"), "rate per 10,000"), CellPart("total", Decimal(198), "count"))
    >>> cell = Cell("Now", "71.9 (rate) 198 (total)", parts, CellStatus.NUMBER)
    >>> made = figure_of(cell, source=Source(document="q3"))
    >>> str(made.value), [(part.label, str(part.value)) for part in made.parts], made.status.value
    ('71.9', [('total', '198')], 'final')
    """
    return Figure.model_validate(_figure(cell, source=source, note=note))


def dated_figure_of(cell: Cell, *, period: Period, source: Source, note: str = "") -> DatedFigure:
    """The figure of a cell, which is about this period."""
    return DatedFigure.model_validate({**_figure(cell, source=source, note=note), "period": period})


def figure_of_parts(
    parts: tuple[CellPart, ...], *, period: Period, printed: str, source: Source
) -> DatedFigure | None:
    """The figure that numbers printed inside another cell make, such as a comparator; None where there are none."""
    if not parts:
        return None
    return dated_figure_of(
        Cell(header="", text=printed, parts=parts, status=CellStatus.NUMBER), period=period, source=source
    )


def target_of(cell: Cell, *, year: Period, source: Source) -> Target:
    """The target of a cell for a year, in the state that its content says; a blank cell is a target not stated.

    >>> from goldthread.domain.periods import financial_year
    >>> made = target_of(Cell("18/19", "tbc", status=CellStatus.TO_BE_CONFIRMED), year=financial_year(2018),
    ...                  source=Source(document="plan"))
    >>> made.state.value, made.printed
    ('to be confirmed', 'tbc')
    """
    whole = " ".join(cell.text.split())
    printed, note = (whole, "") if len(whole) <= LONGEST_PRINTED else ("", whole)
    common = {"year": year, "printed": printed, "note": note, "source": source}
    ends = _RANGE.fullmatch(cell.text)
    if ends and len(cell.parts) == 2:
        low, high = sorted(part.number for part in cell.parts)
        return Target(**common, state=TargetState.RANGE, low=low, high=high, unit=_stated_unit(cell))
    headline = _headline(cell)
    if headline is not None and reason_not_a_number(headline.number) is None:
        return Target(**common, state=TargetState.NUMBER, value=headline.number, unit=_stated_unit(cell))
    return Target(**{**common, **_without_number(cell, printed=printed)})


def is_sentence(cell: Cell) -> bool:
    """Whether a cell holds words that are no figure and no known state."""
    return cell.status is CellStatus.TEXT and bool(cell.text.strip()) and not _NEW.fullmatch(cell.text.strip())


def _without_number(cell: Cell, *, printed: str) -> dict[str, object]:
    if cell.status in TARGET_STATES:
        return {"state": TARGET_STATES[cell.status]}
    if not is_sentence(cell):
        return {"state": TargetState.NOT_STATED if not cell.text.strip() else TargetState.BASELINE_TO_BE_ESTABLISHED}
    text = " ".join(cell.text.split())
    if _NO_TARGET.search(text):
        return {"state": TargetState.NOT_SET, "printed": "", "note": text}
    if _DEPENDS.search(text):
        return {"state": TargetState.DEPENDENT_ON, "note": text}
    return {"state": TargetState.NOT_STATED, "printed": printed}


def _figure(cell: Cell, *, source: Source, note: str) -> dict[str, object]:
    text = " ".join(cell.text.split())
    headline = _whole(cell)
    counted = _counted(text) if headline is not None and headline.unit == Unit.PERCENT else {}
    others = [part for part in cell.parts if part is not headline and part.number not in counted.values()]
    has_number = bool(cell.parts) and cell.status in {CellStatus.NUMBER, CellStatus.PROVISIONAL, CellStatus.TEXT}
    status = STATUSES.get(cell.status, Status.FINAL if has_number else Status.NOT_REPORTED)
    if not has_number and status.has_value:
        status = Status.NOT_REPORTED
    if is_sentence(cell) and not has_number:
        return {"status": Status.NOT_REPORTED, "printed": "", "note": note or text, "source": source}
    if _NEW.fullmatch(text):
        status, note = Status.NOT_APPLICABLE, note or "A new indicator: it had no figure for the year."
    return {
        "value": headline.number if has_number and headline is not None else None,
        "unit": _stated_unit(cell) if has_number else None,
        "status": status,
        "parts": tuple(_part(part, place) for place, part in enumerate(others, start=1)) if has_number else (),
        "printed": text,
        "note": note,
        "source": source,
        **(counted if has_number else {}),
    }


def _whole(cell: Cell) -> CellPart | None:
    """The headline, unless it is one group's alone: a number with an abbreviation after it, `526 MAP`."""
    headline = _headline(cell)
    if headline is None or len(cell.parts) > 1 or headline.label.lower() in _HEADLINES:
        return headline
    return None if _name(headline).isupper() else headline


def _counted(text: str) -> dict[str, Decimal]:
    """Numerator and denominator where a cell spells its percentage out: `55.2% 668 of 1210`."""
    found = _OUT_OF.search(text)
    if found is None:
        return {}
    numerator, denominator = (Decimal(number.replace(",", "")) for number in found.groups())
    return {"numerator": numerator, "denominator": denominator} if denominator else {}


def _name(part: CellPart) -> str:
    """A part's label without the word that the figure is provisional, which its status says."""
    return _PROVISIONAL.sub("", part.label).strip()


def _part(part: CellPart, place: int) -> Part:
    label = _name(part)[:100] or f"Figure {place}"
    return Part(label=label, value=part.number, unit=_UNITS.get(part.unit, Unit.COUNT))


def _headline(cell: Cell) -> CellPart | None:
    """The number that stands for the whole: the only one, or the first that is named as such."""
    if len(cell.parts) == 1:
        return cell.parts[0]
    return next((part for part in cell.parts if part.label.lower() in _HEADLINES), None)


def _stated_unit(cell: Cell) -> Unit | None:
    headline = _headline(cell)
    unit = _UNITS.get(headline.unit) if headline is not None else None
    return unit if unit in _STATED_UNITS else None
