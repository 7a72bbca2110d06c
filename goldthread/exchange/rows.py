"""Stored rows as the values that a bundle writes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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


def figure_data(row: Observation, *, parts: Sequence[Part]) -> Data:
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
            for part in parts
        ],
        "printed": row.printed,
        "note": row.note,
        "source": source_data(row),
    }
