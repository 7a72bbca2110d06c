"""The council of this installation, and the mark that tells whether anything was written since a page was made."""

import time
from dataclasses import dataclass
from typing import Final

from django.db import connection
from django.db.models import Max

from goldthread.accounts import queries
from goldthread.accounts.models import Event

REMEMBERED_SECONDS: Final = 1.0


@dataclass(frozen=True)
class CouncilName:
    """What a page calls the council."""

    name: str
    short_name: str


@dataclass
class _Memory:
    """What this process remembers between requests; a second old at most."""

    read_at: float = float("-inf")
    stamp: int = 0
    council_stamp: int = -1
    council: CouncilName | None = None


_memory = _Memory()


def may_remember() -> bool:
    """Return whether what is read now is true for everyone: inside a transaction it may never come true."""
    return not connection.in_atomic_block


def stamp() -> int:
    """Return the number of the last write: it changes with every import, publication and correction.

    A process asks the database once a second.
    """
    if not may_remember():
        return _last_write()
    now = time.monotonic()
    if now - _memory.read_at >= REMEMBERED_SECONDS:
        _memory.stamp = _last_write()
        _memory.read_at = now
    return _memory.stamp


def council() -> CouncilName | None:
    """Return the council's names, or None before one is set up; read again after each write only."""
    if not may_remember():
        return _council()
    latest = stamp()
    if _memory.council_stamp != latest:
        _memory.council, _memory.council_stamp = _council(), latest
    return _memory.council


def forget() -> None:
    """Forget what is remembered, for a test that empties the database."""
    _memory.read_at, _memory.council_stamp = float("-inf"), -1


def _last_write() -> int:
    return Event.objects.aggregate(last=Max("pk"))["last"] or 0


def _council() -> CouncilName | None:
    found = queries.council()
    return CouncilName(name=found.name, short_name=found.short_name) if found else None
