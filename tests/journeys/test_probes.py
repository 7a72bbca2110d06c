"""The questions find what they ask about: each is put to a page that is wrong in just that way."""

import pytest
from playwright.sync_api import Browser

from tests.journeys import probes

DRAWING = '<svg role="img" viewBox="0 0 100 100" width="100" height="100">{}</svg>'
TABLE = '<table style="width: 1400px"><thead style="display: block"><tr><th>A</th></tr></thead></table>'
FAULTS = {
    "focus is not seen": (probes.FOCUS_IS_VISIBLE, '<a href="/" style="outline: 0">A link</a>'),
    "focus is covered": (
        probes.FOCUS_IS_NOT_HIDDEN,
        '<a href="/">A link</a><div style="position: fixed; inset: 0; background: white">Cover</div>',
    ),
    "small targets": (
        probes.TARGETS_ARE_LARGE_ENOUGH,
        '<p><a href="/a" style="font-size: 8px">a</a> <a href="/b" style="font-size: 8px">b</a></p>',
    ),
    "wide page": (probes.NOTHING_IS_WIDER_THAN_THE_WINDOW, '<div style="width: 3000px">Wide</div>'),
    "cut text": (
        probes.TEXT_IS_WHOLE,
        '<div style="height: 10px; overflow: hidden">One line<br>and another</div>',
    ),
    "text on text": (
        probes.TEXT_IS_WHOLE,
        '<p style="position: absolute; top: 0">One line</p><p style="position: absolute; top: 4px">Another</p>',
    ),
    "faint edge": (probes.EDGES_STAND_OUT, '<input class="govuk-input" style="border: 1px solid #ddd">'),
    "faint line": (
        probes.EDGES_STAND_OUT,
        DRAWING.format('<path d="M0 0 9 9" stroke="#eee" fill="none"/>'),
    ),
    "small letters": (probes.CHARTS_ARE_READABLE, DRAWING.format('<text y="20" font-size="8">8</text>')),
    "turned letters": (
        probes.CHARTS_ARE_READABLE,
        DRAWING.format('<text y="20" font-size="16" transform="rotate(90)">A</text>'),
    ),
    "figures to the left": (
        probes.FIGURES_STAND_TO_THE_RIGHT,
        '<table><tr><td class="govuk-table__cell--numeric">5</td></tr></table>',
    ),
    "motion": (probes.NOTHING_MOVES, '<div style="transition: opacity 1s">Moving</div>'),
    "a light without an edge": (probes.LIGHTS_KEEP_AN_EDGE, '<strong class="status">On course</strong>'),
    "navigation on paper": (probes.PAPER_HOLDS_WHAT_IS_SAID, "<header><nav>Links</nav></header>"),
    "a table wider than the paper": (probes.PAPER_HOLDS_WHAT_IS_SAID, TABLE),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_probe_complains_of_the_fault_that_it_is_for(browser: Browser, fault: str) -> None:
    probe, body = FAULTS[fault]
    tab = browser.new_page(viewport={"width": 1000, "height": 600})
    tab.set_content(f"<!DOCTYPE html><html lang='en'><body>{body}</body></html>")

    complaints = tab.evaluate(probe)

    tab.context.close()
    assert complaints


@pytest.mark.parametrize("probe", sorted({id(probe): probe for probe, _ in FAULTS.values()}.values()))
def test_a_probe_is_content_with_a_plain_page(browser: Browser, probe: str) -> None:
    tab = browser.new_page()
    tab.set_content("<!DOCTYPE html><html lang='en'><body><main><h1>A page</h1><p>Words.</p></main></body></html>")

    complaints = tab.evaluate(probe)

    tab.context.close()
    assert complaints == []
