"""A PDF is read page by page."""

import io

import pikepdf
import pytest

from goldthread.reader.blocks import BlockDocument, Table
from goldthread.reader.from_pdf import from_pdf
from goldthread.reader.unreadable import Unreadable
from tests.reader.formats import small_files


def read(source: str) -> BlockDocument:
    return from_pdf(small_files.a_pdf(source), file="q3.pdf")


def words(document: BlockDocument) -> list[tuple[str, int | None]]:
    return [(block.text, block.where.page) for block in document.blocks if not isinstance(block, Table)]


def test_every_block_knows_its_page() -> None:
    assert words(read("First words.\n#pagebreak()\nSecond words.")) == [("First words.", 1), ("Second words.", 2)]


def test_the_cells_of_a_ruled_table_are_found() -> None:
    (table,) = (
        block
        for block in read("#table(columns: 3)[Measure][Target][Figure][Homes let][10][12][Homes empty][5][4]").blocks
    )

    assert isinstance(table, Table)
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Measure", "Target", "Figure"],
        ["Homes let", "10", "12"],
        ["Homes empty", "5", "4"],
    ]


def test_pages_without_text_are_named() -> None:
    assert read("#rect()\n#pagebreak()\nWords.\n#pagebreak()\n#rect()").notes == (
        "Pages 1, 3 have no text: a scan, perhaps, which is not read.",
    )


def test_a_password_is_named_and_so_is_the_remedy() -> None:
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(small_files.a_pdf())) as opened:
        opened.save(target, encryption=pikepdf.Encryption(owner="kept", user="shut"))

    with pytest.raises(Unreadable, match="q3.pdf can't be read: it has a password. Save it without a password."):
        from_pdf(target.getvalue(), file="q3.pdf")


def test_what_is_no_pdf_is_refused() -> None:
    with pytest.raises(Unreadable, match="it is damaged or cut short"):
        from_pdf(b"%PDF-1.7\nno more", file="q3.pdf")
