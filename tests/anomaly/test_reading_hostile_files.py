"""A file made to harm, or broken, is refused with a reason and a remedy, or read; nothing of it runs."""

import io
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from goldthread.domain.papers import Where
from goldthread.reader.blocks import BlockDocument, Table
from goldthread.reader.reading import Unreadable, blocks_of
from tests.reader.formats import small_files

LAUGHS = (
    "<!DOCTYPE l [<!ENTITY a '"
    + "ha" * 50
    + "'>"
    + "".join(f"<!ENTITY {chr(ord(name) + 1)} '{f'&{name};' * 20}'>" for name in "abcdefgh")
    + "]>"
)
SHEET = "xl/worksheets/sheet1.xml"


def with_doctype(part: str, doctype: str, *, old: str, new: str) -> str:
    head, _, rest = part.partition("?>")
    return f"{head}?>{doctype}{rest.replace(old, new)}"


def an_encrypted_pdf() -> bytes:
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(small_files.a_pdf())) as opened:
        opened.save(target, encryption=pikepdf.Encryption(owner="kept", user="shut"))
    return target.getvalue()


def an_encrypted_package() -> bytes:
    content = bytearray(small_files.an_xlsx())
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(mark)
        while at >= 0:
            content[at + place] |= 1
            at = content.find(mark, at + 4)
    return bytes(content)


def an_old_office_file(stream: str) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + stream.encode("utf-16-le") + bytes(1000)


def a_sheet(rows: str) -> bytes:
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return small_files.with_parts(
        small_files.an_xlsx(),
        {SHEET: f'<worksheet xmlns="{main}"><dimension ref="A1"/><sheetData>{rows}</sheetData></worksheet>'},
    )


def far_cells() -> bytes:
    first = '<row r="1"><c r="A1"><v>1</v></c></row>'
    return a_sheet(first + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')


def lying_strings() -> bytes:
    strings = small_files.part_of(small_files.an_xlsx(), "xl/sharedStrings.xml")
    lying = strings.replace('uniqueCount="3"', 'uniqueCount="4000000000"')
    assert lying != strings
    return small_files.with_parts(small_files.an_xlsx(), {"xl/sharedStrings.xml": lying})


def a_giant_cell() -> bytes:
    return a_sheet(f'<row r="1"><c r="A1" t="inlineStr"><is><t>{"a" * 60_000_000}</t></is></c></row>')


def docx_that_laughs() -> bytes:
    name = "word/document.xml"
    part = small_files.part_of(small_files.a_docx(), name)
    return small_files.with_parts(
        small_files.a_docx(), {name: with_doctype(part, LAUGHS, old="Twelve homes were let.", new="&i;")}
    )


def xlsx_that_laughs() -> bytes:
    name = "xl/sharedStrings.xml"
    part = small_files.part_of(small_files.an_xlsx(), name)
    return small_files.with_parts(
        small_files.an_xlsx(), {name: with_doctype(part, LAUGHS, old="Homes let", new="&i;")}
    )


def a_zip_bomb() -> bytes:
    return small_files.with_parts(small_files.a_docx(), {"word/media/bomb.png": bytes(150_000_000)})


def nested_docx(depth: int = 2_000) -> bytes:
    name = "word/document.xml"
    part = small_files.part_of(small_files.a_docx(), name)
    opening, closing = "<w:tbl><w:tr><w:tc>" * depth, "</w:tc></w:tr></w:tbl>" * depth
    body = part.index("<w:body>") + len("<w:body>")
    return small_files.with_parts(
        small_files.a_docx(),
        {name: f"{part[:body]}{opening}<w:p><w:r><w:t>deep</w:t></w:r></w:p>{closing}{part[body:]}"},
    )


REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty.pdf": (lambda: b"", "it is empty"),
    "blank.txt": (lambda: b" \r\n\t\n", "it is empty"),
    "cut.docx": (lambda: small_files.a_docx()[:9_000], "damaged"),
    "cut.xlsx": (lambda: small_files.an_xlsx()[:2_000], "damaged"),
    "cut.pdf": (lambda: small_files.a_pdf()[:200], "damaged"),
    "shut.pdf": (an_encrypted_pdf, "it has a password. Save it without a password."),
    "shut.zip.xlsx": (an_encrypted_package, "it is encrypted. Save it without a password."),
    "shut.xlsx": (lambda: an_old_office_file("EncryptedPackage"), "it has a password. Save it without a password."),
    "old.doc": (lambda: an_old_office_file("WordDocument"), "Open it in Word and save it as .docx."),
    "old.xls": (lambda: an_old_office_file("Workbook"), "no workbook that opens"),
    "bomb.docx": (a_zip_bomb, "which no paper needs"),
    "giant.xlsx": (a_giant_cell, "which no paper needs"),
    "far.xlsx": (far_cells, "Open it in its own program"),
    "strings.xlsx": (lying_strings, "Open it in its own program"),
    "nested.html": (lambda: b"<html>" + b"<table><tr><td>" * 10_000, "nested"),
    "nested.docx": (nested_docx, "Word"),
    "noise.bin": (lambda: bytes(range(256)) * 8, "of a kind nobody here knows"),
    "named.pdf": (small_files.a_text, "it is no pdf file, whatever its name says"),
    "other.zip": (lambda: small_files.packed({"a.txt": "a"}), "a packed file of a kind nobody here knows"),
    "wide.txt": (lambda: b"a" * 6_000_000, "one line of it has 6,000,000 characters"),
    "long.txt": (lambda: b"a\n" * 300_000, "lines. Split it into parts."),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_hostile_file_is_refused_with_its_name_a_reason_and_a_remedy(tmp_path: Path, name: str) -> None:
    make, words = REFUSED[name]
    path = tmp_path / name
    path.write_bytes(make())

    with pytest.raises(Unreadable) as refused:
        blocks_of(path)

    assert str(refused.value).startswith(f"{name} can't be read: ")
    assert words in str(refused.value)
    assert refused.value.remedy.endswith(".")


def test_a_file_over_the_limit_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "large.pdf"
    with path.open("wb") as target:
        target.truncate(60_000_000)

    with pytest.raises(Unreadable, match="it has 60 MB, the limit is 50 MB. Split it"):
        blocks_of(path)


def test_a_file_that_is_not_there_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="gone.pdf can't be read: No such file"):
        blocks_of(tmp_path / "gone.pdf")


