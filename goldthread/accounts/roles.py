"""Roles as lists of permissions: one table, from which the documentation and the tests are made."""

from collections.abc import Mapping
from enum import StrEnum


class Permission(StrEnum):
    """One thing that a person may do."""

    READ_PUBLISHED = "read what is published"
    READ_UNPUBLISHED = "read rounds before they are published"
    EDIT_PLAN = "write the plan, its measures and targets"
    ENTER_RETURN = "enter figures and commentary"
    APPROVE_RETURN = "approve returns"
    PUBLISH = "publish a round and correct an edition"
    IMPORT = "import papers and bundles"
    READ_AUDIT = "read who changed what"


class Role(StrEnum):
    """What a person is in the council's performance management."""

    PERFORMANCE_TEAM = "performance team"
    DATA_CONTRIBUTOR = "data contributor"
    APPROVER = "approver"
    FINANCE_OFFICER = "finance officer"
    RISK_OWNER = "risk owner"
    PROGRAMME_LEAD = "programme lead"
    DEMOCRATIC_SERVICES = "democratic services"
    ELECTED_MEMBER = "elected member"
    AUDITOR = "auditor"


_READ = frozenset({Permission.READ_PUBLISHED})
_INSIDE = _READ | {Permission.READ_UNPUBLISHED}

PERMISSIONS: Mapping[Role, frozenset[Permission]] = {
    Role.PERFORMANCE_TEAM: _INSIDE
    | {
        Permission.EDIT_PLAN,
        Permission.ENTER_RETURN,
        Permission.PUBLISH,
        Permission.IMPORT,
        Permission.READ_AUDIT,
    },
    Role.DATA_CONTRIBUTOR: _INSIDE | {Permission.ENTER_RETURN},
    Role.APPROVER: _INSIDE | {Permission.ENTER_RETURN, Permission.APPROVE_RETURN},
    Role.FINANCE_OFFICER: _INSIDE,
    Role.RISK_OWNER: _INSIDE,
    Role.PROGRAMME_LEAD: _INSIDE,
    Role.DEMOCRATIC_SERVICES: _INSIDE,
    Role.ELECTED_MEMBER: _READ,
    Role.AUDITOR: _INSIDE | {Permission.READ_AUDIT},
}
