"""The document as a Word file: real heading styles, repeating header rows, alternative text, a language.

The body is written as one piece of XML, because the library's paragraph-by-paragraph way takes several times as long;
styles, properties and the package are the library's.
"""

import io
import zipfile
from datetime import datetime, time
from typing import Final

import docx
from docx.document import Document as WordFile
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph as WordParagraph
from lxml import etree

from goldthread.rendering.document import Document
from goldthread.rendering.docx_body import Body
from goldthread.rendering.pictures import pictures

_LONGEST_PROPERTY: Final = 255  # letters that Word takes
_INK: Final = RGBColor(0x16, 0x23, 0x2B)
_NAVY: Final = RGBColor(0x14, 0x30, 0x3F)
_QUIET: Final = RGBColor(0x4B, 0x5A, 0x63)
_HEADINGS: Final = {
    "Title": (26, _NAVY),
    "Subtitle": (13, _QUIET),
    "TOC Heading": (14, _NAVY),
    "Heading 1": (17, _NAVY),
    "Heading 2": (14, _NAVY),
    "Heading 3": (11.5, _NAVY),
    "Heading 4": (10.5, _NAVY),
    "Caption": (10, _INK),
    "Intense Quote": (10.5, _INK),
}


def to_docx(document: Document) -> bytes:
    """Return the report as a Word file; the same document always gives the same bytes.

    >>> from datetime import date
    >>> to_docx(Document(title="Report", author="Example Council", date=date(2024, 7, 15)))[:2]
    b'PK'
    """
    word = docx.Document()
    _set_properties(word, document)
    _set_pages(word, document)
    _set_styles(word, language=document.language)
    body = Body(document, part=word.part, pictures=iter(pictures(list(document.charts()))))
    written = body.written(last=etree.tostring(word.element.body.sectPr, encoding="unicode"))
    word.element.replace(word.element.body, parse_xml(written))
    buffer = io.BytesIO()
    word.save(buffer)
    return _settled(buffer.getvalue())


def _set_properties(word: WordFile, document: Document) -> None:
    properties = word.core_properties
    properties.title, properties.language = document.title[:_LONGEST_PROPERTY], document.language
    properties.subject = document.identifier[:_LONGEST_PROPERTY]
    properties.comments = document.description[:_LONGEST_PROPERTY]
    properties.created = properties.modified = datetime.combine(document.date, time(12))
    properties.author = properties.last_modified_by = document.author[:_LONGEST_PROPERTY]
    properties.revision = 1


def _set_pages(word: WordFile, document: Document) -> None:
    for section in word.sections:
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(1.5)
        section.top_margin = section.bottom_margin = Cm(2)
        section.header.paragraphs[0].text = f"{document.author}: {document.title}"
        footer = section.footer.paragraphs[0]
        footer.add_run(f"{document.identifier or document.title}, page ")
        _field(footer, "PAGE")
        footer.add_run(" of ")
        _field(footer, "NUMPAGES")
    for name in ("Header", "Footer"):
        word.styles[name].font.size, word.styles[name].font.color.rgb = Pt(8.5), _QUIET


def _field(paragraph: WordParagraph, name: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    paragraph._p.append(field)


def _set_styles(word: WordFile, *, language: str) -> None:
    normal = word.styles["Normal"]
    normal.font.name, normal.font.size = "Arial", Pt(10.5)
    normal.paragraph_format.space_after = Pt(6)
    _set_language(word, language=language)
    for name, (size, colour) in _HEADINGS.items():
        style = word.styles[name]
        style.font.name, style.font.size, style.font.color.rgb = "Arial", Pt(size), colour
        style.font.italic = False
        properties = style.element.get_or_add_rPr()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            properties.get_or_add_rFonts().attrib.pop(qn(f"w:{theme}"), None)
        for spread in properties.findall(qn("w:spacing")):
            properties.remove(spread)
    word.styles["Caption"].paragraph_format.space_before = Pt(10)
    word.styles["Caption"].paragraph_format.space_after = Pt(4)
    for name, indent in (("toc 1", 0), ("toc 2", 12)):
        contents = word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=True)
        contents.element.set(qn("w:styleId"), name.upper().replace(" ", ""))
        contents.base_style = normal
        contents.font.size = Pt(9.5)
        contents.paragraph_format.left_indent, contents.paragraph_format.space_after = Pt(indent), Pt(0)
    small = word.styles.add_style("Table Text", WD_STYLE_TYPE.PARAGRAPH)
    small.base_style = normal
    small.font.size = Pt(8.5)
    small.paragraph_format.space_after = Pt(1)


def _set_language(word: WordFile, *, language: str) -> None:
    """Set the language where every style starts from, and nowhere else."""
    for properties in word.styles.element.iter(qn("w:rPr")):
        for tag in properties.findall(qn("w:lang")):
            properties.remove(tag)
    for properties in word.styles.element.iter(qn("w:rPr")):
        if properties.getparent().tag == qn("w:rPrDefault"):
            lang = OxmlElement("w:lang")
            lang.set(qn("w:val"), language)
            properties.append(lang)
    normal = OxmlElement("w:lang")
    normal.set(qn("w:val"), language)
    word.styles["Normal"].element.get_or_add_rPr().append(normal)


def _settled(content: bytes) -> bytes:
    """Return the same package with the entries' clock times taken out, so that equal reports are equal files."""
    settled = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as source,
        zipfile.ZipFile(settled, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for entry in source.infolist():
            fixed = zipfile.ZipInfo(entry.filename, date_time=(1980, 1, 1, 0, 0, 0))
            pressed = entry.filename.endswith((".png", ".jpeg"))
            fixed.compress_type = zipfile.ZIP_STORED if pressed else zipfile.ZIP_DEFLATED
            target.writestr(fixed, source.read(entry))
    return settled.getvalue()
