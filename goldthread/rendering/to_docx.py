"""The document as a Word file: real heading styles, repeating header rows, alternative text, a language.

Tables are written row by row as XML, because the library's cell-by-cell way takes several times as long.
"""

import io
import zipfile
from collections.abc import Iterator
from datetime import datetime, time
from typing import Any, Final
from xml.sax.saxutils import escape

import docx
from docx.document import Document as WordFile
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_BREAK
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph as WordParagraph

from goldthread.rendering.content import Emphasis, Strong
from goldthread.rendering.document import (
    Block,
    BulletList,
    Cell,
    Chart,
    Document,
    Heading,
    Inline,
    Item,
    Light,
    Link,
    Note,
    PageBreak,
    Paragraph,
    SummaryList,
    Table,
    Text,
    Words,
)
from goldthread.rendering.pictures import pictures

TEXT_WIDTH: Final = 10_000  # twentieths of a point between the margins of A4
TONES: Final = {
    "green": ("E4F3EB", "0A4F37"),
    "amber": ("FFF4DA", "5E3C00"),
    "red": ("FDEBE9", "82150F"),
    "grey": ("FFFFFF", "3D4A52"),
}
_STYLES: Final = (
    ("Title", 26),
    ("Subtitle", 13),
    ("Heading 1", 17),
    ("Heading 2", 14),
    ("Heading 3", 11.5),
    ("Heading 4", 10.5),
    ("Caption", 10),
    ("Intense Quote", 10.5),
)
_NAVY: Final = RGBColor(0x14, 0x30, 0x3F)


def to_docx(document: Document) -> bytes:
    """Return the report as a Word file; the same document always gives the same bytes.

    >>> from datetime import date
    >>> to_docx(Document(title="Report", author="Example Council", date=date(2024, 7, 15)))[:2]
    b'PK'
    """
    word = docx.Document()
    _set_up(word, document)
    word.add_paragraph(document.title, style="Title")
    for line in (document.subtitle, document.author):
        if line:
            word.add_paragraph(line, style="Subtitle")
    writer = _Writer(word, document)
    writer.items(document.summary)
    for block in document.blocks:
        writer.block(block)
    buffer = io.BytesIO()
    word.save(buffer)
    return _settled(buffer.getvalue())


def _set_up(word: WordFile, document: Document) -> None:
    made = datetime.combine(document.date, time(12))
    properties = word.core_properties
    properties.title, properties.author, properties.language = document.title, document.author, document.language
    properties.subject, properties.comments = document.identifier, document.description
    properties.created = properties.modified = made
    properties.last_modified_by = document.author
    properties.revision = 1
    for section in word.sections:
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(1.68)
        section.top_margin = section.bottom_margin = Cm(2)
        section.header.paragraphs[0].text = f"{document.author}: {document.title}"
        _page_number(section.footer.paragraphs[0], before=f"{document.identifier or document.title}, page ")
    _set_styles(word, language=document.language)


def _set_styles(word: WordFile, *, language: str) -> None:
    normal = word.styles["Normal"]
    normal.font.name, normal.font.size = "Arial", Pt(10.5)
    normal.paragraph_format.space_after = Pt(6)
    for run_properties in (normal.element.get_or_add_rPr(), *word.styles.element.iter(qn("w:rPr"))):
        for tag in run_properties.findall(qn("w:lang")):
            run_properties.remove(tag)
    lang = OxmlElement("w:lang")
    lang.set(qn("w:val"), language)
    normal.element.get_or_add_rPr().append(lang)
    for name, size in _STYLES:
        style = word.styles[name]
        style.font.name, style.font.size, style.font.color.rgb = "Arial", Pt(size), _NAVY
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
    small = word.styles.add_style("Table Text", WD_STYLE_TYPE.PARAGRAPH)
    small.base_style = normal
    small.font.size = Pt(8.5)
    small.paragraph_format.space_after = Pt(1)


def _page_number(paragraph: WordParagraph, *, before: str) -> None:
    paragraph.add_run(before)
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)


