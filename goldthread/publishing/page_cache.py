"""A small cache of whole public pages: the same page is not made twice between two writes.

A page is kept when its view says that it is public (`public_page`), for a reader without a session, under its address
and the number of the last write (`goldthread.accounts.context.stamp`). Every import, publication and correction makes
all that was kept old. Readers get an ETag of the bytes and the moment of the last publication, and a 304 where theirs
still stands.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from email.utils import format_datetime
from functools import wraps
from typing import Concatenate, Final, ParamSpec

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import parse_http_date_safe

from goldthread.accounts import context
from goldthread.publishing import queries

MOST_PAGES: Final = 500
LONGEST_PAGE: Final = 400_000  # bytes
_MARK: Final = "goldthread_is_public"

Arguments = ParamSpec("Arguments")
View = Callable[Concatenate[HttpRequest, Arguments], HttpResponse]


@dataclass(frozen=True)
class _Kept:
    content: bytes
    headers: tuple[tuple[str, str], ...]


_pages: dict[tuple[int, str], _Kept] = {}


def public_page(view: View[Arguments]) -> View[Arguments]:
    """Say that a page is the same for everyone who has not signed in, and put its ETag and last change on it."""

    @wraps(view)
    def public(request: HttpRequest, /, *args: Arguments.args, **kwargs: Arguments.kwargs) -> HttpResponse:
        response = view(request, *args, **kwargs)
        if response.status_code != 200 or request.method not in ("GET", "HEAD"):
            return response
        patch_vary_headers(response, ["Cookie"])
        if _has_session(request):
            response["Cache-Control"] = "private, no-cache"
            return response
        response["Cache-Control"] = "public, max-age=0, must-revalidate"
        response["ETag"] = f'"{hashlib.sha256(response.content).hexdigest()[:32]}"'
        edition = queries.last_published()
        if edition is not None:
            response["Last-Modified"] = format_datetime(edition.published_at, usegmt=True)
        setattr(response, _MARK, True)
        return response

    return public


class PageCache:
    """Answer from what is kept, else keep what a public page answers. It stands before sessions."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method not in ("GET", "HEAD") or _has_session(request) or not context.may_remember():
            return self._get_response(request)
        key = (context.stamp(), request.get_full_path())
        kept = _pages.get(key)
        if kept is None:
            response = self._get_response(request)
            if getattr(response, _MARK, False) and not response.cookies:
                _keep(key, response)
            return _conditional(request, response)
        return _conditional(request, _answer(kept))


def forget() -> None:
    """Forget every page that is kept."""
    _pages.clear()


def _has_session(request: HttpRequest) -> bool:
    names = (settings.SESSION_COOKIE_NAME, "messages")
    return any(name in request.COOKIES for name in names)


def _keep(key: tuple[int, str], response: HttpResponse) -> None:
    if len(response.content) > LONGEST_PAGE:
        return
    if len(_pages) >= MOST_PAGES or any(written != key[0] for written, _ in list(_pages)[:1]):
        _pages.clear()
    _pages[key] = _Kept(content=response.content, headers=tuple(response.headers.items()))


def _answer(kept: _Kept) -> HttpResponse:
    response = HttpResponse(kept.content)
    for name, value in kept.headers:
        response.headers[name] = value
    setattr(response, _MARK, True)
    return response


def _conditional(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Return 304 where the reader's copy still stands, else the page."""
    etag = response.get("ETag")
    if not etag or not getattr(response, _MARK, False):
        return response
    # The last publication is not the only thing that changes a page, so a date alone never answers 304.
    if not request.META.get("HTTP_IF_NONE_MATCH"):
        return response
    modified = parse_http_date_safe(response.get("Last-Modified", ""))
    answer = get_conditional_response(request, etag=etag, last_modified=modified, response=response)
    return answer if isinstance(answer, HttpResponseNotModified) else response
