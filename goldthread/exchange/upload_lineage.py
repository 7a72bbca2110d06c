"""Which held measure each accepted row is: proposals from the plan's own references and from titles."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from goldthread.domain.figures import Basis, Unit
from goldthread.domain.measures import Polarity
from goldthread.domain.papers import MeasureRow, ReportRecord
from goldthread.exchange.bundle_plan import Measure
from goldthread.exchange.papers_lineage import proposals
from goldthread.rendering.wording import slug

NEW = "new"
SAME_REFERENCE = "the plan has this reference"
_HIGHER = re.compile(r"^(?:increase|improve|maximise|raise|grow)\b", re.IGNORECASE)
_LOWER = re.compile(r"^(?:reduce|decrease|minimise|lower|cut)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A measure that a row may be: its id and title, the score from 0 to 1, and why it is proposed."""

    measure: str
    title: str
    score: Decimal
    why: str


def candidates(
    report: ReportRecord, *, known: Mapping[str, Sequence[str]], of_plan: Mapping[str, str]
) -> list[tuple[Candidate, ...]]:
    """For every measure of a report, in order, the measures that it may be, the likeliest first.

    Args:
        known: the measures held, by id, each with its own title first and then those that plans print.
        of_plan: the measures of the plan that the report belongs to, by the plan's reference.

    >>> from goldthread.domain.papers import ObjectiveSection
    >>> row = MeasureRow(ref="H1", title="Homes repaired on time", cells={})
    >>> report = ReportRecord(kind="plan", title="", objectives=(ObjectiveSection("H", "Homes", measures=(row,)),))
    >>> [(each.measure, each.why) for each in candidates(report, known={"repairs": ["Homes repaired"]},
    ...                                                 of_plan={"H1": "repairs"})[0]]
    [('repairs', 'the plan has this reference, titles 79% alike')]
    """
    listed = []
    for proposal in proposals(report, known=known):
        scored = dict(proposal.others) | ({proposal.measure: proposal.score} if proposal.measure else {})
        by_ref = of_plan.get(proposal.row.ref)
        if by_ref is not None:
            scored.setdefault(by_ref, Decimal(0))
        ordered = sorted(scored, key=lambda name: (name != by_ref, -scored[name], name))
        listed.append(
            tuple(
                Candidate(name, known[name][0], scored[name], _why(scored[name], same=name == by_ref))
                for name in ordered
            )
        )
    return listed


def _why(score: Decimal, *, same: bool) -> str:
    alike = f"titles {int(score * 100)}% alike" if score else "titles not alike"
    return f"{SAME_REFERENCE}, {alike}" if same else alike


def new_measure(row: MeasureRow, *, taken: set[str]) -> Measure:
    """The measure that a row brings with it: its unit from the figures, its polarity from the title's first word.

    >>> made = new_measure(MeasureRow(ref="H1", title="Reduce empty homes", cells={}), taken=set())
    >>> made.id, made.polarity.value
    ('reduce-empty-homes', 'lower is better')
    """
    title = " ".join(row.title.split())[:300] or row.ref
    polarity = _polarity(title)
    name = base = slug(title)[:90].strip("-")
    number = 1
    while name in taken:
        number += 1
        name = f"{base}-{number}"
    return Measure(
        id=name,
        title=title,
        unit=_unit(row),
        basis=Basis.NOT_STATED,
        polarity=polarity,
        polarity_source=f"The paper says: “{title}”" if polarity is not Polarity.NEUTRAL else "",
    )


def _polarity(title: str) -> Polarity:
    if _HIGHER.match(title):
        return Polarity.HIGHER
    return Polarity.LOWER if _LOWER.match(title) else Polarity.NEUTRAL


def _unit(row: MeasureRow) -> Unit:
    known = {str(unit): unit for unit in Unit}
    for name in ("current", "target", "prior_actual", *row.cells):
        cell = row.cells.get(name)
        if cell is not None and cell.unit in known:
            return known[cell.unit]
    return Unit.PERCENT if "percentage" in row.title.lower() or "%" in row.title else Unit.COUNT
