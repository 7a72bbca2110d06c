"""Every write about people and the organisation, and the one way a write is recorded."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from goldthread.accounts.models import Event, RoleGrant, Unit, User
from goldthread.accounts.roles import Role


def record(
    *,
    by: User,
    at: datetime,
    action: str,
    thing: str,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
    why: str = "",
) -> None:
    """Add one event to the history; every action calls it inside its own transaction."""
    Event.objects.create(by=by, at=at, action=action, thing=thing, before=before, after=after, why=why)


@transaction.atomic
def add_person(*, email: str, name: str, password: str | None, at: datetime, by: User | None = None) -> User:
    """Add a person; without a password they can't sign in. Without `by` they are recorded as added by themselves."""
    user = User(email=email.lower(), name=name)
    user.set_password(password)
    user.save()
    record(by=by or user, at=at, action="add person", thing=name)
    return user


@transaction.atomic
def add_unit(*, name: str, kind: str, parent: Unit | None, by: User, at: datetime, short_name: str = "") -> Unit:
    """Add a part of the organisation."""
    unit = Unit.objects.create(name=name, kind=kind, parent=parent, short_name=short_name)
    record(by=by, at=at, action="add unit", thing=name)
    return unit


@transaction.atomic
def grant_role(*, user: User, role: Role, unit: Unit, by: User, at: datetime) -> None:
    """Give a person a role for a part of the organisation; giving it twice changes nothing."""
    _, created = RoleGrant.objects.get_or_create(user=user, role=role.value, unit=unit)
    if created:
        record(by=by, at=at, action="grant role", thing=f"{role} for {unit} to {user}")
