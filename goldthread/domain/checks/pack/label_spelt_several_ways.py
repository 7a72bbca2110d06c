"""One board, ward or portfolio, spelled in several ways on the fronts of one pack."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.pack.labels import means_the_same
from goldthread.domain.papers import Field

FIELDS: Final = ("board", "officer", "portfolio", "wards")


def _find(evidence: Evidence) -> Iterator[Finding]:
    for name in FIELDS:
        spelt: list[Field] = []
        for report in evidence.paper.reports:
            printed = report.front.fields.get(name)
            if printed is None or any(each.text == printed.text for each in spelt):
                continue
            before = next((each for each in spelt if means_the_same(each.text, printed.text)), None)
            spelt.append(printed)
            if before is not None:
                message = f"“{printed.text}” here, “{before.text}” on line {before.where.line}"
                yield CHECK.finding(printed.where, printed.text, message)


CHECK = Check(
    name="label-spelt-several-ways",
    severity=Severity.NOTE,
    looks_at="boards, officers, portfolios and wards on the fronts of all reports",
    find=_find,
    remedy="Take the label from one list.",
)
