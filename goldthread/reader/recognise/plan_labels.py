"""The labels of a plan's blocks (`Service Objective:`, `Key Milestones (18/19)`) and what stands beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

LONGEST_LABEL = 60
_MARK_ALONE = re.compile(r"[•▪◦●·*–-]?")
_LABELS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern, re.IGNORECASE | re.DOTALL))
    for name, pattern in (
        (
            "priority",
            r"(?:corporate|council|strategic|community|our) (?:plan )?priorit(?:y|ies)\s*(?:[:–-]\s*(?P<rest>.*))?",
        ),
        ("area", r"(?:key )?areas? of focus\s*(?:[:–-]\s*(?P<rest>.*))?"),
        (
            "objective",
            r"(?:service |key |strategic |departmental |directorate |team )*objective\s*"
            r"(?:(?:no\.?|ref\.?)?\s*(?P<ref>[A-Z]{0,6} ?\d{1,3}(?:\.\d{1,2})?)\s*)?(?:[:–-]\s*(?P<rest>.*))?",
        ),
        ("developments", r"key developments?\s*(?:[:–-]\s*(?P<rest>.*))?"),
        ("issues", r"emerging issues?\s*(?:[:–-]\s*(?P<rest>.*))?"),
        (
            "milestones",
            r"(?:key |service )*(?:milestones?|actions?)(?:\s*\(s\))?\s*"
            r"\(?(?P<year>(?:20)?\d\d\s?[-/–]\s?\d{1,4})?\)?\s*(?:[:–-]\s*(?P<rest>.*))?",
        ),
        ("officer", r"(?:responsible|lead|accountable) officers?\s*(?:[:–-]\s*(?P<rest>.*))?"),
        ("linked", r"linked (?:indicators?|measures?|pis?|kpis?)\s*(?:[:–-]\s*(?P<rest>.*))?"),
        ("risk", r"(?:overall )?risk (?:assessment|score|rating)s?\s*(?:[:–-]\s*(?P<rest>.*))?"),
    )
)
_REF_ALONE = re.compile(r"[A-Z]{1,6}(?:[ /-]?[A-Z]{1,4})?\s?\d{1,3}(?:\.\d{1,2})?")
_RISK_WORD = re.compile(r"\b(initial|residual)\b", re.IGNORECASE)
_LEFT_OVER = re.compile(
    r"\b(?:Responsible(?: Officer)?|Linked(?: Indicators)?|Officer|Indicators?|Measures?)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label by its name, the pieces of text beside it, the year and the reference printed in it."""

    label: str
    pieces: tuple[str, ...] = ()
    year: str = ""
    ref: str = ""


@dataclass(frozen=True, slots=True)
class Assessed:
    """What a row of risk, officer and linked measures says; scores None where they were lost."""

    initial: int | None = None
    residual: int | None = None
    officer: str = ""
    linked: str = ""


def label_of(text: str) -> Labelled | None:
    """The label that a cell or a paragraph is, with what follows its colon; None where it is none.

    >>> label_of("Key Milestone(s) (17 / 18)")
    Labelled(label='milestones', pieces=(), year='17 / 18', ref='')
    >>> label_of("Service Objective: HO2"), label_of("Objectives, milestones and measures")
    (Labelled(label='objective', pieces=(), year='', ref='HO2'), None)
    """
    tidy = " ".join(text.split())
    for name, pattern in _LABELS:
        found = pattern.fullmatch(tidy)
        if found:
            groups = found.groupdict()
            rest, ref = (groups.get("rest") or "").strip(), (groups.get("ref") or "").strip()
            if name == "objective" and _REF_ALONE.fullmatch(rest):
                rest, ref = "", rest
            year = " ".join((groups.get("year") or "").split())
            return Labelled(name, (rest,) if rest else (), year=year, ref=ref)
    return None


def labelled(cells: Sequence[str]) -> Iterator[Labelled]:
    """What a row says label by label; cells before the first label come under the empty one.

    >>> row = ["Responsible Officer:", "Head of Homes", "Linked Indicators:", "HO2 01-03"]
    >>> [(one.label, one.pieces) for one in labelled(row)]
    [('officer', ('Head of Homes',)), ('linked', ('HO2 01-03',))]
    """
    now, pieces = Labelled(""), list[str]()
    for cell in cells:
        text = cell.strip()
        if _MARK_ALONE.fullmatch(text):
            continue
        label = label_of(text) if len(text) <= LONGEST_LABEL or now.label == "" else None
        if label is None:
            pieces.append(text)
            continue
        if now.label or pieces:
            yield replace(now, pieces=tuple(pieces))
        now, pieces = label, list(label.pieces)
    if now.label or pieces:
        yield replace(now, pieces=tuple(pieces))


def assessed(cells: Sequence[str]) -> Assessed:
    """The scores, officer and linked measures of a row or of two that a conversion has mixed up.

    A score is taken where each has its own: `Initial Residual 8 4` or `Initial 12`, not `Initial Residual 6`.

    >>> assessed(["Risk Assessment", "Initial 12 Responsible SSEO Linked A1, A2,"])
    Assessed(initial=12, residual=None, officer='SSEO', linked='A1, A2,')
    >>> assessed(["", "Residual", "6", "Officer", "", "Indicators", "A4"])
    Assessed(initial=None, residual=6, officer='', linked='A4')
    """
    text = " ".join(" ".join(cells).split())
    head, tail = _cut(text, r"\bResponsible(?: Officer)?:?\s|\bOfficer:?\s")
    officer, refs = _cut(tail, r"\b(?:Linked(?: Indicators| Measures)?|Indicators|Measures):?\s")
    if not tail:
        head, refs = _cut(text, r"\bLinked(?: Indicators| Measures)?:?\s")
    scores = _scores(head)
    return Assessed(
        initial=scores.get("initial"),
        residual=scores.get("residual"),
        officer=_LEFT_OVER.sub("", officer).strip(" :"),
        linked=_LEFT_OVER.sub("", refs).strip(" :"),
    )


def _cut(text: str, at: str) -> tuple[str, str]:
    found = re.search(at, f"{text} ")
    return (text[: found.start()], text[found.end() :]) if found else (text, "")


def _scores(text: str) -> dict[str, int]:
    words = [found[1].lower() for found in _RISK_WORD.finditer(text)]
    named = list(dict.fromkeys(words))
    numbers = [int(number) for number in re.findall(r"\b\d{1,2}\b", text)]
    return dict(zip(named, numbers, strict=True)) if len(named) == len(numbers) else {}
