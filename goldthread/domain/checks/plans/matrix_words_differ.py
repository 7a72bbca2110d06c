"""A scale that is called one thing in the key and another in the matrix."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.papers import MatrixRecord

_SCALE = re.compile(
    r"\b(?P<axis>likelihood|impact)\s*\((?P<low>\d)\s*=?\s*(?P<least>[a-z ]+?)\s*(?:[-–—]|to)\s*"
    r"(?P<high>\d)\s*=?\s*(?P<most>[a-z ]+?)\)",
    re.IGNORECASE,
)


def _find(evidence: Evidence) -> Iterator[Finding]:
    if not evidence.paper.matrices:
        return
    seen: set[tuple[int | None, str]] = set()
    for passage in (*evidence.paper.passages, *(key for matrix in evidence.paper.matrices for key in matrix.key)):
        differences = [
            said
            for found in _SCALE.finditer(passage.text)
            for matrix in evidence.paper.matrices[:1]
            for said in _differences(found, matrix)
        ]
        if differences and (passage.where.line, passage.text) not in seen:
            seen.add((passage.where.line, passage.text))
            yield CHECK.finding(passage.where, passage.text[:200], "; ".join(differences))


def _differences(found: re.Match[str], matrix: MatrixRecord) -> Iterator[str]:
    axis: Mapping[int, str] = matrix.likelihood if found["axis"].lower() == "likelihood" else matrix.impact
    for number, word in ((int(found["low"]), found["least"]), (int(found["high"]), found["most"])):
        called = axis.get(number, "")
        if called and called.strip().lower() != word.strip().lower():
            yield f"{found['axis'].lower()} {number} is called {word.strip()} in the key and {called} in the matrix"


CHECK = Check(
    name="matrix-words-differ",
    severity=Severity.WARNING,
    looks_at="words of a risk matrix and of the key to the register",
    find=_find,
    remedy="Use one set of words for the scales.",
)
