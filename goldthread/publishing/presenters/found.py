"""What a search found, grouped by kind, each with the words around the first hit."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup, escape

from goldthread.publishing.models import SearchEntry
from goldthread.publishing.search import KINDS, MOST_FOUND, words_of
from goldthread.rendering.wording import counted

SNIPPET: Final = 200
MOST_A_KIND: Final = 20


@dataclass(frozen=True, kw_only=True)
class Hit:
    """One thing found."""

    title: Markup
    href: str
    snippet: Markup


@dataclass(frozen=True, kw_only=True)
class Group:
    """All that was found of one kind."""

    kind: str
    count: str
    hits: tuple[Hit, ...]


@dataclass(frozen=True, kw_only=True)
class SearchPage:
    """The page's words."""

    query: str
    heading: str
    message: str
    groups: tuple[Group, ...]


def search_page(query: str, *, found: Sequence[SearchEntry]) -> SearchPage:
    """Return the page of a search; an empty search asks for words."""
    words = words_of(query)
    groups = tuple(_group(kind, [each for each in found if each.kind == kind], words=words) for kind in KINDS)
    return SearchPage(
        query=query,
        heading=f"Search results for “{query}”" if words else "Search",
        message=_message(words, found=len(found)),
        groups=tuple(group for group in groups if group.hits),
    )


def _message(words: Sequence[str], *, found: int) -> str:
    if not words:
        return "Enter a word to search measures, milestones, objectives and published commentary."
    if not found:
        return "Nothing was found. Check the spelling, or use fewer or more general words."
    return f"{counted(found, 'result')} found." if found < MOST_FOUND else f"The nearest {MOST_FOUND} results."


def _group(kind: str, entries: Sequence[SearchEntry], *, words: Sequence[str]) -> Group:
    shown = entries[:MOST_A_KIND]
    more = f", the nearest {MOST_A_KIND} shown" if len(entries) > MOST_A_KIND else ""
    return Group(
        kind=kind,
        count=f"{counted(len(entries), 'result')}{more}",
        hits=tuple(
            Hit(title=marked(each.title, words=words), href=each.address, snippet=snippet(each.text, words=words))
            for each in shown
        ),
    )


def snippet(text: str, *, words: Sequence[str]) -> Markup:
    """Return the words around the first hit, every hit marked; nothing else of the text is markup.

    >>> print(snippet("Children <18 in need", words=["need"]))
    Children &lt;18 in <mark>need</mark>
    """
    first = _pattern(words).search(text)
    start = max(0, first.start() - SNIPPET // 3) if first else 0
    start = text.find(" ", start) + 1 if start else 0
    cut = text[start : start + SNIPPET]
    if start + SNIPPET < len(text):
        cut = f"{cut.rsplit(' ', 1)[0]} …"
    return marked(f"… {cut}" if start else cut, words=words)


def marked(text: str, *, words: Sequence[str]) -> Markup:
    """Return a text with every hit marked; nothing else of it is markup."""
    parts = _pattern(words).split(text)
    return Markup("").join(
        Markup("<mark>{}</mark>").format(part) if place % 2 else escape(part) for place, part in enumerate(parts)
    )


def _pattern(words: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"\b({'|'.join(map(re.escape, words))})", re.IGNORECASE)
