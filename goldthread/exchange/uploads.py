"""What may be uploaded, and how it is read: by a child process with limits, from a name of our own."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from goldthread.domain.papers import Paper
from goldthread.exchange.paper_json import PAPER
from goldthread.exchange.upload_child import CANNOT_BE_READ, MOST_SECONDS, Line

LARGEST = 10 * 1024 * 1024
LARGEST_TEXT = "10 MB"
UPLOADS_AN_HOUR = 20
_ZIP, _OLE, _PDF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"%PDF-"
_OFFICE = "application/vnd.openxmlformats-officedocument"


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: its media type, and the bytes that it begins with; none for text."""

    media_type: str
    magic: bytes = b""


FORMATS: Mapping[str, Format] = {
    "docx": Format(f"{_OFFICE}.wordprocessingml.document", _ZIP),
    "pdf": Format("application/pdf", _PDF),
    "xlsx": Format(f"{_OFFICE}.spreadsheetml.sheet", _ZIP),
    "xls": Format("application/vnd.ms-excel", _OLE),
    "ods": Format("application/vnd.oasis.opendocument.spreadsheet", _ZIP),
    "csv": Format("text/csv"),
    "html": Format("text/html"),
    "htm": Format("text/html"),
    "md": Format("text/markdown"),
    "txt": Format("text/plain"),
}


class Refused(ValueError):
    """A file that is not taken in; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Read:
    """What was read in a file, and its lines with their places."""

    paper: Paper
    lines: tuple[Line, ...]


def format_of(*, name: str, content: bytes) -> str:
    """The format of a file by its name's ending, which its first bytes must bear out.

    Raises: Refused when the file is empty, too large, of no kind that is read, or of another kind than it says.

    >>> format_of(name="Quarter 3.TXT", content=b"Report")
    'txt'
    """
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    if ending not in FORMATS:
        raise Refused(f"The file must be one of: {', '.join(FORMATS)}")
    if not content:
        raise Refused("The file is empty")
    if len(content) > LARGEST:
        raise Refused(f"The file must be {LARGEST_TEXT} or smaller")
    magic = FORMATS[ending].magic
    if not content.startswith(magic) or (not magic and b"\x00" in content and not _is_utf_16(content)):
        raise Refused(f"The file is named .{ending}, but its content is of another kind. Save it again as .{ending}")
    return ending


def _is_utf_16(content: bytes) -> bool:
    return content[:2] in {b"\xff\xfe", b"\xfe\xff"}


def shown_name(name: str) -> str:
    """A file's name for display and for a download: its last part, of plain characters, never a path.

    >>> shown_name("C:\\\\Papers\\\\Q3: report (final).docx"), shown_name("../../etc/passwd")
    ('Q3 report (final).docx', 'passwd')
    """
    last = re.split(r"[/\\]", name)[-1]
    plain = " ".join(re.sub(r"[^\w .()&+,-]", "", last).split()).lstrip(".")
    return (plain or "paper")[-200:]


def read_upload(content: bytes, *, format: str) -> Read:
    """What a file says, read by a child process that can take no more than its memory and its minute.

    Raises: Refused with the reason when it can't be read.
    """
    data = json.loads(run_child("upload_child", content, format=format))
    return Read(paper=PAPER.validate_python(data["paper"]), lines=tuple(tuple(line) for line in data["lines"]))


def run_child(module: str, content: bytes, *, format: str) -> bytes:
    """What one of our child processes prints about a file, which it finds under a name of our own.

    Raises: Refused with the reason when it can't be read.
    """
    with tempfile.TemporaryDirectory(prefix="goldthread-upload-") as folder:
        path = Path(folder) / f"paper.{format}"
        path.write_bytes(content)
        try:
            done = subprocess.run(  # noqa: S603  # a module of ours and a path of our own making
                [sys.executable, "-m", f"goldthread.exchange.{module}", str(path)],
                capture_output=True,
                check=False,
                timeout=MOST_SECONDS + 10,
                env=_bare_environment(folder),
                cwd=folder,
            )
        except subprocess.TimeoutExpired as problem:
            raise Refused("The file takes too long to read. Split it, or save it in another format") from problem
    if done.returncode == CANNOT_BE_READ:
        reason = done.stdout.decode(errors="replace").strip().replace(f"{folder}/", "")
        raise Refused(f"The file cannot be read: {reason[:300]}")
    if done.returncode != 0:
        raise Refused("The file cannot be read: it may be damaged. Open it, save it again, and upload that")
    return done.stdout


def _bare_environment(folder: str) -> dict[str, str]:
    """No variable of ours reaches the child but where Python and this package are."""
    package = str(Path(__file__).resolve().parents[2])
    inherited = {name: os.environ[name] for name in ("PATH", "LANG", "LC_ALL") if name in os.environ}
    return inherited | {"PYTHONPATH": package, "PYTHONUTF8": "1", "TMPDIR": folder, "HOME": folder}
