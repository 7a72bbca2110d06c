"""Who may do what."""

from operator import attrgetter
from typing import Any

from goldthread.accounts.models import Unit, User
from goldthread.accounts.roles import PERMISSIONS, Permission, Role


class NotAllowed(PermissionError):
    """The person has no role that allows this."""


def permissions_of(person: Any) -> frozenset[Permission]:
    """Return what a person may do; someone who has not signed in may read what is published."""
    if not getattr(person, "is_authenticated", False):
        return frozenset({Permission.READ_PUBLISHED})
    roles = roles_of(person)
    return frozenset({Permission.READ_PUBLISHED}).union(*(PERMISSIONS[role] for role in roles))


def roles_of(person: User) -> list[Role]:
    """Return the roles that a person holds, in the order they were granted."""
    return [Role(grant.role) for grant in sorted(person.grants.all(), key=attrgetter("pk"))]


def with_roles(person: User) -> User:
    """Return the person with the roles they hold now read once, for work of many writes in one transaction."""
    return User.objects.prefetch_related("grants").get(pk=person.pk)


def require(person: Any, permission: Permission) -> None:
    """Raise NotAllowed unless the person may do this."""
    if permission not in permissions_of(person):
        raise NotAllowed(f"{person} may not {permission}. Ask the performance team for a role that may.")


def council() -> Unit | None:
    """Return the council of this installation, or None before one is set up."""
    return Unit.objects.filter(kind=Unit.Kind.COUNCIL).first()


def person_with_email(email: str) -> User | None:
    """Return the person with this e-mail address, or None."""
    return User.objects.filter(email__iexact=email).first()
