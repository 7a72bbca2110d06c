"""The PDF as a screen reader meets it (ux check 34)."""

from decimal import Decimal
from pathlib import Path

import pdfua
import pytest

from goldthread.rendering.document import Column, Heading, Table, number, paragraph, words
from goldthread.rendering.to_pdf import to_pdf
from tests.rendering.builders import TYPICAL, a_document, a_table
from tests.rendering.tagged_pdf import Tag, page_text, read


@pytest.fixture(scope="module")
def root() -> Tag:
    return read(to_pdf(TYPICAL))[1]


def test_the_file_is_tagged_and_says_its_language_and_its_title() -> None:
    pdf, _ = read(to_pdf(a_document(language="cy")))

    assert pdf.Root.MarkInfo.Marked
    assert str(pdf.Root.Lang) == "cy"
    assert str(pdf.docinfo.Title) == TYPICAL.title
    assert str(pdf.docinfo.Author) == TYPICAL.author
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    with pdf.open_metadata() as stated:
        assert stated["pdfuaid:part"] == "1"


def test_a_checker_of_pdf_ua_finds_nothing(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(to_pdf(TYPICAL))

    findings = pdfua.validate(path).findings

    assert [(each.rule_id, each.message) for each in findings] == []


def test_every_table_is_one_table_with_its_caption_and_a_scope_on_each_heading(root: Tag) -> None:
    tables = list(TYPICAL.tables())

    read_back = list(root.all("Table"))

    assert [next(table.all("Caption")).text for table in read_back] == [table.caption for table in tables]
    for table, told in zip(tables, read_back, strict=True):
        headings = list(told.all("TH"))
        assert len(headings) == len(table.columns)
        assert {str(heading.attributes.get("Scope")) for heading in headings} == {"/Column"}
        assert [len(list(row.all("TD"))) for row in told.all("TR")][1:] == [len(table.columns)] * len(table.rows)


def test_every_chart_is_a_figure_with_its_sentence(root: Tag) -> None:
    assert [figure.alternative for figure in root.all("Figure")] == [chart.sentence for chart in TYPICAL.charts()]


def test_headings_keep_their_levels(root: Tag) -> None:
    headings = [(tag.kind, tag.text) for tag in root.all("H1", "H2", "H3", "H4")]

    expected = [(f"H{heading.level}", heading.text) for heading in TYPICAL.headings()]

    assert [heading for heading in headings if heading[1] != "Contents"] == expected
    assert next(root.all("Title")).text == TYPICAL.title


def test_the_typeface_is_in_the_file() -> None:
    pdf, _ = read(to_pdf(TYPICAL))

    fonts = [font for page in pdf.pages for font in page.Resources.get("/Font", {}).values()]
    described = [font.DescendantFonts[0].FontDescriptor for font in fonts]

    assert described
    assert all({"/FontFile2", "/FontFile3"} & set(each.keys()) for each in described)


def test_a_long_table_stays_one_table_and_repeats_its_headings() -> None:
    rows = tuple((words(f"Line {place}"), number(Decimal(place))) for place in range(120))
    table = Table(
        caption="Long", columns=(Column(heading="Line"), Column(heading="Uncommon", numeric=True)), rows=rows
    )

    pdf, root = read(to_pdf(a_document(blocks=(table,))))

    assert len(pdf.pages) > 2
    assert len(list(root.all("Table"))) == 1
    assert len(list(root.all("TR"))) == 121
    assert all("Uncommon" in "".join(page_text(page).values()) for page in pdf.pages)


def test_text_is_never_read_as_markup() -> None:
    markup = '#panic() = *x* $y$ @z <a> [b] \\ // /* `c` #image("/etc/passwd") ~ --- "quoted"'

    _, root = read(to_pdf(a_document(blocks=(Heading(level=1, text=markup), paragraph(markup)))))

    assert [tag.text for tag in root.all("H1")] == [markup]
    assert [tag.text for tag in root.all("P")][-1] == markup


def test_a_character_that_the_typeface_lacks_is_written_by_its_name() -> None:
    _, root = read(to_pdf(a_document(blocks=(paragraph("Well done 😀 Ŵyn 你"),))))

    paragraphs = [tag.text for tag in root.all("P")]
    assert paragraphs[-1] == "Well done [grinning face] Ŵyn [cjk unified ideograph-4f60]"


def test_every_page_says_which_of_how_many_it_is() -> None:
    table = a_table(rows=a_table().rows * 40)

    pdf, _ = read(to_pdf(a_document(blocks=(table,))))

    count = len(pdf.pages)
    assert count > 3
    for place, page in enumerate(pdf.pages, start=1):
        assert f"Page {place} of {count}" in page_text(page)[-1]
