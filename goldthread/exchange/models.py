"""Papers that people upload to import them: the file, what was read in it, and what a person decided row by row."""

from typing import ClassVar

from django.conf import settings
from django.db import models


class StoredFile(models.Model):
    """The bytes of an uploaded file, kept once for each content."""

    sha256 = models.CharField(max_length=64, unique=True)
    content = models.BinaryField()
    size = models.PositiveIntegerField()

    def __str__(self) -> str:
        return self.sha256


class Upload(models.Model):
    """One paper on its way in: read once, reviewed by people, imported at most once."""

    class State(models.TextChoices):
        OPEN = "open"
        IMPORTED = "imported"
        ABANDONED = "abandoned"

    class Purpose(models.TextChoices):
        ROUND = "round"
        PLAN = "plan"

    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="uploads")
    name = models.CharField(max_length=200)
    format = models.CharField(max_length=10)
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField()
    paper = models.TextField()
    """What was read, as JSON of `domain.papers.Paper`."""
    report = models.PositiveSmallIntegerField(null=True, blank=True)
    """Which of the paper's reports is imported; none until somebody says."""
    purpose = models.CharField(max_length=10, choices=Purpose.choices, blank=True)
    plan = models.SlugField(blank=True)
    """The held plan that a round belongs to; empty where the plan is made from the paper."""
    period = models.CharField(max_length=40, blank=True)
    last_year = models.CharField(max_length=40, blank=True)
    title = models.CharField(max_length=300, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    version = models.PositiveIntegerField(default=1)
    imported_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    imported_at = models.DateTimeField(null=True, blank=True)
    bundle = models.TextField(blank=True)
    """What was imported, as JSON of a bundle."""
    result = models.TextField(blank=True)

    class Meta:
        ordering: ClassVar = ["-pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(state="imported", imported_by__isnull=False, imported_at__isnull=False)
                | (~models.Q(state="imported") & models.Q(imported_at=None)),
                name="an_imported_paper_says_who_and_when",
            )
        ]

    def __str__(self) -> str:
        return self.name


class UploadRow(models.Model):
    """One measure or milestone that was read, as it stands after corrections, and what was decided about it."""

    class Kind(models.TextChoices):
        MEASURE = "measure"
        MILESTONE = "milestone"

    class Decision(models.TextChoices):
        UNDECIDED = "undecided"
        ACCEPTED = "accepted"
        REJECTED = "rejected"

    upload = models.ForeignKey(Upload, on_delete=models.PROTECT, related_name="rows")
    place = models.PositiveIntegerField()
    report = models.PositiveSmallIntegerField()
    objective = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=10, choices=Kind.choices)
    heading = models.TextField(blank=True)
    """The objective it stands under, as printed."""
    record = models.TextField()
    """The row as JSON of `MeasureRow` or `MilestoneRow`, with the corrections."""
    original = models.TextField(blank=True)
    """The lines of the paper around it."""
    decision = models.CharField(max_length=10, choices=Decision.choices, default=Decision.UNDECIDED)
    is_corrected = models.BooleanField(default=False)
    measure = models.CharField(max_length=100, blank=True)
    """The id of the measure it is, `new` for one that is not held, empty until somebody says."""
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering: ClassVar = ["place"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["upload", "place"], name="row_once_an_upload")]

    def __str__(self) -> str:
        return f"{self.upload} row {self.place}"
