"""What is wrong with a bundle: every problem with its place, in one sentence that says the remedy."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from goldthread.exchange.bundle import Bundle
from goldthread.exchange.fields import quoted, shown


@dataclass(frozen=True)
class Problem:
    """One thing wrong with a bundle.

    >>> print(Problem("measures[0].unit", "It is missing."))
    measures[0].unit: It is missing.
    """

    place: str
    message: str

    def __str__(self) -> str:
        return f"{self.place}: {self.message}" if self.place else self.message


class BundleProblems(ValueError):
    """A bundle that can't be imported, with everything that is wrong with it. Nothing was imported."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


def place_of(location: Sequence[int | str]) -> str:
    """Return a place in a bundle as text.

    >>> place_of(("rounds", 0, "returns", 3, "current", "value"))
    'rounds[0].returns[3].current.value'
    """
    steps = (f"[{step}]" if isinstance(step, int) else f".{shown(step)}" for step in location)
    return "".join(steps).lstrip(".")


def did_you_mean(value: str, known: Iterable[str]) -> str:
    """Return a sentence that names the nearest of the known names, or all of them where they are few.

    >>> did_you_mean("2023-25", ["2023-24", "2018-19"])
    'Did you mean “2023-24”?'
    """
    names = list(known)
    near = get_close_matches(value, names, n=1, cutoff=0.7)
    if near:
        return f"Did you mean {quoted(near[0])}?"
    if not names:
        return "There are none yet."
    return f"There are: {', '.join(names[:12])}{' and more' if len(names) > 12 else ''}."


def problems_in(error: ValidationError) -> list[Problem]:
    """Return what pydantic found as problems in our own words."""
    return [Problem(place_of(detail["loc"]), _sentence(detail)) for detail in error.errors(include_url=False)]


def _sentence(detail: ErrorDetails) -> str:
    kind, given, context = detail["type"], detail["input"], detail.get("ctx", {})
    if kind == "value_error":
        return str(context["error"])
    if kind == "missing":
        return f"It is missing. It says: {_description(detail['loc'])}"
    if kind == "extra_forbidden":
        return f"The bundle has no such field here. {_fields_beside(detail['loc'])}"
    if kind in {"enum", "literal_error"}:
        return f"{quoted(given)} is not known here. {_choices(detail['loc'], str(given), context)}"
    if kind in _WANTED:
        return f"{quoted(given)} {_WANTED[kind].format(**context)}."
    return f"{quoted(given)} does not fit: {detail['msg'][0].lower()}{detail['msg'][1:]}."


_WANTED = {
    "string_type": "is not text. Write it between quotes",
    "string_pattern_mismatch": "is not a name here. Use letters, digits, “-” and “_” only",
    "bool_type": "is not true or false. Write one of them without quotes",
    "model_type": "is not a group of fields. Write it between curly brackets",
    "model_attributes_type": "is not a group of fields. Write it between curly brackets",
    "tuple_type": "is not a list. Write it between square brackets",
    "too_short": "is empty. Enter it",
    "string_too_short": "is empty. Enter it",
    "too_long": "has {actual_length:,} characters, and there is room for {max_length}. Shorten it",
    "string_too_long": "is longer than the {max_length} characters there is room for. Shorten it",
    "greater_than_equal": "is too low: it must be {ge} or more",
    "less_than_equal": "is too high: it must be {le:,} or less",
}


def _choices(location: Sequence[int | str], given: str, context: dict[str, Any]) -> str:
    kinds = _types_at(location)
    enums = [kind for kind in kinds if isinstance(kind, type) and issubclass(kind, StrEnum)]
    names = (
        [str(value) for value in enums[0]] if enums else [str(value) for kind in kinds for value in get_args(kind)]
    )
    near = get_close_matches(given, names, n=1, cutoff=0.7)
    hint = f"Did you mean {quoted(near[0])}? " if near else ""
    return f"{hint}Choose one of: {', '.join(names) or context.get('expected', '')}."


def _model_at(location: Sequence[int | str]) -> type[BaseModel]:
    """Return the model that holds the last step of a place."""
    model: type[BaseModel] = Bundle
    for step in location[:-1]:
        if isinstance(step, str) and step in model.model_fields:
            model = _model_within(model.model_fields[step].annotation) or model
    return model


def _model_within(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _model_within(part))), None)


def _types_at(location: Sequence[int | str]) -> list[Any]:
    field = _model_at(location).model_fields.get(str(location[-1]))
    if field is None:
        return []
    return [kind for kind in (field.annotation, *get_args(field.annotation)) if kind is not type(None)]


def _description(location: Sequence[int | str]) -> str:
    field = _model_at(location).model_fields.get(str(location[-1]))
    return (field.description if field else None) or "what this is."


def _fields_beside(location: Sequence[int | str]) -> str:
    return did_you_mean(str(location[-1]), list(_model_at(location).model_fields))
