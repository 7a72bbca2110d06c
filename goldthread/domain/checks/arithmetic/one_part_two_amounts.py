"""A part of a split that has one amount here and another there."""

from __future__ import annotations

from collections.abc import Iterator

from goldthread.domain.checks.arithmetic.amounts import plainly
from goldthread.domain.checks.arithmetic.splits import Part, parts_in
from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity


def _find(evidence: Evidence) -> Iterator[Finding]:
    first: dict[str, Part] = {}
    for part in parts_in(evidence.paper):
        earlier = first.setdefault(part.key, part)
        if earlier.amount != part.amount:
            yield CHECK.finding(
                part.where,
                f"{part.label}: £{plainly(part.amount)}",
                f"{part.label} has £{plainly(part.amount)} here and £{plainly(earlier.amount)} earlier "
                f"({earlier.where})",
            )


CHECK = Check(
    name="one-part-two-amounts",
    severity=Severity.WARNING,
    looks_at="amounts given to the parts of a split, in several places",
    find=_find,
    remedy="Use one amount, or say what changed in between.",
)
