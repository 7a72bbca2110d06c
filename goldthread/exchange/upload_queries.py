"""Every read of the review of uploaded papers, in a constant number of queries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, Q, QuerySet

from goldthread.accounts.models import User
from goldthread.domain.papers import MeasureRow, Paper
from goldthread.exchange.models import StoredFile, Upload, UploadRow
from goldthread.exchange.paper_json import paper_from, row_from
from goldthread.exchange.upload_rows import Row
from goldthread.plan.models import Measure, Plan, PlanMeasure


class NoSuchUpload(LookupError):
    """No upload, or no row of it, has this number."""


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row of an upload with the record that it holds."""

    stored: UploadRow
    row: Row


def uploads() -> QuerySet[Upload]:
    """Every upload, the latest first, with how many rows it has and how many are still to be decided."""
    undecided = Count("rows", filter=Q(rows__decision=UploadRow.Decision.UNDECIDED))
    return (
        Upload.objects.select_related("uploaded_by", "imported_by")
        .defer("paper", "bundle")
        .annotate(row_count=Count("rows"), undecided_count=undecided)
    )


def upload_of(pk: int) -> Upload:
    """The upload of a number, with its file's size but not its bytes; raises NoSuchUpload."""
    found = Upload.objects.select_related("uploaded_by", "imported_by", "file").defer("file__content").filter(pk=pk)
    upload = found.first()
    if upload is None:
        raise NoSuchUpload(pk)
    return upload


def original_of(pk: int) -> tuple[Upload, bytes]:
    """An upload with the bytes of its file; raises NoSuchUpload."""
    upload = Upload.objects.select_related("file").defer("paper", "bundle").filter(pk=pk).first()
    if upload is None:
        raise NoSuchUpload(pk)
    return upload, bytes(upload.file.content)


def paper_of(upload: Upload) -> Paper:
    """What was read in the upload's file."""
    return paper_from(upload.paper)


def rows_of_upload(upload: Upload) -> QuerySet[UploadRow]:
    """The rows that are reviewed: those of the report chosen, else all."""
    rows = upload.rows.select_related("decided_by")
    return rows.filter(report=upload.report) if upload.report is not None else rows


def rows_before(upload: Upload, *, place: int) -> int:
    """How many of the rows that are reviewed stand before a place."""
    return rows_of_upload(upload).filter(place__lt=place).count()


def shown(stored: UploadRow) -> ShownRow:
    """A stored row with the record that it holds."""
    return ShownRow(stored=stored, row=row_from(stored.record, kind=stored.kind))


def row_of(upload: Upload, *, place: int) -> ShownRow:
    """The row at a place of an upload; raises NoSuchUpload."""
    found = upload.rows.select_related("decided_by").filter(place=place).first()
    if found is None:
        raise NoSuchUpload(place)
    return shown(found)


def accepted(upload: Upload) -> list[ShownRow]:
    """The rows that were accepted, with their records."""
    return [shown(row) for row in rows_of_upload(upload).filter(decision=UploadRow.Decision.ACCEPTED)]


def accepted_measures(upload: Upload) -> list[ShownRow]:
    """The measures among the rows that were accepted."""
    return [each for each in accepted(upload) if isinstance(each.row, MeasureRow)]


def decisions(upload: Upload) -> Counter[str]:
    """How many rows have each decision."""
    counts = rows_of_upload(upload).order_by().values_list("decision").annotate(number=Count("pk"))
    return Counter(dict(counts))


def unmapped(upload: Upload) -> int:
    """How many accepted measures nobody has said the identity of."""
    return (
        rows_of_upload(upload)
        .filter(decision=UploadRow.Decision.ACCEPTED, kind=UploadRow.Kind.MEASURE, measure="")
        .count()
    )


def known_titles() -> dict[str, list[str]]:
    """Every measure held, by id, with its own title first and then those that plans print."""
    known = {slug: [title] for slug, title in Measure.objects.values_list("slug", "title")}
    for slug, title in PlanMeasure.objects.order_by("pk").values_list("measure__slug", "title"):
        if title not in known[slug]:
            known[slug].append(title)
    return known


def measures_of_plan(slug: str) -> dict[str, str]:
    """A plan's measures: the id of each by the plan's reference; none for no plan."""
    rows = PlanMeasure.objects.filter(objective__plan__slug=slug).order_by("-occurrence")
    return dict(rows.values_list("ref", "measure__slug")) if slug else {}


def plans() -> list[tuple[str, str]]:
    """Every plan's id and title, the latest first."""
    return [(plan.slug, plan.title) for plan in Plan.objects.all()]


def uploads_in_the_last_hour(person: User, *, at: datetime) -> int:
    """How many files a person has uploaded within an hour."""
    return Upload.objects.filter(uploaded_by=person, uploaded_at__gt=at - timedelta(hours=1)).count()


def stored_rows(upload: Upload, *, places: Mapping[int, Any]) -> dict[int, UploadRow]:
    """Rows of an upload by their places."""
    return {row.place: row for row in upload.rows.filter(place__in=list(places))}


def stored_content(pk: int) -> bytes:
    """The bytes of a stored file; raises NoSuchUpload."""
    found = StoredFile.objects.filter(pk=pk).first()
    if found is None:
        raise NoSuchUpload(pk)
    return bytes(found.content)
