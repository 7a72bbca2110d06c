"""A person imports a report: uploads it, corrects a figure, leaves out a row, names a measure, tries and imports."""

import re
from itertools import groupby
from pathlib import Path

import docx
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.journeys import probes
from tests.journeys.test_accessibility import violations
from tests.journeys.test_forms import sign_in

REPORT = """REPORT TO:\tPolicy and Performance Board
DATE:\t12 August 2024
SUBJECT:\tPerformance Management Report for Quarter 1 2024/25

Objective: PED02 Keep children safe

Ref\tMeasure\t23/24 Actual\t24/25 Target\tQ1\tCurrent Progress\tDirection of Travel
PED02 05\tReduce the number of children entering care\t90\t80\t310\tAmber\tBetter
Supporting commentary: Director
Fewer children come into care, said the heron.
PED02 77\tNumber of kites flown\t12\t20\t18\tRed\tWorse
Supporting commentary: Director
Left out by the person.
PED02 78\tIncrease visits to the lighthouse\t12\t20\t18\tRed\tWorse
Supporting commentary: Director
A new thing to count.
"""
SLUG = "2024-25-q1"


def as_word(text: str, *, at: Path) -> Path:
    """Write the report as a Word file: its rows of tabs as tables, the rest as paragraphs."""
    made = docx.Document()
    for is_table, lines in groupby(text.splitlines(), key=lambda line: "\t" in line):
        rows = [line.split("\t") for line in lines]
        if is_table:
            table = made.add_table(rows=0, cols=len(rows[0]))
            for row in rows:
                for cell, words in zip(table.add_row().cells, row, strict=True):
                    cell.text = words
        else:
            for row in rows:
                made.add_paragraph(row[0])
    made.save(str(at))
    return at


def looked_at(tab: Page) -> None:
    """Check that a page is accessible, and fits a phone."""
    assert violations(tab) == []
    size = tab.viewport_size
    tab.set_viewport_size({"width": 320, "height": 640})
    assert tab.evaluate(probes.NOTHING_IS_WIDER_THAN_THE_WINDOW) == []
    assert tab.evaluate(probes.TARGETS_ARE_LARGE_ENOUGH) == []
    assert size is not None
    tab.set_viewport_size(size)


def test_a_person_imports_a_report_and_the_public_reads_it_once_published(
    reader: BrowserContext, fresh_site: str, tmp_path: Path
) -> None:
    paper = as_word(REPORT, at=tmp_path / "quarter 1.docx")
    tab = reader.new_page()
    sign_in(tab, fresh_site)
    tab.get_by_role("link", name="Import papers").click()
    tab.get_by_label("Choose a file").set_input_files(paper)
    tab.get_by_role("button", name="Upload and read").click()
    expect(tab.get_by_role("heading", level=1)).to_have_text("quarter 1.docx")

    tab.get_by_role("link", name="Say where it goes").click()
    tab.get_by_label(
        re.compile("against Children & Families.*2023|against .*2023/24|against .*2023-24")
    ).first.check()
    tab.get_by_role("button", name="Save").click()
    expect(tab.get_by_text("Where the paper goes is saved")).to_be_visible()

    tab.get_by_role("link", name="Compare the rows with the paper").click()
    expect(tab.get_by_text("read as 310").or_(tab.get_by_text("310").first).first).to_be_visible()
    tab.get_by_role("link", name="Correct row 1").click()
    tab.get_by_label("Q1 (optional)").fill("31")
    tab.get_by_role("button", name="Save and accept this row").click()
    expect(tab.get_by_text("Row 1 is corrected and accepted")).to_be_visible()
    tab.get_by_role("group", name="Row 2: import it?").get_by_label("Leave out").check()
    tab.get_by_role("group", name="Row 3: import it?").get_by_label("Accept").check()
    tab.get_by_role("button", name="Save and continue").click()
    expect(tab.get_by_text("3 of 3 rows decided, 2 accepted")).to_be_visible()

    tab.get_by_role("link", name="Say which measure each row is").click()
    tab.get_by_role("group", name=re.compile("^1. PED02 05")).get_by_label(
        re.compile("^Children entering care")
    ).check()
    tab.get_by_role("group", name=re.compile("^3. PED02 78")).get_by_label(re.compile("^A new measure")).check()
    tab.get_by_role("button", name="Save the measures").click()

    tab.get_by_role("link", name="Try the import, then import").click()
    expect(tab.get_by_text("The import would add")).to_be_visible()
    expect(tab.get_by_text("Nothing has been written yet.")).to_be_visible()
    tab.get_by_label("I have compared these rows with the paper, and they may be imported").check()
    tab.get_by_role("button", name="Import these rows").click()
    expect(tab.get_by_text(re.compile("held exactly as they were accepted"))).to_be_visible()

    tab.goto(f"{fresh_site}/measures/children-entering-care/?round={SLUG}")
    expect(tab.get_by_text("said the heron").first).to_be_visible()
    tab.goto(f"{fresh_site}/measures/increase-visits-to-the-lighthouse/")
    expect(tab.get_by_role("heading", level=1)).to_contain_text("Increase visits to the lighthouse")
    tab.context.clear_cookies()
    tab.goto(f"{fresh_site}/measures/children-entering-care/")
    assert tab.get_by_text("said the heron").count() == 0


def test_every_page_of_the_review_is_accessible_and_fits_a_phone(
    browser: Browser, fresh_site: str, tmp_path: Path
) -> None:
    paper = tmp_path / "quarter 1.txt"
    paper.write_text(REPORT, encoding="utf-8")
    tab = browser.new_page()
    sign_in(tab, fresh_site)
    tab.goto(f"{fresh_site}/imports/")
    tab.get_by_role("button", name="Upload and read").click()
    expect(tab.locator(".govuk-error-summary")).to_be_focused()
    looked_at(tab)
    tab.get_by_label("Choose a file").set_input_files(paper)
    tab.get_by_role("button", name="Upload and read").click()
    expect(tab.get_by_role("heading", level=1)).to_have_text("quarter 1.txt")
    upload = tab.url

    for page in ("", "destination/", "rows/", "rows/1/", "not-recognised/"):
        tab.goto(upload + page)
        looked_at(tab)
    tab.goto(f"{upload}destination/")
    tab.get_by_label("A plan", exact=True).check()
    tab.get_by_label("Which period is it about?").fill("soon")
    tab.get_by_role("button", name="Save").click()
    looked_at(tab)
    tab.get_by_label("Which period is it about?").fill("2024/25")
    tab.get_by_role("button", name="Save").click()
    tab.goto(f"{upload}rows/")
    tab.get_by_role("button", name="Accept all rows of this page").click()
    tab.goto(f"{upload}trial/")
    looked_at(tab)
    tab.goto(f"{upload}measures/")
    looked_at(tab)
    for row in (1, 2, 3):
        tab.locator(f"input[name=measure-{row}][value=new]").check()
    tab.get_by_role("button", name="Save the measures").click()
    tab.goto(f"{upload}trial/")
    expect(tab.get_by_text("The import would add")).to_be_visible()
    tab.get_by_role("button", name="Import these rows").click()
    looked_at(tab)
    for page in ("/imports/", "/imports/template/"):
        tab.goto(fresh_site + page)
        looked_at(tab)
    tab.context.close()
