"""Every public address of the site, once, with examples from the demonstration council.

A new address in a `urls.py` fails `test_every_address_has_an_example` until it is listed here.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from django.urls import URLPattern, URLResolver, get_resolver, reverse


@dataclass(frozen=True)
class Page:
    """A page that anyone may read: the name of its address, the address's arguments, and a query."""

    name: str
    arguments: Mapping[str, object] = field(default_factory=dict)
    query: str = ""

    @property
    def path(self) -> str:
        """Return where the page is, from the first slash."""
        return reverse(self.name, kwargs=dict(self.arguments)) + self.query


ROUND = "2023-24-q4"

PAGES: tuple[Page, ...] = (
    Page("home"),
    Page("plan"),
    Page("one-plan", {"plan": "2023-24"}),
    Page("one-plan", {"plan": "2009-12"}),
    Page("objective", {"plan": "2023-24", "ref": "PED02"}),
    Page("objective", {"plan": "2018-19", "ref": "PED03"}),
    Page("milestone", {"plan": "2023-24", "ref": "PED02a"}),
    Page("milestone", {"plan": "2009-12", "ref": "ULS-1a"}),
    Page("measures"),
    Page("measures", query="?plan=2016-19"),
    Page("measures", query="?direction=worse&progress=red"),
    # One series over four plans; parts; a score below zero; money; an old measure; nothing to draw.
    Page("measure", {"slug": "children-entering-care"}),
    Page("measure", {"slug": "school-attendance"}),
    Page("measure", {"slug": "school-attendance"}, query="?round=2023-24-q3"),
    Page("measure", {"slug": "progress-8"}),
    Page("measure", {"slug": "spend-on-placements-for-children-in-care"}),
    Page("measure", {"slug": "ks2-english-two-levels"}),
    Page("measure", {"slug": "poet-survey-responses"}),
    Page("reports"),
    Page("report", {"round": ROUND}),
    Page("edition", {"round": "2023-24-q3", "number": 1}),
    Page("search"),
    Page("search", query="?q=attendance"),
    Page("search", query="?q=xyzzy"),
    Page("judging"),
    Page("open-data"),
    Page("accessibility"),
    Page("sign-in"),
    Page("roles"),
)

# Addresses that are no public page, each with what it is; files and actions have tests of their own.
NOT_PAGES: Mapping[str, str] = {
    "measure-csv": "a file",
    "measure-csv-metadata": "a file",
    "figures-csv": "a file",
    "figures-csv-metadata": "a file",
    "edition-file": "a frozen file",
    "publish": "for people who may publish",
    "correct": "for people who may publish",
    "findings": "for people inside",
    "edition-findings": "for people inside",
    "waive": "for people who may publish",
    "withdraw-waiver": "an action: POST only",
    "imports": "for people who may import",
    "import-template": "for people who may import",
    "import-template-workbook": "a file, for people who may import",
    "import-template-returned": "a file, for people who may import",
    "import": "for people who may import",
    "import-destination": "for people who may import",
    "import-rows": "for people who may import",
    "import-row": "for people who may import",
    "import-measures": "for people who may import",
    "import-trial": "for people who may import",
    "import-not-recognised": "for people who may import",
    "import-original": "a file, for people who may import",
    "import-put-aside": "an action: POST only",
    "account": "for people who have signed in",
    "sign-out": "an action: POST only",
    "healthy": "plain text for a monitor",
}


def installed_names() -> set[str]:
    """Return the names of all addresses that the site answers."""
    return {pattern.name or str(pattern.pattern) for pattern in _patterns(get_resolver().url_patterns)}


def public_paths() -> list[str]:
    """Return the path of every public page."""
    return [page.path for page in PAGES]


def _patterns(found: list[URLPattern | URLResolver]) -> Iterator[URLPattern]:
    for pattern in found:
        if isinstance(pattern, URLResolver):
            yield from _patterns(pattern.url_patterns)
        else:
            yield pattern
