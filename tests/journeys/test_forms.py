"""Signing in, publishing and correcting: by keyboard alone, with scripts and without, and when something is wrong."""

import re

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from goldthread.accounts.roles import Role
from goldthread.demo.load import demonstration, sign_ins
from tests.journeys import probes
from tests.journeys.test_accessibility import violations

ROUND = "2023-24-q4"
MOST_STOPS = 150
FORMS = {
    "sign-in": "/sign-in/",
    "publish": f"/reports/{ROUND}/publish/",
    "correct": f"/reports/{ROUND}/correct/",
}


def address_of(role: Role) -> str:
    """Return the e-mail address of the demonstration's person with a role."""
    return next(entry.email for entry in sign_ins() if entry.role == role)


def sign_in(tab: Page, site: str, *, role: Role = Role.PERFORMANCE_TEAM) -> None:
    """Sign in with the pointer, for tests of something else."""
    tab.goto(f"{site}/sign-in/")
    tab.get_by_label("E-mail address").fill(address_of(role))
    tab.get_by_label("Password", exact=True).fill(demonstration().password)
    tab.get_by_role("button", name="Sign in").click()


def tab_to(tab: Page, name: str) -> None:
    """Press Tab until the focus is on what has this name; fail when it never comes."""
    for _ in range(MOST_STOPS):
        tab.keyboard.press("Tab")
        reached = tab.evaluate(
            "() => { const e = document.activeElement;"
            " return (e.labels && e.labels[0] ? e.labels[0].innerText : e.innerText || '').trim(); }"
        )
        if reached == name:
            return
    pytest.fail(f"The keyboard does not reach {name!r} on {tab.url}")


def follow(tab: Page, name: str, *, to: str | re.Pattern[str]) -> None:
    """Go to a link by keyboard, follow it, and wait for the heading of the page that it leads to."""
    tab_to(tab, name)
    tab.keyboard.press("Enter")
    expect(tab.get_by_role("heading", level=1)).to_have_text(to)


def test_a_report_is_corrected_with_the_keyboard_alone(reader: BrowserContext, fresh_site: str) -> None:
    tab = reader.new_page()
    tab.goto(fresh_site)

    follow(tab, "Sign in", to="Sign in")
    tab_to(tab, "E-mail address")
    tab.keyboard.type(address_of(Role.PERFORMANCE_TEAM))
    tab_to(tab, "Password")
    tab.keyboard.type(demonstration().password)
    tab.keyboard.press("Enter")
    expect(tab.get_by_role("heading", level=1)).to_have_text("Your account")
    follow(tab, "Reports", to="Reports")
    follow(tab, "Quarter 4 (January to March 2024)", to=re.compile("Report for Quarter 4"))
    follow(tab, "Publish a correction", to=re.compile("^Correct the report"))
    tab_to(tab, "Why is the report corrected?")
    tab.keyboard.type("The attendance of special schools was left out.")
    tab_to(tab, "Publish the correction")
    tab.keyboard.press("Enter")

    expect(tab.get_by_text("The correction is published as a new edition")).to_be_visible()
    expect(tab.get_by_text("The attendance of special schools was left out.").first).to_be_visible()
    tab.goto(f"{fresh_site}/reports/{ROUND}/editions/1/")
    expect(tab.get_by_text("This is an earlier edition.")).to_be_visible()


@pytest.mark.parametrize("form", FORMS)
def test_what_is_wrong_is_said_at_the_top_and_at_the_field(reader: BrowserContext, site: str, form: str) -> None:
    tab = reader.new_page()
    if form != "sign-in":
        sign_in(tab, site)
    tab.goto(site + FORMS[form])
    heading = tab.get_by_role("heading", level=1).inner_text()

    tab.locator("main form button[type=submit]").click()

    summary = tab.locator(".govuk-error-summary")
    expect(summary).to_be_visible()
    expect(summary).to_be_focused()
    assert tab.title().startswith("Error: ")
    assert tab.get_by_role("heading", level=1).inner_text() == heading
    links = summary.get_by_role("link").all()
    assert links
    for link in links:
        message = link.inner_text()
        field = tab.locator(str(link.get_attribute("href")))
        link.click()
        expect(field).to_be_focused()
        described = (field.get_attribute("aria-describedby") or "").split()
        beside = [tab.locator(f"#{name}").inner_text() for name in described]
        group = tab.locator(".govuk-form-group--error", has=field).locator(".govuk-error-message").all_inner_texts()
        assert any(message == said.removeprefix("Error:").strip() for said in [*beside, *group])


