"""A commentary that answers with a figure on a basis other than its measure's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from goldthread.domain.checks.arithmetic.texts import place_of
from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.measures.rows import sentences

_BASES = {
    "rolling 12 months": re.compile(
        r"12[- ]months? rolling|rolling (?:12|twelve)[- ]month|rolling year|last 12 months", re.I
    ),
    "academic year": re.compile(r"academic year", re.I),
    "financial year": re.compile(r"financial year", re.I),
    "snapshot": re.compile(r"snapshot", re.I),
}
_ROLLING = _BASES["rolling 12 months"]
_FIGURE = re.compile(r"\d(?:[\d,.]*\d)?\s?(?:%|per cent)|\bfigure\b[^.]*\d", re.IGNORECASE)


def _find(evidence: Evidence) -> Iterator[Finding]:
    for _, _, row in evidence.paper.measures:
        basis = next((name for name, form in _BASES.items() if form.search(row.title)), None)
        if basis is None or basis == "rolling 12 months" or row.commentary is None:
            continue
        for said in sentences(row.commentary.text):
            if _ROLLING.search(said) and _FIGURE.search(_ROLLING.sub("", said)):
                current = row.cells.get("current")
                beside = f" ({' '.join(current.text.split())})" if current else ""
                yield CHECK.finding(
                    place_of(evidence.paper, said, near=row.commentary.where),
                    said,
                    f"the commentary gives a figure over rolling 12 months, the measure{beside} is on another "
                    f"basis: {basis}",
                )


CHECK = Check(
    name="commentary-on-another-basis",
    severity=Severity.WARNING,
    looks_at="the basis of figures in commentaries and the basis in the measure's title",
    find=_find,
    remedy="Explain the figure of the table; if the other basis tells more, change the measure.",
)
