"""Answers as tables for a terminal: words beside every symbol, so that colour is never needed."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from rich.box import SIMPLE
from rich.table import Table
from rich.text import Text

from goldthread.exchange.rows import Data
from goldthread.rendering.wording import LIGHTS, LightKind, print_number

_STYLES = {"green": "green", "amber": "yellow", "red": "red", "grey": "dim"}


def light(kind: LightKind, result: str | None) -> Text:
    """Return a light as its symbol and word.

    >>> light("direction", "better").plain
    '↑ Better'
    """
    if result is None:
        return Text("– Not judged yet", style="dim")
    words = LIGHTS[kind][result]
    return Text(f"{words.symbol} {words.word}", style=_STYLES[words.tone])


def figure_words(figure: Data | None, *, absent: str = "none stated") -> str:
    """Return a figure as a reader sees it: its value or its parts, or why there is none.

    >>> figure_words({"value": "82.0", "unit": "percent", "status": "provisional", "parts": []})
    '82.0% (provisional)'
    """
    if figure is None:
        return absent
    parts = "; ".join(f"{part['label']} {_value(part['value'], unit=part['unit'])}" for part in figure["parts"])
    value = _value(figure["value"], unit=figure["unit"]) if figure["value"] is not None else ""
    firm = figure["status"] in {"final", "provisional"}
    shown = f"{value} ({parts})" if value and parts else value or parts
    if not firm:
        return f"{figure['status']}: {shown}" if shown else str(figure["status"])
    return f"{shown} (provisional)" if figure["status"] == "provisional" else shown


def target_words(target: Data) -> str:
    """Return a target as a reader sees it: the number, the range, or what is known about it."""
    unit = target["unit"] or "count"
    match target["state"]:
        case "number":
            return _value(target["value"], unit=unit)
        case "range":
            return f"{_value(target['low'], unit=unit)} to {_value(target['high'], unit=unit)}"
        case "change":
            return f"{_value(target['value'], unit=unit)} on last year"
        case state:
            return str(state)


def overview(rows: Sequence[Data]) -> Table:
    """Return a table of a round's measures, one line each."""
    table = Table("Ref", "Measure", box=SIMPLE, title=f"{rows[0]['round']}: {len(rows)} measures" if rows else None)
    for heading in ("Figure", "Target", "Same period last year", "Progress", "Direction of travel"):
        table.add_column(heading, max_width=28)
    for row in rows:
        table.add_row(
            row["ref"],
            row["title"],
            figure_words(row["figure"]),
            target_words(row["target"]),
            figure_words(row["comparator"]),
            light("progress", row["progress"]["computed"]),
            light("direction", row["direction_of_travel"]["result"]),
        )
    return table


def detail(row: Data) -> Table:
    """Return everything about one measure, each light with its reason."""
    table = Table(box=SIMPLE, show_header=False, title=f"{row['ref']} in {row['round']}", title_justify="left")
    table.add_column(style="bold", no_wrap=True)
    table.add_column()
    prior, comparator, progress = row["prior_actual"], row["comparator"], row["progress"]
    as_at = f", as at {row['figure']['as_at']}" if row["figure"]["as_at"] else ""
    table.add_row("Measure", row["title"])
    table.add_row("Figure", f"{figure_words(row['figure'])}{as_at}")
    table.add_row(f"Target for {row['target']['year']}", target_words(row["target"]))
    table.add_row(f"Actual for {prior['period']}" if prior else "Last year’s actual", figure_words(prior))
    table.add_row(comparator["period"] if comparator else "Same period last year", figure_words(comparator))
    _explain(table, name="Position", kind="position", result=row["position"]["result"], judged=row["position"])
    travel = row["direction_of_travel"]
    _explain(table, name="Direction of travel", kind="direction", result=travel["result"], judged=travel)
    _explain(table, name="Progress", kind="progress", result=progress["computed"], judged=progress)
    table.add_row("Officer’s progress", light("officer", progress["officer"]))
    if progress["officer_reason"]:
        table.add_row("", progress["officer_reason"])
    return table


def _explain(table: Table, *, name: str, kind: LightKind, result: str | None, judged: Data) -> None:
    table.add_row(name, light(kind, result))
    for sentence in (judged["reason"], judged["would_change"]):
        if sentence:
            table.add_row("", Text(sentence))


def plan_overview(rows: Sequence[Data]) -> Table:
    """Return a table of the measures of a plan without rounds."""
    table = Table(
        "Ref", "Measure", "Targets", "Actuals", box=SIMPLE, title=f"Plan {rows[0]['plan']}" if rows else None
    )
    for row in rows:
        targets = "; ".join(f"{each['year']} {target_words(each)}" for each in row["targets"])
        actuals = "; ".join(f"{each['period']} {figure_words(each)}" for each in row["actuals"])
        table.add_row(row["ref"], row["title"], targets or "none stated", actuals or "none stated")
    return table


def _value(value: Any, *, unit: str) -> str:
    return print_number(Decimal(value), unit=unit) if value is not None else "no value"
