"""Pages of the site itself: the accessibility statement, the error pages, and the answer to "are you up?"."""

from datetime import date
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.decorators.cache import never_cache

from goldthread.ui.context import Site

STATEMENT_PREPARED: Final = date(2026, 11, 22)
STATEMENT_REVIEWED: Final = date(2026, 11, 22)
STATEMENT_NEXT_REVIEW: Final = date(2027, 11, 21)


def accessibility(request: HttpRequest) -> HttpResponse:
    """Show the accessibility statement that the law asks for."""
    dates = {
        "prepared": STATEMENT_PREPARED,
        "reviewed": STATEMENT_REVIEWED,
        "next_review": STATEMENT_NEXT_REVIEW,
    }
    return render(request, "ui/accessibility.html", dates)


@never_cache
def healthy(request: HttpRequest) -> HttpResponse:
    """Answer a monitor: the process serves; no database, no session."""
    return HttpResponse("ok\n", content_type="text/plain; charset=utf-8")


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Show that the address or the form could not be read."""
    return _error(status=400, template="ui/errors/bad_request.html")


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Show that the person may not see this; never what it would have been."""
    return _error(status=403, template="ui/errors/forbidden.html", request=request)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Show that there is no such page, and where to look."""
    return _error(status=404, template="ui/errors/not_found.html", request=request)


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Show that a form came without its proof of origin, and that what was typed is still in the browser."""
    return _error(status=403, template="ui/errors/form_expired.html", request=request)


def problem(request: HttpRequest) -> HttpResponse:
    """Show that something broke; asks nothing of the database, which may be what broke."""
    return _error(status=500, template="ui/errors/problem.html")


def _error(*, status: int, template: str, request: HttpRequest | None = None) -> HttpResponse:
    page = render_to_string(template, {"site": Site(request)})
    return HttpResponse(page, status=status)
