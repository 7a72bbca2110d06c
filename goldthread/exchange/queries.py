"""The whole council as one bundle, in a constant number of queries and in a stable order."""

from __future__ import annotations

import json
from typing import Any

from goldthread.accounts.models import Unit
from goldthread.exchange.bundle import FORMAT, PATH_SEPARATOR, VERSION
from goldthread.exchange.plan_export import documents_data, measures_data, plans_data
from goldthread.exchange.round_export import rounds_data
from goldthread.exchange.rows import Data, grouped, read_figures


def export_bundle(*, contents: bool = True) -> Data:
    """Return everything that the council's record holds, but people, passwords and who did what when.

    Args:
        contents: whether the editions' files come with their bytes; without them it is no complete bundle.
    """
    figures = read_figures()
    return {
        "format": FORMAT,
        "version": VERSION,
        "council": council_data(),
        "documents": documents_data(),
        "measures": measures_data(),
        "plans": plans_data(figures),
        "rounds": rounds_data(figures, contents=contents),
    }


def bundle_text(bundle: Data) -> str:
    """Return a bundle as the text of its file: the same bundle always gives the same text."""
    return json.dumps(bundle, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def council_data() -> Data | None:
    """Return the council and its parts, each after the part above it, or None before one is set up."""
    units = list(Unit.objects.order_by("pk"))
    council = next((unit for unit in units if unit.kind == Unit.Kind.COUNCIL), None)
    if council is None:
        return None
    below = grouped(units, "parent_id")
    listed: list[dict[str, Any]] = []

    def list_below(unit: Unit, path: str | None) -> None:
        for part in below.get(unit.pk, []):
            own = {"name": part.name, "short_name": part.short_name, "kind": part.kind, "parent": path}
            listed.append(own)
            list_below(part, f"{path}{PATH_SEPARATOR}{part.name}" if path else part.name)

    list_below(council, None)
    return {"name": council.name, "short_name": council.short_name, "units": listed}
