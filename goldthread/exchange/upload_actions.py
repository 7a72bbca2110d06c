"""Every write of the review of uploaded papers: keyword only, one transaction each, recorded."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import F

from goldthread.accounts.actions import record
from goldthread.accounts.models import User
from goldthread.accounts.queries import require
from goldthread.accounts.roles import Permission
from goldthread.domain.papers import MeasureRow, Paper
from goldthread.exchange import upload_queries as queries
from goldthread.exchange.actions import import_bundle
from goldthread.exchange.models import StoredFile, Upload, UploadRow
from goldthread.exchange.paper_json import paper_text, row_text
from goldthread.exchange.upload_bundle import Destination
from goldthread.exchange.upload_rows import Correction, corrected, rows_of
from goldthread.exchange.upload_trial import try_upload
from goldthread.exchange.uploads import UPLOADS_AN_HOUR, Refused, format_of, read_upload, shown_name


class ChangedMeanwhile(ValueError):
    """Somebody else changed what this person was looking at; nothing was written over."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person chose for a row, and the version of the row that they saw."""

    value: str
    version: int


def add_upload(*, name: str, content: bytes, by: User, at: datetime) -> Upload:
    """Take in a paper: check it, read it in a process of its own, and keep the file with the rows that were read.

    Raises: Refused with the reason.
    """
    require(by, Permission.IMPORT)
    format = format_of(name=name, content=content)
    if queries.uploads_in_the_last_hour(by, at=at) >= UPLOADS_AN_HOUR:
        raise Refused(f"You have uploaded {UPLOADS_AN_HOUR} files within an hour. Wait, then try again")
    read = read_upload(content, format=format)
    found = rows_of(read.paper, lines=read.lines)
    with transaction.atomic():
        reports = {row.report for row in found}
        upload = Upload.objects.create(
            file=store(content),
            name=shown_name(name),
            format=format,
            uploaded_by=by,
            uploaded_at=at,
            paper=paper_text(read.paper),
            **_first_guess(read.paper, reports=reports),
        )
        UploadRow.objects.bulk_create(
            UploadRow(
                upload=upload,
                place=place,
                report=row.report,
                objective=row.objective,
                kind=row.kind,
                heading=row.heading,
                record=row_text(row.row),
                original=row.original,
            )
            for place, row in enumerate(found, start=1)
        )
        record(by=by, at=at, action="upload paper", thing=upload.name, after={"rows": len(found)})
    return upload


def store(content: bytes) -> StoredFile:
    """Keep a file's bytes, once for each content."""
    checksum = hashlib.sha256(content).hexdigest()
    kept, _ = StoredFile.objects.get_or_create(sha256=checksum, defaults={"content": content, "size": len(content)})
    return kept


def _first_guess(paper: Paper, *, reports: set[int]) -> dict[str, object]:
    """Where a paper of one report with rows goes, as far as it says itself; a person confirms it."""
    if len(reports) != 1:
        return {}
    number = next(iter(reports))
    report = paper.reports[number]
    return {
        "report": number,
        "title": report.title[:300],
        "period": str(report.period or ""),
        "last_year": str(report.last_year or "") if report.kind == "plan" else "",
    }


@transaction.atomic
def decide_rows(*, upload: Upload, choices: Mapping[int, Choice], by: User, at: datetime) -> list[int]:
    """Accept, reject or leave open rows by their places; return those that somebody else changed meanwhile."""
    require(by, Permission.IMPORT)
    _require_open(upload)
    stored = queries.stored_rows(upload, places=choices)
    changed: list[int] = []
    decided: dict[str, str] = {}
    for place, choice in choices.items():
        row = stored.get(place)
        if row is None or choice.value not in UploadRow.Decision.values or row.decision == choice.value:
            continue
        if not _write_row(row, seen=choice.version, decision=choice.value, decided_by=by, decided_at=at):
            changed.append(place)
        else:
            decided[str(place)] = choice.value
    if decided:
        record(by=by, at=at, action="decide rows", thing=upload.name, after=decided)
    return changed


@transaction.atomic
def correct_row(
    *, upload: Upload, place: int, correction: Correction, version: int, by: User, at: datetime
) -> UploadRow:
    """Correct a row and accept it: whoever corrects it has looked at it.

    Raises: ChangedMeanwhile when somebody else changed it; ValueError when the correction cannot be read.
    """
    require(by, Permission.IMPORT)
    _require_open(upload)
    shown = queries.row_of(upload, place=place)
    changed = corrected(shown.row, correction)
    written = _write_row(
        shown.stored,
        seen=version,
        record=row_text(changed),
        is_corrected=shown.stored.is_corrected or changed != shown.row,
        decision=UploadRow.Decision.ACCEPTED,
        decided_by=by,
        decided_at=at,
    )
    if not written:
        raise ChangedMeanwhile(
            "Somebody else changed this row meanwhile. What they entered is shown beside each field"
        )
    before, after = _differences(shown.stored.record, row_text(changed))
    record(by=by, at=at, action="correct row", thing=f"{upload.name}, row {place}", before=before, after=after)
    return shown.stored