class _Writer:
    """Writes blocks to the end of a Word file."""

    def __init__(self, word: WordFile, document: Document) -> None:
        self._word = word
        self._anchors = iter(document.anchors())
        self._pictures = iter(pictures(list(document.charts())))
        self._bookmarks = 0

    def block(self, block: Block) -> None:
        """Write one block."""
        match block:
            case Heading():
                self._heading(block)
            case Paragraph():
                self._inlines(self._word.add_paragraph(), block.content)
            case Note():
                self._inlines(self._word.add_paragraph(style="Intense Quote"), block.content)
            case BulletList():
                for content in block.items:
                    self._inlines(self._word.add_paragraph(style="List Bullet"), content)
            case SummaryList():
                self.items(block.items)
            case PageBreak():
                self._word.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
            case Chart():
                self._chart(block)
            case Table():
                self._table(block)

    def items(self, items: tuple[Item, ...]) -> None:
        """Write labels and what they stand for, a paragraph each."""
        for entry in items:
            paragraph = self._word.add_paragraph()
            paragraph.add_run(f"{entry.label}: ").bold = True
            self._inlines(paragraph, entry.content)

    def _heading(self, block: Heading) -> None:
        paragraph = self._word.add_heading(level=block.level)
        self._bookmarks += 1
        for tag in ("w:bookmarkStart", "w:bookmarkEnd"):
            mark = OxmlElement(tag)
            mark.set(qn("w:id"), str(self._bookmarks))
            if tag == "w:bookmarkStart":
                mark.set(qn("w:name"), _bookmark(next(self._anchors)))
            paragraph._p.append(mark)
            if tag == "w:bookmarkStart":
                paragraph.add_run(block.text)

    def _inlines(self, paragraph: WordParagraph, content: tuple[Inline, ...]) -> None:
        for part in content:
            if isinstance(part, Link):
                paragraph._p.append(self._link(part, paragraph))
            else:
                paragraph._p.append(parse_xml(_run(part, namespaces=f" {nsdecls('w')}")))

    def _link(self, link: Link, paragraph: WordParagraph) -> Any:
        element = OxmlElement("w:hyperlink")
        if link.href.startswith("#"):
            element.set(qn("w:anchor"), _bookmark(link.href[1:]))
        else:
            key = paragraph.part.relate_to(link.href, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
            element.set(qn("r:id"), key)
        element.append(parse_xml(_run(Text(link.text), namespaces=f" {nsdecls('w')}", marks='<w:u w:val="single"/>')))
        return element

    def _chart(self, block: Chart) -> None:
        self._word.add_paragraph().add_run(block.sentence).bold = True
        picture = self._word.add_picture(io.BytesIO(next(self._pictures)), width=Cm(10.5))
        described = picture._inline.docPr
        described.set("descr", block.sentence)
        described.set("title", block.spec.title)
        self._table(block.table)

    def _table(self, table: Table) -> None:
        caption = self._word.add_paragraph(style="Caption")
        caption.paragraph_format.keep_with_next = True
        caption.add_run(table.caption)
        body = self._word.element.body
        body.insert(len(body) - 1, parse_xml("".join(_table_xml(table))))
        self._word.add_paragraph()


def _bookmark(anchor: str) -> str:
    """Return a bookmark's name: at most 40 characters, no hyphens."""
    return f"h_{anchor.replace('-', '_')}"[:40]


def _table_xml(table: Table) -> Iterator[str]:
    widths = _widths(table)
    yield (
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{TEXT_WIDTH}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/>'
        '<w:tblBorders><w:top w:val="nil"/><w:left w:val="nil"/><w:right w:val="nil"/><w:insideV w:val="nil"/>'
        '<w:bottom w:val="single" w:sz="4" w:color="D9DEE1"/><w:insideH w:val="single" w:sz="4" w:color="D9DEE1"/>'
        "</w:tblBorders>"
        '<w:tblCellMar><w:left w:w="50" w:type="dxa"/><w:right w:w="50" w:type="dxa"/></w:tblCellMar>'
        f'<w:tblLook w:firstRow="1" w:firstColumn="{int(table.row_headers)}" w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{escape(table.caption, _QUOTES)}"/></w:tblPr><w:tblGrid>'
    )
    yield from (f'<w:gridCol w:w="{width}"/>' for width in widths)
    yield "</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
    heads = (_run(Text(column.text), marks="<w:b/>") for column in table.columns)
    yield from (
        _cell_xml(head, width=width, numeric=column.numeric)
        for head, width, column in zip(heads, widths, table.columns, strict=True)
    )
    yield "</w:tr>"
    for row in table.rows:
        yield "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
        for cell, width, column in zip(row, widths, table.columns, strict=True):
            yield _cell_xml(_cell_runs(cell), width=width, numeric=column.numeric)
        yield "</w:tr>"
    yield "</w:tbl>"


_QUOTES: Final = {'"': "&quot;"}


def _widths(table: Table) -> list[int]:
    shares = [column.width or 1 for column in table.columns]
    return [round(TEXT_WIDTH * share / sum(shares)) for share in shares]


def _cell_xml(runs: str, *, width: int, numeric: bool) -> str:
    align = '<w:jc w:val="right"/>' if numeric else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="TableText"/>'
        f"{align}</w:pPr>{runs}</w:p></w:tc>"
    )


def _cell_runs(cell: Cell) -> str:
    if isinstance(cell, Words):
        return "".join(_run(part) for part in cell.content)
    return _run(Text(cell.text))


def _run(part: Inline, *, namespaces: str = "", marks: str = "") -> str:
    if isinstance(part, Light):
        fill, ink = TONES[part.tone]
        marks = f'<w:b/><w:color w:val="{ink}"/><w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'
    elif isinstance(part, Strong):
        marks = "<w:b/>"
    elif isinstance(part, Emphasis):
        marks = "<w:i/>"
    text = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in part.text.split("\n"))
    return f"<w:r{namespaces}><w:rPr>{marks}</w:rPr>{text}</w:r>"


def _settled(content: bytes) -> bytes:
    """Return the same package with the entries' clock times taken out, so that equal reports are equal files."""
    settled = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as source,
        zipfile.ZipFile(settled, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for entry in source.infolist():
            fixed = zipfile.ZipInfo(entry.filename, date_time=(1980, 1, 1, 0, 0, 0))
            fixed.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(fixed, source.read(entry))
    return settled.getvalue()
