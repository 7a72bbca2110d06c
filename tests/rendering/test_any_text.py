"""Any text goes through every writer: nothing breaks, nothing is lost, nothing is run."""

import io
import re

import docx
import openpyxl
import pytest
from bs4 import BeautifulSoup
from docx.oxml.ns import qn
from hypothesis import example, given, settings
from hypothesis import strategies as st

from goldthread.rendering.charts import chart
from goldthread.rendering.document import (
    Absent,
    Column,
    Dataset,
    Document,
    Emphasis,
    Field,
    Heading,
    Link,
    Strong,
    Table,
    Text,
    bullets,
    note,
    paragraph,
    summary,
    words,
)
from goldthread.rendering.to_csv import to_csv
from goldthread.rendering.to_docx import to_docx
from goldthread.rendering.to_html import to_html
from goldthread.rendering.to_pdf import to_pdf
from goldthread.rendering.to_xlsx import to_xlsx
from goldthread.rendering.typeface import drawable
from tests.rendering.builders import LINE, TYPICAL, a_document
from tests.rendering.tagged_pdf import read

AWKWARD = [
    "plain",
    "\x00\x07\x1b[31mred\x7f",
    "a < b & c > \"d\" 'e' ]]> &amp; <!-- -->",
    '=HYPERLINK("http://evil.example")',
    "+1-1@SUM(A1)",
    "word" * 300,
    "עברית ומספר 123 ואז English",
    "مرحبا\u202e\u2066 بالعالم",
    "👩‍👩‍👧 🏴󠁧󠁢󠁷󠁬󠁳󠁿 𐍈 𝔘",
    "e\u0301\u0316 ﬁ ½ ŵ \u00a0 \u2003 \u200b",
    "line\r\nline\rline\u2028line\x85line\ttab",
    "\ud800\udfff\ufffe\uffff\U0001ffff",
    "_x0041_ ${x} {{ x }} {% x %} #let x = 1",
    "http://council.example/?a=1&b=2",
]
SOFT_HYPHEN = "\xad"
some_text = st.one_of(st.sampled_from(AWKWARD), st.text(max_size=60))


def a_document_of(text: str) -> Document:
    """Return a report that says this text in every place that a person's words can stand."""
    said = f"Begin {text} end"
    table = Table(
        caption=said,
        columns=(Column(heading="Name"), Column(heading=said, width=3)),
        rows=((words(said), words(Strong(said))), (words("Other"), Absent("x", said))),
    )
    return a_document(
        title=said,
        blocks=(
            Heading(level=1, text=said),
            paragraph(said, Emphasis(said), Link(said, "https://council.example/")),
            bullets(said),
            summary((said, said)),
            note(said),
            table,
            chart(LINE, sentence=said, caption="Figures"),
        ),
        datasets=(Dataset(name="Data", title=said, fields=(Field(heading="Text"),), rows=((said,), (text,))),),
        notes=(said,),
    )


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def said_once(text: str) -> str:
    return squeezed(Text(f"Begin {text} end").text)


@given(some_text)
@settings(max_examples=40)
def test_any_text_is_whole_in_the_page(text: str) -> None:
    page = BeautifulSoup(to_html(a_document_of(text)), "html5lib")

    assert [squeezed(each.get_text()) for each in page.select("h1, h2, li:not(nav li), caption, th[scope=row]")][
        :2
    ] == [said_once(text)] * 2
    assert squeezed(page.get_text()).count(said_once(text)) >= 10
    assert page.find_all("script") == []


@given(some_text)
@settings(max_examples=40)
@pytest.mark.filterwarnings("ignore")
def test_any_text_is_whole_in_word(text: str) -> None:
    word = docx.Document(io.BytesIO(to_docx(a_document_of(text))))

    told = squeezed("".join(each.text or "" for each in word.element.iter(qn("w:t"))))

    assert told.count(said_once(text)) >= 10
    assert said_once(text).startswith(squeezed(word.core_properties.title or "-"))


@given(some_text)
@settings(max_examples=40)
def test_any_text_is_whole_in_the_spreadsheet_and_never_run(text: str) -> None:
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx(a_document_of(text))))

    sheet = book["Data"]

    assert squeezed(str(sheet["A4"].value)) == said_once(text)
    assert squeezed(str(sheet["A1"].value)) == said_once(text)
    assert {cell.data_type for row in sheet for cell in row if cell.value is not None} == {"s"}


@given(some_text)
@settings(max_examples=40)
def test_any_text_is_in_the_pdf_by_letter_or_by_name(text: str) -> None:
    _, root = read(to_pdf(a_document_of(text)))

    told = squeezed(root.text).replace(SOFT_HYPHEN, "")

    assert told.count(squeezed(drawable(Text(f"Begin {text} end").text)).replace(SOFT_HYPHEN, "")) >= 8


@given(some_text)
@example("=1+1")
def test_any_text_is_one_cell_of_the_data_file(text: str) -> None:
    dataset = a_document_of(text).datasets[0]

    content = to_csv(dataset).decode()

    assert squeezed(content).count(squeezed(Text(f"Begin {text} end").text.replace('"', '""'))) == 1


def test_no_text_of_a_person_changes_what_stands_around_it() -> None:
    assert to_html(a_document_of("plain")).count(b"<h2") == to_html(a_document_of("<h2>")).count(b"<h2")
    assert TYPICAL.title in to_html(TYPICAL).decode()
