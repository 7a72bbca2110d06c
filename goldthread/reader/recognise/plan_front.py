"""A plan's front: its title, its kind and its years."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from goldthread.domain.papers import MeasureRow, Where
from goldthread.domain.periods import Period, parse_period
from goldthread.reader.recognise.lines import Line
from goldthread.reader.recognise.plan_words import latin
from goldthread.reader.recognise.plan_years import Years, years_of

LINES_OF_A_FRONT = 12
LONGEST_TITLE = 160
_KIND = re.compile(
    r"\b((?:business|service|corporate|council|directorate|department(?:al)?|delivery|improvement|strategic|annual)"
    r" plan)\b",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"\b(?:progress|performance|monitoring|report|quarter|update|review)\b", re.IGNORECASE)
_SHOUTED = re.compile(r"\b(?:DRAFT|FINAL|BUSINESS|SERVICE|CORPORATE|COUNCIL|DIRECTORATE|DELIVERY|PLAN)\b")


@dataclass(frozen=True, slots=True)
class PlanFront:
    """What a plan says of itself; `years` is None where neither its front nor its tables name them."""

    title: str
    kind: str
    years: Years | None
    where: Where


def front_of(lines: Sequence[Line], *, measures: Iterable[MeasureRow]) -> PlanFront | None:
    """The front of a plan among its first texts: the one that names its kind and years, with its owner above it.

    A plan that prints no years has those of its targets: the years that have a target and no actual.
    """
    first = [line for line in lines if line.text.strip()]
    named = [(place, line) for place, line in enumerate(first) if _KIND.search(latin(line.text))]
    titles = [
        (place, line) for place, line in named if len(line.text) <= LONGEST_TITLE and years_of(latin(line.text))
    ]
    if titles:
        place, line = titles[0]
        text = latin(line.text)
        owner = latin(first[place - 1].text) if place else ""
        return PlanFront(_title(text, owner=owner), _kind(text), years_of(text), line.where)
    if not named:
        return None
    kind = _kind(latin(named[0][1].text))
    years = years_to_come(measures)
    return PlanFront(f"{kind.title()} {_span(years)}".strip(), kind, years, named[0][1].where)


def names_a_plan(lines: Sequence[Line]) -> bool:
    """Whether one of the first lines is the title of a plan: its kind and its years, short enough for a title."""
    first = [latin(line.text) for line in lines if line.text.strip()][:LINES_OF_A_FRONT]
    return any(
        len(text) <= LONGEST_TITLE and _KIND.search(text) and years_of(text) and not _ABOUT.search(text)
        for text in first
    )


def years_to_come(measures: Iterable[MeasureRow]) -> Years | None:
    """The years that have targets and no actuals, from the first to the last.

    >>> cells = dict.fromkeys(["actual 2016/17", "target 2016/17", "target 2017/18"])
    >>> str(years_to_come([MeasureRow(ref="A1", title="Visits", cells=cells)]).first)
    '2017/18'
    """
    names = {name for row in measures for name in row.cells}
    dated = {
        kind: {parse_period(name.removeprefix(f"{kind} ")) for name in names if name.startswith(f"{kind} ")}
        for kind in ("target", "actual")
    }
    years: list[Period] = sorted(dated["target"] - dated["actual"])
    return Years(years[0], years[-1], _printed(years)) if years else None


def _printed(years: Sequence[Period]) -> str:
    return str(years[0]) if len(years) == 1 else f"{years[0]} to {years[-1]}"


def _span(years: Years | None) -> str:
    return years.printed if years is not None else ""


def _kind(text: str) -> str:
    found = _KIND.search(text)
    return found[1].lower() if found else "plan"


def _title(text: str, *, owner: str) -> str:
    """The title as printed, without shouting; a plan that begins with its kind is named after its owner."""
    calm = _SHOUTED.sub(lambda found: found[0].capitalize(), " ".join(text.split()))
    begins = _KIND.match(calm)
    if begins is None or not owner or len(owner) > LONGEST_TITLE // 2 or owner.endswith((".", ":")):
        return calm
    return f"{owner} {begins[1]}, {calm[begins.end() :].strip(' ,:-–')}"
