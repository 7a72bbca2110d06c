"""Files written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path


class NotWritten(OSError):
    """A file that could not be written, and why; what stood there before still does."""


def write_files(folder: Path, files: Mapping[str, bytes]) -> list[Path]:
    """Write files into a folder, made if missing: each appears whole, or none does.

    Raises: NotWritten naming the folder and the reason.
    """
    waiting: dict[Path, Path] = {}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            waiting[_write_beside(folder / name, content)] = folder / name
        for temporary, path in waiting.items():
            temporary.replace(path)
    except OSError as problem:
        for temporary in waiting:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
        reason = problem.strerror or str(problem)
        raise NotWritten(f"{folder} can't be written: {reason}. Choose another folder with --out.") from problem
    return list(waiting.values())


def _write_beside(path: Path, content: bytes) -> Path:
    """Write a hidden file beside the one meant, down to the disk, so that a rename completes it."""
    if path.is_dir():
        raise IsADirectoryError(0, f"{path.name} is a folder")
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with temporary.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise
    return temporary
