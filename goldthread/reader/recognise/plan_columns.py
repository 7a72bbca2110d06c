"""The columns of a plan's table of measures: actuals and targets of several years, headed by one or two rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from goldthread.reader.recognise.plan_years import year_of

LONGEST_HEADING = 90
_DEED = re.compile(
    r"(?:key |main |service |priority |planned |what )*(?:milestones?|actions?|tasks?|deliverables?|activit(?:y|ies)"
    r"|we will do|will we do)\b.{0,30}",
    re.IGNORECASE,
)
_DUE = re.compile(
    r"(?:due|deadline|by when|when|target date|timescales?|completion|(?:planned )?end)(?: date| by)?\b.{0,20}",
    re.IGNORECASE,
)
_OFFICER = re.compile(
    r"(?:responsible|lead|accountable|by whom|who)\b.{0,25}|(?:officer|owner|lead)s?(?: responsible)?\W*",
    re.IGNORECASE,
)
_REF = re.compile(
    r"(?:(?:pi|kpi|indicator|measure)\s)?(?:ref(?:erence)?|code|no)\b\W*(?:\d|[¹²³])?\W*", re.IGNORECASE
)
_TITLE = re.compile(
    r"(?:linked |proposed |key |local |performance |headline )*(?:measures?|indicators?|k?pis?|description)"
    r"(?: (?:title|description|name|definition))?\W*",
    re.IGNORECASE,
)
_TARGET = re.compile(r"\btargets?\b", re.IGNORECASE)
_ACTUAL = re.compile(r"\b(?:actuals?|outturn|achieved|result)\b", re.IGNORECASE)
_LATEST = re.compile(r"\b(?:latest|current|most recent)\b|\bbaseline\b|\bperformance\b", re.IGNORECASE)
_REPORTED = re.compile(r"\b(?:direction|progress|rag|commentary|status|trend)\b", re.IGNORECASE)
_QUARTILE_GROUP = re.compile(r"\bquartiles?\b", re.IGNORECASE)
_QUARTILE = re.compile(r"(?:top|upper|middle|median|bottom|lower)(?: quartile)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Heading:
    """What one column of a plan's table holds: its name as in the records, and its heading as printed."""

    name: str
    printed: str


@dataclass(frozen=True, slots=True)
class Columns:
    """All columns of a table, by their place from 0; `ref` is None where the reference stands in the title."""

    headings: tuple[Heading, ...]
    ref: int | None
    title: int

    @property
    def values(self) -> Iterator[tuple[int, Heading]]:
        """The columns that hold something else than reference and title."""
        return (
            (place, heading) for place, heading in enumerate(self.headings) if heading.name and place > self.title
        )

    @property
    def are_reported(self) -> bool:
        """Whether the table reports on the plan: it has lights or commentary, which no plan has."""
        return any(_REPORTED.search(heading.printed) for heading in self.headings)


@dataclass(frozen=True, slots=True)
class Deeds:
    """The columns of a table of milestones by their place from 0; None where the table has no such column."""

    title: int
    due: int
    ref: int | None = None
    officer: int | None = None


def deeds_of(headings: Sequence[str]) -> Deeds | None:
    """The columns of a plan's table of milestones or actions, None where the row heads no such table.

    >>> deeds_of(["Ref", "Key action", "Lead officer", "By when"])
    Deeds(title=1, due=3, ref=0, officer=2)
    """
    texts = [" ".join(text.split()).strip(" :") for text in headings]
    if max(map(len, texts), default=LONGEST_HEADING) >= LONGEST_HEADING or any(map(_REPORTED.search, texts)):
        return None

    def place(pattern: re.Pattern[str]) -> int | None:
        return next((place for place, text in enumerate(texts) if pattern.fullmatch(text)), None)

    title, due = place(_DEED), place(_DUE)
    if title is None or due is None or title == due:
        return None
    return Deeds(title=title, due=due, ref=place(_REF), officer=place(_OFFICER))


def columns_of(first: Sequence[str], second: Sequence[str] = ()) -> Columns | None:
    """The columns that one or two rows of headings name; None where they are not those of a plan's measures.

    In the second row stands what a wide heading of the first covers, which a conversion may have put out of line.

    >>> columns = columns_of(["Ref", "Description", "16/17 Actual", "17/18 Target"])
    >>> [heading.name for heading in columns.headings]
    ['ref', 'title', 'actual 2016/17', 'target 2017/18']
    >>> columns = columns_of(["", "Measures", "Latest", "Targets", ""], ["", "", "", "2016/17", "2017/18"])
    >>> [heading.name for heading in columns.headings]
    ['', 'title', 'latest', 'target 2016/17', 'target 2017/18']
    """
    printed = [text.strip() for text in first]
    if max((len(text) for text in printed), default=LONGEST_HEADING) >= LONGEST_HEADING:
        return None
    title = next((place for place in reversed(range(min(3, len(printed)))) if _TITLE.fullmatch(printed[place])), None)
    if title is None:
        return None
    ref = next((place for place in range(title) if _REF.fullmatch(printed[place])), None)
    lower = second if is_second_row(second) else ()
    covered = _covered(printed, lower, after=title)
    headings = tuple(
        covered.get(place)
        or _heading(_stacked(printed, lower, place, after=title), ref=ref, title=title, place=place)
        for place in range(max(len(printed), max(covered, default=-1) + 1))
    )
    columns = Columns(headings=_with_roles(headings), ref=ref, title=title)
    has_targets = any(heading.name.startswith("target ") for _, heading in columns.values)
    return columns if has_targets and not columns.are_reported else None


