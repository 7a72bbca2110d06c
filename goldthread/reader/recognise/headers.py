"""Column headings of performance tables, whatever a council calls them → the names of columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from goldthread.reader.recognise.dates import periods_in

LONGEST_HEADER = 90
_YEAR = re.compile(r"(?<!\d)(?:(?:19|20)\d\d(?:\s?[/–-]\s?(?:19|20)?\d\d)?|\d\d\s?[/–-]\s?\d\d)(?!\d)")
_REF = re.compile(
    r"(?:(?:pi|kpi|bvpi|ni|indicator|measure|milestone|action|objective)?\s?(?:ref(?:erence)?|code|id)\.?"
    r"(?:\s(?:no|number|code))?\.?)"
    r"|(?:pi|kpi|indicator|measure|item)?\s?(?:no|number)\.?|#",
    re.IGNORECASE,
)
_NAMES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern, re.IGNORECASE))
    for name, pattern in (
        (
            "milestone",
            r"(?:key |service |quarterly )*milestones?(?: ?[/&] ?(?:actions?|activit(?:y|ies)))?",
        ),
        (
            "title",
            r"(?:key |local |corporate |national |service )*(?:performance |quality )?(?:measures?|indicators?)"
            r"(?: ?[/&] ?(?:measures?|indicators?))?(?: (?:title|name|description|definition|and description))?"
            r"|(?:key )?performance (?:measures?|indicators?)|k?pis?(?: (?:title|name))?|definition|title|name"
            r"|(?:short )?description(?: of (?:measure|indicator|pi|kpi))?",
        ),
        (
            "polarity",
            r"polarity|good (?:is|to be|performance.*)|aim(?: to| is)?|(?:what is )?better(?: is)?",
        ),
        (
            "due",
            r"due(?: date| by)?|deadline|by when|when|target date|timescales?|completion date|complete by",
        ),
        ("direction_of_travel", r".*\b(?:direction|travel|dot|trend)\b.*"),
        (
            "progress",
            r"(?:quarterly |current |overall |latest |annual |q[1-4] |rag |performance )*"
            r"(?:progress|rag|status|traffic lights?|rating|light|symbol)"
            r"(?: (?:status|rating|symbol|to date|by date|against target|this quarter))*",
        ),
        (
            "commentary",
            r"(?:supporting |officer |progress |latest )*(?:commentary|comments?|narrative|notes?|updates?)",
        ),
        (
            "officer",
            r"(?:lead |responsible |reporting |accountable )*(?:officers?|leads?|owners?|manager|responsibility)",
        ),
        ("unit", r"units?(?: of measure(?:ment)?)?"),
        ("frequency", r"frequency|reported|reporting frequency|collection"),
        ("last_quarter", r"(?:last|previous|prior) (?:quarter|qtr)(?: (?:actual|value|result|outturn))?"),
        ("prior_actual", r"(?:last|previous|prior) year(?:'s|’s)?(?: (?:actual|value|result|outturn|performance))?"),
        (
            "same_period_last_year",
            r".*\bsame (?:period|qtr|quarter)\b.*",
        ),
        (
            "current",
            r"(?:current|latest|this)(?: (?:value|performance|figure|position|actual|qtr|quarter|period|year))*"
            r"|(?:(?:quarter|month|year|period) )?figures?|values?|result|ytd(?: .*)?|year to date(?: .*)?",
        ),
    )
)
_FIGURES = frozenset({"current", "target", "actual", "prior_actual"})
KNOWN = frozenset(name for name, _ in _NAMES) | {"ref", "target", "actual", "period", "rank"}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, and its heading as printed."""

    name: str
    header: str


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of a table of measures or milestones, in order."""

    kind: Literal["measures", "milestones"]
    columns: tuple[Column, ...]

    def place(self, name: str) -> int | None:
        """Where a column stands, from 0."""
        return next((place for place, column in enumerate(self.columns) if column.name == name), None)


@lru_cache(maxsize=4096)
def column_name(header: str) -> str:
    """The name of a column by its heading; headings that are not known become lower-case names with underscores.

    >>> [column_name(header) for header in ("Ref:", "22/23 Actual", "Quarterly Progress", "Rank (Scotland)")]
    ['ref', 'actual 2022/23', 'progress', 'rank_scotland']
    """
    tidy = " ".join(header.split()).strip(" :*.")
    if not tidy or len(tidy) > LONGEST_HEADER:
        return ""
    if _REF.fullmatch(tidy):
        return "ref"
    for name, pattern in _NAMES:
        if pattern.fullmatch(tidy):
            return name
    dated = _dated(tidy)
    return dated or slug(tidy)


def slug(header: str) -> str:
    """A heading as a name: `slug("Rank (Family group)")` is "rank_family_group"."""
    return re.sub(r"\W+", "_", header.lower()).strip("_")


def _dated(header: str) -> str | None:
    """Targets and actuals with the year or period in the heading: `target 2023/24`, `actual 2022/23 Q3`."""
    low = header.lower()
    kind = "target" if re.search(r"\btargets?\b", low) else ""
    kind = kind or ("actual" if re.search(r"\b(?:actuals?|outturn|achieved|performance|results?)\b", low) else "")
    when = year_in(header)
    if not kind and when and re.fullmatch(r"\W*(?:q(?:uarter|tr)?\.?\s?[1-4])?\W*", _YEAR.sub("", low)):
        kind = "actual"
    if not kind and re.fullmatch(r"(?:q|qtr|quarter)\.?\s?[1-4](?: value)?", low):
        return "current"
    if not kind or (kind == "actual" and len(low.split()) > 6):
        return None
    return f"{kind} {when}" if when else kind


@lru_cache(maxsize=4096)
def year_in(header: str) -> str:
    """The year or period a heading names, as periods are printed; empty where it names none.

    >>> year_in("22/23 Actual"), year_in("Q3 2023/24"), year_in("Target")
    ('2022/23', '2023/24 Q3', '')
    """
    if not any(map(str.isdigit, header)):
        return ""
    found = next(iter(periods_in(header)), None)
    if found is not None:
        return str(found.period)
    bare = re.search(r"(?<!\d)(?:19|20)\d\d(?!\d)", header)
    return bare[0] if bare else ""


def layout_of(headers: Sequence[str], *, before: Layout | None = None) -> Layout | None:
    """The layout that a row of headings gives, None where it is no heading of measures or milestones.

    A heading that is missing takes the name of the same column in the table before, where the others are the same.

    >>> layout = layout_of(["Ref", "Measure", "22/23 Actual", "23/24 Target", "Current", "Progress"])
    >>> [column.name for column in layout.columns]
    ['ref', 'title', 'prior_actual', 'target', 'current', 'progress']
    """
    if sum(1 for header in headers if header.strip()) < 2 or any(len(header) > LONGEST_HEADER for header in headers):
        return None
    names = [column_name(header) for header in headers]
    if names[0] and names[0] in names[1:]:
        return None  # two tables side by side
    if "milestone" in names and "title" not in names:
        return _layout("milestones", ["title" if name == "milestone" else name for name in names], headers)
    names = _with_one_current(names)
    names = _with_one("target", names)
    names = _with_one("actual", names, called="prior_actual")
    if sum(1 for name in names if name) * 2 < len(names):
        return None  # a grid that fell apart: cells would stand under the wrong headings
    if "title" not in names or not _FIGURES & {name.partition(" ")[0] for name in names}:
        return None
    layout = _layout("measures", names, headers)
    return _with_missing_names(layout, before=before)


def is_reported(layout: Layout) -> bool:
    """Whether the table reports progress (a current figure, a light), where a plan has only targets."""
    names = {column.name for column in layout.columns}
    return "current" in names or (layout.kind == "milestones" and "progress" in names)


def _layout(kind: Literal["measures", "milestones"], names: Sequence[str], headers: Sequence[str]) -> Layout:
    once = [name if name not in names[:place] else "" for place, name in enumerate(names)]
    unique = [
        name or (slug(header) if slug(header) not in once else "") for name, header in zip(once, headers, strict=True)
    ]
    columns = tuple(Column(name, " ".join(header.split())) for name, header in zip(unique, headers, strict=True))
    return Layout(kind=kind, columns=columns)


def _with_one_current(names: list[str]) -> list[str]:
    """Where no column is called current, the actual without a year is, else the latest of several."""
    if "current" in names:
        return names
    printed = [(name[6:].strip(), place) for place, name in enumerate(names) if _is_actual(name)]
    actuals = sorted(printed)
    undated = [place for when, place in actuals if not when]
    if undated:
        chosen = undated[-1]
    elif len(actuals) > 1 or any("Q" in when for when, _ in actuals):
        chosen = actuals[-1][1]
    else:
        return names
    return [*names[:chosen], "current", *names[chosen + 1 :]]


def _is_actual(name: str) -> bool:
    return name == "actual" or name.startswith("actual ")


def _with_one(kind: str, names: list[str], *, called: str = "") -> list[str]:
    """A kind's only column goes without its year; of several with years, each keeps it."""
    places = [place for place, name in enumerate(names) if name == kind or name.startswith(f"{kind} ")]
    if len(places) != 1:
        return names
    return [called or kind if place == places[0] else name for place, name in enumerate(names)]


def _with_missing_names(layout: Layout, *, before: Layout | None) -> Layout:
    if before is None or len(before.columns) != len(layout.columns):
        return layout
    pairs = list(zip(layout.columns, before.columns, strict=True))
    if any(now.name != then.name for now, then in pairs if now.header):
        return layout
    return Layout(layout.kind, tuple(now if now.header else Column(then.name, "") for now, then in pairs))
