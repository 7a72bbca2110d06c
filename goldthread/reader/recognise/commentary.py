"""Commentary: its label, who wrote it, and what it says."""

from __future__ import annotations

import re
from collections.abc import Iterable

LABEL = re.compile(
    r"\s*(?i:(?:supporting|officer(?:'s|’s)?|performance|progress|quarterly|q[1-4]|latest|additional)?\s*"
    r"(?:commentary|comments?|narrative|explanation))(?:\s*[:–]|\s+-|(?=\s+[A-Z][\w'’-]+\s+[A-Z])|\s*\n|\s*$)\s*"
    r"(?i:(?:from|by|provided by)\s+)?"
)
_TITLE = r"(?:(?:Dr|Cllr|Mr|Mrs|Ms|Miss|Prof|Rev)\.?\s+)?"
_WORD = r"[^\W\d_a-z][\w'’\-]*[a-zà-ÿ][\w'’\-]*|[A-Z]\.?"
_NAME = rf"{_TITLE}(?:{_WORD})(?:\s+(?:de|van|von|der|la|O'|Mc))*\s+(?:[^\W\d_a-z][\w'’\-]*[a-zà-ÿ][\w'’\-]*)"
_BETWEEN = r"\s*(?:/|,|;|&|\band\b)\s*"
_NAMES = re.compile(rf"({_NAME})")
_NEXT_NAME = re.compile(rf"{_BETWEEN}({_NAME})(?![a-z])")
_SEPARATOR = re.compile(_BETWEEN)
_AFTER = " \t\n:;–—-"
_OPENERS = frozenset(
    (
        *(
            "the",
            "this",
            "these",
            "that",
            "there",
            "in",
            "at",
            "on",
            "of",
            "for",
            "from",
            "to",
            "as",
            "an",
            "a",
            "all",
        ),
        *(
            "our",
            "we",
            "it",
            "its",
            "by",
            "since",
            "during",
            "following",
            "whilst",
            "while",
            "quarter",
            "data",
            "please",
        ),
        *(
            "performance",
            "no",
            "not",
            "based",
            "both",
            "overall",
            "work",
            "current",
            "currently",
            "due",
            "annual",
            "note",
        ),
        *("figure", "figures", "number", "numbers", "children", "latest"),
    )
)
LONGEST_AUTHORS = 120


def after_label(text: str) -> str | None:
    """What follows the label of a commentary; None where the text has no such label.

    >>> after_label("Supporting commentary: A Name says"), after_label("Commentaries are read")
    ('A Name says', None)
    """
    found = LABEL.match(text)
    return text[found.end() :].strip() if found else None


def known_names(texts: Iterable[str]) -> frozenset[str]:
    """Names that stand alone after a label, or on a line of their own: sure, so that longer ones can be told."""
    firsts = (text.partition("\n")[0].strip(_AFTER) for text in texts)
    return frozenset(
        name
        for first in firsts
        if len(first) <= LONGEST_AUTHORS
        for name in _SEPARATOR.split(first)
        if _is_name(name)
    )


def authors_and_text(text: str, *, known: frozenset[str] = frozenset()) -> tuple[tuple[str, ...], str]:
    """Who wrote it, and the words: names stand first, two capitalised words each unless a longer one is known.

    >>> authors_and_text("Ann Lee /Bo Kay Visits rose in spring.")
    (('Ann Lee', 'Bo Kay'), 'Visits rose in spring.')
    >>> authors_and_text("The number of visits rose.")
    ((), 'The number of visits rose.')
    """
    first, _, rest = text.partition("\n")
    alone = [name.strip() for name in _SEPARATOR.split(first.strip(_AFTER))]
    if len(first) <= LONGEST_AUTHORS and all(_is_name(name) for name in alone):
        return tuple(alone), rest.strip(_AFTER)
    names: list[str] = []
    place = 0
    while found := _name_at(text, place, known=known, next_one=bool(names)):
        name, place = found
        names.append(name)
    return tuple(names), (text[place:].lstrip(_AFTER) if names else text).strip()


def _name_at(text: str, place: int, *, known: frozenset[str], next_one: bool) -> tuple[str, int] | None:
    found = (_NEXT_NAME if next_one else _NAMES).match(text, place)
    if found is None or found[1].split()[0].lower() in _OPENERS:
        return None
    start = found.start(1)
    longer = max((name for name in known if text.startswith(name, start)), key=len, default="")
    name = longer if len(longer) > len(found[1]) else found[1]
    if not longer and _is_hyphened_on(text, found.end(1)):
        return None
    return " ".join(name.split()), start + len(name)


def _is_hyphened_on(text: str, end: int) -> bool:
    return text[end : end + 1] in {"'", "’"}


def _is_name(text: str) -> bool:
    words = text.split()
    if not 2 <= len(words) <= 4 or words[0].lower() in _OPENERS:
        return False
    return all(re.fullmatch(rf"{_WORD}|de|van|von|der|la", word) for word in words)
