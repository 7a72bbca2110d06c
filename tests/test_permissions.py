"""Who may open which address: every address of the site × every role, and the public.

A new address without a row here fails. "open" answers 200; "sign in" leads there; "forbidden" is 403.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import pytest
from django.contrib.auth import SESSION_KEY
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from goldthread.accounts.roles import PERMISSIONS, Permission, Role
from goldthread.rendering.to_html import to_html
from tests.publishing.builders import Published, a_published_council

PUBLIC = "the public"
EVERYONE = (PUBLIC, *Role)
OPEN, SIGN_IN, FORBIDDEN, MOVED, NOT_FOUND, NOT_ALLOWED = "open", "sign in", "forbidden", "moved", "not found", "405"


@dataclass(frozen=True)
class Row:
    """What an address answers: to the public, to people who have signed in, and to those with a permission."""

    public: str
    inside: str
    permission: Permission | None = None
    allowed: str = OPEN
    arguments: tuple[tuple[str, Any], ...] = ()

    def answer(self, who: str) -> str:
        """Return what this person is to be answered."""
        if who == PUBLIC:
            return self.public
        may = self.permission is None or self.permission in PERMISSIONS[Role(who)]
        return self.allowed if self.permission and may else self.inside


def open_to_all(**arguments: Any) -> Row:
    """Return the row of an address that anyone may read."""
    return Row(public=OPEN, inside=OPEN, arguments=tuple(arguments.items()))


def for_publishers(**arguments: Any) -> Row:
    """Return the row of an address for people who may publish."""
    return Row(
        public=SIGN_IN,
        inside=FORBIDDEN,
        permission=Permission.PUBLISH,
        arguments=tuple(arguments.items()),
    )


def for_those_inside(**arguments: Any) -> Row:
    """Return the row of an address for people who may read what is not published yet."""
    return replace(for_publishers(**arguments), permission=Permission.READ_UNPUBLISHED)


def for_importers(**arguments: Any) -> Row:
    """Return the row of an address for people who may import; what they review has tests of its own."""
    allowed = NOT_FOUND if arguments else OPEN
    return replace(for_publishers(**arguments), permission=Permission.IMPORT, allowed=allowed)


EXPECTED: dict[str, Row] = {
    "home": open_to_all(),
    "plan": open_to_all(),
    "one-plan": open_to_all(plan="2023-24"),
    "objective": open_to_all(plan="2023-24", ref="PED01"),
    "milestone": open_to_all(plan="2023-24", ref="PED01a"),
    "measures": open_to_all(),
    "measure": open_to_all(slug="measure-1"),
    "measure-csv": open_to_all(slug="measure-1"),
    "measure-csv-metadata": open_to_all(slug="measure-1"),
    "reports": open_to_all(),
    "report": open_to_all(round="2023-24-q4"),
    "edition": open_to_all(round="2023-24-q4", number=1),
    "edition-file": open_to_all(round="2023-24-q4", number=1, name="report-2023-24-q4-edition-1.html"),
    "publish": for_publishers(round="2023-24-q4"),
    "correct": for_publishers(round="2023-24-q4"),
    "findings": for_those_inside(round="2023-24-q4"),
    "edition-findings": for_those_inside(round="2023-24-q4", number=1),
    "waive": replace(for_publishers(round="2023-24-q4", fingerprint="0" * 16), allowed=NOT_FOUND),
    "withdraw-waiver": replace(for_publishers(round="2023-24-q4", fingerprint="0" * 16), allowed=NOT_ALLOWED),
    "imports": for_importers(),
    "import-template": for_importers(),
    "import-template-workbook": for_importers(),
    "import-template-returned": for_importers(pk=1),
    "import": for_importers(pk=1),
    "import-destination": for_importers(pk=1),
    "import-rows": for_importers(pk=1),
    "import-row": for_importers(pk=1, place=1),
    "import-measures": for_importers(pk=1),
    "import-trial": for_importers(pk=1),
    "import-not-recognised": for_importers(pk=1),
    "import-original": for_importers(pk=1),
    "import-put-aside": replace(for_importers(pk=1), allowed=NOT_ALLOWED),
    "search": open_to_all(),
    "judging": open_to_all(),
    "open-data": open_to_all(),
    "figures-csv": open_to_all(),
    "figures-csv-metadata": open_to_all(),
    "sign-in": Row(public=OPEN, inside=MOVED),
    "sign-out": Row(public=NOT_ALLOWED, inside=NOT_ALLOWED),
    "account": Row(public=SIGN_IN, inside=OPEN),
    "roles": open_to_all(),
    "accessibility": open_to_all(),
    "healthy": open_to_all(),
}
ANSWERS = {200: OPEN, 403: FORBIDDEN, 404: NOT_FOUND, 405: NOT_ALLOWED}


def _patterns(found: list[URLPattern | URLResolver]) -> Iterator[URLPattern]:
    for pattern in found:
        if isinstance(pattern, URLResolver):
            yield from _patterns(pattern.url_patterns)
        else:
            yield pattern


def names_of_the_site() -> set[str]:
    """Return the name of every address, as the URL configuration has it."""
    return {pattern.name or str(pattern.pattern) for pattern in _patterns(get_resolver().url_patterns)}


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch, settings: Any) -> None:
    monkeypatch.setattr("goldthread.publishing.actions.files_of", lambda document: {"html": to_html(document)})
    settings.STATIC_ROOT = None


def client_of(made: Published, who: str) -> Client:
    """Return a browser in which this person has signed in."""
    client = Client()
    if who != PUBLIC:
        client.force_login(made.council.a_person(Role(who)))
        assert SESSION_KEY in client.session
    return client


def answer_to(client: Client, path: str) -> str:
    """Return what the site answers, as the table calls it."""
    response = client.get(path)
    if response.status_code == 302:
        return SIGN_IN if response["Location"].startswith("/sign-in/") else MOVED
    return ANSWERS.get(response.status_code, str(response.status_code))


def test_every_address_has_a_row_and_every_row_an_address() -> None:
    assert names_of_the_site() == set(EXPECTED)


@pytest.mark.django_db
@pytest.mark.parametrize("who", EVERYONE)
def test_every_address_answers_everyone_as_the_table_says(who: str) -> None:
    client = client_of(a_published_council(measures=1), who)

    answers = {name: answer_to(client, reverse(name, kwargs=dict(row.arguments))) for name, row in EXPECTED.items()}

    assert answers == {name: row.answer(who) for name, row in EXPECTED.items()}


@pytest.mark.django_db
@pytest.mark.parametrize("who", EVERYONE)
@pytest.mark.parametrize("path", ["/reports/2023-24-q4/publish/", "/reports/2023-24-q4/correct/"])
def test_only_publishers_change_anything(who: str, path: str) -> None:
    made = a_published_council(measures=1)
    before = made.fourth.editions.count()

    client_of(made, who).post(path, {"reason": "A reason", "confirmed": "on"})

    may = who != PUBLIC and Permission.PUBLISH in PERMISSIONS[Role(who)] and path.endswith("correct/")
    assert made.fourth.editions.count() == before + may


@pytest.mark.django_db
@pytest.mark.parametrize("who", EVERYONE)
def test_an_open_round_is_there_for_those_inside_only(who: str) -> None:
    made = a_published_council(measures=1)
    made.council.a_round(made.plan, "2024/25 Q1")

    answer = answer_to(client_of(made, who), "/reports/2024-25-q1/")

    inside = who != PUBLIC and Permission.READ_UNPUBLISHED in PERMISSIONS[Role(who)]
    assert answer == (OPEN if inside else NOT_FOUND)
