"""Findings as a person, a program, a code-scanning tool or a workflow log wants them."""

from __future__ import annotations

import json
import textwrap
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from importlib.metadata import version
from itertools import groupby
from typing import Any, Final
from urllib.parse import quote

from goldthread.domain.checks import CHECKS, Finding, Severity

SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
WIDTH: Final = 100


def as_text(findings: Sequence[Finding]) -> str:
    """One entry a finding under its file: place, severity and rule; message; quotation; remedy; then the count."""
    lines: list[str] = []
    for file, group in groupby(findings, key=lambda finding: finding.where.file):
        lines.append(file)
        for finding in group:
            lines += ["", f"  {_place(finding):14} {finding.severity}: {finding.rule}"]
            lines += _wrapped(finding.message, indent="    ")
            lines += _wrapped(f"“{_short(finding.quote)}”", indent="    ") if finding.quote else []
            lines += _wrapped(finding.remedy, indent="    → ")
        lines.append("")
    return "\n".join([*lines, _counted(findings)]) + "\n"


def as_json(findings: Sequence[Finding]) -> str:
    """A list of objects: rule, severity, where, quote, message, remedy."""
    return json.dumps([_object(finding) for finding in findings], ensure_ascii=False, indent=1) + "\n"


def as_sarif(findings: Sequence[Finding]) -> str:
    """A SARIF 2.1.0 log (OASIS), which code-scanning tools read."""
    used = {finding.rule for finding in findings}
    rules = [
        {
            "id": check.name,
            "shortDescription": {"text": check.looks_at},
            "help": {"text": check.remedy},
            "defaultConfiguration": {"level": str(check.severity)},
        }
        for check in CHECKS
        if check.name in used
    ]
    driver = {"name": "goldthread", "version": version("goldthread"), "rules": rules}
    run = {"tool": {"driver": driver}, "results": [_result(finding) for finding in findings]}
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1) + "\n"


def as_github(findings: Sequence[Finding]) -> str:
    """One workflow command a finding, which GitHub shows beside the line."""
    return "".join(
        f"::{'notice' if finding.severity == Severity.NOTE else finding.severity} "
        f"file={_property(finding.where.file)},line={finding.where.line or 1},title={_property(finding.rule)}"
        f"::{_data(finding.message)}\n"
        for finding in findings
    )


FORMATS: Final[Mapping[str, Callable[[Sequence[Finding]], str]]] = {
    "text": as_text,
    "json": as_json,
    "sarif": as_sarif,
    "github": as_github,
}


def _object(finding: Finding) -> dict[str, Any]:
    where = finding.where
    return {
        "rule": finding.rule,
        "severity": str(finding.severity),
        "where": {"file": where.file, "line": where.line, "page": where.page, "cell": where.cell},
        "quote": finding.quote,
        "message": finding.message,
        "remedy": finding.remedy,
    }


def _result(finding: Finding) -> dict[str, Any]:
    region = {"startLine": finding.where.line or 1, "snippet": {"text": finding.quote}}
    location = {"artifactLocation": {"uri": quote(finding.where.file.replace("\\", "/"))}, "region": region}
    return {
        "ruleId": finding.rule,
        "level": str(finding.severity),
        "message": {"text": f"{finding.message} {finding.remedy}"},
        "locations": [{"physicalLocation": location}],
    }


def _place(finding: Finding) -> str:
    where = finding.where
    told = [f"page {where.page}"] if where.page else []
    told += [f"line {where.line}"] if where.line else []
    told += [where.cell] if where.cell and not where.line else []
    return ", ".join(told) or "whole paper"


def _wrapped(text: str, *, indent: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent=indent, subsequent_indent=" " * len(indent))


def _short(quote: str) -> str:
    return textwrap.shorten(quote, 240, placeholder=" …")


def _counted(findings: Sequence[Finding]) -> str:
    if not findings:
        return "Nothing found."
    counts = Counter(finding.severity for finding in findings)
    told = [f"{counts[each]:,} {each}{'' if counts[each] == 1 else 's'}" for each in Severity if counts[each]]
    files = len({finding.where.file for finding in findings})
    return f"{', '.join(told)} in {files} {'file' if files == 1 else 'files'}."


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
