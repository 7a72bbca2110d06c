"""More posts in the text than rows for them in the table of funding."""

from __future__ import annotations

import re
from collections.abc import Iterator

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.wording.texts import around, plain, printed
from goldthread.domain.papers import Paper

_POSTS = re.compile(
    r"\b(\d{1,2}) ?x ((?:[a-z]+ )?(?:manager|officer|lead|practitioner|psychologist|co-?ordinator))s\b", re.IGNORECASE
)
_FUNDED = re.compile(r"([^|\t£]+?)\s*(?:\||\t)\s*£[\d,]+")


def _find(evidence: Evidence) -> Iterator[Finding]:
    funded = list(_funded(evidence.paper))
    for each in printed(evidence.paper) if funded else ():
        for found in _POSTS.finditer(each.text):
            rows = [label for label in funded if plain(found[2]) in plain(label)]
            if rows and int(found[1]) > len(rows):
                quote = around(each.text, *found.span())
                message = f"the text has {found[1]} {found[2]}s; the table of funding pays for: {', '.join(rows)}"
                yield CHECK.finding(each.where, quote, message)


def _funded(paper: Paper) -> Iterator[str]:
    """The labels of rows that have an amount of money."""
    for table in paper.tables:
        yield from (row.label for row in table.rows if any("£" in cell.text for cell in row.values.values()))
    for left in paper.unrecognised:
        yield from (found[1].strip() for found in map(_FUNDED.match, left.text.split("\n")) if found)


CHECK = Check(
    name="posts-without-money",
    severity=Severity.WARNING,
    looks_at="numbers of posts in the text (4x project managers), and the rows of tables of funding",
    find=_find,
    remedy="Fund the posts in the table, or name in the text those that are funded.",
)
