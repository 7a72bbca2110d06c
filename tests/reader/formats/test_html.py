"""An HTML page is read as a reader sees it."""

import pytest

from goldthread.reader.blocks import BlockDocument, Heading, ListItem, Paragraph, Picture, Table
from goldthread.reader.from_html import from_html


def read(source: str | bytes) -> BlockDocument:
    return from_html(source.encode() if isinstance(source, str) else source, file="q3.html")


def texts(source: str | bytes) -> list[str]:
    return [block.text for block in read(source).blocks if not isinstance(block, Table)]


def table_of(source: str) -> Table:
    (table,) = (block for block in read(source).blocks if isinstance(block, Table))
    return table


def test_headings_lists_and_paragraphs_come_in_their_order() -> None:
    blocks = read("<h2>Homes</h2><p>Twelve.</p><ul><li>One<ul><li>Two</ul></ul>").blocks

    assert [type(each) for each in blocks] == [Heading, Paragraph, ListItem, ListItem]
    assert [each.depth for each in blocks if isinstance(each, ListItem)] == [0, 1]
    assert [each.level for each in blocks if isinstance(each, Heading)] == [2]


@pytest.mark.parametrize("declared", ['<meta charset="windows-1252">', "", '<meta charset="nonsense">'])
def test_windows_1252_is_read_with_its_pounds_whatever_the_page_declares(declared: str) -> None:
    assert texts(f"<html>{declared}<p>£3m – “spent”</p>".encode("cp1252")) == ["£3m – “spent”"]


def test_a_page_that_declares_windows_but_is_utf_8_keeps_its_declared_encoding() -> None:
    assert texts('<html><meta charset="utf-8"><p>£3m'.encode()) == ["£3m"]


def test_spans_are_kept_and_nonsense_spans_count_as_one() -> None:
    (row,) = table_of("<table><tr><td colspan=2 rowspan=3>a<td colspan=0>b<td colspan=²>c<td rowspan=99999>d").rows

    assert [(cell.columns, cell.rows) for cell in row.cells] == [(2, 3), (1, 1), (1, 1), (1, 1000)]


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>x</script>",
        "<style>x</style>",
        '<p style="display: none">x</p>',
        "<span hidden>x</span>",
        "<template><p>x</p></template>",
        "<!-- x -->",
    ],
)
def test_what_a_reader_does_not_see_is_left_out_on_the_page_and_in_a_cell(hidden: str) -> None:
    assert texts(f"<p>seen</p>{hidden}") == ["seen"]
    assert table_of(f"<table><tr><td>seen {hidden}after</table>").rows[0].cells[0].text.split() == ["seen", "after"]


@pytest.mark.parametrize(
    ("attribute", "shade"),
    [
        ('style="background-color:#D4351C"', "#d4351c"),
        ('style="background: rgb(0, 112, 60)"', "#00703c"),
        ('bgcolor="#f00"', "#ff0000"),
        ('bgcolor="Green"', "#008000"),
        ('style="color: red"', None),
    ],
)
def test_the_background_of_a_cell_is_its_shade(attribute: str, shade: str | None) -> None:
    assert table_of(f"<table><tr><td {attribute}>x</table>").rows[0].cells[0].shade == shade


def test_a_header_cell_and_a_caption_are_known() -> None:
    table = table_of("<table><caption>Homes <b>let</b></caption><thead><tr><th>A<tbody><tr><td>1</table>")

    assert table.caption == "Homes let"
    assert [cell.header for row in table.rows for cell in row.cells] == [True, False]


def test_the_paragraphs_of_a_cell_stand_on_lines_and_a_nested_table_in_its_cell() -> None:
    table = table_of("<table><tr><td><p>one</p><p>two</p><table><tr><td>three</table></table>")

    assert [cell.text for row in table.rows for cell in row.cells] == ["one\ntwo\nthree"]


def test_a_picture_has_its_words_and_the_colour_its_class_names() -> None:
    blocks = read('<img alt="On track" class="light-green">').blocks

    assert [(each.text, each.colour) for each in blocks if isinstance(each, Picture)] == [("On track", "#008000")]


def test_lines_are_those_of_the_file() -> None:
    assert [each.where.line for each in read("<h1>A</h1>\n\n<p>B</p>").blocks] == [1, 3]
