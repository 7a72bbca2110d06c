"""A Word file is read in the order of its page, with merged cells, shading, pictures and nested tables."""

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from goldthread.reader.blocks import BlockDocument, Heading, ListItem, Paragraph, Picture, Table
from goldthread.reader.from_docx import from_docx
from tests.reader.formats import small_files


def read(document: "docx.document.Document") -> BlockDocument:
    return from_docx(small_files.saved_docx(document), file="q3.docx")


def table_of(document: BlockDocument) -> Table:
    (table,) = (block for block in document.blocks if isinstance(block, Table))
    return table


def test_headings_paragraphs_lists_and_tables_come_in_their_order() -> None:
    document = from_docx(small_files.a_docx(), file="q3.docx")

    assert [type(block) for block in document.blocks] == [Heading, Paragraph, ListItem, Table]


def test_a_heading_has_its_level_and_a_title_the_highest() -> None:
    made = docx.Document()
    made.add_heading("The paper", level=0)
    made.add_heading("A part", level=3)

    assert [(each.text, each.level) for each in read(made).blocks if isinstance(each, Heading)] == [
        ("The paper", 1),
        ("A part", 3),
    ]


def test_a_paragraph_is_bold_only_where_all_of_it_is() -> None:
    made = docx.Document()
    made.add_paragraph().add_run("All of it").bold = True
    half = made.add_paragraph()
    half.add_run("Half").bold = True
    half.add_run(" of it")

    assert [each.bold for each in read(made).blocks if isinstance(each, Paragraph)] == [True, False]


def test_a_merged_cell_stands_once_and_says_what_it_covers() -> None:
    made = docx.Document()
    table = made.add_table(rows=3, cols=3)
    for number, cell in enumerate(table._cells):
        cell.text = str(number)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "across"
    table.cell(1, 0).merge(table.cell(2, 0)).text = "down"

    rows = table_of(read(made)).rows

    assert [[(cell.text, cell.columns, cell.rows) for cell in row.cells] for row in rows] == [
        [("across", 2, 1), ("2", 1, 1)],
        [("down", 1, 2), ("4", 1, 1), ("5", 1, 1)],
        [("7", 1, 1), ("8", 1, 1)],
    ]


def test_the_shading_of_a_cell_is_its_shade() -> None:
    made = docx.Document()
    table = made.add_table(rows=1, cols=2)
    shading = parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="D4351C"/>')
    table.cell(0, 0)._tc.get_or_add_tcPr().append(shading)

    assert [cell.shade for cell in table_of(read(made)).rows[0].cells] == ["#d4351c", None]


def test_a_picture_in_a_cell_has_its_main_colour() -> None:
    made = docx.Document()
    cell = made.add_table(rows=1, cols=1).cell(0, 0)
    cell.paragraphs[0].add_run().add_picture(small_files.a_picture("#d4351c"))

    (picture,) = table_of(read(made)).rows[0].cells[0].pictures

    assert picture.colour == "#d03010"


def test_a_picture_on_its_own_is_a_block() -> None:
    made = docx.Document()
    made.add_picture(small_files.a_picture("white"))

    (picture,) = read(made).blocks

    assert isinstance(picture, Picture)
    assert picture.colour is None


def test_the_words_of_a_nested_table_belong_to_the_cell_around_it() -> None:
    made = docx.Document()
    cell = made.add_table(rows=1, cols=2).cell(0, 0)
    cell.text = "outer"
    cell.add_table(rows=1, cols=1).cell(0, 0).text = "inner"

    (row,) = table_of(read(made)).rows

    assert [each.text for each in row.cells] == ["outer\ninner", ""]


def test_a_page_break_turns_the_page() -> None:
    made = docx.Document()
    made.add_paragraph("first")
    made.add_page_break()
    made.add_paragraph("second")

    assert [(each.where.line, each.where.page) for each in read(made).blocks] == [(1, 1), (3, 2)]


def test_deleted_text_of_tracked_changes_is_left_out_and_inserted_text_read() -> None:
    made = docx.Document()
    element = made.add_paragraph("Let ")._p
    names = nsdecls("w")
    element.append(parse_xml(f"<w:del {names}><w:r><w:delText>ten</w:delText></w:r></w:del>"))
    element.append(parse_xml(f"<w:ins {names}><w:r><w:t>twelve</w:t></w:r></w:ins>"))

    assert [each.text for each in read(made).blocks if isinstance(each, Paragraph)] == ["Let twelve"]


def test_a_span_that_is_no_number_counts_as_one() -> None:
    made = docx.Document()
    cell = made.add_table(rows=1, cols=1).cell(0, 0)
    cell._tc.get_or_add_tcPr().append(parse_xml(f'<w:gridSpan {nsdecls("w")} w:val="²"/>'))

    assert table_of(read(made)).rows[0].cells[0].columns == 1


def test_hidden_text_is_left_out() -> None:
    made = docx.Document()
    paragraph = made.add_paragraph("Seen")
    paragraph.add_run(" unseen").font.hidden = True

    assert [each.text for each in read(made).blocks if isinstance(each, Paragraph)] == ["Seen"]


def test_a_list_marked_on_its_paragraph_has_its_depth() -> None:
    made = docx.Document()
    numbering = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="2"/><w:numId w:val="1"/></w:numPr>'
    made.add_paragraph("Deep")._p.get_or_add_pPr().append(parse_xml(numbering))

    (item,) = read(made).blocks

    assert isinstance(item, ListItem)
    assert item.depth == 2
