"""Every page at every size and setting that a reader may choose, in a real browser."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.journeys import probes
from tests.journeys.conftest import Survey, each_page
from tests.journeys.pages import public_paths

Surveyor = Callable[..., Survey]
DESK = {"width": 1280, "height": 800}
PHONE = {"width": 320, "height": 640}
SHEET = {"width": 672, "height": 950}  # A4 between its margins, at 96 pixels an inch


@pytest.fixture(scope="module")
def desk(surveyor: Surveyor) -> Survey:
    """Every page as most people see it."""
    return surveyor(
        {
            "focus is visible": probes.FOCUS_IS_VISIBLE,
            "focus is not hidden": probes.FOCUS_IS_NOT_HIDDEN,
            "targets": probes.TARGETS_ARE_LARGE_ENOUGH,
            "edges": probes.EDGES_STAND_OUT,
            "charts": probes.CHARTS_ARE_READABLE,
            "figures": probes.FIGURES_STAND_TO_THE_RIGHT,
        },
        viewport=DESK,
    )


@pytest.fixture(scope="module")
def phone(surveyor: Surveyor) -> Survey:
    """Every page on the narrowest screen."""
    return surveyor(
        {
            "width": probes.NOTHING_IS_WIDER_THAN_THE_WINDOW,
            "charts": probes.CHARTS_ARE_READABLE,
            "focus is not hidden": probes.FOCUS_IS_NOT_HIDDEN,
            "text": probes.TEXT_IS_WHOLE,
        },
        viewport=PHONE,
    )


@pytest.mark.xdist_group("desk")
class TestAtADesk:
    """1280 pixels wide."""

    def test_whatever_has_the_focus_shows_it(self, desk: Survey) -> None:
        assert desk.problems("focus is visible") == {}

    def test_whatever_has_the_focus_is_in_sight(self, desk: Survey) -> None:
        assert desk.problems("focus is not hidden") == {}

    def test_targets_are_large_or_apart(self, desk: Survey) -> None:
        assert desk.problems("targets") == {}

    def test_edges_of_lights_fields_and_lines_stand_out(self, desk: Survey) -> None:
        assert desk.problems("edges") == {}

    def test_charts_are_readable(self, desk: Survey) -> None:
        assert desk.problems("charts") == {}

    def test_columns_of_figures_are_set_to_the_right(self, desk: Survey) -> None:
        assert desk.problems("figures") == {}


@pytest.mark.xdist_group("phone")
class TestOnAPhone:
    """320 pixels wide."""

    def test_no_page_scrolls_sideways(self, phone: Survey) -> None:
        assert phone.problems("width") == {}

    def test_charts_are_readable(self, phone: Survey) -> None:
        assert phone.problems("charts") == {}

    def test_whatever_has_the_focus_is_in_sight(self, phone: Survey) -> None:
        assert phone.problems("focus is not hidden") == {}

    def test_no_text_is_cut_or_covered(self, phone: Survey) -> None:
        assert phone.problems("text") == {}


@pytest.mark.parametrize("viewport", [DESK, {"width": 640, "height": 800}], ids=["desk", "tablet"])
def test_twice_the_text_size_loses_nothing(surveyor: Surveyor, viewport: Any) -> None:
    survey = surveyor(
        {"text": probes.TEXT_IS_WHOLE, "width": probes.NOTHING_IS_WIDER_THAN_THE_WINDOW},
        prepare=probes.TWICE_THE_TEXT,
        viewport=viewport,
    )

    assert survey.problems("text") == {}
    assert survey.problems("width") == {}


@pytest.mark.parametrize("viewport", [DESK, PHONE], ids=["desk", "phone"])
def test_wider_spacing_of_text_loses_nothing(surveyor: Surveyor, viewport: Any) -> None:
    survey = surveyor(
        {"text": probes.TEXT_IS_WHOLE, "width": probes.NOTHING_IS_WIDER_THAN_THE_WINDOW},
        prepare=probes.WIDE_SPACING,
        viewport=viewport,
    )

    assert survey.problems("text") == {}
    assert survey.problems("width") == {}


def test_readers_who_ask_for_less_motion_get_none(surveyor: Surveyor) -> None:
    survey = surveyor({"motion": probes.NOTHING_MOVES}, reduced_motion="reduce")

    assert survey.problems("motion") == {}


def test_lights_keep_their_word_and_an_edge_in_forced_colours(surveyor: Surveyor) -> None:
    survey = surveyor({"lights": probes.LIGHTS_KEEP_AN_EDGE}, forced_colors="active")

    assert survey.problems("lights") == {}


@pytest.mark.parametrize("deficiency", ["achromatopsia", "deuteranopia"])
def test_lights_can_be_told_apart_without_colour(browser: Browser, site: str, deficiency: str) -> None:
    tab = browser.new_page()
    tab.context.new_cdp_session(tab).send("Emulation.setEmulatedVisionDeficiency", {"type": deficiency})
    seen: dict[str, set[str]] = {}

    for path in public_paths():
        tab.goto(site + path)
        lights = tab.evaluate(
            "() => [...document.querySelectorAll('.status')].filter(e => e.checkVisibility())"
            ".map(e => [[...e.classList].find(c => c.startsWith('status--')), e.innerText.replace(/\\s+/g, ' ')])"
        )
        for tone, words in lights:
            seen.setdefault(words, set()).add(tone)
    tab.context.close()

    assert [words for words, tones in seen.items() if len(tones) > 1] == []
    assert [words for words in seen if not any(letter.isalpha() for letter in words)] == []


def test_a_printed_page_says_all_and_nothing_of_the_ways_around(
    surveyor: Surveyor, browser: Browser, site: str
) -> None:
    tab = browser.new_page(viewport=SHEET)
    tab.emulate_media(media="print")

    complaints = each_page(tab, site, lambda page: page.evaluate(probes.PAPER_HOLDS_WHAT_IS_SAID))

    tab.context.close()
    assert complaints == {}


def test_a_page_prints_as_sheets_of_a4(browser: Browser, site: str) -> None:
    import io

    import pikepdf

    tab = browser.new_page()
    for path in public_paths():
        tab.goto(site + path)

        with pikepdf.open(io.BytesIO(tab.pdf(prefer_css_page_size=True))) as paper:
            sizes = {tuple(round(float(side)) for side in sheet.mediabox[2:]) for sheet in paper.pages}

        assert sizes <= {(595, 842), (596, 842), (595, 841)}, path
    tab.context.close()
