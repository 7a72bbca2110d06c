"""Publication: a round becomes an edition; a correction becomes another."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils import timezone

from goldthread.accounts.actions import record
from goldthread.accounts.models import User
from goldthread.accounts.queries import council, require
from goldthread.accounts.roles import Permission
from goldthread.domain.figures import Status
from goldthread.monitoring.actions import Entry, judge_round, revise_figure
from goldthread.monitoring.models import Observation, Return, Round
from goldthread.monitoring.queries import figure_of
from goldthread.publishing.contents import Front, read_contents
from goldthread.publishing.findings import RoundFinding, findings_of_round, in_the_way, record_rows
from goldthread.publishing.models import Edition, EditionFile, EditionFinding, Waiver
from goldthread.publishing.report import report
from goldthread.publishing.search import rebuild_search
from goldthread.rendering import FORMATS, render
from goldthread.rendering.document import Document


class PublicationRefused(ValueError):
    """The round can't be published or corrected as asked."""


@dataclass(frozen=True, kw_only=True)
class Revision:
    """One figure of a published round that turned out to be wrong, and what it should be."""

    quarterly_return: Return
    entry: Entry
    why: str


def revision(*, round: Round, key: str, value: Decimal, is_provisional: bool, why: str) -> Revision:
    """Return the revision of one figure of a round to another number, everything else about it as it was.

    A revised figure is not worked out from the earlier numerator and denominator, so these are left out.
    """
    made = round.returns.select_related("plan_measure", "round").get(pk=key)
    was = figure_of(made.figures.get(column=Observation.Column.CURRENT, replaced_at=None))
    status = Status.PROVISIONAL if is_provisional else Status.FINAL
    figure = replace(was, value=value, status=status, numerator=None, denominator=None)
    return Revision(quarterly_return=made, entry=Entry(figure=figure, printed=f"{value:f}", note=why), why=why)


@transaction.atomic
def publish_round(*, round: Round, by: User, at: datetime) -> Edition:
    """Judge an open round, freeze its report in every format as edition 1, and open it to the public.

    Raises: PublicationRefused when the round is published already, holds no return, has an error that is neither put
        right nor waived, or no council is set up.
    """
    require(by, Permission.PUBLISH)
    locked = Round.objects.select_for_update().select_related("plan").get(pk=round.pk)
    if locked.is_published:
        raise PublicationRefused(f"{locked} is published already. To change it, publish a correction.")
    if not locked.returns.exists() and not locked.milestone_returns.exists():
        raise PublicationRefused(f"{locked} holds no return yet, so there is nothing to publish.")
    findings = _checked(locked)
    judge_round(round=locked, by=by, at=at)
    locked.is_published = True
    locked.save(update_fields=["is_published"])
    edition = _freeze(locked, number=1, reason="", changes=(), by=by, at=at)
    EditionFinding.objects.bulk_create(record_rows(edition, findings))
    record(by=by, at=at, action="publish round", thing=str(edition), after={"checksum": edition.checksum})
    rebuild_search()
    return edition


@transaction.atomic
def correct_round(
    *, round: Round, reason: str, by: User, at: datetime, revisions: Sequence[Revision] = ()
) -> Edition:
    """Publish a correction: revise figures, judge again, and freeze a new edition that says what changed and why.

    The figures that were published stay readable, in their edition and in the measure's history.

    Raises: PublicationRefused without a reason, when the round is not published yet, or when the correction leaves an
        error that is neither put right nor waived.
    """
    require(by, Permission.PUBLISH)
    if not reason.strip():
        raise PublicationRefused("Say why the published report is corrected.")
    locked = Round.objects.select_for_update().select_related("plan").get(pk=round.pk)
    latest = locked.editions.first()
    if latest is None:
        raise PublicationRefused(f"{locked} is not published yet. Change the return itself.")
    changes = tuple(_revise(revision, by=by, at=at) for revision in revisions)
    findings = _checked(locked)
    judge_round(round=locked, by=by, at=at, correcting=True)
    edition = _freeze(locked, number=latest.number + 1, reason=reason.strip(), changes=changes, by=by, at=at)
    EditionFinding.objects.bulk_create(record_rows(edition, findings))
    record(by=by, at=at, action="correct round", thing=str(edition), after={"changes": list(changes)}, why=reason)
    rebuild_search()
    return edition


