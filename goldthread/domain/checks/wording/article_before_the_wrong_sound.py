"""“a” before a vowel, or “an” before a consonant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from goldthread.domain.checks.findings import Check, Evidence, Finding, Severity
from goldthread.domain.checks.wording.texts import around, printed

_ARTICLE = re.compile(r"(?<![\w.(/&'’])(a|[Aa]n) ([A-Za-z][a-z]{2,})\b")
SOUNDS_AS_CONSONANT: Final = ("uni", "use", "usu", "usa", "usi", "uto", "ubi", "eu", "ewe", "one", "once")
SOUNDS_AS_VOWEL: Final = ("hour", "honest", "honour", "heir", "historic", "hotel")
_NO_ARTICLE = frozenset(("and", "are", "also", "all", "any", "our", "its", "either", "each", "another", "end"))


def wrong_article(article: str, word: str) -> bool:
    """Whether the other article belongs before a word.

    >>> wrong_article("a", "update"), wrong_article("a", "unit"), wrong_article("an", "closing")
    (True, False, True)
    """
    lower = word.lower()
    vowel = lower[0] in "aeiou" and not lower.startswith(SOUNDS_AS_CONSONANT)
    if article == "a":
        return vowel and lower not in _NO_ARTICLE
    return not vowel and not lower.startswith(SOUNDS_AS_VOWEL) and not set("aeiouy").isdisjoint(lower[:4])


def _find(evidence: Evidence) -> Iterator[Finding]:
    for each in printed(evidence.paper):
        for found in _ARTICLE.finditer(each.text):
            if wrong_article(found[1].lower(), found[2]):
                right = "an" if found[1] == "a" else "a"
                quote = around(each.text, *found.span())
                yield CHECK.finding(each.where, quote, f"“{found[0]}” should be “{right} {found[2]}”")


CHECK = Check(
    name="article-before-the-wrong-sound",
    severity=Severity.NOTE,
    looks_at="“a” and “an”",
    find=_find,
    remedy="Put the article that goes with the sound.",
)
