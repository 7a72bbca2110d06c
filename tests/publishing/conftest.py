"""What the tests of the public pages share."""

from collections.abc import Iterator
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.http import HttpResponse
from django.test import Client

from goldthread.accounts import context
from goldthread.publishing import page_cache
from goldthread.rendering.to_html import to_html


@pytest.fixture(autouse=True)
def web_pages_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """Freeze editions as a web page alone: the other formats have tests of their own and take a second each."""
    monkeypatch.setattr(
        "goldthread.publishing.actions.files_of",
        lambda document: {"html": to_html(document), "pdf": b"%PDF-1.7 report"},
    )


@pytest.fixture(autouse=True)
def no_collected_files(settings: Any) -> None:
    """Serve static files from where they are built; nothing is collected for a test."""
    settings.STATIC_ROOT = None


@pytest.fixture(autouse=True)
def nothing_remembered() -> Iterator[None]:
    """Forget kept pages before and after each test."""
    context.forget()
    page_cache.forget()
    yield
    context.forget()
    page_cache.forget()


def page(client: Client, path: str, *, status: int = 200) -> BeautifulSoup:
    """Return the page at a path, read as a browser reads it."""
    response: HttpResponse = client.get(path)
    assert response.status_code == status, f"{path}: {response.status_code}"
    return BeautifulSoup(response.content, "html5lib")


def words(soup: BeautifulSoup) -> str:
    """Return the text of the page's main part, spaces single."""
    main = soup.find("main") or soup
    return " ".join(main.get_text(" ").split())
