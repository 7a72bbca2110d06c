"""People, the organisation, who may do what, and who did."""

from typing import TYPE_CHECKING, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from goldthread.accounts.roles import Role


class Unit(models.Model):
    """A part of the council: the council itself, a directorate, a department, a division."""

    class Kind(models.TextChoices):
        COUNCIL = "council"
        DIRECTORATE = "directorate"
        DEPARTMENT = "department"
        DIVISION = "division"

    name = models.CharField(max_length=200)
    short_name = models.CharField(max_length=60, blank=True)
    kind = models.CharField(max_length=20, choices=Kind.choices)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="children")

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["name", "parent"], name="unit_once_under_its_parent"),
            models.UniqueConstraint(
                fields=["kind"], condition=models.Q(kind="council"), name="one_council_an_installation"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class User(AbstractBaseUser):
    """A person, known by e-mail address."""

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=200)
    is_active = models.BooleanField(default=True)

    objects = BaseUserManager["User"]() if TYPE_CHECKING else BaseUserManager()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar = ["name"]

    def __str__(self) -> str:
        return self.name


class RoleGrant(models.Model):
    """A role that a person holds for one part of the organisation and all below it."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="grants")
    role = models.CharField(max_length=40, choices=[(role.value, role.value) for role in Role])
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="grants")

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["user", "role", "unit"], name="role_granted_once")]

    def __str__(self) -> str:
        return f"{self.user}: {self.role} for {self.unit}"


class Event(models.Model):
    """One write: who did what to which thing, when, and why. Rows are only ever added."""

    at = models.DateTimeField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="events")
    action = models.CharField(max_length=60)
    thing = models.CharField(max_length=300)
    before = models.JSONField(null=True, blank=True)
    after = models.JSONField(null=True, blank=True)
    why = models.TextField(blank=True)

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.action}: {self.thing}"
