"""Pages are strict about what they are given, and the macros keep the promises of the house."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from bs4 import BeautifulSoup
from django.core.paginator import Paginator
from django.template import engines
from jinja2 import UndefinedError

from goldthread.rendering.content import light
from goldthread.rendering.wording import LIGHTS

Render = Callable[..., BeautifulSoup]


@pytest.fixture
def render() -> Render:
    """Return how to render a piece of template as a document."""

    def rendered(source: str, **given: object) -> BeautifulSoup:
        return BeautifulSoup(engines.all()[0].from_string(source).render(given), "html.parser")

    return rendered


def test_a_name_that_a_page_forgot_to_give_is_an_error(render: Render) -> None:
    with pytest.raises(UndefinedError, match="figure"):
        render("{{ figure }}")


def test_what_people_wrote_is_escaped(render: Render) -> None:
    page = render("{{ text }}", text="<script>alert(1)</script>")

    assert page.find("script") is None
    assert page.get_text() == "<script>alert(1)</script>"


def test_dates_and_numbers_are_in_the_houses_words(render: Render) -> None:
    page = render(
        "{{ day | day }}; {{ value | number(unit='percent') }}", day=date(2026, 10, 21), value=Decimal("92.97")
    )

    assert page.get_text() == "21 October 2026; 92.97%"


@pytest.mark.parametrize(("kind", "value"), [(kind, value) for kind, values in LIGHTS.items() for value in values])
def test_every_light_is_its_symbol_and_its_word(render: Render, kind: str, value: str) -> None:
    page = render('{% from "ui/light.html" import light %}{{ light(kind, value) }}', kind=kind, value=value)

    words = LIGHTS[kind][value]  # type: ignore[index]
    assert page.get_text(" ", strip=True) == f"{words.symbol} {words.word}"
    assert page.select_one(".status__symbol")["aria-hidden"] == "true"


def test_a_light_of_the_document_model_is_the_same(render: Render) -> None:
    page = render('{% from "ui/light.html" import light_tag %}{{ light_tag(shown) }}', shown=light("progress", "red"))

    assert page.get_text(" ", strip=True) == "▼ Not on course"


def test_a_tally_counts_what_there_is_in_words(render: Render) -> None:
    page = render(
        '{% from "ui/light.html" import light_tally %}'
        '{{ light_tally("progress", {"red": 4, "green": 12, "amber": 0}) }}'
    )

    said = [" ".join(item.get_text(" ").split()) for item in page.find_all("li")]
    assert said == ["12 ▲ On course measures", "4 ▼ Not on course measures"]


def test_a_table_has_a_caption_scopes_and_a_region_that_the_keyboard_reaches(render: Render) -> None:
    page = render(
        '{% from "ui/table.html" import data_table %}'
        '{{ data_table(caption="By year", columns=["Year", {"text": "Actual (%)", "numeric": true}],'
        ' rows=[["2022/23", "92.1"]]) }}'
    )

    region = page.section
    assert region["tabindex"] == "0"
    assert page.find(id=region["aria-labelledby"]).get_text(strip=True) == "By year"
    assert [heading["scope"] for heading in page.find_all("th")] == ["col", "col", "row"]
    assert "govuk-table__cell--numeric" in page.td["class"]


@pytest.mark.parametrize("nothing", ["", "  ", None])
def test_an_empty_cell_is_an_error_that_says_the_remedy(render: Render, nothing: object) -> None:
    source = (
        '{% from "ui/table.html" import data_table %}'
        '{{ data_table(caption="By year", columns=["Year", "Actual"], rows=[["2022/23", cell]]) }}'
    )

    with pytest.raises(ValueError, match="A cell of 'By year' is empty. Say 'no data'"):
        render(source, cell=nothing)


def test_pages_of_results_link_to_each_other(render: Render) -> None:
    page = render(
        '{% from "ui/pagination.html" import pagination %}{{ pagination(page, "?q=homes&page=") }}',
        page=Paginator(range(100), 10).page(5),
    )

    assert page.select_one("[aria-current=page]").get_text(strip=True) == "5"
    assert [link["href"] for link in page.select("a[rel]")] == ["?q=homes&page=4", "?q=homes&page=6"]


def test_one_page_of_results_needs_no_links(render: Render) -> None:
    source = '{% from "ui/pagination.html" import pagination %}{{ pagination(page) }}'

    assert render(source, page=Paginator([1], 10).page(1)).get_text(strip=True) == ""


def test_a_chart_is_a_sentence_a_drawing_a_table_and_a_file(render: Render) -> None:
    page = render(
        '{% from "ui/chart.html" import chart_figure %}'
        '{{ chart_figure(id="trend", sentence="It rose.", svg="…", table="…", csv="/a.csv",'
        ' csv_text="A (CSV, 2 kB)") }}'
    )

    assert page.figcaption.get_text() == "It rose."
    assert page.details.a.get_text() == "A (CSV, 2 kB)"


def test_marks_are_explained_once_in_the_keys_order(render: Render) -> None:
    page = render('{% from "ui/symbol_key.html" import symbol_key %}{{ symbol_key(["x", "p", "", "x"]) }}')

    assert [mark.get_text() for mark in page.find_all("dt")] == ["[p]", "[x]"]
