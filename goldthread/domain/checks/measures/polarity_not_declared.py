"""A measure with a target that does not say whether more is better."""

from __future__ import annotations

from collections.abc import Iterator

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.measures.rows import Aim, aim_of, by_year, short, words_of
from goldthread.domain.papers import Cell, CellStatus, MeasureRow


def _find(evidence: Evidence) -> Iterator[Finding]:
    """A measure that a pack reports in several quarters is named once."""
    named: set[tuple[str, str]] = set()
    for _, _, row in evidence.paper.measures:
        said = "" if "polarity" in row.cells else _asked(row) or _watched(row) or _verbless(row)
        if said and (row.ref, said) not in named:
            named.add((row.ref, said))
            yield CHECK.finding(row.where, short(row), said)


def _asked(row: MeasureRow) -> str:
    cells = (row.cells.get(name) for name in ("direction_of_travel", "progress"))
    asked = next((cell for cell in cells if cell and cell.status is CellStatus.TEXT and "?" in cell.text), None)
    if asked is None:
        return ""
    return f'"{words_of(asked)}" is printed in place of a judgement: nobody has said which way is better'


def _watched(row: MeasureRow) -> str:
    targets = [cell for name, cell in row.cells.items() if name.startswith("target") and cell.number is not None]
    if aim_of(row.title) is not Aim.WATCH or not targets or _tells_the_way(targets[0]):
        return ""
    verb = row.title.split()[0]
    return f'"{verb}" says nothing of better or worse, but there is a target of {words_of(targets[0])}'


def _tells_the_way(target: Cell) -> bool:
    """Whether a target lies at the end of its scale, or says itself what is to happen."""
    at_the_end = target.unit == "percent" and target.number in (0, 100)
    return at_the_end or any(word in target.text.lower() for word in ("reduc", "increas", "decreas"))


def _verbless(row: MeasureRow) -> str:
    """In a plan, targets that move from year to year show the way; a single or a flat one does not."""
    known = [cell for _, cell in by_year(row, "target") if cell.number is not None]
    latest = row.cells.get("latest")
    figures = {cell.number for cell in known} | ({latest.number} if latest and latest.number is not None else set())
    if aim_of(row.title) is not Aim.NONE or not known or len(figures) > 1 or figures & {0, 100}:
        return ""
    return f"neither the description nor the targets ({words_of(known[0])}) say whether more or less is better"


CHECK = Check(
    name="polarity-not-declared",
    severity=Severity.NOTE,
    looks_at="verbs of descriptions, targets, and questions about polarity in cells",
    find=_find,
    remedy="Say once, in the plan, whether higher or lower is better.",
)
