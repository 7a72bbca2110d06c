"""Editions: what members and the public saw, byte for byte."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from modelsearch import index

from goldthread.monitoring.models import Round


class Edition(models.Model):
    """One publication of a round's report. A correction is a new edition that says what changed and why."""

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="editions")
    number = models.PositiveSmallIntegerField()
    published_at = models.DateTimeField()
    published_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField(blank=True)
    checksum = models.CharField(max_length=64)

    class Meta:
        ordering: ClassVar = ["-round__ends", "-number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["round", "number"], name="edition_number_once_a_round"),
            models.CheckConstraint(
                condition=models.Q(number=1) | ~models.Q(reason=""), name="a_correction_states_its_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.round} edition {self.number}"


class EditionFile(models.Model):
    """One file of an edition."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="files")
    format = models.CharField(max_length=10)
    content = models.BinaryField()
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)

    class Meta:
        ordering: ClassVar = ["format"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["edition", "format"], name="one_file_a_format")]

    def __str__(self) -> str:
        return f"{self.edition} {self.format}"


class Waiver(models.Model):
    """A finding that somebody answers for: the round may be published although the check still says it."""

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="waivers")
    fingerprint = models.CharField(max_length=16)
    rule = models.CharField(max_length=80)
    place = models.TextField(blank=True)
    message = models.TextField()
    reason = models.TextField()
    waived_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    waived_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["round", "fingerprint"], name="a_finding_is_waived_once"),
            models.CheckConstraint(condition=~models.Q(reason=""), name="a_waiver_states_its_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.rule}, {self.place}"


class EditionFinding(models.Model):
    """What a check said when an edition was published, and who waived it why. Frozen with its edition."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="findings")
    order = models.PositiveIntegerField()
    rule = models.CharField(max_length=80)
    severity = models.CharField(max_length=10)
    place = models.TextField(blank=True)
    quote = models.TextField(blank=True)
    message = models.TextField()
    waived_by = models.CharField(max_length=300, blank=True)
    waived_at = models.DateTimeField(null=True, blank=True)
    reason = models.TextField(blank=True)

    class Meta:
        ordering: ClassVar = ["order"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["edition", "order"], name="finding_order_once_an_edition"),
            models.CheckConstraint(
                condition=models.Q(waived_by="", waived_at=None, reason="")
                | (~models.Q(waived_by="") & models.Q(waived_at__isnull=False) & ~models.Q(reason="")),
                name="a_waiver_has_name_day_and_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.edition} {self.rule}"


class SearchEntry(index.Indexed, models.Model):  # type: ignore[misc]
    """One thing that the public can find, as words and an address. Made again after every publication and import.

    The index holds nothing but these rows, so what is not published cannot be found.
    """

    kind = models.CharField(max_length=40)
    title = models.TextField()
    text = models.TextField(blank=True)
    address = models.CharField(max_length=300)

    search_auto_update = False  # all rows are written, and indexed, at once
    search_fields: ClassVar = [
        index.SearchField("title_words", boost=2),
        index.SearchField("text_words"),
        index.AutocompleteField("title_words"),
        index.AutocompleteField("text_words"),
    ]

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return self.title

    def title_words(self) -> str:
        """Return the title as it is indexed."""
        return _without_brackets(self.title)

    def text_words(self) -> str:
        """Return the text as it is indexed."""
        return _without_brackets(self.text)


def _without_brackets(text: str) -> str:
    """Return a text without angle brackets: PostgreSQL would take what stands between them for a tag."""
    return text.translate({ord("<"): " ", ord(">"): " "})
