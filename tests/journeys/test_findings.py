"""A person follows a round's findings: reads them, waives one by name, and takes the waiver back."""

import re

from playwright.sync_api import Browser, BrowserContext, expect

from tests.journeys.test_forms import sign_in
from tests.journeys.test_import import looked_at


def test_the_pages_of_findings_are_accessible_and_fit_a_phone(browser: Browser, fresh_site: str) -> None:
    tab = browser.new_context().new_page()
    sign_in(tab, fresh_site)
    for address in ("2023-24-q4/findings/", "2023-24-q4/editions/1/findings/"):
        tab.goto(f"{fresh_site}/reports/{address}")
        looked_at(tab)
    tab.goto(f"{fresh_site}/reports/2023-24-q4/findings/")
    tab.get_by_role("link", name=re.compile("Waive this finding")).first.click()
    looked_at(tab)
    tab.context.close()


def test_a_person_waives_a_finding_and_takes_the_waiver_back(reader: BrowserContext, fresh_site: str) -> None:
    tab = reader.new_page()
    sign_in(tab, fresh_site)
    tab.goto(f"{fresh_site}/reports/2023-24-q4/findings/")
    expect(tab.get_by_role("heading", level=1)).to_have_text("Findings")

    first = tab.locator("li.finding", has=tab.get_by_role("link", name=re.compile("Waive this finding"))).first
    told = first.get_by_role("heading").inner_text()
    first.get_by_role("link", name=re.compile("Waive this finding")).click()
    expect(tab.get_by_role("heading", level=1)).to_have_text("Waive a finding")
    tab.get_by_role("button", name="Waive the finding").click()
    expect(tab.get_by_text("Enter why this may be published as it stands").first).to_be_visible()
    tab.get_by_label("Why may this be published as it stands?").fill("The board has seen it.")
    tab.get_by_role("button", name="Waive the finding").click()

    waived = tab.locator("li.finding", has_text="The board has seen it.")
    expect(waived.get_by_role("heading")).to_have_text(told)
    waived.get_by_role("button", name="Withdraw the waiver").click()
    expect(tab.get_by_text("The board has seen it.")).to_have_count(0)


def test_an_edition_leads_to_the_record_of_what_was_found_in_it(reader: BrowserContext, fresh_site: str) -> None:
    tab = reader.new_page()
    sign_in(tab, fresh_site)
    tab.goto(f"{fresh_site}/reports/2023-24-q3/")
    tab.get_by_role("link", name="See what the checks found in this edition").click()

    expect(tab.get_by_role("heading", level=1)).to_have_text("Findings of edition 1")
    expect(tab.get_by_text("It never changes.")).to_be_visible()
    expect(tab.get_by_role("link", name=re.compile("Waive this finding"))).to_have_count(0)
