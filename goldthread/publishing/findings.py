"""What the checks find in a round, and what has been waived: the gate before anything is published."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from goldthread.domain.checks import Finding, Severity, findings_of
from goldthread.monitoring.models import Round
from goldthread.publishing.contents import read_contents
from goldthread.publishing.models import Edition, EditionFinding, Waiver
from goldthread.publishing.paper import paper_of


@dataclass(frozen=True, slots=True)
class RoundFinding:
    """A finding on a round; `fingerprint` is the same as long as it says the same of the same place."""

    finding: Finding
    fingerprint: str
    waiver: Waiver | None = None

    @property
    def blocks(self) -> bool:
        """Whether the round can't be published until this is put right or waived."""
        return self.finding.severity is Severity.ERROR and self.waiver is None


def findings_of_round(round: Round) -> tuple[RoundFinding, ...]:
    """Check a round as it stands now against the one before it; errors first, each with its waiver if it has one."""
    before = Round.objects.filter(plan=round.plan, ends__lt=round.ends).order_by("-ends").first()
    found = findings_of(
        paper_of(read_contents(round)), previous=paper_of(read_contents(before)) if before is not None else None
    )
    waivers = {waiver.fingerprint: waiver for waiver in round.waivers.select_related("waived_by")}
    told = (RoundFinding(each, mark := fingerprint(each), waivers.get(mark)) for each in found)
    return tuple(sorted(told, key=lambda each: list(Severity).index(each.finding.severity)))


def fingerprint(finding: Finding) -> str:
    """A finding's own mark: other figures make another message, and a waiver of the old one no longer holds.

    >>> from goldthread.domain.papers import Where
    >>> one = Finding("a-rule", Severity.NOTE, Where(cell="A1"), "", "12 and 13", "Look.")
    >>> fingerprint(one) == fingerprint(Finding("a-rule", Severity.NOTE, Where(cell="A1"), "", "12 and 14", "Look."))
    False
    """
    said = "\n".join((finding.rule, str(finding.where.cell), finding.message))
    return hashlib.sha256(said.encode()).hexdigest()[:16]


def in_the_way(findings: Iterable[RoundFinding]) -> list[RoundFinding]:
    """The findings that stop a publication."""
    return [each for each in findings if each.blocks]


def kept_findings(edition: Edition) -> list[EditionFinding]:
    """What was found when an edition was published, as its record keeps it."""
    return list(edition.findings.all())


def record_rows(edition: Edition, findings: Iterable[RoundFinding]) -> list[EditionFinding]:
    """The rows of an edition's record: every finding, and who waived it why."""
    return [
        EditionFinding(
            edition=edition,
            order=order,
            rule=each.finding.rule,
            severity=str(each.finding.severity),
            place=each.finding.where.cell or "",
            quote=each.finding.quote,
            message=each.finding.message,
            waived_by=each.waiver.waived_by.name if each.waiver else "",
            waived_at=each.waiver.waived_at if each.waiver else None,
            reason=each.waiver.reason if each.waiver else "",
        )
        for order, each in enumerate(findings, start=1)
    ]
