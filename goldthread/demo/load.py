"""The demonstration council, loaded through the same actions as anyone's data."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils import timezone

from goldthread.accounts.actions import add_person, grant_role
from goldthread.accounts.models import User
from goldthread.accounts.queries import council, person_with_email
from goldthread.accounts.roles import Role
from goldthread.exchange.actions import ImportResult, import_bundle, set_up_council
from goldthread.exchange.bundle import Council
from goldthread.exchange.desk import Progress, in_silence
from goldthread.monitoring.models import Round
from goldthread.publishing.actions import publish_round, waive_findings
from goldthread.publishing.findings import findings_of_round, in_the_way

FOLDER = Path(__file__).parent
DOMAIN = "goldthread.example"
PUBLISHED_AT = time(12)
AS_PRINTED = "The council's own paper says so; the demonstration keeps it as it was printed."


@dataclass(frozen=True)
class Demonstration:
    """What the demonstration says about itself, and the one password of its people."""

    notice: str
    password: str


@dataclass(frozen=True)
class SignIn:
    """Who can sign in to the demonstration."""

    role: Role
    email: str


@dataclass(frozen=True)
class Loaded:
    """What loading the demonstration did."""

    result: ImportResult
    published: tuple[str, ...]


def read_fragments(folder: Path = FOLDER) -> dict[str, Any]:
    """Return the bundle that the data files make together: lists are joined, everything else stands in one file.

    >>> bundle = read_fragments()
    >>> bundle["format"], len(bundle["rounds"])
    ('goldthread-bundle', 2)
    """
    bundle: dict[str, Any] = {}
    for path in sorted(folder.rglob("*.toml")):
        for name, value in tomllib.loads(path.read_text(encoding="utf-8")).items():
            if isinstance(value, list):
                bundle.setdefault(name, []).extend(value)
            else:
                bundle[name] = value
    del bundle["demonstration"]
    return bundle


def demonstration() -> Demonstration:
    """Return what the demonstration says about itself."""
    return Demonstration(**tomllib.loads((FOLDER / "council.toml").read_text(encoding="utf-8"))["demonstration"])


def sign_ins() -> Iterator[SignIn]:
    """Yield one sign-in for each role.

    >>> next(sign_ins()).email
    'performance.team@goldthread.example'
    """
    for role in Role:
        yield SignIn(role=role, email=f"{role.replace(' ', '.')}@{DOMAIN}")


class NotForDemonstration(ValueError):
    """A council's own data, which must get neither the demonstration's figures nor its people."""


def is_loaded() -> bool:
    """Return whether this installation is the demonstration."""
    return person_with_email(next(sign_ins()).email) is not None


def load_demonstration(*, at: datetime, progress: Progress = in_silence) -> Loaded:
    """Load the demonstration council with its people, and publish its rounds; a second time changes nothing.

    Args:
        at: now; each round is published at noon of the day on which the council published its paper.

    Raises: NotForDemonstration where a council's own data is held; nothing is added to it.
    """
    if council() and not is_loaded():
        raise NotForDemonstration(f"The data of {council()} is held here. Load the demonstration in another place.")
    bundle = read_fragments()
    with transaction.atomic():
        by = _add_people(bundle, at=at)
        result = import_bundle(bundle=bundle, by=by, at=at, progress=progress)
    return Loaded(result=result, published=tuple(_publish(by=by, at=at, progress=progress)))


def _add_people(bundle: dict[str, Any], *, at: datetime) -> User:
    """Add a person for each role and return the first, who can do everything needed here."""
    password = demonstration().password
    first: User | None = None
    for entry in sign_ins():
        person = person_with_email(entry.email)
        if person is None:
            name = entry.role.capitalize()
            person = add_person(email=entry.email, name=name, password=password, by=first, at=at)
            unit = set_up_council(council=Council.model_validate(bundle["council"]), by=first or person, at=at)
            grant_role(user=person, role=entry.role, unit=unit, by=first or person, at=at)
        first = first or person
    assert first is not None
    return first


def _publish(*, by: User, at: datetime, progress: Progress) -> Iterator[str]:
    rounds = list(Round.objects.filter(is_published=False).order_by("ends"))
    for done, round_ in enumerate(rounds):
        progress(f"Publishing {round_}", done, len(rounds))
        when = timezone.make_aware(datetime.combine(round_.published_on, PUBLISHED_AT)) if round_.published_on else at
        errors = in_the_way(findings_of_round(round_))
        if errors:
            waive_findings(round=round_, findings=errors, reason=AS_PRINTED, by=by, at=when)
        publish_round(round=round_, by=by, at=when)
        yield str(round_)
