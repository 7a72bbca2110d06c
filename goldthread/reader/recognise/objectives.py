"""Objectives: the lines that head what is reported under one."""

from __future__ import annotations

import re

from goldthread.domain.papers import ObjectiveSection
from goldthread.reader.recognise.lines import Line

REF = re.compile(r"[A-Z]{1,8}(?:[&/][A-Z]{1,4})?\s?\d{1,3}(?:\.\d{1,2})?")
_LABEL = re.compile(
    r"(?:(?:service|key|strategic|corporate|departmental|business|council)\s+)*(?:objective|priority|outcome|aim|goal)"
    r"(?:\s+(?:ref|no)\.?)?\s*(?P<number>\d{0,2})\s*(?P<colon>[:–-])\s*",
    re.IGNORECASE,
)
_REF_LAST = re.compile(rf"(.*\S)\s*[(\[]\s*({REF.pattern})\s*[)\]]\s*\.?", re.DOTALL)
_REF_FIRST = re.compile(rf"({REF.pattern})\b\s*[:.–-]?\s*(.*)", re.DOTALL)
LONGEST_OBJECTIVE = 400


def objective_in(line: Line) -> ObjectiveSection | None:
    """The objective that a heading, a paragraph or a row names, with its reference before or after its title.

    >>> from goldthread.domain.papers import Where
    >>> found = objective_in(Line(0, Where(), text="Objective: Keep children safe (CS02)"))
    >>> found.ref, found.title
    ('CS02', 'Keep children safe')
    """
    texts = [text for text in line.texts if text] if line.cells else [" ".join(line.text.split())]
    text = " ".join(texts)
    if not text or len(text) > LONGEST_OBJECTIVE or len(texts) > 3:
        return None
    label = _LABEL.match(text)
    if label is None:
        return None
    ref, title = ref_and_title(text[label.end() :])
    return ObjectiveSection(ref=ref, title=title or label["number"], where=line.where) if title or ref else None


def ref_and_title(text: str) -> tuple[str, str]:
    """A reference before or after a title, and the title; the reference is empty where there is none."""
    last = _REF_LAST.fullmatch(text)
    if last:
        return last[2], last[1].strip()
    first = _REF_FIRST.match(text)
    if first:
        return first[1], first[2].strip()
    return "", text.strip()
