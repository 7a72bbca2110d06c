"""Pages without their scripts, what pages load, and what a page does when something is wrong."""

import re

import pytest
from playwright.sync_api import Browser, Page, Request, Route

from tests.journeys import probes
from tests.journeys.conftest import fetch
from tests.journeys.pages import public_paths

HEAVIEST_PAGE = 150_000  # bytes over the wire


def words(tab: Page, site: str) -> dict[str, set[str]]:
    """Return the words that a reader sees on every page."""
    seen = {}
    for path in public_paths():
        tab.goto(site + path)
        seen[path] = set(tab.evaluate(probes.WORDS_OF_THE_PAGE))
    return seen


def test_pages_say_the_same_with_scripts_without_and_when_they_do_not_load(browser: Browser, site: str) -> None:
    with_scripts = browser.new_context()
    without = browser.new_context(java_script_enabled=False)
    broken = browser.new_context()
    broken.route(re.compile(r"\.js($|\?)"), _not_there)

    seen = words(with_scripts.new_page(), site)

    only_scripted = {"Show", "Hide"}  # the button that shows a password
    for context in (without, broken):
        assert {
            path: seen[path] - said - only_scripted for path, said in words(context.new_page(), site).items()
        } == {path: set() for path in seen}
        context.close()
    with_scripts.close()


def test_pages_are_light_and_ask_nobody_else_for_anything(browser: Browser, site: str) -> None:
    tab = browser.new_page()
    network = tab.context.new_cdp_session(tab)
    network.send("Network.enable")
    network.send("Network.setCacheDisabled", {"cacheDisabled": True})
    asked: list[Request] = []
    complaints: list[str] = []

    def keep(request: Request) -> None:
        asked.append(request)

    tab.on("requestfinished", keep)
    tab.on("console", lambda message: complaints.append(f"{tab.url}: {message.text}"))
    tab.on("pageerror", lambda error: complaints.append(f"{tab.url}: {error}"))
    heavy, strangers = {}, set()
    for path in public_paths():
        asked.clear()
        tab.goto(site + path)
        sizes = [request.sizes() for request in asked]
        weight = sum(size["responseBodySize"] + size["responseHeadersSize"] for size in sizes)
        if weight > HEAVIEST_PAGE:
            heavy[path] = weight
        strangers |= {request.url for request in asked if not request.url.startswith((site, "data:"))}
    tab.context.close()

    assert heavy == {}
    assert strangers == set()
    assert complaints == []


def test_the_skip_link_comes_first_and_leads_past_the_header(browser: Browser, site: str) -> None:
    tab = browser.new_page()
    for path in public_paths():
        tab.goto(site + path)

        tab.keyboard.press("Tab")

        assert tab.evaluate("document.activeElement.innerText") == "Skip to main content", path
        tab.keyboard.press("Enter")
        tab.keyboard.press("Tab")
        past = "document.querySelector('header').compareDocumentPosition(document.activeElement)"
        assert tab.evaluate(past) & 4 or tab.evaluate("document.activeElement === document.body"), path
        assert not tab.evaluate("document.querySelector('header').contains(document.activeElement)"), path
    tab.context.close()


def test_tab_goes_through_every_page_and_out_again(browser: Browser, site: str) -> None:
    tab = browser.new_page()
    stuck = {}
    for path in public_paths():
        if "?" in path:
            continue
        tab.goto(site + path)
        stops = tab.evaluate(probes.WATCH_THE_FOCUS)
        for _ in range(stops):
            tab.keyboard.press("Tab")
        reached = tab.evaluate("window.reached.size")
        if reached < stops - 1:
            stuck[path] = (reached, stops)
    tab.context.close()

    assert stuck == {}


@pytest.mark.parametrize("path", ["/no-such-page/", "/measures/no-such-measure/", "/.env"])
def test_a_page_that_is_not_there_says_what_to_do_and_tells_nothing(site: str, path: str) -> None:
    answer = fetch(site + path)

    page = answer.soup
    assert answer.status == 404
    assert page.h1.get_text(strip=True) == "Page not found"
    assert "performance team" in page.main.get_text(" ")
    assert page.select_one("header nav")
    assert page.select_one("link[rel=stylesheet]")
    assert "Traceback" not in answer.text
    assert path.strip("/") not in page.main.get_text(" ")


def test_every_page_is_sent_with_the_headers_that_protect_its_reader(site: str) -> None:
    for path in public_paths():
        headers = fetch(site + path).headers

        policy = headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe-inline" not in policy
        assert "unsafe-eval" not in policy
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["X-Frame-Options"] == "DENY"
        assert headers["Referrer-Policy"] == "same-origin"


def test_the_site_says_that_it_is_up(site: str) -> None:
    answer = fetch(f"{site}/healthz")

    assert (answer.status, answer.text) == (200, "ok\n")


def _not_there(route: Route) -> None:
    route.fulfill(status=404, body="")
