"""The pages of the site itself, and what a page says about where the reader is."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.test import RequestFactory

from goldthread.ui import views
from goldthread.ui.context import Site, is_within


def _document(answer: HttpResponse) -> BeautifulSoup:
    return BeautifulSoup(answer.content.decode(), "html.parser")


def test_a_broken_page_says_so_without_asking_the_database() -> None:
    answer = views.problem(RequestFactory().get("/"))

    assert answer.status_code == 500
    assert _document(answer).h1.get_text() == "There is a problem with this site"


def test_an_unreadable_request_is_refused_in_words_without_asking_the_database() -> None:
    answer = views.bad_request(RequestFactory().get("/"), ValueError("secret detail"))

    assert answer.status_code == 400
    assert _document(answer).h1.get_text() == "We could not read that request"
    assert "secret detail" not in answer.content.decode()


@pytest.mark.django_db
def test_a_refusal_never_says_what_it_hides() -> None:
    answer = views.forbidden(RequestFactory().get("/reports/"), PermissionDenied("the exempt appendix"))

    assert answer.status_code == 403
    assert "exempt" not in answer.content.decode()


@pytest.mark.django_db
def test_an_expired_form_says_where_the_typed_words_are() -> None:
    answer = views.form_expired(RequestFactory().post("/sign-in/"))

    assert answer.status_code == 403
    assert "your browser keeps what you typed" in _document(answer).main.get_text(" ")


@pytest.mark.parametrize("view", [views.bad_request, views.problem])
def test_error_pages_name_whom_to_ask(view: object, settings: object) -> None:
    settings.CONTACT = "performance@council.example"  # type: ignore[attr-defined]
    request = RequestFactory().get("/")

    answer = view(request, ValueError()) if view is views.bad_request else view(request)  # type: ignore[operator]

    assert _document(answer).select_one("main a")["href"] == "mailto:performance@council.example"


def test_the_site_is_up_without_a_database() -> None:
    assert views.healthy(RequestFactory().get("/healthz")).content == b"ok\n"


def test_the_statement_is_reviewed_within_a_year_of_the_last_review() -> None:
    assert timedelta(0) < views.STATEMENT_NEXT_REVIEW - views.STATEMENT_REVIEWED <= timedelta(days=365)
    assert views.STATEMENT_PREPARED <= views.STATEMENT_REVIEWED


def test_nobody_is_signed_out_in_under_twenty_hours() -> None:
    longest = timedelta(seconds=settings.SESSION_COOKIE_AGE)

    assert longest >= timedelta(hours=20)


@pytest.mark.parametrize(
    ("path", "part", "within"),
    [
        ("/measures/", "/measures/", True),
        ("/measures/school-attendance/", "/measures/", True),
        ("/measures-old/", "/measures/", False),
        ("/", "/", True),
        ("/plans/", "/", False),
    ],
)
def test_a_page_belongs_to_the_part_whose_address_it_begins_with(path: str, part: str, within: bool) -> None:
    assert is_within(path, part) is within


def test_the_readers_place_is_marked_in_the_navigation() -> None:
    site = Site(RequestFactory().get("/measures/school-attendance/"))

    assert [(entry.text, entry.active, entry.current) for entry in site.navigation] == [
        ("Overview", False, False),
        ("Plan", False, False),
        ("Measures", True, False),
        ("Reports", False, False),
    ]


def test_every_promised_link_of_the_footer_is_there() -> None:
    assert [entry.text for entry in Site().footer] == [
        "Accessibility statement",
        "How performance is judged",
        "Open data and exports",
    ]
