"""A workstream whose phase goes back to an earlier one in a later quarter."""

from __future__ import annotations

from collections.abc import Iterator

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.papers import TableRow

ORDER = ("design", "pilot", "implement", "sustain")
_QUARTERS = ("quarter_1", "quarter_2", "quarter_3", "quarter_4")


def _find(evidence: Evidence) -> Iterator[Finding]:
    reached: dict[str, tuple[int, str]] = {}
    for table in evidence.paper.tables:
        if not set(_QUARTERS) <= set(table.columns):
            continue
        for row in table.rows:
            key = "".join(character for character in row.label.lower() if character.isalnum())
            step, phase = reached.get(key, (-1, ""))
            for next_step, next_phase in _phases(row):
                if next_step < step:
                    yield CHECK.finding(
                        row.where,
                        " ".join([row.label, *(text for _, text in _phases(row))]),
                        f"{next_phase} comes after {phase}: the phases go backwards",
                    )
                    break
                step, phase = next_step, next_phase
            reached[key] = max(reached.get(key, (-1, "")), (step, phase))


def _phases(row: TableRow) -> Iterator[tuple[int, str]]:
    """The phase of each quarter and its place in the usual order; quarters without one are left out."""
    for name in _QUARTERS:
        text = row.values[name].text.strip() if name in row.values else ""
        step = next((place for place, word in enumerate(ORDER) if word in text.lower()), None)
        if step is not None:
            yield step, text


CHECK = Check(
    name="roll-out-goes-backwards",
    severity=Severity.WARNING,
    looks_at="phases by quarter in roll-out tables",
    find=_find,
    remedy="Correct the phase, or say why the work starts again.",
)
