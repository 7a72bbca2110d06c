"""A project that the comments under a capital table speak of, and the table does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.wording.texts import plain
from goldthread.domain.papers import Paper, Passage, TableRecord

_PROJECT = re.compile(
    r"(?:The )?((?:[A-Z][\w'’&-]*\s)+?)(?:[A-Z]?\w+ )?(?:project|scheme|remodelling|works|extension)\b"
    r".*\b(?:stage|complete[d]?|started|on site|completion|tender|planning)\b"
)
_COMMENTS = re.compile(r"comments on the (?:above )?figures", re.IGNORECASE)
_AWAY = 60
_GENERAL = frozenset(("the", "many", "all", "most", "capital", "new", "other", "this", "of", "and"))


def _find(evidence: Evidence) -> Iterator[Finding]:
    for table in evidence.paper.tables:
        if table.kind != "capital":
            continue
        labels = plain(" ".join(row.label for row in table.rows)).split()
        for passage in _comments(evidence.paper, table):
            found = _PROJECT.match(passage.text)
            name = [word for word in plain(found[1]).split() if word not in _GENERAL] if found else []
            if found and name and not set(name) & set(labels):
                yield CHECK.finding(
                    passage.where,
                    passage.text,
                    f"the comments speak of {found[1].strip()}; the table has no such row",
                )


def _comments(paper: Paper, table: TableRecord) -> Iterator[Passage]:
    """The passages under the heading of comments that follows a table."""
    last = max((row.where.line or 0 for row in table.rows), default=0)
    headed = False
    for passage in paper.passages:
        if not last < (passage.where.line or 0) <= last + _AWAY:
            continue
        if headed and (passage.level is not None or passage.text.isupper()):
            return
        if headed:
            yield passage
        headed = headed or _COMMENTS.search(passage.text) is not None


CHECK = Check(
    name="project-not-in-the-table",
    severity=Severity.WARNING,
    looks_at="the comments under capital tables",
    find=_find,
    remedy="Add the project to the table, or say that it has no budget yet.",
)
