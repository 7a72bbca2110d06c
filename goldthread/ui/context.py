"""What every page needs to know: whose site this is, where the reader is, and who has signed in."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final, Protocol

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.module_loading import import_string

SERVICE: Final = "Goldthread"
COUNCIL_WITHOUT_A_NAME: Final = "The council"

# The page's words and the name of its address; a room that is not installed has no entry.
NAVIGATION: Final = (
    ("Overview", "home"),
    ("Plan", "plan"),
    ("Measures", "measures"),
    ("Reports", "reports"),
)
FOOTER: Final = (
    ("Accessibility statement", "accessibility"),
    ("How performance is judged", "judging"),
    ("Open data and exports", "open-data"),
)


class Council(Protocol):
    """What a page says about the council."""

    name: str
    short_name: str


@dataclass(frozen=True)
class Entry:
    """A link of the navigation; `current` is this very page, `active` a page of its part of the site."""

    text: str
    href: str
    current: bool = False
    active: bool = False


class Site:
    """The parts of a page outside its content; each is worked out when a template asks for it.

    Args:
        request: the page asked for; None for a page that must not touch the database or a session.
    """

    service = SERVICE

    def __init__(self, request: HttpRequest | None = None) -> None:
        self._request = request

    @cached_property
    def council(self) -> str:
        """Return the council's name; one small query."""
        found = self._council
        return found.name if found else COUNCIL_WITHOUT_A_NAME

    @cached_property
    def council_short(self) -> str:
        """Return the name that the council calls itself in running text."""
        found = self._council
        return (found.short_name or found.name) if found else COUNCIL_WITHOUT_A_NAME

    @cached_property
    def _council(self) -> Council | None:
        source = getattr(settings, "COUNCIL", "")
        if self._request is None or not source:
            return None
        council: Callable[[], Council | None] = import_string(source)
        return council()

    @property
    def demonstration(self) -> bool:
        """Return whether this is the demonstration, so that nobody takes it for a council's own site."""
        return bool(getattr(settings, "DEMONSTRATION", False))

    @property
    def contact(self) -> str:
        """Return the e-mail address for help; "" when none is set."""
        return str(getattr(settings, "CONTACT", ""))

    @property
    def path(self) -> str:
        """Return the path of this page."""
        return self._request.path if self._request else ""

    @cached_property
    def person(self) -> str:
        """Return the name of the person who has signed in; "" for the public."""
        user = getattr(self._request, "user", None)
        return str(user) if user is not None and user.is_authenticated else ""

    @cached_property
    def navigation(self) -> tuple[Entry, ...]:
        """Return the main links, the reader's place among them marked."""
        return tuple(
            Entry(text=text, href=href, current=href == self.path, active=is_within(self.path, href))
            for text, href in _addresses(NAVIGATION)
        )

    @cached_property
    def footer(self) -> tuple[Entry, ...]:
        """Return the links at the foot of every page."""
        return tuple(Entry(text=text, href=href) for text, href in _addresses(FOOTER))

    def address(self, name: str) -> str:
        """Return the address of a page without arguments; "" when its room is not installed."""
        return _address(name)


def page(request: HttpRequest) -> dict[str, Any]:
    """Give every template `site`; the context processor of the settings."""
    return {"site": Site(request)}


def is_within(path: str, part: str) -> bool:
    """Return whether a page belongs to a part of the site; nothing but itself belongs to the front page.

    >>> is_within("/measures/school-attendance/", "/measures/"), is_within("/plan/", "/")
    (True, False)
    """
    return path == part or (part != "/" and path.startswith(part.rstrip("/") + "/"))


def _addresses(names: tuple[tuple[str, str], ...]) -> list[tuple[str, str]]:
    return [(text, href) for text, name in names if (href := _address(name))]


def _address(name: str) -> str:
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""
