"""Millions printed with a comma where a decimal point was meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from goldthread.domain.checks.arithmetic.amounts import plainly, value_of
from goldthread.domain.checks.arithmetic.texts import texts_of
from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity

_MILLIONS = re.compile(r"£\s?(\d{1,3},\d{3}|\d+\.\d+|\d{1,3})\s?(?:m\b|million\b)")
TOO_LARGE = Decimal(1000)  # millions


def _find(evidence: Evidence) -> Iterator[Finding]:
    for text, where in texts_of(evidence.paper):
        found = list(_MILLIONS.finditer(text))
        others = [value_of(each[1]) for each in found if "," not in each[1]]
        for each in found:
            if "," in each[1] and others and max(others) < TOO_LARGE:
                meant = each[0].replace(",", ".")
                yield CHECK.finding(
                    where,
                    each[0],
                    f"{each[0]} is {plainly(value_of(each[1]))} million; the other amounts here suggest {meant}",
                )


CHECK = Check(
    name="comma-for-a-point",
    severity=Severity.ERROR,
    looks_at="amounts in millions",
    find=_find,
    remedy="Put a decimal point in place of the comma.",
)
