"""Why a report that was read can't become a plan or a round yet."""

from __future__ import annotations

from collections.abc import Iterable


class NoIdentity(ValueError):
    """Rows whose measure nobody has named; the message lists their keys."""

    def __init__(self, keys: Iterable[str]) -> None:
        self.keys = tuple(keys)
        super().__init__(
            f"No measure is named for {', '.join(self.keys)}. Name one for each, or leave the rows out of the import."
        )


class NotAPlan(ValueError):
    """A report that says neither in its title nor in its columns which years it is for."""