@pytest.mark.parametrize("form", FORMS)
def test_a_form_in_error_is_accessible_and_fits_a_phone(browser: Browser, site: str, form: str) -> None:
    tab = browser.new_page(viewport={"width": 320, "height": 640})
    if form != "sign-in":
        sign_in(tab, site)
    tab.goto(site + FORMS[form])

    tab.locator("main form button[type=submit]").click()

    assert violations(tab) == []
    assert tab.evaluate(probes.NOTHING_IS_WIDER_THAN_THE_WINDOW) == []
    assert tab.evaluate(probes.TARGETS_ARE_LARGE_ENOUGH) == []
    tab.context.close()


@pytest.mark.parametrize("path", ["/account/", f"/reports/{ROUND}/", *list(FORMS.values())[1:]])
def test_pages_behind_the_sign_in_are_accessible_too(browser: Browser, site: str, path: str) -> None:
    tab = browser.new_page()
    sign_in(tab, site)

    tab.goto(site + path)

    assert violations(tab) == []
    assert tab.evaluate(probes.FOCUS_IS_VISIBLE) == []
    assert tab.evaluate(probes.TEXT_IS_WHOLE) == []
    tab.context.close()


def test_a_wrong_password_keeps_the_address_and_tells_nothing_of_it(browser: Browser, site: str) -> None:
    tab = browser.new_page()
    said = set()
    for address in (address_of(Role.AUDITOR), "nobody@goldthread.example"):
        tab.goto(f"{site}/sign-in/")
        tab.get_by_label("E-mail address").fill(address)
        tab.get_by_label("Password", exact=True).fill("not the password")

        tab.get_by_role("button", name="Sign in").click()

        expect(tab.get_by_label("E-mail address")).to_have_value(address)
        expect(tab.get_by_label("Password", exact=True)).to_have_value("")
        said.add(tab.locator(".govuk-error-summary").inner_text())
    tab.context.close()

    assert len(said) == 1


def test_what_was_typed_is_shown_again_when_it_is_too_long(browser: Browser, site: str) -> None:
    tab = browser.new_page()
    sign_in(tab, site)
    tab.goto(site + FORMS["correct"])
    reason = "The figure was wrong. " * 100

    tab.get_by_label("Why is the report corrected?").fill(reason)
    tab.get_by_role("button", name="Publish the correction").click()

    expect(tab.locator(".govuk-error-summary")).to_contain_text("Use 2,000 characters or fewer")
    expect(tab.get_by_label("Why is the report corrected?")).to_have_value(reason)
    tab.context.close()


def test_a_password_may_be_pasted_and_filled_in_by_a_manager(browser: Browser, site: str) -> None:
    tab = browser.new_page()
    tab.goto(f"{site}/sign-in/")

    password = tab.get_by_label("Password", exact=True)
    password.focus()
    tab.keyboard.insert_text(demonstration().password)

    expect(password).to_have_value(demonstration().password)
    assert password.get_attribute("autocomplete") == "current-password"
    assert tab.get_by_label("E-mail address").get_attribute("autocomplete") == "username"
    tab.context.close()


def test_who_may_not_publish_is_told_what_to_do_and_no_more(browser: Browser, site: str) -> None:
    tab = browser.new_page()
    sign_in(tab, site, role=Role.ELECTED_MEMBER)

    answer = tab.goto(site + FORMS["publish"])

    assert answer is not None
    assert answer.status == 403
    expect(tab.get_by_role("heading", level=1)).to_have_text("You cannot see this page")
    expect(tab.get_by_role("main")).to_contain_text("performance team")
    assert violations(tab) == []
    tab.context.close()


def test_a_form_without_its_proof_of_origin_is_refused_in_words(browser: Browser, site: str) -> None:
    tab = browser.new_page()
    tab.goto(f"{site}/sign-in/")
    tab.context.clear_cookies()
    tab.get_by_label("E-mail address").fill("name@council.example")

    with tab.expect_response(f"{site}/sign-in/") as answer:
        tab.get_by_role("button", name="Sign in").click()

    assert answer.value.status == 403
    expect(tab.get_by_role("heading", level=1)).to_have_text("The form has expired")
    tab.go_back()
    expect(tab.get_by_label("E-mail address")).to_have_value("name@council.example")
    tab.context.close()