def _differences(before: str, after: str) -> tuple[dict[str, object], dict[str, object]]:
    old, new = json.loads(before), json.loads(after)
    names = [name for name in new if new[name] != old.get(name)]
    return {name: old.get(name) for name in names}, {name: new[name] for name in names}


@transaction.atomic
def choose_destination(*, upload: Upload, report: int, to: Destination, version: int, by: User, at: datetime) -> None:
    """Say which report of a paper is imported, as what, and for which period.

    Raises: ChangedMeanwhile when somebody else changed it.
    """
    require(by, Permission.IMPORT)
    _require_open(upload)
    chosen = {
        "report": report,
        "purpose": to.purpose,
        "plan": to.plan,
        "period": str(to.period),
        "last_year": str(to.last_year or ""),
        "title": to.title,
    }
    if not Upload.objects.filter(pk=upload.pk, version=version).update(version=F("version") + 1, **chosen):
        raise ChangedMeanwhile("Somebody else changed where this paper goes. Look at what they chose, and save again")
    record(by=by, at=at, action="choose where a paper goes", thing=upload.name, after=chosen)


@transaction.atomic
def name_measures(*, upload: Upload, choices: Mapping[int, Choice], by: User, at: datetime) -> list[int]:
    """Say which measure each row is; return the places that somebody else changed meanwhile."""
    require(by, Permission.IMPORT)
    _require_open(upload)
    stored = queries.stored_rows(upload, places=choices)
    changed: list[int] = []
    named: dict[str, str] = {}
    for place, choice in choices.items():
        row = stored.get(place)
        if row is None or row.measure == choice.value:
            continue
        if not _write_row(row, seen=choice.version, measure=choice.value):
            changed.append(place)
        else:
            named[str(place)] = choice.value
    if named:
        record(by=by, at=at, action="name measures", thing=upload.name, after=named)
    return changed


@transaction.atomic
def abandon(*, upload: Upload, by: User, at: datetime) -> None:
    """Put a paper aside: it stays, but is not imported."""
    require(by, Permission.IMPORT)
    _require_open(upload)
    Upload.objects.filter(pk=upload.pk, state=Upload.State.OPEN).update(
        state=Upload.State.ABANDONED, version=F("version") + 1
    )
    record(by=by, at=at, action="put paper aside", thing=upload.name)


@transaction.atomic
def import_upload(*, upload: Upload, fingerprint: str, by: User, at: datetime) -> str:
    """Import the accepted rows as history, all or none, and return what was added in words.

    Args:
        fingerprint: of what the person saw in the trial; anything else is not imported.

    Raises: ChangedMeanwhile; BundleProblems.
    """
    require(by, Permission.IMPORT)
    claimed = Upload.objects.filter(pk=upload.pk, state=Upload.State.OPEN).update(
        state=Upload.State.IMPORTED, imported_by=by, imported_at=at, version=F("version") + 1
    )
    if not claimed:
        raise ChangedMeanwhile("This paper is imported already, or was put aside")
    tried = try_upload(upload=queries.upload_of(upload.pk), by=by, at=at)
    planned = tried.planned
    if tried.problems or planned.fingerprint != fingerprint:
        raise ChangedMeanwhile("Somebody changed the rows since this was tried. Look at what would be written now")
    result = import_bundle(bundle=planned.data, by=by, at=at)
    Upload.objects.filter(pk=upload.pk).update(bundle=json.dumps(planned.data), result=str(result))
    rows = {
        str(each.stored.place): {
            "ref": each.row.ref,
            "line": each.row.where.line,
            "measure": each.stored.measure if isinstance(each.row, MeasureRow) else "",
            "accepted by": str(each.stored.decided_by),
            "corrected": each.stored.is_corrected,
        }
        for each in queries.accepted(upload)
    }
    record(by=by, at=at, action="import paper", thing=upload.name, after={"sha256": upload.file.sha256, "rows": rows})
    return str(result)


def _require_open(upload: Upload) -> None:
    """Raise ChangedMeanwhile unless the upload is still open; it stays so until the transaction ends."""
    if not Upload.objects.select_for_update().filter(pk=upload.pk, state=Upload.State.OPEN).exists():
        raise ChangedMeanwhile("This paper is imported already, or was put aside. Nothing was changed")


def _write_row(row: UploadRow, *, seen: int, **values: object) -> bool:
    """Write a row unless somebody changed it since the version that the person saw; return whether it was written."""
    found = UploadRow.objects.filter(pk=row.pk, version=seen)
    return bool(found.update(version=F("version") + 1, **values))
