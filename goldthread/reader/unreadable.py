"""The one error of reading: a file that can't be read, why, and what to do."""

from __future__ import annotations


class Unreadable(ValueError):
    """A file that can't be read; the message names the file, what is wrong with it, and the remedy."""

    def __init__(self, file: str, *, why: str, remedy: str) -> None:
        super().__init__(f"{file} can't be read: {why}. {remedy}")
        self.file = file
        self.why = why
        self.remedy = remedy
