"""The process that opens one file: memory and time are bounded, what it read goes out as JSON, then it is gone."""

from __future__ import annotations

import json
import resource
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

from goldthread.reader.blocks import BlockDocument
from goldthread.reader.blocks_json import document_json
from goldthread.reader.limits import MEMORY, SECONDS, require_sound_package
from goldthread.reader.unreadable import Unreadable


def from_bytes(content: bytes, *, kind: str, file: str) -> BlockDocument:
    """The blocks of a file of this kind: docx, html, pdf or spreadsheet.

    Raises: Unreadable.
    """
    return _OPENERS[kind](content, file)


def main() -> None:
    """Read the file that the arguments name, and write what it holds, or why it can't be read, to standard output."""
    path, kind, file = sys.argv[1:4]
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        answer = {"document": document_json(from_bytes(Path(path).read_bytes(), kind=kind, file=file))}
    except Unreadable as problem:
        answer = {"unreadable": {"why": problem.why, "remedy": problem.remedy}}
    except (MemoryError, RecursionError):
        answer = {"unreadable": {"why": "it needs more memory than a paper does", "remedy": "Split it into parts."}}
    json.dump(answer, sys.stdout)


def _docx(content: bytes, file: str) -> BlockDocument:
    require_sound_package(content, file=file)
    from goldthread.reader.from_docx import from_docx

    return from_docx(content, file=file)


def _html(content: bytes, file: str) -> BlockDocument:
    from goldthread.reader.from_html import from_html

    return from_html(content, file=file)


def _pdf(content: bytes, file: str) -> BlockDocument:
    from goldthread.reader.from_pdf import from_pdf

    return from_pdf(content, file=file)


def _spreadsheet(content: bytes, file: str) -> BlockDocument:
    if content.startswith(b"PK"):
        require_sound_package(content, file=file)
    from goldthread.reader.from_sheets import from_sheets

    return from_sheets(content, file=file)


_OPENERS: Final[dict[str, Callable[[bytes, str], BlockDocument]]] = {
    "docx": _docx,
    "html": _html,
    "pdf": _pdf,
    "spreadsheet": _spreadsheet,
}

if __name__ == "__main__":
    main()
