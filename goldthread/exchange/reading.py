"""From a file's bytes to a bundle whose every field is of its kind."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from goldthread.exchange.bundle import FORMAT, VERSION, Bundle
from goldthread.exchange.fields import quoted
from goldthread.exchange.problems import BundleProblems, Problem, problems_in


def read_json(text: str | bytes) -> dict[str, Any]:
    """Return what a bundle's text holds, nothing of it checked but that it is one JSON object.

    Raises: BundleProblems when it is not.

    >>> read_json('{"format": "goldthread-bundle"}')
    {'format': 'goldthread-bundle'}
    """
    twice: list[str] = []

    def no_name_twice(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        held = dict(pairs)
        if len(held) < len(pairs):
            names = [name for name, _ in pairs]
            twice.extend(sorted({name for name in names if names.count(name) > 1}))
        return held

    try:
        data = json.loads(text, object_pairs_hook=no_name_twice, parse_constant=_not_a_number)
    except UnicodeDecodeError:
        raise _not_json("its text is not UTF-8") from None
    except json.JSONDecodeError as problem:
        raise _not_json(f"line {problem.lineno}, column {problem.colno}: {problem.msg}") from None
    except RecursionError:
        raise _not_json("it is nested too deeply") from None
    except ValueError as problem:
        raise _not_json(str(problem)) from None
    if not isinstance(data, dict):
        raise _not_json("it does not begin with “{”")
    if twice:
        raise BundleProblems(
            Problem("", f"The field {quoted(name)} stands twice in one group. Keep one of the two.") for name in twice
        )
    return data


def check_version(data: Mapping[str, Any]) -> None:
    """Raise BundleProblems unless the data says that it is a bundle of the version read here."""
    if data.get("format") != FORMAT:
        stated = quoted(data["format"]) if "format" in data else "nothing"
        message = f"It says {stated}, not “{FORMAT}”. Choose a file that goldthread export wrote."
        raise BundleProblems([Problem("format", message)])
    if data.get("version") != VERSION or isinstance(data["version"], bool):
        stated = (
            f"The bundle is of version {quoted(data['version'])}" if "version" in data else "No version is stated"
        )
        message = (
            f"{stated}, and this Goldthread reads version {VERSION}. "
            "Export it again with a Goldthread of this version, or install the one that wrote it."
        )
        raise BundleProblems([Problem("version", message)])


def read_fields(data: Mapping[str, Any]) -> tuple[Bundle | None, list[Problem]]:
    """Return the bundle, or every field that is not of its kind."""
    try:
        return Bundle.model_validate(data), []
    except ValidationError as error:
        return None, problems_in(error)


def _not_a_number(constant: str) -> None:
    raise ValueError(f"{constant} is not a value of JSON")


def _not_json(why: str) -> BundleProblems:
    return BundleProblems([Problem("", f"The file is not JSON: {why}. Choose a file that goldthread export wrote.")])
