"""Words that stand for something that was to be put in later."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.wording.texts import Printed, around, printed

WHOLE: Final = re.compile(
    r"\W*(?:(?:information |details? |figures? |data |commentary |update )?to follow|insert(?: \w+){0,4}|xx+|\?{2,}|"
    r"(?:see )?(?:attached|embedded)(?: here| below)?|add (?:text|comment|commentary)(?: here)?)\W*$",
    re.IGNORECASE,
)
"""A text that is nothing else."""
INSIDE: Final = re.compile(
    r"\bembedded here\b|\bsent (?:on|by|via) e-?\s?mail\b|\|@\w+\|?|\{\{\s*\w+\s*\}\}|<<\s*\w[\w ]*>>|"
    r"\blorem ipsum\b|"
    r"\[(?:(?:insert|tbc|xx+)\b[^\]]*|date|name|figure)\](?!\()|\bXX+\b|\bMERGEFIELD\b|#REF!|#N/A\b|#VALUE!|#DIV/0!|"
    r"Error! (?:Reference source|Bookmark)",
    re.IGNORECASE,
)
"""Words and marks that have no place in a finished text."""
OPEN_PLACE: Final = re.compile(
    r"\b(?:site|venue|provider|location|school|lead|date) to be (?:agreed|confirmed|advised)\b", re.IGNORECASE
)
"""A place left open in a table or a sentence."""


def _find(evidence: Evidence) -> Iterator[Finding]:
    for each in printed(evidence.paper):
        quote = _placeholder(each)
        if quote:
            yield CHECK.finding(each.where, quote, f"“{quote}” stands where the text itself should")


def _placeholder(each: Printed) -> str:
    if WHOLE.match(each.text):
        return each.text.strip()
    found = INSIDE.search(each.text) or OPEN_PLACE.search(each.text)
    return around(each.text, *found.span()) if found else ""


CHECK = Check(
    name="placeholder-left",
    severity=Severity.WARNING,
    looks_at="texts such as “to follow” or “embedded here”, and marks of templates",
    find=_find,
    remedy="Put the text or the figure in, or say when and by whom it will be given.",
)
