"""What a check says, and what a check is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from goldthread.domain.papers import Paper, Where


class Severity(StrEnum):
    """How much a finding matters: an error contradicts itself, a warning misleads or may, a note is untidy."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a careful clerk would stop at.

    `quote` is the text as printed; `message` states both sides; `remedy` says what to do.
    """

    rule: str
    severity: Severity
    where: Where
    quote: str
    message: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a check may look at: the paper, and where there is one the paper of the period before."""

    paper: Paper
    previous: Paper | None = None


@dataclass(frozen=True, slots=True)
class Check:
    """One rule: its name (as its file and its page in the docs), how severe, what it looks at, how it finds."""

    name: str
    severity: Severity
    looks_at: str
    find: Callable[[Evidence], Iterable[Finding]]
    remedy: str

    def finding(self, where: Where, quote: str, message: str, *, severity: Severity | None = None) -> Finding:
        """A finding of this check."""
        return Finding(
            rule=self.name,
            severity=severity or self.severity,
            where=where,
            quote=quote,
            message=message,
            remedy=self.remedy,
        )
