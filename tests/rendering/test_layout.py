"""How a report lies on paper: contents, what stands together, page breaks, columns (ux checks 31 and 34)."""

import io

import pikepdf
import pytest

from goldthread.rendering.document import (
    Column,
    Heading,
    PageBreak,
    Table,
    light,
    number,
    paragraph,
    words,
)
from goldthread.rendering.layout import column_widths, contents_depth, stands_whole, together
from goldthread.rendering.to_pdf import to_pdf
from tests.rendering.builders import TYPICAL, a_document, a_table
from tests.rendering.tagged_pdf import Tag, read


@pytest.fixture(scope="module")
def root() -> Tag:
    return read(to_pdf(TYPICAL))[1]


def test_the_contents_list_is_tagged_and_names_the_chapters(root: Tag) -> None:
    listed = " ".join(entry.text for entry in root.all("TOCI"))

    assert all(chapter in listed for chapter in ("Introduction", "Performance", "Appendix: symbols"))


def test_a_long_report_lists_its_chapters_only_so_that_the_contents_stay_on_a_page() -> None:
    blocks = tuple(Heading(level=1 + (place % 30 > 0), text=f"Section {place}") for place in range(120))

    root = read(to_pdf(a_document(blocks=blocks)))[1]

    assert contents_depth(a_document(blocks=blocks)) == 1
    assert len(list(root.all("TOCI"))) == 4


def test_the_title_is_shown_once_above_all_headings(root: Tag) -> None:
    shown = [tag for tag in root.all("Title", "H1", "H2", "H3", "P") if TYPICAL.title in tag.text]

    assert [tag.kind for tag in shown] == ["Title"]


def test_all_text_stands_in_an_element_that_says_what_it_is(root: Tag) -> None:
    document = next(root.all("Document"))

    assert {tag.kind for tag in document.children} <= {
        "Title", "P", "L", "H1", "H2", "H3", "H4", "TOC", "Figure", "Table", "Div",
    }  # fmt: skip


def test_links_inside_and_outside_say_where_they_lead() -> None:
    pdf, _ = read(to_pdf(TYPICAL))
    notes = [note for page in pdf.pages for note in page.get("/Annots", [])]
    addresses = {str(note.A.URI) for note in notes if "/A" in note and "/URI" in note.A}

    assert addresses == {"https://council.example/definitions"}
    assert all("/Contents" in note for note in notes)


def test_page_breaks_make_no_blank_page() -> None:
    blocks = (Heading(level=1, text="One"), paragraph("Text."), PageBreak(), PageBreak(), paragraph("More."))

    with pikepdf.open(io.BytesIO(to_pdf(a_document(blocks=blocks)))) as pdf:
        assert len(pdf.pages) == 2


def test_a_heading_and_its_few_paragraphs_stand_together_but_a_long_text_may_break() -> None:
    short = (Heading(level=1, text="One"), paragraph("Short."), paragraph("Short too."))
    long = (Heading(level=1, text="Two"), paragraph("Long. " * 400))

    assert [len(run) for run in together((*short, *long))] == [3, 1, 1]


def test_no_light_and_no_reference_is_broken_over_two_lines() -> None:
    table = Table(
        caption="Measures",
        columns=(Column(heading="Ref", width=0.1), Column(heading="Measure", width=50), Column(heading="Progress")),
        rows=((words("PED01 01"), words("A long measure " * 9), words(light("progress", "red"))),),
    )

    reference, _, progress = (share * 510 for share in column_widths(table))

    assert reference > 8 * 4.4
    assert progress > 15 * 4.4


def test_widths_take_the_whole_line_and_no_more() -> None:
    many = Table(
        caption="Many columns",
        columns=tuple(Column(heading=f"Column with a long heading {place}") for place in range(20)),
        rows=(tuple(number(a_table().rows[0][2].value) for _ in range(20)),),  # type: ignore[union-attr]
    )

    assert sum(column_widths(many)) == pytest.approx(1)
    assert sum(column_widths(a_table())) == pytest.approx(1)


def test_a_small_table_stands_on_one_page_and_a_long_one_may_break() -> None:
    assert stands_whole(a_table())
    assert not stands_whole(a_table(rows=a_table().rows * 40))
