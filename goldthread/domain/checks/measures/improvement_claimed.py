"""A commentary that speaks of improvement under a figure that got worse."""

from __future__ import annotations

import re
from collections.abc import Iterator

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.measures.rows import Aim, aim_of, sentences
from goldthread.domain.papers import CellPart, MeasureRow

_BETTER = re.compile(
    r"\b(?:improvement (?:in this area )?(?:continues|is|has been made)|(?:has|have) (?:significantly |greatly )?"
    r"improved|(?:is|are) improving|trajectory of improvement|continues? to improve|an improvement (?:in|from|on))\b",
    re.IGNORECASE,
)
_WHAT = re.compile(r"\b(?:performance|figure|rate|area|percentage|number|indicators?|trajectory)\b", re.IGNORECASE)
SENTENCES = 2  # what a commentary says of its own figure stands at its head


def _find(evidence: Evidence) -> Iterator[Finding]:
    for _, _, row in evidence.paper.measures:
        worse = _worse(row)
        if worse and row.commentary is not None:
            for said in sentences(row.commentary.text)[:SENTENCES]:
                if _BETTER.search(said) and _WHAT.search(said):
                    yield CHECK.finding(row.commentary.where, said, worse)
                    break


def _worse(row: MeasureRow) -> str:
    """How the figure got worse than last year's; empty where it did not, or can't be told."""
    current, aim = row.cells.get("current"), aim_of(row.title)
    then = row.comparator.parts if row.comparator else _prior(row)
    if current is None or current.number is None or len(then) != 1 or aim not in (Aim.UP, Aim.DOWN):
        return ""
    number, unit = then[0].number, then[0].unit
    if unit != current.unit or number == current.number or (current.number > number) == (aim is Aim.UP):
        return ""
    verb = "increase" if aim is Aim.UP else "reduce"
    return (
        f"the commentary speaks of improvement; the measure is to {verb}, and {current.text.strip()} comes after "
        f"{number.normalize():f}"
    )


def _prior(row: MeasureRow) -> tuple[CellPart, ...]:
    cell = row.cells.get("prior_actual")
    return cell.parts if cell else ()


CHECK = Check(
    name="improvement-claimed",
    severity=Severity.WARNING,
    looks_at="words of improvement at the head of a commentary, and the figures",
    find=_find,
    remedy="Say what improved and since when, or withdraw the word.",
)
