"""axe-core over every page, scripts on and off: no violation, no rule left out."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from tests.journeys.conftest import each_page

ROOT = Path(__file__).resolve().parents[2]
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
DESK: ViewportSize = {"width": 1280, "height": 800}
PHONE: ViewportSize = {"width": 320, "height": 640}
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
RUN = """async tags => (await axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']}))
  .violations.flatMap(rule => rule.nodes.map(node => rule.id + ': ' + node.target.join(' ') + ' ' + rule.help))"""


def violations(tab: Page) -> list[str]:
    """Return what axe finds wrong with the page in a tab."""
    tab.evaluate(AXE.read_text(encoding="utf-8") + "\n;undefined")
    found: list[str] = tab.evaluate(RUN, TAGS)
    return found


@pytest.mark.parametrize(
    ("scripts", "viewport"),
    [(True, DESK), (False, DESK), (True, PHONE)],
    ids=["with scripts", "without scripts", "on a phone"],
)
def test_axe_finds_nothing_on_any_page(browser: Browser, site: str, scripts: bool, viewport: ViewportSize) -> None:
    context = browser.new_context(viewport=viewport)
    if not scripts:
        # axe is a script itself, so the page's own are kept away rather than all switched off.
        context.route(re.compile(r"\.js($|\?)"), lambda route: route.abort())

    found = each_page(context.new_page(), site, violations)

    context.close()
    assert not found, "\n".join(f"{path} {line}" for path, lines in found.items() for line in lines)
