"""Public pages are kept between two writes, for readers without a session, and never longer."""

import gzip

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from goldthread.accounts import context
from goldthread.accounts.actions import record
from tests.publishing.builders import NOW, ACouncil, a_published_council

PATH = "/measures/measure-1/"


@pytest.fixture
def council(db: None, monkeypatch: pytest.MonkeyPatch) -> ACouncil:
    """A council whose pages may be kept, as if this test were no transaction: a frozen edition can't be flushed."""
    made = a_published_council(measures=1).council
    monkeypatch.setattr(context, "may_remember", lambda: True)
    return made


def asked(client: Client, path: str = PATH) -> int:
    """Return how many queries a page took."""
    with CaptureQueriesContext(connection) as queries:
        assert client.get(path).status_code == 200
    return len(queries)


def test_a_page_is_made_once_between_two_writes(client: Client, council: ACouncil) -> None:
    first, second = asked(client), asked(client)

    assert first > 5
    assert second == 0


def test_a_write_makes_what_was_kept_old(client: Client, council: ACouncil) -> None:
    asked(client)
    record(by=council.by, at=NOW, action="test", thing="a write")
    context.forget()  # a second has passed

    assert asked(client) > 5


def test_another_question_is_another_page(client: Client, council: ACouncil) -> None:
    asked(client)

    assert asked(client, f"{PATH}?round=2023-24-q3") > 5


def test_someone_who_has_signed_in_gets_a_page_of_their_own(client: Client, council: ACouncil) -> None:
    asked(client)
    client.force_login(council.by)

    response = client.get(PATH)

    assert "Performance officer" in response.content.decode()
    assert response["Cache-Control"] == "private, no-cache"
    assert "Performance officer" not in Client().get(PATH).content.decode()


def test_pages_carry_their_checksum_and_the_moment_of_the_last_publication(client: Client, council: ACouncil) -> None:
    first, kept = client.get(PATH), client.get(PATH)

    assert first["ETag"] == kept["ETag"]
    assert first["Last-Modified"] == "Mon, 15 Jul 2024 12:00:00 GMT"
    assert "Cookie" in first["Vary"]
    assert first["Cache-Control"] == "public, max-age=0, must-revalidate"


def test_a_reader_who_holds_the_page_gets_nothing_again(client: Client, council: ACouncil) -> None:
    etag = client.get(PATH)["ETag"]

    again = client.get(PATH, headers={"If-None-Match": etag})

    assert (again.status_code, again.content) == (304, b"")


def test_a_kept_page_is_compressed_for_who_takes_it_so(client: Client, council: ACouncil) -> None:
    plain = client.get(PATH)

    zipped = client.get(PATH, headers={"Accept-Encoding": "gzip, br"})

    assert gzip.decompress(zipped.content) == plain.content
    assert zipped["Content-Encoding"] == "gzip"
    assert zipped["ETag"] == plain["ETag"]
    assert len(zipped.content) < len(plain.content) / 3
    assert "Accept-Encoding" in plain["Vary"]


def test_a_date_alone_never_answers_that_nothing_changed(client: Client, council: ACouncil) -> None:
    when = client.get(PATH)["Last-Modified"]

    assert client.get(PATH, headers={"If-Modified-Since": when}).status_code == 200


def test_what_is_not_found_is_not_kept(client: Client, council: ACouncil) -> None:
    assert client.get("/measures/none/").status_code == 404
    assert client.get("/measures/none/").status_code == 404


def test_the_answer_to_a_monitor_asks_the_database_nothing(client: Client, council: ACouncil) -> None:
    assert asked(client, "/healthz") == 0


def test_forms_are_never_kept(client: Client, council: ACouncil) -> None:
    assert "no-cache" in client.get("/sign-in/")["Cache-Control"]


@pytest.mark.django_db
def test_nothing_is_kept_inside_a_transaction(client: Client) -> None:
    a_published_council(measures=1)

    assert asked(client) == asked(client) > 5