@transaction.atomic
def restore_edition(
    *,
    round: Round,
    number: int,
    published_at: datetime,
    reason: str,
    files: Mapping[str, bytes],
    by: User,
    at: datetime,
    findings: Sequence[Mapping[str, Any]] = (),
) -> Edition:
    """Keep an edition that was published elsewhere, byte for byte, and open its round to the public.

    Args:
        findings: what was found when it was published: the columns of its record, in their order.

    Raises: PublicationRefused unless it is the round's next edition.
    """
    require(by, Permission.PUBLISH)
    locked = Round.objects.select_for_update().get(pk=round.pk)
    expected = locked.editions.count() + 1
    if number != expected:
        raise PublicationRefused(f"Edition {number} of {locked} can't be kept: its next edition is {expected}.")
    locked.is_published = True
    locked.save(update_fields=["is_published"])
    edition = _keep(locked, number=number, reason=reason, files=files, by=by, at=published_at)
    EditionFinding.objects.bulk_create(
        EditionFinding(edition=edition, order=order, **found) for order, found in enumerate(findings, start=1)
    )
    record(by=by, at=at, action="restore edition", thing=str(edition), after={"checksum": edition.checksum})
    return edition


@transaction.atomic
def waive_findings(
    *, round: Round, findings: Sequence[RoundFinding], reason: str, by: User, at: datetime
) -> list[Waiver]:
    """Answer for findings by name and with a reason; each holds until the finding says something else.

    Raises: PublicationRefused without a reason.
    """
    require(by, Permission.PUBLISH)
    if not reason.strip():
        raise PublicationRefused("Say why this may be published as it stands.")
    new = {each.fingerprint: each for each in findings if each.waiver is None}
    waivers = Waiver.objects.bulk_create(
        Waiver(
            round=round,
            fingerprint=each.fingerprint,
            rule=each.finding.rule,
            place=each.finding.where.cell or "",
            message=each.finding.message,
            reason=reason.strip(),
            waived_by=by,
            waived_at=at,
        )
        for each in new.values()
    )
    told = [str(waiver) for waiver in waivers]
    record(by=by, at=at, action="waive findings", thing=str(round), after={"findings": told}, why=reason)
    return waivers


@transaction.atomic
def withdraw_waiver(*, waiver: Waiver, by: User, at: datetime) -> None:
    """Take a waiver back; editions that were published under it keep it in their record."""
    require(by, Permission.PUBLISH)
    before = {"finding": str(waiver), "reason": waiver.reason, "by": waiver.waived_by.name}
    thing = str(waiver.round)
    waiver.delete()
    record(by=by, at=at, action="withdraw waiver", thing=thing, before=before)


def _checked(round: Round) -> tuple[RoundFinding, ...]:
    findings = findings_of_round(round)
    left = in_the_way(findings)
    if left:
        first = left[0].finding
        count = "1 error is" if len(left) == 1 else f"{len(left):,} errors are"
        raise PublicationRefused(
            f"{count} neither put right nor waived. The first: {first.where.cell or first.rule}: {first.message}. "
            "Look at the findings of this round."
        )
    return findings


def _revise(revision: Revision, *, by: User, at: datetime) -> str:
    was, now = revise_figure(
        quarterly_return=revision.quarterly_return, entry=revision.entry, why=revision.why, by=by, at=at
    )
    ref = revision.quarterly_return.plan_measure.ref
    return f"{ref}: {was.value or was.status} becomes {now.value or now.status}. {revision.why}"


def _freeze(round: Round, *, number: int, reason: str, changes: tuple[str, ...], by: User, at: datetime) -> Edition:
    publisher = council()
    if publisher is None:
        raise PublicationRefused("No council is set up. Load one first: goldthread demo, or goldthread import.")
    front = Front(
        council=publisher.name,
        edition=number,
        published=timezone.localtime(at).date(),
        reason=reason,
        changes=changes,
    )
    files = files_of(report(read_contents(round), front=front))
    return _keep(round, number=number, reason=reason, files=files, by=by, at=at)


def _keep(round: Round, *, number: int, reason: str, files: Mapping[str, bytes], by: User, at: datetime) -> Edition:
    edition = Edition.objects.create(
        round=round, number=number, published_at=at, published_by=by, reason=reason, checksum=checksum_of(files)
    )
    EditionFile.objects.bulk_create(
        EditionFile(edition=edition, format=name, content=content, size=len(content), sha256=_sha256(content))
        for name, content in files.items()
    )
    return edition


def files_of(document: Document) -> dict[str, bytes]:
    """Return the document in every format, and the body that the site's own page shows."""
    return {name: render(document, name) for name in FORMATS}


def checksum_of(files: Mapping[str, bytes]) -> str:
    """Return one checksum over an edition's files: SHA-256 over their names and checksums in order.

    >>> checksum_of({"html": b"x"})[:12]
    '75c84b6553aa'
    """
    lines = "".join(f"{name} {_sha256(content)}\n" for name, content in sorted(files.items()))
    return _sha256(lines.encode())


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
