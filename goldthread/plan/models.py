"""The plan: priorities, areas of focus, objectives, milestones, measures and targets.

A measure keeps one identity for as long as it is measured; a plan's own entry for it is a PlanMeasure.
"""

from typing import ClassVar

from django.db import models

from goldthread.domain.figures import Basis, Unit
from goldthread.domain.measures import Polarity, TargetState, ToleranceKind
from goldthread.plan.fields import ExactDecimalField


def choices(
    values: type[Basis] | type[Unit] | type[Polarity] | type[TargetState] | type[ToleranceKind],
) -> list[tuple[str, str]]:
    """Return an enumeration as a field's choices: the value is its own label."""
    return [(str(value), str(value)) for value in values]


class SourceDocument(models.Model):
    """A paper that figures were taken from."""

    slug = models.SlugField(unique=True, max_length=100)
    title = models.CharField(max_length=300)
    published = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return self.title


class Sourced(models.Model):
    """Where a row was taken from: the document and its line."""

    source = models.ForeignKey(SourceDocument, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    source_line = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        abstract = True


class Plan(Sourced):
    """A business or service plan for one to three years; years are financial, by the year they begin."""

    slug = models.SlugField(unique=True)
    title = models.CharField(max_length=300)
    kind = models.CharField(max_length=40)
    first_year = models.PositiveSmallIntegerField()
    last_year = models.PositiveSmallIntegerField()

    class Meta:
        ordering: ClassVar = ["-first_year", "-last_year"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(last_year__gte=models.F("first_year")), name="plan_years_in_order"
            )
        ]

    def __str__(self) -> str:
        return self.title


class Priority(Sourced):
    """What the council wants most, as its corporate plan puts it."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="priorities")
    ref = models.CharField(max_length=40)
    title = models.CharField(max_length=300)
    order = models.PositiveSmallIntegerField()

    class Meta:
        ordering: ClassVar = ["order"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["plan", "ref"], name="priority_ref_once_a_plan")]

    def __str__(self) -> str:
        return self.title


class AreaOfFocus(Sourced):
    """A numbered area of focus under a priority."""

    priority = models.ForeignKey(Priority, on_delete=models.PROTECT, related_name="areas")
    number = models.PositiveSmallIntegerField()
    title = models.TextField()

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["priority", "number"], name="area_number_once_a_priority")
        ]

    def __str__(self) -> str:
        return f"Area of focus {self.number}"


class Objective(Sourced):
    """A service objective of a plan."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="objectives")
    ref = models.CharField(max_length=40)
    title = models.TextField()
    officer = models.CharField(max_length=300, blank=True)
    order = models.PositiveSmallIntegerField()
    priorities = models.ManyToManyField(Priority, blank=True, related_name="objectives")
    areas = models.ManyToManyField(AreaOfFocus, blank=True, related_name="objectives")
    key_developments = models.JSONField(default=list, blank=True)
    emerging_issues = models.JSONField(default=list, blank=True)

    class Meta:
        ordering: ClassVar = ["order"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["plan", "ref"], name="objective_ref_once_a_plan")]

    def __str__(self) -> str:
        return f"{self.ref} {self.title}"


class Milestone(Sourced):
    """Something to be done by a date."""

    objective = models.ForeignKey(Objective, on_delete=models.PROTECT, related_name="milestones")
    ref = models.CharField(max_length=40)
    occurrence = models.PositiveSmallIntegerField(default=1)
    title = models.TextField()
    year = models.CharField(max_length=20, blank=True)
    due = models.DateField(null=True, blank=True)
    due_printed = models.CharField(max_length=100, blank=True)
    completed_on = models.DateField(null=True, blank=True)
    officer = models.CharField(max_length=300, blank=True)
    order = models.PositiveSmallIntegerField()

    class Meta:
        ordering: ClassVar = ["order"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["objective", "ref", "occurrence"], name="milestone_ref_once_an_objective")
        ]

    def __str__(self) -> str:
        return f"{self.ref} {self.title}"


class Measure(models.Model):
    """A measure: one identity through renumbering and new plans."""

    slug = models.SlugField(unique=True, max_length=100)
    title = models.CharField(max_length=300)
    definition = models.TextField(blank=True)
    unit = models.CharField(max_length=40, choices=choices(Unit))
    basis = models.CharField(max_length=40, choices=choices(Basis))
    polarity = models.CharField(max_length=40, choices=choices(Polarity))
    polarity_source = models.TextField(blank=True)
    frequency = models.CharField(max_length=40, blank=True)
    tolerance_kind = models.CharField(max_length=10, choices=choices(ToleranceKind), default=ToleranceKind.SHARE)
    tolerance = ExactDecimalField(default="0.05")
    same_within = ExactDecimalField(null=True, blank=True)
    total_of_parts = models.BooleanField(default=False)

    class Meta:
        ordering: ClassVar = ["title"]

    def __str__(self) -> str:
        return self.title


class PlanMeasure(Sourced):
    """A measure as one plan prints it, under its own reference."""

    objective = models.ForeignKey(Objective, on_delete=models.PROTECT, related_name="plan_measures")
    measure = models.ForeignKey(Measure, on_delete=models.PROTECT, related_name="plan_measures")
    ref = models.CharField(max_length=40)
    occurrence = models.PositiveSmallIntegerField(default=1)
    title = models.TextField()
    definition_break = models.TextField(blank=True)
    note = models.TextField(blank=True)
    order = models.PositiveSmallIntegerField()

    class Meta:
        ordering: ClassVar = ["order"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["objective", "ref", "occurrence"], name="measure_ref_once_an_objective")
        ]

    def __str__(self) -> str:
        return f"{self.ref} {self.title}"


class Target(Sourced):
    """The target of a plan's measure for one year; a new one replaces, never overwrites."""

    plan_measure = models.ForeignKey(PlanMeasure, on_delete=models.PROTECT, related_name="targets")
    year = models.CharField(max_length=40)
    state = models.CharField(max_length=40, choices=choices(TargetState))
    value = ExactDecimalField(null=True, blank=True)
    low = ExactDecimalField(null=True, blank=True)
    high = ExactDecimalField(null=True, blank=True)
    unit = models.CharField(max_length=40, choices=choices(Unit))
    printed = models.CharField(max_length=300, blank=True)
    note = models.TextField(blank=True)
    profile = models.JSONField(default=list, blank=True)
    set_at = models.DateTimeField()
    replaced_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["year", "set_at"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["plan_measure", "year"],
                condition=models.Q(replaced_at=None),
                name="one_current_target_a_year",
            )
        ]

    def __str__(self) -> str:
        return f"{self.plan_measure.ref} {self.year}: {self.printed or self.state}"
