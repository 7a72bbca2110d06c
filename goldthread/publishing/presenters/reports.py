"""The published reports: rounds, editions, downloads with type and size, and the frozen body of the report."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from goldthread.domain.periods import in_words, parse_period
from goldthread.monitoring.models import Round
from goldthread.publishing.cells import Anchor
from goldthread.publishing.models import Edition, EditionFile
from goldthread.rendering.wording import long_date

KINDS: Final[dict[str, tuple[str, str, str]]] = {
    "html": ("Web page", "HTML", "text/html; charset=utf-8"),
    "pdf": ("Portable document", "PDF", "application/pdf"),
    "docx": (
        "Word document",
        "DOCX",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
    "xlsx": ("Spreadsheet", "XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}
SHOWN_IN_BROWSER: Final = frozenset({"html", "pdf"})


@dataclass(frozen=True, kw_only=True)
class ReportLine:
    """One round in the list of reports."""

    link: Anchor
    title: str
    board: str
    state: str


@dataclass(frozen=True, kw_only=True)
class EditionLine:
    """One edition: what it is, and its files."""

    number: int
    heading: str
    published: str
    reason: str
    checksum: SafeString
    files: tuple[tuple[str, str], ...]
    link: Anchor


@dataclass(frozen=True, kw_only=True)
class ReportPage:
    """The page of a report: an edition of it, in full."""

    round: Round
    period: str
    title: str
    is_published: bool
    is_latest: bool
    shown: EditionLine | None
    others: tuple[EditionLine, ...]
    body: SafeString


def report_list(rounds: Sequence[Round], *, latest: Mapping[int, Edition]) -> tuple[ReportLine, ...]:
    """Return the list of reports, the latest round first."""
    return tuple(
        ReportLine(
            link=Anchor(in_words(parse_period(each.period)), reverse("report", args=[each.slug])),
            title=each.title,
            board=each.board,
            state=_state(latest.get(each.pk)),
        )
        for each in rounds
    )


def _state(edition: Edition | None) -> str:
    if edition is None:
        return "Not published yet"
    words = f"Published {_day(edition)}"
    return words if edition.number == 1 else f"Edition {edition.number}, corrected: {words.lower()}"


def edition_asked(number: int | None, *, editions: Sequence[Edition]) -> Edition | None:
    """Return the edition of this number, or the latest where none is asked for."""
    return next((each for each in editions if number in (None, each.number)), None)


def report_page(*, round: Round, editions: Sequence[Edition], shown: Edition | None, body: bytes) -> ReportPage:
    """Return the page of one edition of a round's report, or of its draft where there is none."""
    return ReportPage(
        round=round,
        period=in_words(parse_period(round.period)),
        title=round.title,
        is_published=round.is_published,
        is_latest=shown is None or shown.pk == editions[0].pk,
        shown=_edition(shown, round=round) if shown else None,
        others=tuple(_edition(each, round=round) for each in editions if shown is None or each.pk != shown.pk),
        body=body_of(body.decode()),
    )


def _edition(edition: Edition, *, round: Round) -> EditionLine:
    files = sorted(
        (file for file in edition.files.all() if file.format in KINDS),
        key=lambda file: list(KINDS).index(file.format),
    )
    return EditionLine(
        number=edition.number,
        heading=f"Edition {edition.number}",
        published=_day(edition),
        reason=edition.reason,
        checksum=format_html("<code>{}</code>", _broken_up(edition.checksum)),
        files=tuple(
            (
                _download_text(file, round=round, number=edition.number),
                _address(file, round=round, number=edition.number),
            )
            for file in files
        ),
        link=Anchor(f"Edition {edition.number}", reverse("edition", args=[round.slug, edition.number])),
    )


def _download_text(file: EditionFile, *, round: Round, number: int) -> str:
    name, kind, _ = KINDS[file.format]
    return f"{round.period} report, edition {number}: {name.lower()} ({kind}, {size_text(file.size)})"


def _address(file: EditionFile, *, round: Round, number: int) -> str:
    return reverse(
        "edition-file", args=[round.slug, number, file_name(round.slug, number=number, format=file.format)]
    )


def file_name(round: str, *, number: int, format: str) -> str:
    """Return the name of an edition's file.

    >>> file_name("2023-24-q4", number=1, format="pdf")
    'report-2023-24-q4-edition-1.pdf'
    """
    return f"report-{round}-edition-{number}.{format}"


def size_text(size: int) -> str:
    """Return a file's size as a download says it.

    >>> size_text(34_567), size_text(2_345_678), size_text(300)
    ('34 kB', '2.2 MB', '1 kB')
    """
    kilobytes = max(1, round(size / 1024))
    return f"{kilobytes} kB" if kilobytes < 1000 else f"{size / 1024 / 1024:.1f} MB"


def _broken_up(checksum: str) -> SafeString:
    """Return a checksum that may break between its eighths, so that it fits a narrow screen."""
    return format_html_join(mark_safe("<wbr>"), "{}", ((checksum[n : n + 8],) for n in range(0, len(checksum), 8)))


def _day(edition: Edition) -> str:
    return long_date(timezone.localtime(edition.published_at).date())


_MAIN: Final = re.compile(r"<main\b[^>]*>(.*)</main>", re.DOTALL)
_TITLE: Final = re.compile(r"<h1\b.*?</h1>", re.DOTALL)
_BODY: Final = re.compile(r"<body\b[^>]*>(.*)</body>", re.DOTALL)


def body_of(page: str) -> SafeString:
    """Return what stands in the main part of a frozen page below its title, to be shown inside the site.

    The bytes were written by this program and frozen, with every text escaped, so they are markup already.

    >>> body_of('<html><body><main id="x"><h1>Title</h1><p>Words</p></main></body></html>')
    '<p>Words</p>'
    """
    found = _MAIN.search(page) or _BODY.search(page)
    return mark_safe(_TITLE.sub("", found[1] if found else page, count=1).strip())  # noqa: S308
