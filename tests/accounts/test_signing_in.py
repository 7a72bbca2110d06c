"""Signing in and out: nothing tells whether an address is known."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from goldthread.accounts.roles import PERMISSIONS, Permission, Role
from tests.publishing.builders import PASSWORD, a_council

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _no_collected_files(settings: object) -> None:
    settings.STATIC_ROOT = None  # type: ignore[attr-defined]


def text_of(content: bytes) -> str:
    """Return the words of a page."""
    return " ".join(BeautifulSoup(content, "html5lib").get_text(" ").split())


def test_the_right_password_leads_to_the_account(client: Client) -> None:
    a_council()

    response = client.post("/sign-in/", {"username": "Team@Council.example", "password": PASSWORD}, follow=True)

    assert response.redirect_chain == [("/account/", 302)]
    assert "Publish a round and correct an edition" in text_of(response.content)


@pytest.mark.parametrize("email", ["team@council.example", "nobody@council.example"])
def test_a_wrong_password_and_an_unknown_address_are_told_the_same(client: Client, email: str) -> None:
    a_council()

    response = client.post("/sign-in/", {"username": email, "password": "wrong password"})

    body = response.content.decode()
    assert "<title>Error: Sign in" in body
    assert body.count("The e-mail address and password do not match") == 2
    assert f'value="{email}"' in body
    assert "wrong password" not in body


def test_someone_who_left_is_told_the_same_again(client: Client) -> None:
    council = a_council()
    council.by.is_active = False
    council.by.save()

    response = client.post("/sign-in/", {"username": council.by.email, "password": PASSWORD})

    assert "do not match" in text_of(response.content)


def test_empty_fields_are_named_above_and_beside(client: Client) -> None:
    body = client.post("/sign-in/", {}).content.decode()

    assert body.count("Enter your e-mail address") == 2
    assert body.count("Enter your password") == 2


def test_the_form_leads_back_to_where_the_person_was_going_and_nowhere_else(client: Client) -> None:
    a_council()
    given = {"username": "team@council.example", "password": PASSWORD}

    back = client.post("/sign-in/?next=/reports/", given | {"next": "/reports/"})
    Client()
    outside = Client().post("/sign-in/", given | {"next": "https://elsewhere.example/"})

    assert back["Location"] == "/reports/"
    assert outside["Location"] == "/account/"


def test_fields_can_be_filled_by_a_password_manager(client: Client) -> None:
    form = BeautifulSoup(client.get("/sign-in/").content, "html5lib").main.form

    assert form.find("input", attrs={"name": "username"})["autocomplete"] == "username"
    assert form.find("input", attrs={"name": "password"})["autocomplete"] == "current-password"


def test_signing_out_is_a_form_and_ends_the_session(client: Client) -> None:
    client.force_login(a_council().by)

    assert client.get("/sign-out/").status_code == 405
    assert client.post("/sign-out/")["Location"] == "/"
    assert client.get("/account/")["Location"] == "/sign-in/?next=/account/"


def test_an_account_without_a_role_is_told_where_to_ask(client: Client) -> None:
    council = a_council()
    council.by.grants.all().delete()
    client.force_login(council.by)

    said = text_of(client.get("/account/").content)

    assert "None yet: ask the performance team for one" in said
    assert "Publish a round" not in said


def test_the_table_of_roles_is_the_one_that_the_system_asks(client: Client) -> None:
    soup = BeautifulSoup(client.get("/roles/").content, "html5lib")

    shown = {row.th.get_text(strip=True): [cell.get_text(strip=True) for cell in row.find_all("td")]
             for row in soup.table.tbody.find_all("tr")}  # fmt: skip
    assert shown == {
        str(role).capitalize(): ["Yes" if each in PERMISSIONS[role] else "No" for each in Permission] for role in Role
    }


def test_a_form_from_elsewhere_is_refused() -> None:
    assert Client(enforce_csrf_checks=True).post("/sign-in/", {"username": "a@b.example"}).status_code == 403
