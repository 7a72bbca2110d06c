"""Files appear whole or not at all."""

from pathlib import Path

import pytest

from goldthread.exchange.files import NotWritten, write_files


def test_files_are_written_into_a_folder_that_is_made_for_them(tmp_path: Path) -> None:
    paths = write_files(tmp_path / "new" / "folder", {"a.txt": b"one", "b.txt": b"two"})

    assert [path.read_bytes() for path in paths] == [b"one", b"two"]
    assert sorted(path.name for path in (tmp_path / "new" / "folder").iterdir()) == ["a.txt", "b.txt"]


def test_an_existing_file_is_replaced(tmp_path: Path) -> None:
    write_files(tmp_path, {"a.txt": b"one"})

    write_files(tmp_path, {"a.txt": b"two"})

    assert (tmp_path / "a.txt").read_bytes() == b"two"


def test_where_one_file_cannot_be_written_none_is(tmp_path: Path) -> None:
    (tmp_path / "b.txt").mkdir()
    (tmp_path / "a.txt").write_bytes(b"before")

    with pytest.raises(NotWritten, match=r"can't be written: b.txt is a folder. Choose another folder with --out."):
        write_files(tmp_path, {"a.txt": b"after", "b.txt": b"after"})

    assert (tmp_path / "a.txt").read_bytes() == b"before"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "b.txt"]


def test_a_file_in_the_way_of_the_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")

    with pytest.raises(NotWritten, match=r"taken can't be written: File exists."):
        write_files(tmp_path / "taken", {"a.txt": b"one"})
