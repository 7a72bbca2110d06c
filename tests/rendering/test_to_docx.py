"""The Word file as an officer and a screen reader meet it (ux check 35)."""

import io
import zipfile
from xml.sax.saxutils import unescape

import docx
import pytest
from docx.document import Document as WordFile
from docx.oxml.ns import qn

from goldthread.rendering.document import Link, paragraph
from goldthread.rendering.to_docx import to_docx
from tests.rendering.builders import TYPICAL, a_document


@pytest.fixture(scope="module")
def word() -> WordFile:
    return docx.Document(io.BytesIO(to_docx(TYPICAL)))


def test_headings_are_built_in_styles_that_begin_with_the_title_and_skip_no_level(word: WordFile) -> None:
    told = [
        (each.style.name, each.text)
        for each in word.paragraphs
        if each.style and each.style.name and each.style.name.startswith(("Title", "Heading"))
    ]

    expected = [(f"Heading {heading.level}", heading.text) for heading in TYPICAL.headings()]

    assert told == [("Title", TYPICAL.title), *expected]
    assert word.paragraphs[0].text == TYPICAL.title


def test_every_style_named_is_there(word: WordFile) -> None:
    used = {
        element.get(qn("w:val")) for element in word.element.iter(qn("w:pStyle"), qn("w:rStyle"), qn("w:tblStyle"))
    }

    assert used <= {style.style_id for style in word.styles}


def test_every_table_repeats_its_one_header_row_and_merges_no_cell(word: WordFile) -> None:
    tables = list(TYPICAL.tables())

    assert len(word.tables) == len(tables)
    for table, told in zip(tables, word.tables, strict=True):
        marked = [row._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in told.rows]
        assert marked == [True] + [False] * len(table.rows)
        assert [cell.text for cell in told.rows[0].cells] == [column.text for column in table.columns]
        assert list(told._tbl.iter(qn("w:gridSpan"), qn("w:vMerge"))) == []
        assert all(cell.text.strip() for row in told.rows for cell in row.cells)


def test_every_picture_has_its_sentence_as_alternative_text(word: WordFile) -> None:
    described = [
        each.get("descr")
        for each in word.element.iter("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr")
    ]

    assert described == [chart.sentence for chart in TYPICAL.charts()]
    assert list(word.element.iter(qn("w:txbxContent"))) == []


def test_every_drawing_and_bookmark_has_a_number_and_a_name_of_its_own(word: WordFile) -> None:
    drawings = [
        each.get("id")
        for each in word.element.iter("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr")
    ]
    bookmarks = [(each.get(qn("w:id")), each.get(qn("w:name"))) for each in word.element.iter(qn("w:bookmarkStart"))]

    assert len(set(drawings)) == len(drawings)
    assert len({number for number, _ in bookmarks}) == len({name for _, name in bookmarks}) == len(bookmarks)


def test_the_file_says_its_title_author_language_and_date(word: WordFile) -> None:
    properties = word.core_properties

    assert (properties.title, properties.author, properties.language) == (TYPICAL.title, TYPICAL.author, "en-GB")
    assert properties.created is not None
    assert properties.created.date() == TYPICAL.date
    languages = {each.get(qn("w:val")) for each in word.styles.element.iter(qn("w:lang"))}
    assert languages == {"en-GB"}


def test_links_lead_where_they_say(word: WordFile) -> None:
    links = list(word.element.iter(qn("w:hyperlink")))
    bookmarks = {each.get(qn("w:name")) for each in word.element.iter(qn("w:bookmarkStart"))}
    outside = {word.part.rels[key].target_ref for each in links if (key := each.get(qn("r:id")))}
    inside = {each.get(qn("w:anchor")) for each in links} - {None}

    assert "https://council.example/definitions" in outside
    assert inside
    assert inside <= bookmarks


def test_text_is_never_read_as_markup() -> None:
    markup = "<w:br/> & \"quoted\" 'too' ]]> &amp;"
    link = Link(markup, 'https://council.example/?a=1&b="2"')

    word = docx.Document(io.BytesIO(to_docx(a_document(blocks=(paragraph(markup, " ", link),)))))

    text = "".join(each.text for each in word.paragraphs[-1]._p.iter(qn("w:t")))
    assert text == f"{markup} {markup}"


def test_the_package_holds_no_clock_time_and_no_name_of_a_person() -> None:
    with zipfile.ZipFile(io.BytesIO(to_docx(TYPICAL))) as package:
        times = {entry.date_time for entry in package.infolist()}
        core = unescape(package.read("docProps/core.xml").decode())

    assert times == {(1980, 1, 1, 0, 0, 0)}
    assert "python-docx" not in core
