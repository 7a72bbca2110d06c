"""From an open round to the published report: imported, published by keyboard, read by anyone."""

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, expect

from tests.commands import goldthread
from tests.journeys.test_forms import follow, sign_in, tab_to

PERIOD, SLUG = "2024/25 Q1", "2024-25-q1"


def a_bundle_with_a_round() -> dict[str, Any]:
    """Return a bundle that adds one open round of the plan that is held, with one return."""
    figure = {"period": PERIOD, "value": "31", "status": "provisional", "printed": "31 (prov)"}
    made = {"ref": "PED02 05", "commentary": "Kingfisher project.", "commentary_by": "Director", "current": figure}
    a_round = {
        "period": PERIOD,
        "plan": "2023-24",
        "title": "Performance Management Report for Quarter 1 2024/25",
        "board": "Policy and Performance Board",
        "returns": [made],
    }
    return {"format": "goldthread-bundle", "version": 1, "rounds": [a_round]}


def test_an_open_round_is_published_with_the_keyboard_and_then_read_by_anyone(
    reader: BrowserContext, fresh_site: str, tmp_path: Path
) -> None:
    file = tmp_path / "round.json"
    file.write_text(json.dumps(a_bundle_with_a_round()), encoding="utf-8")
    done = goldthread("import", str(file), data=tmp_path / "data")
    assert done.returncode == 0, done.stderr
    tab = reader.new_page()
    before = tab.goto(f"{fresh_site}/reports/{SLUG}/")
    assert before is not None
    assert before.status == 404
    sign_in(tab, fresh_site)
    expect(tab.get_by_role("heading", level=1)).to_have_text("Your account")

    follow(tab, "Reports", to="Reports")
    follow(tab, "Quarter 1 (April to June 2024)", to="Performance Management Report for Quarter 1 2024/25")
    follow(tab, "Publish this round", to=f"Publish {PERIOD}")
    tab_to(tab, "I have read the report and it may be published")
    tab.keyboard.press("Space")
    tab_to(tab, "Publish the report")
    tab.keyboard.press("Enter")
    expect(tab.get_by_role("heading", level=1)).to_have_text("Performance Management Report for Quarter 1 2024/25")

    tab.context.clear_cookies()
    after = tab.goto(f"{fresh_site}/reports/{SLUG}/")
    assert after is not None
    assert after.status == 200
    expect(tab.get_by_text("Kingfisher project.").first).to_be_visible()
    expect(tab.get_by_text("31 [p]").first).to_be_visible()
