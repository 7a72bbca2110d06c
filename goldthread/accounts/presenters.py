"""Words for the pages about people and roles, made from the table of permissions."""

from collections.abc import Sequence
from dataclasses import dataclass

from goldthread.accounts.models import User
from goldthread.accounts.roles import PERMISSIONS, Permission, Role


@dataclass(frozen=True, kw_only=True)
class AccountPage:
    """Who somebody is here, and what they may do."""

    name: str
    email: str
    roles: tuple[str, ...]
    allowed: tuple[str, ...]
    may_import: bool = False


@dataclass(frozen=True, kw_only=True)
class RolesPage:
    """Roles down, permissions across."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def account_page(person: User, *, roles: Sequence[Role]) -> AccountPage:
    """Return the words of somebody's own page."""
    allowed = {Permission.READ_PUBLISHED}.union(*(PERMISSIONS[role] for role in roles))
    return AccountPage(
        name=person.name,
        email=person.email,
        roles=tuple(str(role).capitalize() for role in roles),
        allowed=tuple(str(permission).capitalize() for permission in Permission if permission in allowed),
        may_import=Permission.IMPORT in allowed,
    )


def roles_page() -> RolesPage:
    """Return the table of roles and permissions.

    >>> roles_page().rows[0][:2]
    ('Performance team', 'Yes')
    """
    return RolesPage(
        columns=("Role", *(str(permission).capitalize() for permission in Permission)),
        rows=tuple(
            (
                str(role).capitalize(),
                *("Yes" if permission in PERMISSIONS[role] else "No" for permission in Permission),
            )
            for role in Role
        ),
    )