def is_second_row(cells: Sequence[str]) -> bool:
    """Whether a row is the lower part of the headings: only years, roles and quartiles, two at least.

    >>> is_second_row(["", "", "Target", "Actual", "09/10"]), is_second_row(["NI 1", "Visits", "40", "45"])
    (True, False)
    """
    filled = [text.strip() for text in cells[2:] if text.strip()]
    return (
        len(filled) > 1
        and all(_sort(text) != "" or not re.search(r"\d", text) for text in filled)
        and any(_sort(text) for text in filled)
    )


def _sort(text: str) -> str:
    """What a heading of the second row is: a year, a role or a quartile; empty for any other word."""
    if _QUARTILE.fullmatch(text):
        return "quartile"
    if re.fullmatch(r"(?:targets?|actuals?|outturn)", text, re.IGNORECASE):
        return "role"
    return "year" if year_of(text) is not None and len(text) < 16 else ""


def _at(texts: Sequence[str], place: int) -> str:
    return texts[place].strip() if place < len(texts) else ""


def _stacked(first: Sequence[str], second: Sequence[str], place: int, *, after: int) -> str:
    return f"{_at(first, place)} {_at(second, place) if place > after else ''}".strip()


def _covered(first: Sequence[str], second: Sequence[str], *, after: int) -> dict[int, Heading]:
    """The headings of the second row, each with the wide one over it.

    That is the next in order that can cover it; of two that can, the one that stands above it or to its left.
    """
    lower = [(place, text.strip()) for place, text in enumerate(second) if place > after and _sort(text.strip())]
    wide = [(place, text) for place, text in enumerate(first) if text and place >= lower[0][0]] if lower else []
    made: dict[int, Heading] = {}
    at, used = 0, set[str]()
    for place, text in lower:
        fitting = [
            step for step in range(at, len(wide)) if _covers(wide[step][1], text, used=used if step == at else set())
        ]
        above = [step for step in fitting if wide[step][0] <= place]
        chosen = (above or fitting or [-1])[-1 if above else 0]
        if chosen > at:
            at, used = chosen, set()
        used.add(text.lower())
        made[place] = _heading(f"{wide[chosen][1] if chosen >= 0 else ''} {text}".strip())
    return made


def _covers(wide: str, text: str, *, used: set[str]) -> bool:
    if text.lower() in used:
        return False
    sort = _sort(text)
    if _QUARTILE_GROUP.search(wide) or sort == "quartile":
        return sort == "quartile" and bool(_QUARTILE_GROUP.search(wide))
    if sort == "role":
        return year_of(wide) is not None
    return year_of(wide) is None and bool(_TARGET.search(wide) or _ACTUAL.search(wide))


def _heading(printed: str, *, ref: int | None = None, title: int = -1, place: int = -2) -> Heading:
    name = "ref" if place == ref else "title" if place == title else _name(printed)
    return Heading(name=name, printed=" ".join(printed.split()))


def _name(printed: str) -> str:
    year = year_of(printed)
    dated = f" {year}" if year is not None else ""
    if _QUARTILE_GROUP.search(printed):
        which = next(iter(re.findall(r"top|upper|middle|median|bottom|lower", printed.lower())), "")
        return " ".join(part for part in ("quartile", which) if part) + dated
    if _TARGET.search(printed):
        return f"target{dated}"
    if _ACTUAL.search(printed):
        return f"actual{dated}"
    if _LATEST.search(printed):
        return f"actual{dated}" if year is not None else "latest"
    if year is not None and not re.search(r"[^\W\d_]", printed):
        return f"year{dated}"
    return re.sub(r"\W+", "_", printed.lower()).strip("_")


def _with_roles(headings: tuple[Heading, ...]) -> tuple[Heading, ...]:
    """A column headed by a year alone holds targets: in a plan those are the years to come."""
    return tuple(
        Heading(f"target{heading.name.removeprefix('year')}", heading.printed)
        if heading.name.startswith("year ")
        else heading
        for heading in headings
    )
