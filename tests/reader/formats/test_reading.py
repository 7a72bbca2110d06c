"""What a file is, its content says; its name decides nothing that the content can."""

from collections.abc import Callable
from pathlib import Path

import pytest

from goldthread.reader.reading import Unreadable, blocks_of, read
from tests.reader.formats import small_files

KINDS: dict[str, tuple[Callable[[], bytes], str]] = {
    "word": (small_files.a_docx, "docx"),
    "excel": (small_files.an_xlsx, "spreadsheet"),
    "opendocument": (small_files.an_ods, "spreadsheet"),
    "pdf": (small_files.a_pdf, "pdf"),
    "html": (small_files.a_html, "html"),
    "text": (small_files.a_text, "text"),
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("ending", [".txt", "", ".htm"])
def test_the_content_decides_the_kind(tmp_path: Path, kind: str, ending: str) -> None:
    make, expected = KINDS[kind]
    if kind == "text" and ending == ".htm":
        expected = "html"  # words without a mark are whatever their name says
    path = tmp_path / f"paper{ending}"
    path.write_bytes(make())

    assert blocks_of(path).format == expected


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in ("text", "html")])
def test_a_wrong_name_of_an_office_file_does_not_matter(tmp_path: Path, kind: str) -> None:
    make, expected = KINDS[kind]
    path = tmp_path / "paper.csv"
    path.write_bytes(make())

    assert blocks_of(path).format == expected


@pytest.mark.parametrize("ending", ["pdf", "docx", "xlsx", "ods"])
def test_text_that_is_named_as_something_else_is_refused(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"paper.{ending}"
    path.write_bytes(small_files.a_text())

    with pytest.raises(Unreadable, match=f"paper.{ending} can't be read: it is no {ending} file"):
        blocks_of(path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_keeps_its_pounds_in_every_encoding(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "paper.txt"
    path.write_bytes("The cost of the homes is £12 – more than was planned.\n".encode(encoding))

    assert "£12 –" in str(blocks_of(path).blocks)


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="can't be read: Is a directory"):
        blocks_of(tmp_path)


def test_a_file_becomes_records(tmp_path: Path) -> None:
    path = tmp_path / "paper.docx"
    path.write_bytes(small_files.a_docx())

    assert read(path).file == "paper.docx"
