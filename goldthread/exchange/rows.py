"""Stored rows as the values that a bundle writes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from operator import attrgetter
from typing import Any, TypeVar

from goldthread.monitoring.models import Observation, Part
from goldthread.plan.models import Sourced

Data = dict[str, Any]
Row = TypeVar("Row")


def number(value: Decimal | None) -> str | None:
    """Return a number as decimal text with its printed places.

    >>> number(Decimal("92.250")), number(None)
    ('92.250', None)
    """
    return None if value is None else f"{value:f}"


def moment(value: datetime | None) -> str | None:
    """Return a moment in UTC as text."""
    return value.astimezone(UTC).isoformat() if value else None


def day(value: Any) -> str | None:
    """Return a day as text."""
    return value.isoformat() if value else None


def source_data(row: Sourced) -> Data | None:
    """Return where a row was taken from; its document must be fetched with it."""
    return {"document": row.source.slug, "line": row.source_line} if row.source else None


def grouped(rows: Iterable[Row], by: str) -> dict[Any, list[Row]]:
    """Return rows by the value of one of their fields, in their order."""
    groups: dict[Any, list[Row]] = {}
    for row in rows:
        groups.setdefault(attrgetter(by)(row), []).append(row)
    return groups


@dataclass(frozen=True)
class Figures:
    """Every figure that is held, with its parts."""

    actuals: Mapping[int, Sequence[Observation]]
    """Earlier years' actuals, by the plan's measure."""
    of_returns: Mapping[int, Sequence[Observation]]
    """What was reported, replaced figures too, by the return."""
    parts: Mapping[int, Sequence[Part]]
    """The parts of each figure."""

    def data(self, row: Observation) -> Data:
        """Return one figure with its parts."""
        return {
            "period": row.period,
            "value": number(row.value),
            "unit": row.unit,
            "basis": row.basis,
            "status": row.status,
            "as_at": day(row.as_at),
            "numerator": number(row.numerator),
            "denominator": number(row.denominator),
            "parts": [
                {"label": part.label, "value": number(part.value), "unit": part.unit, "status": part.status}
                for part in self.parts.get(row.pk, ())
            ],
            "printed": row.printed,
            "note": row.note,
            "source": source_data(row),
        }


def read_figures() -> Figures:
    """Return every figure that is held, in two queries."""
    rows = list(
        Observation.objects.select_related("source").order_by("plan_measure_id", "starts", "ends", "period", "pk")
    )
    actuals = (row for row in rows if row.column == Observation.Column.ACTUAL and row.replaced_at is None)
    return Figures(
        actuals=grouped(actuals, "plan_measure_id"),
        of_returns=grouped((row for row in rows if row.quarterly_return_id is not None), "quarterly_return_id"),
        parts=grouped(Part.objects.order_by("order", "pk"), "observation_id"),
    )
