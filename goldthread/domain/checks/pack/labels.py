"""When two names mean one thing, and the headings of a report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from goldthread.domain.checks.wording.texts import plain
from goldthread.domain.papers import Passage, ReportRecord

_NUMBERED = re.compile(r"[\s*-]*(\d{1,2})\.(\d{1,2})?[.)]?\s*[* ]*(.*)", re.DOTALL)
_SMALL = frozenset(("of", "the", "and", "a", "report", "issues", "that"))
_SYNONYMS = {"recommended": "recommendation", "recommendations": "recommendation"}


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of a report with its number, `name` in small letters: its first two words that matter."""

    name: str
    number: tuple[int, int]
    title: str
    passage: Passage


def means_the_same(one: str, other: str) -> bool:
    """Whether two labels say the same in other letters: joined words, another case, or most words in common.

    >>> means_the_same("Borough-wide", "Boroughwide"), means_the_same("Chief Executive", "Director of Schools")
    (True, False)
    """
    first, second = plain(one), plain(other)
    if first.replace(" ", "") == second.replace(" ", ""):
        return True
    words, its = set(first.split()), set(second.split())
    return len(words & its) >= 2 and 2 * len(words & its) >= len(words | its)


def sections(report: ReportRecord) -> Iterator[Section]:
    """The numbered headings of a report up to its background papers."""
    for passage in report.passages:
        numbered = _NUMBERED.match(f"{passage.number} {passage.text}" if passage.number else passage.text)
        if numbered is None or not _is_heading(passage, numbered[3]):
            continue
        name = section_name(numbered[3])
        yield Section(name, (int(numbered[1]), int(numbered[2] or 0)), plain(numbered[3]), passage)
        if name == "list background":
            return


def section_name(text: str) -> str:
    """The first two words of a heading that matter.

    >>> section_name("PURPOSE OF THE REPORT"), section_name("RECOMMENDED: That it be noted")
    ('purpose', 'recommendation')
    """
    words = [_SYNONYMS.get(word, word) for word in plain(text.partition(":")[0]).split() if word not in _SMALL]
    return " ".join(words[:2])


def _is_heading(passage: Passage, text: str) -> bool:
    return passage.level is not None or text.partition(":")[0].strip(" *").isupper()
