"""What the journeys share: every page fetched once, and surveys of every page in the browser."""

import re
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.journeys.pages import public_paths

Documents = dict[str, BeautifulSoup]
Problems = dict[str, list[str]]
LONGEST_WAIT = 30_000  # milliseconds: publishing makes every format of a report, also on a busy machine
expect.set_options(timeout=LONGEST_WAIT)


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What the site sent for one address."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        """Return the body as text."""
        return self.body.decode("utf-8")

    @property
    def soup(self) -> BeautifulSoup:
        """Return the body as a document."""
        return BeautifulSoup(self.text, "html.parser")


def fetch(address: str, **headers: str) -> Answer:
    """Return the answer of an address, whatever its status."""
    request = urllib.request.Request(address, headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=LONGEST_WAIT / 1000) as answer:
            return Answer(status=answer.status, headers=dict(answer.headers), body=answer.read())
    except urllib.error.HTTPError as refused:
        with refused:
            return Answer(status=refused.code, headers=dict(refused.headers), body=refused.read())


@pytest.fixture(scope="session")
def sources(site: str) -> dict[str, str]:
    """Return the HTML of every public page, and of the page that is not there, by path."""
    answers = {path: fetch(site + path) for path in public_paths()}
    assert {path: answer.status for path, answer in answers.items() if answer.status != 200} == {}
    not_there = fetch(f"{site}/no-such-page/")
    return {path: answer.text for path, answer in answers.items()} | {"/no-such-page/": not_there.text}


@pytest.fixture(scope="session")
def documents(sources: dict[str, str]) -> Documents:
    """Return every public page as a document, by path."""
    return {path: BeautifulSoup(source, "html.parser") for path, source in sources.items()}


@dataclass
class Survey:
    """The same questions asked of every page in one way of looking at it; each page is loaded once."""

    site: str
    context: BrowserContext
    prepare: str = ""
    found: dict[str, dict[str, Any]] = field(default_factory=dict)

    def ask(self, probes: dict[str, str]) -> None:
        """Load every page and keep the answer of every probe."""
        tab = self.context.new_page()
        for path in public_paths():
            tab.goto(self.site + path)
            if self.prepare:
                tab.evaluate(self.prepare)
            self.found[path] = {name: tab.evaluate(probe) for name, probe in probes.items()}
        tab.close()

    def problems(self, probe: str) -> Problems:
        """Return what a probe complained of, by page; empty when all is well."""
        return {path: answers[probe] for path, answers in self.found.items() if answers[probe]}


def each_page(tab: Page, site: str, look: Callable[[Page], list[str]]) -> Problems:
    """Open every public page in a tab, look at it, and return the complaints by page."""
    complaints: Problems = {}
    for path in public_paths():
        tab.goto(site + path)
        if found := look(tab):
            complaints[path] = found
    return complaints


@pytest.fixture(scope="session")
def surveyor(browser: Browser, site: str) -> Callable[..., Survey]:
    """Return how to make a survey with a context of its own."""

    def survey(probes: dict[str, str], *, prepare: str = "", **looking: Any) -> Survey:
        context = browser.new_context(**looking)
        made = Survey(site=site, context=context, prepare=prepare)
        made.ask(probes)
        context.close()
        return made

    return survey


@pytest.fixture(params=["with scripts", "without scripts", "scripts that do not load"])
def reader(request: pytest.FixtureRequest, browser: Browser) -> Iterator[BrowserContext]:
    """Give a browser in each of the ways that scripts can be."""
    context = browser.new_context(java_script_enabled=request.param != "without scripts")
    if request.param == "scripts that do not load":
        context.route(re.compile(r"\.js($|\?)"), lambda route: route.fulfill(status=404, body=""))
    yield context
    context.close()
