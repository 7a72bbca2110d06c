"""A cell that refers to a commentary which holds no such figure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.measures.rows import sentences, short
from goldthread.domain.papers import CellStatus, MeasureRow

_MONEY = re.compile(r"\b(?:budget|spend|spent|cost|income|savings?)\b", re.IGNORECASE)
_SHARE = re.compile(r"\b(?:percentage|proportion)\b|%", re.IGNORECASE)
_POUNDS, _PERCENT, _DIGIT = re.compile(r"£\s?\d"), re.compile(r"\d\s?(?:%|per cent)"), re.compile(r"\d")
_REFERS = re.compile(r"refer|see\b|comment|narrative|text|below", re.IGNORECASE)
_NOTED = re.compile(r"\[\w{1,2}\]\s*$")  # a note mark: what it stands for is said in the notes
_EACH = re.compile(r"average|per (?:week|place|head|child|person)|each|unit cost", re.IGNORECASE)


def _find(evidence: Evidence) -> Iterator[Finding]:
    for _, _, row in evidence.paper.measures:
        current = row.cells.get("current")
        if current is None or current.status is not CellStatus.REFER_TO_COMMENTARY:
            continue
        if not _REFERS.search(current.text) or (row.commentary is None and _NOTED.search(current.text)):
            continue
        missing = _missing(row)
        if missing:
            yield CHECK.finding(
                row.where, short(row, current), f'"{current.text.strip()}", but the commentary gives no {missing}'
            )


def _missing(row: MeasureRow) -> str:
    text = row.commentary.text if row.commentary else ""
    if _SHARE.search(row.title):
        return "" if _PERCENT.search(text) else "percentage"
    if _MONEY.search(row.title):
        given = any(_POUNDS.search(said) and not _EACH.search(said) for said in sentences(text))
        return "" if given else "amount"
    return "" if _DIGIT.search(text) else "figure"


CHECK = Check(
    name="figure-not-in-the-commentary",
    severity=Severity.WARNING,
    looks_at="cells that refer to the commentary",
    find=_find,
    remedy="Give the figure, or say that there is none, why, and when there will be.",
)
