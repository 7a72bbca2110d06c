"""How much of a file is read, and what is looked at before anything opens it."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import Final

from goldthread.reader.unreadable import Unreadable

LARGEST: Final = 50_000_000
"""Bytes of a file."""
LARGEST_UNPACKED: Final = 200_000_000
"""Bytes of all parts of a packed file together."""
MOST_PARTS: Final = 5_000
MOST_TIMES: Final = 300
"""How many times larger than its packed form a part may be."""
MEMORY: Final = 1_500_000_000
"""Bytes of address space of the process that reads one file."""
SECONDS: Final = 40
"""Seconds of the processor, and half as many again of the clock."""
MOST_LINES: Final = 200_000
"""Lines of a text file: ten times those of the longest pack."""
LONGEST_TEXT: Final = 5_000_000
"""Characters of one cell or paragraph; what goes beyond is left out and noted."""
_ENCRYPTED = 0x1


def require_sound_package(content: bytes, *, file: str) -> None:
    """Look into a packed file (docx, xlsx, ods) without unpacking it.

    Raises: Unreadable when it is damaged, encrypted, or unpacks to more than anyone's paper holds.
    """
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            parts = package.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as problem:
        raise Unreadable(
            file, why="it is damaged or cut short", remedy="Open it in its own program and save it again."
        ) from problem
    if any(part.flag_bits & _ENCRYPTED for part in parts):
        raise Unreadable(file, why="it is encrypted", remedy="Save it without a password.")
    unpacked = sum(part.file_size for part in parts)
    worst = max(
        (part.file_size // max(part.compress_size, 1) for part in parts if part.file_size > 1_000_000), default=0
    )
    if unpacked > LARGEST_UNPACKED or len(parts) > MOST_PARTS or worst > MOST_TIMES:
        raise Unreadable(
            file,
            why=f"it unpacks to {unpacked:,} bytes in {len(parts):,} parts, which no paper needs",
            remedy="Ask its sender for another copy.",
        )
