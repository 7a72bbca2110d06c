"""A heading with nothing under it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.wording.texts import Printed, printed

_NUMBER = re.compile(r"\**(\d+)(?:\.(\d+))?[.\s]")
_OPENS_A_PART = re.compile(r"appendix|annex|part\b|contents|recommend|resolved", re.IGNORECASE)

_IN_A_LIST = re.compile(r"[:;£]")
LONGEST: Final = 8


def _find(evidence: Evidence) -> Iterator[Finding]:
    for each, after in pairwise(printed(evidence.paper)):
        if _is_bare(each, after):
            said = f"nothing stands under this heading; the next is “{after.text[:60]}”"
            yield CHECK.finding(each.where, each.text, said)


def _is_bare(each: Printed, after: Printed) -> bool:
    """Whether section 5 follows section 4 with nothing between them, tables too."""
    if each.report < 0 or each.report != after.report or each.level is None or after.level is None:
        return False
    if len(each.text.split()) > LONGEST or _IN_A_LIST.search(each.text):
        return False
    mine, its = _numbered(each), _numbered(after)
    return (
        mine is not None
        and its is not None
        and not _OPENS_A_PART.search(each.text)
        and its == (mine[0] + 1, 0)
        and mine[1] == 0
    )


def _numbered(each: Printed) -> tuple[int, int] | None:
    found = _NUMBER.match(f"{each.number} {each.text}" if each.number else each.text)
    return (int(found[1]), int(found[2] or 0)) if found else None


CHECK = Check(
    name="heading-without-text",
    severity=Severity.NOTE,
    looks_at="numbered sections of reports",
    find=_find,
    remedy="Write the section, or say that there is nothing to report.",
)
