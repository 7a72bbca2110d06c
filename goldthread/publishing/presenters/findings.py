"""The findings of a round, as their page shows them: by severity, each with its place, its state and its answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone

from goldthread.domain.checks import Severity
from goldthread.publishing.cells import Anchor, milestone_addresses
from goldthread.publishing.findings import RoundFinding
from goldthread.publishing.models import EditionFinding

HEADINGS: Mapping[Severity, str] = {
    Severity.ERROR: "Errors: put right or waived before publication",
    Severity.WARNING: "Warnings: may mislead a reader",
    Severity.NOTE: "Notes: untidy",
}
PLURALS = {Severity.ERROR: "errors", Severity.WARNING: "warnings", Severity.NOTE: "notes"}


@dataclass(frozen=True, kw_only=True)
class FindingLine:
    """One finding on the page; `answer` says who waived it, when and why."""

    rule: str
    message: str
    quote: str
    remedy: str
    place: Anchor
    answer: str
    fingerprint: str = ""
    blocks: bool = False

    @property
    def is_waived(self) -> bool:
        """Whether somebody answers for it."""
        return bool(self.answer)


@dataclass(frozen=True, kw_only=True)
class FindingGroup:
    """The findings of one severity."""

    heading: str
    lines: tuple[FindingLine, ...]


@dataclass(frozen=True, kw_only=True)
class FindingsPage:
    """All findings of a round or an edition."""

    summary: str
    groups: tuple[FindingGroup, ...]


def findings_page(findings: Sequence[RoundFinding], *, places: Mapping[str, str]) -> FindingsPage:
    """The page of a round as it stands now; `places` maps a reference to the address of its page."""
    lines = [(each.finding.severity, _line(each, places=places)) for each in findings]
    blocking = sum(each.blocks for each in findings)
    gate = (
        "Nothing stops this round from being published."
        if not blocking
        else f"{_count(blocking, Severity.ERROR)} must be put right or waived before this round is published."
    )
    return FindingsPage(summary=f"{_told(findings_of=[each for each, _ in lines])} {gate}", groups=_groups(lines))


def record_page(kept: Sequence[EditionFinding], *, places: Mapping[str, str]) -> FindingsPage:
    """The page of what was found when an edition was published."""
    lines = [(Severity(each.severity), _kept_line(each, places=places)) for each in kept]
    return FindingsPage(summary=_told(findings_of=[each for each, _ in lines]), groups=_groups(lines))


def places(
    *, plan: str, measures: Iterable[tuple[str, str]], milestones: Sequence[tuple[int, str, int]]
) -> dict[str, str]:
    """The address of the page of every measure and milestone of a plan, by reference."""
    addresses = milestone_addresses(milestones)
    first = {ref: reverse("milestone", args=[plan, addresses[key]]) for key, ref, nth in milestones if nth == 1}
    return first | {ref: reverse("measure", args=[slug]) for ref, slug in measures}


def line_of(found: RoundFinding) -> FindingLine:
    """One finding alone, for the page that asks why it is waived."""
    return _line(found, places={})


def _line(each: RoundFinding, *, places: Mapping[str, str]) -> FindingLine:
    waiver = each.waiver
    place = each.finding.where.cell or "The whole report"
    return FindingLine(
        rule=each.finding.rule,
        message=each.finding.message,
        quote=each.finding.quote,
        remedy=each.finding.remedy,
        place=Anchor(place, places.get(place, "")),
        answer=_answer(waiver.waived_by.name, waiver.waived_at, waiver.reason) if waiver else "",
        fingerprint=each.fingerprint,
        blocks=each.blocks,
    )


def _kept_line(each: EditionFinding, *, places: Mapping[str, str]) -> FindingLine:
    place = each.place or "The whole report"
    return FindingLine(
        rule=each.rule,
        message=each.message,
        quote=each.quote,
        remedy="",
        place=Anchor(place, places.get(place, "")),
        answer=_answer(each.waived_by, each.waived_at, each.reason) if each.waived_at else "",
    )


def _answer(name: str, at: object, reason: str) -> str:
    return f"Waived by {name} on {timezone.localtime(at):%-d %B %Y}: {reason}"  # type: ignore[arg-type]


def _groups(lines: Iterable[tuple[Severity, FindingLine]]) -> tuple[FindingGroup, ...]:
    listed = list(lines)
    groups = (
        FindingGroup(heading=heading, lines=tuple(line for severity, line in listed if severity is each))
        for each, heading in HEADINGS.items()
    )
    return tuple(group for group in groups if group.lines)


def _told(*, findings_of: Sequence[Severity]) -> str:
    if not findings_of:
        return "The checks found nothing."
    counts = Counter(findings_of)
    told = [_count(counts[each], each) for each in Severity if counts[each]]
    return f"The checks found {', '.join(told[:-1])}{' and ' if told[1:] else ''}{told[-1]}."


def _count(count: int, severity: Severity) -> str:
    return f"1 {severity}" if count == 1 else f"{count:,} {PLURALS[severity]}"
