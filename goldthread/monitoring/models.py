"""The round: what each measure and milestone reported for a period, and how it was judged."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from goldthread.domain.figures import Basis, Status, Unit
from goldthread.domain.judgement import OfficerJudgement
from goldthread.plan.fields import ExactDecimalField
from goldthread.plan.models import Measure, Milestone, Plan, PlanMeasure, Sourced, choices

_OFFICER = [(str(value), str(value)) for value in OfficerJudgement]
_STATUS = [(str(value), str(value)) for value in Status]


class Round(models.Model):
    """A reporting round: one quarter of one plan, and the front of its report."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="rounds")
    period = models.CharField(max_length=40, unique=True)
    slug = models.SlugField(unique=True)
    starts = models.DateField()
    ends = models.DateField()
    title = models.CharField(max_length=300)
    board = models.CharField(max_length=300)
    meeting = models.DateField(null=True, blank=True)
    officer = models.CharField(max_length=300, blank=True)
    introduction = models.TextField(blank=True)
    notes = models.JSONField(default=list, blank=True)
    published_on = models.DateField(null=True, blank=True)
    is_published = models.BooleanField(default=False)

    class Meta:
        ordering: ClassVar = ["-ends"]

    def __str__(self) -> str:
        return self.period


class Statement(Sourced):
    """A key development or an emerging issue, with the officer who answers for it."""

    class Kind(models.TextChoices):
        KEY_DEVELOPMENT = "key development"
        EMERGING_ISSUE = "emerging issue"

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="statements")
    kind = models.CharField(max_length=40, choices=Kind.choices)
    order = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=300)
    text = models.TextField()
    officer = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering: ClassVar = ["kind", "order"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["round", "kind", "order"], name="statement_once")]

    def __str__(self) -> str:
        return self.title


class Return(Sourced):
    """What a measure reported in a round, and both judgements of it: the officer's and the computed."""

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="returns")
    plan_measure = models.ForeignKey(PlanMeasure, on_delete=models.PROTECT, related_name="returns")
    title_in_round = models.TextField(blank=True)
    commentary = models.TextField(blank=True)
    commentary_by = models.CharField(max_length=300, blank=True)
    officer_progress = models.CharField(max_length=40, choices=_OFFICER, default=OfficerJudgement.NOT_RECORDED)
    officer_progress_reason = models.TextField(blank=True)
    officer_direction = models.CharField(max_length=40, choices=_OFFICER, default=OfficerJudgement.NOT_RECORDED)
    officer_direction_reason = models.TextField(blank=True)
    notes = models.JSONField(default=list, blank=True)
    position = models.CharField(max_length=40, blank=True)
    position_reason = models.TextField(blank=True)
    position_would_change = models.TextField(blank=True)
    progress = models.CharField(max_length=40, blank=True)
    progress_reason = models.TextField(blank=True)
    progress_would_change = models.TextField(blank=True)
    direction = models.CharField(max_length=40, blank=True)
    direction_reason = models.TextField(blank=True)
    direction_would_change = models.TextField(blank=True)

    class Meta:
        ordering: ClassVar = ["plan_measure__objective__order", "plan_measure__order"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["round", "plan_measure"], name="one_return_a_measure_and_round")
        ]

    def __str__(self) -> str:
        return f"{self.plan_measure.ref} {self.round}"


class Observation(Sourced):
    """One figure as one paper printed it. Later papers add rows; nothing is overwritten."""

    class Column(models.TextChoices):
        CURRENT = "current"
        PRIOR_ACTUAL = "prior actual"
        COMPARATOR = "comparator"
        ACTUAL = "actual"

    measure = models.ForeignKey(Measure, on_delete=models.PROTECT, related_name="observations")
    plan_measure = models.ForeignKey(PlanMeasure, on_delete=models.PROTECT, related_name="observations")
    quarterly_return = models.ForeignKey(
        Return, on_delete=models.PROTECT, null=True, blank=True, related_name="figures"
    )
    column = models.CharField(max_length=20, choices=Column.choices)
    period = models.CharField(max_length=40)
    starts = models.DateField()
    ends = models.DateField()
    unit = models.CharField(max_length=40, choices=choices(Unit))
    basis = models.CharField(max_length=40, choices=choices(Basis))
    value = ExactDecimalField(null=True, blank=True)
    status = models.CharField(max_length=40, choices=_STATUS)
    as_at = models.DateField(null=True, blank=True)
    numerator = ExactDecimalField(null=True, blank=True)
    denominator = ExactDecimalField(null=True, blank=True)
    printed = models.TextField(blank=True)
    note = models.TextField(blank=True)
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    entered_at = models.DateTimeField()
    replaced_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["ends", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["quarterly_return", "column"],
                condition=models.Q(quarterly_return__isnull=False, replaced_at=None),
                name="one_figure_a_column_of_a_return",
            ),
            models.UniqueConstraint(
                fields=["plan_measure", "period"],
                condition=models.Q(quarterly_return__isnull=True, replaced_at=None),
                name="one_actual_a_period_of_a_plan",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.plan_measure.ref} {self.period}: {self.printed or self.value or self.status}"


class Part(models.Model):
    """One part of an observation."""

    observation = models.ForeignKey(Observation, on_delete=models.PROTECT, related_name="parts")
    order = models.PositiveSmallIntegerField()
    label = models.CharField(max_length=100)
    value = ExactDecimalField(null=True, blank=True)
    unit = models.CharField(max_length=40, choices=choices(Unit))
    status = models.CharField(max_length=40, choices=_STATUS)

    class Meta:
        ordering: ClassVar = ["order"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["observation", "label", "unit"], name="part_once_an_observation")
        ]

    def __str__(self) -> str:
        return f"{self.label}: {self.value if self.value is not None else self.status}"


class MilestoneReturn(Sourced):
    """What a milestone reported in a round."""

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="milestone_returns")
    milestone = models.ForeignKey(Milestone, on_delete=models.PROTECT, related_name="returns")
    commentary = models.TextField(blank=True)
    commentary_by = models.CharField(max_length=300, blank=True)
    officer_progress = models.CharField(max_length=40, choices=_OFFICER, default=OfficerJudgement.NOT_RECORDED)
    officer_progress_reason = models.TextField(blank=True)
    progress = models.CharField(max_length=40, blank=True)
    progress_reason = models.TextField(blank=True)
    progress_would_change = models.TextField(blank=True)

    class Meta:
        ordering: ClassVar = ["milestone__objective__order", "milestone__order"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["round", "milestone"], name="one_return_a_milestone_and_round")
        ]

    def __str__(self) -> str:
        return f"{self.milestone.ref} {self.round}"
