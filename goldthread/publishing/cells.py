"""Figures, targets, sources and addresses as pages print them: one wording for all pages."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final, Protocol

from django.urls import reverse

from goldthread.domain.figures import Part as FigurePart
from goldthread.domain.figures import Status, Unit, total_of_parts
from goldthread.domain.measures import Target as TargetRule
from goldthread.domain.measures import TargetState
from goldthread.domain.periods import Period, parse_period
from goldthread.plan.models import SourceDocument
from goldthread.publishing.queries import MeasureRow, TargetRow
from goldthread.publishing.report import target_cell
from goldthread.rendering.document import Absent, number
from goldthread.rendering.wording import STATUS_SYMBOLS, symbol_for_status


class KeptPart(Protocol):
    """A part of a figure, as kept."""

    @property
    def label(self) -> str:
        """Return what it is a part of."""

    @property
    def value(self) -> Decimal | None:
        """Return its value, or None."""

    @property
    def unit(self) -> str:
        """Return its unit."""

    @property
    def status(self) -> str:
        """Return why there is none, or how firm it is."""


class KeptTarget(Protocol):
    """A target, as kept."""

    @property
    def year(self) -> str:
        """Return its year."""

    @property
    def state(self) -> str:
        """Return what is known about it."""

    @property
    def value(self) -> Decimal | None:
        """Return the number or the change, or None."""

    @property
    def low(self) -> Decimal | None:
        """Return the lower end of a range, or None."""

    @property
    def high(self) -> Decimal | None:
        """Return the higher end of a range, or None."""

    @property
    def note(self) -> str:
        """Return what is said about it."""


@dataclass(frozen=True)
class Anchor:
    """A link: what it says and where it leads."""

    text: str
    href: str


def headline(value: Decimal | None, *, parts: Sequence[KeptPart], is_total: bool) -> Decimal | None:
    """Return a figure's value, or the total of its parts where the measure is made so, or None."""
    if value is not None or not is_total:
        return value
    return total_of_parts(
        FigurePart(label=part.label, value=part.value, unit=Unit(part.unit), status=Status(part.status))
        for part in parts
    )


def figure_text(
    value: Decimal | None, *, unit: str, status: str, parts: Sequence[KeptPart] = (), is_total: bool = False
) -> str:
    """Return a figure as a cell prints it: the number with its mark, its parts, or why there is none.

    >>> figure_text(Decimal("92.97"), unit="percent", status="provisional")
    '92.97% [p]'
    >>> figure_text(None, unit="count", status="not reported")
    'Not available [x]'
    """
    symbol = symbol_for_status(status)
    shown = headline(value, parts=parts, is_total=is_total)
    if shown is not None:
        return number(shown, unit=unit, symbol=symbol).text
    if parts:
        words = "; ".join(f"{part.label} {part_text(part)}" for part in parts)
        return f"{words} [{symbol}]" if symbol else words
    return Absent(symbol).text


def row_figure(row: MeasureRow) -> str:
    """Return what a measure reported in a round, as a cell prints it."""
    figure = row.current
    if figure is None:
        return figure_text(None, unit=row.unit, status="not reported")
    return figure_text(
        figure.value, unit=figure.unit, status=figure.status, parts=figure.parts, is_total=row.total_of_parts
    )


def target_of_year(targets: Iterable[TargetRow], *, year: str) -> TargetRow | None:
    """Return the target of a year, or None."""
    return next((target for target in targets if target.year == year), None)


def part_text(part: KeptPart) -> str:
    """Return one part's figure, or why there is none."""
    if part.value is None:
        return Absent(symbol_for_status(part.status) or "x").text
    return number(part.value, unit=part.unit, symbol=symbol_for_status(part.status)).text


def target_text(target: KeptTarget | None, *, unit: str) -> str:
    """Return a target as a cell prints it: its number, or its state in words."""
    if target is None:
        return Absent("x", "No target stated").text
    return target_cell(target_rule(target), unit=unit).text


def target_rule(target: KeptTarget) -> TargetRule:
    """Return a kept target as the rules see it."""
    return TargetRule(
        year=_year(target.year),
        state=TargetState(target.state),
        value=target.value,
        low=target.low,
        high=target.high,
        note=target.note,
    )


@lru_cache(maxsize=256)
def _year(text: str) -> Period:
    """Return a year as the rules see it; a page prints the same few years over and over."""
    return parse_period(text)


def source_text(document: SourceDocument | None, line: int | None) -> str:
    """Return where something was taken from.

    >>> source_text(None, None)
    'No source recorded'
    """
    if document is None:
        return "No source recorded"
    return f"{document.title}, line {line}" if line else document.title


def sentence_case(words: str) -> str:
    """Return words with a capital at their beginning, and their names left alone.

    >>> sentence_case("cumulative since 1 April")
    'Cumulative since 1 April'
    """
    return words[:1].upper() + words[1:]


def marks_in(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the codes of the marks that some texts hold, for the key on their page.

    >>> marks_in(["203 [p]", "Not applicable [z]", "203 [p]"])
    ('p', 'z')
    """
    return tuple(sorted({code for text in texts for code in _MARK.findall(text)}))


_MARK: Final = re.compile(r"\[([a-z])\]")


def mark_of(status: str) -> str:
    """Return the code of a status's mark; "" for a final figure."""
    return STATUS_SYMBOLS[status]


def part_of_address(ref: str) -> str:
    """Return a reference as an address holds it.

    >>> part_of_address("ULS 1a")
    'ULS-1a'
    """
    return re.sub(r"[^A-Za-z0-9]+", "-", ref).strip("-")


def milestone_addresses(names: Iterable[tuple[int, str, int]]) -> dict[int, str]:
    """Return the last part of each milestone's address: its reference, numbered where it comes again.

    >>> milestone_addresses([(7, "PED06d", 1), (8, "PED06d", 2)])
    {7: 'PED06d', 8: 'PED06d-2'}
    """
    seen: dict[str, int] = {}
    addresses = {}
    for key, ref, _occurrence in names:
        name = part_of_address(ref)
        seen[name] = seen.get(name, 0) + 1
        addresses[key] = name if seen[name] == 1 else f"{name}-{seen[name]}"
    return addresses


def milestone_name(ref: str, occurrence: int) -> str:
    """Return a milestone's reference as readers see it: the second of one reference says so."""
    return ref if occurrence == 1 else f"{ref} (entry {occurrence})"


def measure_link(slug: str, *, text: str) -> Anchor:
    """Return the link to a measure."""
    return Anchor(text, reverse("measure", args=[slug]))


def objective_link(plan: str, ref: str, *, text: str = "") -> Anchor:
    """Return the link to an objective of a plan."""
    return Anchor(text or ref, reverse("objective", args=[plan, part_of_address(ref)]))


def milestone_link(plan: str, address: str, *, text: str) -> Anchor:
    """Return the link to a milestone of a plan by the last part of its address."""
    return Anchor(text, reverse("milestone", args=[plan, address]))
