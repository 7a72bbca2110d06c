"""A promise in minutes that names nobody and no date."""

from __future__ import annotations

import re
from collections.abc import Iterator

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.wording.texts import Printed, printed, sentences

_OPENS = re.compile(r"\W*(?:at (?:a|the) meeting of|present\s*:|minutes of (?:the|a) meeting)", re.IGNORECASE)
_CLOSES = re.compile(r"\W*(?:the )?meeting (?:ended|closed|finished)|\W*report to\s*:", re.IGNORECASE)
_PROMISE = re.compile(
    r"\b(?:would|will|to) (?:also )?be (?:\w+ and )?"
    r"(?:confirmed|reported back|reported|circulated|provided|checked|shared|followed up|clarified|fed back|sent)\b"
    r"[^.;]{0,60}?(?:later date|after the meeting|following the meeting|in due course|back\b|outside the meeting)|"
    r"\b(?:would|will|to) (?:also )?be (?:reported|fed) back\b",
    re.IGNORECASE,
)
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_DATED = re.compile(
    r"\b(?:by|on|in|before|at)\s+(?:the )?(?:end of )?(?:\d{1,2}\w{0,2}\s)?"
    rf"(?:{_MONTHS}|next meeting|\d{{4}})\b",
    re.IGNORECASE,
)
_OWNED = re.compile(
    r"\b(?:director|officer|manager|chair|head|councillor|cllr|clerk|team) (?:would|will|to|undertook|agreed)\b",
    re.IGNORECASE,
)


def _find(evidence: Evidence) -> Iterator[Finding]:
    for each in _minutes(printed(evidence.paper)):
        for sentence in sentences(each.text):
            found = _PROMISE.search(sentence)
            if found and not _DATED.search(sentence) and not _OWNED.search(sentence):
                message = f"“{found[0]}”: it is not said who does it, nor by when"
                yield CHECK.finding(each.where, sentence, message)


def _minutes(texts: tuple[Printed, ...]) -> Iterator[Printed]:
    """The texts between the opening of a meeting and its end, or the next report."""
    inside = False
    for each in texts:
        if _OPENS.match(each.text):
            inside = True
        elif _CLOSES.match(each.text):
            inside = False
        if inside:
            yield each


CHECK = Check(
    name="promise-without-owner-or-date",
    severity=Severity.WARNING,
    looks_at="promises in minutes: to be confirmed, to be reported back",
    find=_find,
    remedy="Name who does it and by when, in the action column.",
)
