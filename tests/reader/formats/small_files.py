"""Small files of every format, made by code."""

import io
import zipfile
from collections.abc import Mapping

import docx
import typst
import xlsxwriter
from PIL import Image

OFFICE = "urn:oasis:names:tc:opendocument:xmlns:"


def a_docx() -> bytes:
    document = docx.Document()
    document.add_heading("Progress", level=1)
    document.add_paragraph("Twelve homes were let.")
    document.add_paragraph("Let the rest", style="List Bullet")
    table = document.add_table(rows=2, cols=2)
    for row, texts in zip(table.rows, (("Measure", "Figure"), ("Homes let", "12")), strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    return saved_docx(document)


def saved_docx(document: "docx.document.Document") -> bytes:
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def an_xlsx() -> bytes:
    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as workbook:
        sheet = workbook.add_worksheet("Figures")
        sheet.write_row("A1", ["Measure", "Figure"])
        sheet.write_row("A2", ["Homes let", 12])
    return target.getvalue()


def an_ods() -> bytes:
    cells = "".join(
        f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'
        for text in ("Let", "12")
    )
    content = (
        f'<office:document-content xmlns:office="{OFFICE}office:1.0" xmlns:table="{OFFICE}table:1.0" '
        f'xmlns:text="{OFFICE}text:1.0">'
        f'<office:body><office:spreadsheet><table:table table:name="Figures">'
        f"<table:table-row>{cells}</table:table-row></table:table>"
        "</office:spreadsheet></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    return packed({"mimetype": kind, "META-INF/manifest.xml": "<manifest/>", "content.xml": content})


def a_pdf(source: str = "= Progress\nTwelve homes were let.\n#table(columns: 2)[Measure][Figure][Let][12]") -> bytes:
    made = typst.compile(source.encode())
    assert isinstance(made, bytes)
    return made


def a_html() -> bytes:
    return (
        b"<!doctype html><html><body><h1>Progress</h1><p>Twelve <b>homes</b> were let.</p>"
        b"<ul><li>Let the rest</ul><table><tr><th>Measure<th>Figure<tr><td colspan=2>Homes let</table></body></html>"
    )


def a_csv() -> bytes:
    return "Measure,Figure,Cost\nHomes let,12,£3\nHomes empty,4,£0\n".encode()


def a_text() -> bytes:
    return b"# Progress\n\nTwelve homes were let.\n\n- Let the rest\n\nMeasure\tFigure\nHomes let\t12\n"


def a_picture(colour: str) -> io.BytesIO:
    target = io.BytesIO()
    Image.new("RGB", (20, 20), colour).save(target, "PNG")
    target.seek(0)
    return target


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return target.getvalue()


def with_parts(content: bytes, parts: Mapping[str, str | bytes]) -> bytes:
    """A packed file with some of its parts replaced or added."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return packed({name: package.read(name) for name in package.namelist()} | dict(parts))


def part_of(content: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return package.read(name).decode()
