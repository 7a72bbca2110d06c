"""A small cache of whole public pages: the same page is not made twice between two writes.

A page is kept when its view says that it is public (`public_page`), for a reader without a session, under its address
and the number of the last write (`goldthread.accounts.context.stamp`). Every import, publication and correction makes
all that was kept old. Readers get an ETag of the bytes and the moment of the last publication, and a 304 where theirs
still stands. A kept page is sent compressed to who takes it so: it holds no secret and nothing that a reader sent.
"""

import gzip
import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from email.utils import format_datetime
from functools import cached_property, wraps
from typing import Concatenate, Final, ParamSpec

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import parse_http_date_safe

from goldthread.accounts import context
from goldthread.publishing import queries

MOST_PAGES: Final = 500
LONGEST_PAGE: Final = 400_000  # bytes
SHORTEST_COMPRESSED: Final = 1_000  # bytes: less is not worth the work
_WRITTEN: Final = "goldthread_written"  # on the response of a public page: the last write before it was made

Arguments = ParamSpec("Arguments")
View = Callable[Concatenate[HttpRequest, Arguments], HttpResponse]


@dataclass
class _Kept:
    written: int
    content: bytes
    headers: tuple[tuple[str, str], ...]

    @cached_property
    def compressed(self) -> bytes:
        return gzip.compress(self.content, compresslevel=6, mtime=0)


_pages: dict[str, _Kept] = {}
_moments: dict[int, str] = {}


def public_page(view: View[Arguments]) -> View[Arguments]:
    """Say that a page is the same for everyone who has not signed in, and put its ETag and last change on it."""

    @wraps(view)
    def public(request: HttpRequest, /, *args: Arguments.args, **kwargs: Arguments.kwargs) -> HttpResponse:
        is_kept = context.may_remember() and not _has_session(request)
        written = context.stamp() if is_kept else 0
        response = view(request, *args, **kwargs)
        if response.status_code != 200 or request.method not in ("GET", "HEAD"):
            return response
        patch_vary_headers(response, ["Cookie", "Accept-Encoding"])
        if _has_session(request):
            response["Cache-Control"] = "private, no-cache"
            return response
        response["Cache-Control"] = "public, max-age=0, must-revalidate"
        response["ETag"] = f'W/"{hashlib.sha256(response.content).hexdigest()[:32]}"'
        moment = _last_publication(written) if is_kept else _read_last_publication()
        if moment:
            response["Last-Modified"] = moment
        if is_kept:
            setattr(response, _WRITTEN, written)
        return response

    return public


def _last_publication(written: int) -> str:
    """Return the moment of the last publication, asked for once between two writes."""
    if written not in _moments:
        moment = _read_last_publication()
        _moments.clear()
        _moments[written] = moment
    return _moments.get(written, "")


def _read_last_publication() -> str:
    edition = queries.last_published()
    return format_datetime(edition.published_at, usegmt=True) if edition else ""


class PageCache:
    """Answer from what is kept, else keep what a public page answers. It stands before sessions."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method not in ("GET", "HEAD") or _has_session(request):
            return self._get_response(request)
        path = request.get_full_path()
        kept = _pages.get(path)
        if kept is not None and kept.written == context.stamp():
            return _conditional(request, kept)
        response = self._get_response(request)
        if not hasattr(response, _WRITTEN) or response.cookies:
            return response
        return _conditional(request, _keep(path, response))


def forget() -> None:
    """Forget every page that is kept."""
    _pages.clear()
    _moments.clear()


def _has_session(request: HttpRequest) -> bool:
    names = (settings.SESSION_COOKIE_NAME, "messages")
    return any(name in request.COOKIES for name in names)


def _keep(path: str, response: HttpResponse) -> _Kept:
    kept = _Kept(
        written=getattr(response, _WRITTEN), content=response.content, headers=tuple(response.headers.items())
    )
    if len(kept.content) <= LONGEST_PAGE:
        if len(_pages) >= MOST_PAGES:
            _pages.clear()
        _pages[path] = kept
    return kept


def _conditional(request: HttpRequest, kept: _Kept) -> HttpResponse:
    """Return 304 where the reader's copy still stands, else the page, compressed where the reader takes it so.

    The last publication is not the only thing that changes a page, so a date alone never answers 304.
    """
    zipped = "gzip" in request.META.get("HTTP_ACCEPT_ENCODING", "") and len(kept.content) >= SHORTEST_COMPRESSED
    response = HttpResponse(kept.compressed if zipped else kept.content)
    for name, value in kept.headers:
        response.headers[name] = value
    if zipped:
        response.headers["Content-Encoding"] = "gzip"
    response.headers["Content-Length"] = str(len(response.content))
    if not request.META.get("HTTP_IF_NONE_MATCH"):
        return response
    modified = parse_http_date_safe(response.get("Last-Modified", ""))
    answer = get_conditional_response(request, etag=response["ETag"], last_modified=modified, response=response)
    return answer if isinstance(answer, HttpResponseNotModified) else response
