"""The tables of docs/reference/bundle.md, made from the models themselves, so that the two can't differ."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from goldthread.domain.periods import Period
from goldthread.exchange.bundle import Bundle

_KINDS: dict[Any, str] = {
    str: "text",
    int: "whole number",
    bool: "true or false",
    Decimal: "decimal text",
    date: "date",
    datetime: "moment",
    Period: "period",
    bytes: "base64",
}


def reference_tables() -> str:
    """Return one table of fields for each part of the bundle, in Markdown."""
    return "\n".join(_table(model) for model in _models(Bundle))


def _models(top: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """Yield a model and all it holds, each once, those nearest the top first."""
    waiting, seen = [top], {top}
    while waiting:
        model = waiting.pop(0)
        yield model
        for field in model.model_fields.values():
            for inner in _models_within(field.annotation):
                if inner not in seen:
                    seen.add(inner)
                    waiting.append(inner)


def _models_within(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models_within(part)


def _table(model: type[BaseModel]) -> str:
    lines = [
        f"### {_name(model)}\n",
        f"{(model.__doc__ or '').strip()}\n",
        "| field | value | |",
        "|---|---|---|",
        *(_line(name, field) for name, field in model.model_fields.items()),
    ]
    return "\n".join(lines) + "\n"


def _line(name: str, field: FieldInfo) -> str:
    needed = ", required" if field.is_required() else ""
    return f"| `{name}` | {_kind(field.annotation)}{needed} | {field.description} |"


def _kind(annotation: Any) -> str:
    """Return what a field's value is, in words."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin in {Union, UnionType}:
        return " or ".join("null" if part is type(None) else _kind(part) for part in arguments)
    if origin is tuple:
        return f"list of {_kind(arguments[0])}"
    if origin is Literal:
        return " or ".join(f"`{value}`" if isinstance(value, str) else str(value) for value in arguments)
    if hasattr(annotation, "__metadata__"):
        return _kind(annotation.__origin__)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        name = _name(annotation)
        return f"[{name}](#{name.lower().replace(' ', '-')})"
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        return ", ".join(f"`{value}`" for value in annotation)
    return _KINDS[annotation]


def _name(model: type[BaseModel]) -> str:
    """Return a model's name as words.

    >>> _name(Bundle)
    'Bundle'
    """
    bare, _, judged = model.__name__.partition("[")
    words = "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in bare).strip()
    return f"{words.capitalize()} {judged.rstrip(']').lower()}".strip()