@pytest.mark.parametrize("make", [docx_that_laughs, xlsx_that_laughs])
def test_entities_that_multiply_are_never_expanded(tmp_path: Path, make: Callable[[], bytes]) -> None:
    path = tmp_path / "laughs"
    path.write_bytes(make())

    assert "haha" not in read_or_refused(path)


@pytest.mark.parametrize("kind", ["docx", "xlsx", "html"])
def test_an_external_entity_is_never_read(tmp_path: Path, kind: str) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the-secret")
    doctype = f'<!DOCTYPE x [<!ENTITY s SYSTEM "{secret.as_uri()}">]>'
    whole, part, old = {
        "docx": (small_files.a_docx(), "word/document.xml", "Twelve homes were let."),
        "xlsx": (small_files.an_xlsx(), "xl/sharedStrings.xml", "Homes let"),
        "html": (small_files.a_html(), "", ""),
    }[kind]
    path = tmp_path / f"entity.{kind}"
    if part:
        changed = with_doctype(small_files.part_of(whole, part), doctype, old=old, new="&s;")
        path.write_bytes(small_files.with_parts(whole, {part: changed}))
    else:
        path.write_bytes(doctype.encode() + b"<html><body><p>A &s; B</p></body></html>")

    assert "the-secret" not in read_or_refused(path)


def test_a_pdf_page_without_text_is_named_in_the_notes(tmp_path: Path) -> None:
    path = tmp_path / "scan.pdf"
    path.write_bytes(small_files.a_pdf("Words.\n#pagebreak()\n#rect()"))

    assert blocks_of(path).notes == ("Page 2 has no text: a scan, perhaps, which is not read.",)


def test_a_pdf_with_a_broken_stream_is_read_with_a_note_or_refused(tmp_path: Path) -> None:
    content = small_files.a_pdf()
    at = content.index(b"stream\n") + 7
    path = tmp_path / "broken.pdf"
    path.write_bytes(content[:at] + b"\xff" * 60 + content[at + 60 :])

    assert read_or_refused(path)


@pytest.mark.parametrize(
    ("name", "make", "part"),
    [
        ("macros.docm", small_files.a_docx, "word/vbaProject.bin"),
        ("macros.xlsm", small_files.an_xlsx, "xl/vbaProject.bin"),
    ],
)
def test_a_file_with_macros_is_read_and_they_are_left_alone(
    tmp_path: Path, name: str, make: Callable[[], bytes], part: str
) -> None:
    path = tmp_path / name
    path.write_bytes(small_files.with_parts(make(), {part: b"Sub AutoOpen(): Shell: End Sub"}))

    words = read_or_refused(path)

    assert "Homes let" in words
    assert "AutoOpen" not in words


def test_the_place_of_a_far_row_is_kept_when_its_sheet_is_narrow(tmp_path: Path) -> None:
    path = tmp_path / "low.xlsx"
    path.write_bytes(a_sheet('<row r="90000"><c r="C90000"><v>7</v></c></row>'))

    (table,) = (block for block in blocks_of(path).blocks if isinstance(block, Table))

    assert table.rows[0].cells[0].where == Where(file="low.xlsx", line=90_000, cell="Figures!C90000")


def read_or_refused(path: Path) -> str:
    """What a file holds, or the reason why it is refused: any other exception fails the test."""
    try:
        return str(words_of(blocks_of(path)))
    except Unreadable as problem:
        return str(problem)


def words_of(document: BlockDocument) -> list[str]:
    tables = (block for block in document.blocks if isinstance(block, Table))
    others = [block.text for block in document.blocks if not isinstance(block, Table)]
    return [*others, *(cell.text for table in tables for row in table.rows for cell in row.cells), *document.notes]
