"""A file in, its records out. Its content says what it is; what a program wrote is opened in a bounded child."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Final

from goldthread.domain.papers import Paper
from goldthread.reader.blocks import BlockDocument
from goldthread.reader.blocks_json import document_from
from goldthread.reader.from_csv import from_csv
from goldthread.reader.from_text import from_text
from goldthread.reader.limits import LARGEST, LONGEST_TEXT, MOST_LINES, SECONDS
from goldthread.reader.recognise import recognise
from goldthread.reader.unreadable import Unreadable

__all__ = ["Unreadable", "blocks_of", "read"]

ENCODINGS: Final = ("cp1252", "mac_roman", "cp850", "utf_16_le", "utf_16_be")
"""What a British office writes where it does not write UTF-8: any other guess turns £ into a letter."""
_KNOWN: Final = "Word (.docx), PDF, HTML, Excel or OpenDocument sheets, CSV, Markdown and plain text are read"
_OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML: Final = (
    b"<!doctype html",
    b"<html",
    b"<head",
    b"<body",
    b"<table",
    b"<h1",
    b"<div",
    b"<p>",
    b"<ul",
    b"<section",
)


def read(path: Path) -> Paper:
    """The records of one file.

    Raises: Unreadable, which names the file, what is wrong with it, and what to do.
    """
    return recognise(blocks_of(path))


def blocks_of(path: Path) -> BlockDocument:
    """One file as blocks.

    Raises: Unreadable.
    """
    content = _content(path)
    kind = _kind_of(content, name=path.name)
    if kind in ("text", "csv"):
        text = _decoded(content, file=path.name)
        _require_sound_text(text, file=path.name)
        return from_csv(text, file=path.name) if kind == "csv" else from_text(text, file=path.name)
    return _in_a_child(path, kind=kind)


def _content(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise Unreadable(
                path.name,
                why=f"it has {size / 1_000_000:,.0f} MB, the limit is {LARGEST // 1_000_000} MB",
                remedy="Split it, or save its pictures smaller.",
            )
        content = path.read_bytes()
    except OSError as problem:
        raise Unreadable(
            path.name, why=problem.strerror or str(problem), remedy="Check its name and place."
        ) from problem
    if not content.strip():
        raise Unreadable(path.name, why="it is empty", remedy="Name the file that holds the paper.")
    return content


def _kind_of(content: bytes, *, name: str) -> str:
    start = content[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if b"%PDF-" in content[:1024]:
        return "pdf"
    if content.startswith(b"PK"):
        return _kind_of_package(content, name=name)
    if content.startswith(_OLD_OFFICE):
        return _kind_of_old_office(content, name=name)
    if start.lower().startswith(_HTML) or (start.startswith(b"<") and b"<html" in content[:4096].lower()):
        return "html"
    if b"\0" in content[:4096] and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Unreadable(name, why="it is of a kind nobody here knows", remedy=f"{_KNOWN}.")
    if name.lower().endswith((".csv", ".tsv")):
        return "csv"
    if name.lower().endswith((".pdf", ".docx", ".xlsx", ".xlsb", ".xls", ".ods")):
        ending = name.rpartition(".")[2]
        raise Unreadable(name, why=f"it is no {ending} file, whatever its name says", remedy=f"{_KNOWN}.")
    return "html" if name.lower().endswith((".html", ".htm")) else "text"


def _kind_of_package(content: bytes, *, name: str) -> str:
    import io

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            names = set(package.namelist())
            encrypted = any(part.flag_bits & 1 for part in package.infolist())
            manifest = package.read("META-INF/manifest.xml")[:100_000] if "META-INF/manifest.xml" in names else b""
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, RuntimeError, EOFError) as problem:
        raise Unreadable(
            name, why="it is damaged or cut short", remedy="Open it in its own program and save it again."
        ) from problem
    except Exception as problem:  # zlib and lzma have errors of their own
        raise Unreadable(
            name, why="it is damaged", remedy="Open it in its own program and save it again."
        ) from problem
    if encrypted or b"encryption-data" in manifest:
        raise Unreadable(name, why="it is encrypted", remedy="Save it without a password.")
    if "word/document.xml" in names:
        return "docx"
    if any(each.startswith("xl/") for each in names) or "content.xml" in names:
        return "spreadsheet"
    raise Unreadable(name, why="it is a packed file of a kind nobody here knows", remedy=f"{_KNOWN}.")


def _kind_of_old_office(content: bytes, *, name: str) -> str:
    marks = content[:200_000]
    if (
        "EncryptedPackage".encode("utf-16-le") in marks
        or "EncryptedPackage".encode("utf-16-le") in content[-200_000:]
    ):
        raise Unreadable(name, why="it has a password", remedy="Save it without a password.")
    if "WordDocument".encode("utf-16-le") in content:
        raise Unreadable(name, why="it is a Word file of before 2007", remedy="Open it in Word and save it as .docx.")
    return "spreadsheet"


def _decoded(content: bytes, *, file: str) -> str:
    for mark, name in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"", "utf-8-sig")):
        if content.startswith(mark):
            try:
                return content.decode(name)
            except UnicodeDecodeError:
                continue
    from charset_normalizer import from_bytes

    best = from_bytes(content[:200_000], cp_isolation=list(ENCODINGS)).best()
    try:
        return content.decode(best.encoding if best is not None else "cp1252")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def _require_sound_text(text: str, *, file: str) -> None:
    lines = text.count("\n") + 1
    if lines > MOST_LINES:
        raise Unreadable(file, why=f"it has {lines:,} lines", remedy="Split it into parts.")
    marks = sum(mark < " " and mark not in "\n\r\t\f\x0b" for mark in text[:100_000])
    if marks * 50 > min(len(text), 100_000):
        raise Unreadable(file, why="it is no text", remedy=f"{_KNOWN}.")
    longest = max((len(line) for line in text.split("\n")), default=0)
    if longest > LONGEST_TEXT:
        raise Unreadable(file, why=f"one line of it has {longest:,} characters", remedy="Check that it is text.")


def _in_a_child(path: Path, *, kind: str) -> BlockDocument:
    command = [sys.executable, "-I", "-m", "goldthread.reader.child", str(path.resolve()), kind, path.name]
    try:
        done = subprocess.run(command, capture_output=True, timeout=SECONDS * 1.5, check=False)  # noqa: S603  (our own module)
        answer = json.loads(done.stdout) if done.returncode == 0 else None
    except subprocess.TimeoutExpired:
        raise Unreadable(
            path.name, why=f"reading it took longer than {SECONDS * 1.5:.0f} seconds", remedy="Split it into parts."
        ) from None
    except ValueError:
        answer = None
    if answer is None:
        raise Unreadable(
            path.name, why="it is damaged, or made to harm", remedy="Open it in its own program and save it again."
        )
    if "unreadable" in answer:
        raise Unreadable(path.name, **answer["unreadable"])
    return document_from(answer["document"])
