"""A file in, its records out."""

from __future__ import annotations

from pathlib import Path

from goldthread.domain.papers import Paper
from goldthread.reader.from_text import from_text
from goldthread.reader.recognise import recognise


def read(path: Path) -> Paper:
    """The records of one file."""
    return recognise(from_text(path.read_text(encoding="utf-8"), file=path.name))
