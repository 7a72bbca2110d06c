"""The HTML of a report: tables, figures and charts that everyone can read."""

import re
from itertools import pairwise

import pytest
from bs4 import BeautifulSoup, Tag

from goldthread.rendering.document import Heading, Link, paragraph, words
from goldthread.rendering.to_html import html_body, to_html
from tests.rendering.builders import a_document, a_table


@pytest.fixture(scope="module")
def page() -> BeautifulSoup:
    return BeautifulSoup(to_html(a_document()), "html5lib")


def test_every_table_has_a_caption_scopes_and_full_cells(page: BeautifulSoup) -> None:
    tables = page.find_all("table")

    assert len(tables) == 5
    for table in tables:
        assert table.caption.get_text(strip=True)
        assert {heading["scope"] for heading in table.select("thead th")} == {"col"}
        assert {heading["scope"] for heading in table.select("tbody th")} == {"row"}
        assert all(cell.get_text(strip=True) for cell in table.select("th, td"))
        assert not table.select("[rowspan], [colspan]")
        assert len(table.select("thead tr")) == 1


def test_figures_stand_to_the_right_and_words_to_the_left(page: BeautifulSoup) -> None:
    table = _table(page, "Measures of objective PED01")
    numeric = [
        ["govuk-table__cell--numeric" in cell["class"] for cell in row.find_all(["th", "td"])]
        for row in table.select("tbody tr")
    ]

    assert numeric == [[False, False, True, True, True, False, False]] * 3
    assert ["--numeric" in str(heading) for heading in table.select("thead th")] == numeric[0]


def test_a_columns_unit_stands_in_its_heading(page: BeautifulSoup) -> None:
    table = a_table(
        columns=tuple(
            column if column.heading != "Current" else type(column)(heading="Current", unit="£", numeric=True)
            for column in a_table().columns
        )
    )
    shown = BeautifulSoup(html_body(a_document(blocks=(Heading(level=1, text="Money"), table))), "html5lib")

    assert "Current (£)" in [heading.get_text() for heading in shown.select("thead th")]


def test_every_light_has_a_word_and_its_symbol_is_not_read_out(page: BeautifulSoup) -> None:
    lights = page.select(".status")

    assert lights
    assert all(re.search(r"[A-Za-z]{3}", light.get_text()) for light in lights)
    assert all(light.select_one('[aria-hidden="true"]') for light in lights)


def test_every_chart_is_an_image_with_words_beside_a_table_of_its_figures(page: BeautifulSoup) -> None:
    drawings = page.select("svg[role=img]")

    assert len(drawings) == 3
    for drawing in drawings:
        named = [page.find(id=name) for name in str(drawing["aria-labelledby"]).split()]
        assert [each.name for each in named] == ["title", "desc"]
        assert all(each.get_text(strip=True) for each in named)
        table = drawing.find_parent("figure").find("table")
        told = {cell.get_text(" ", strip=True) for cell in table.select("td")}
        figures = {_bare(text) for text in told}
        drawn = {_bare(text.get_text()) for text in drawing.select("text[font-weight='700']")} & _NUMBERS
        assert drawn <= figures


def test_a_chart_links_to_its_figures_as_a_file_where_there_is_one(page: BeautifulSoup) -> None:
    link = page.find("a", string="Children entering care (CSV, 1 kB)")

    assert link is not None
    assert link["href"] == "https://council.example/care.csv"


def test_headings_start_with_the_title_and_skip_no_level(page: BeautifulSoup) -> None:
    levels = [int(heading.name[1]) for heading in page.find_all(re.compile("^h[1-6]$"))]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_page_needs_nothing_from_elsewhere(page: BeautifulSoup) -> None:
    assert not page.select("script, link, img, iframe, [style]")
    assert page.html["lang"] == "en-GB"
    assert "url(" not in page.style.string
    assert page.select_one("a.skip")["href"] == f"#{page.main['id']}"


def test_identifiers_come_once_and_links_inside_lead_somewhere(page: BeautifulSoup) -> None:
    names = [each["id"] for each in page.select("[id]")]
    inside = [link["href"][1:] for link in page.select('a[href^="#"]')]

    assert len(set(names)) == len(names)
    assert set(inside) <= set(names)


def test_text_is_never_markup() -> None:
    nasty = '<script>alert("1")</script> & <b>'

    shown = to_html(
        a_document(
            title=nasty,
            blocks=(
                Heading(level=1, text=nasty),
                paragraph(nasty, Link(nasty, "https://council.example/?a=1&b=\"'><i>")),
                a_table(rows=((words(nasty),) * 7,)),
            ),
            datasets=(),
        )
    )

    page = BeautifulSoup(shown, "html5lib")
    assert page.find("script") is None
    assert page.find("i") is None
    assert page.h1.get_text() == nasty
    assert {cell.get_text() for cell in page.select("td")} == {nasty}


_NUMBERS = {"94.1", "90.2", "24.1", "27.5", "31.2", "36.4"}


def _bare(text: str) -> str:
    found = re.search(r"[\d.,]+", text)
    return found[0] if found else ""


def _table(page: BeautifulSoup, caption: str) -> Tag:
    return next(table for table in page.find_all("table") if caption in table.caption.get_text())
