"""Text that a conversion has damaged, put right only where the file's own words show how."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from goldthread.reader.blocks import BlockDocument, Heading, ListItem, Paragraph

_LOOKALIKES = str.maketrans("АВСЕНІЈКМОРЅТХУЗасеіјорѕху", "ABCEHIJKMOPSTXY3aceijopsxy")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_NOT_LATIN = re.compile(r"[\u0370-\u04ff]")
_ORDINAL = re.compile(r"(?<=\d) (?=(?:st|nd|rd|th)\b)")
_CUT_OFF = re.compile(r"\b([^\W\d_]{3,}) ([^\W\d_]{1,2})\b")
_LONGEST_OVERLAP = 3
_NEAR = 40
"""How far around the seam words are looked at."""


def latin(text: str) -> str:
    """The text with letters of other alphabets that look like Latin ones turned into these.

    >>> latin("\\u0422\\u0412\\u0410")
    'TBA'
    """
    return text.translate(_LOOKALIKES) if _NOT_LATIN.search(text) else text


def vocabulary(document: BlockDocument) -> frozenset[str]:
    """The words of the file's running text in lower case: what a broken word of a table may be put together to."""
    texts = (block.text for block in document.blocks if isinstance(block, Paragraph | ListItem | Heading))
    return frozenset(word.lower() for text in texts for word in _WORD.findall(text))


def mended(text: str, *, words: frozenset[str]) -> str:
    """The text without the spaces that a narrow column put into its words.

    >>> mended("Baseline to be establishe d, 2 nd year", words=frozenset({"established"}))
    'Baseline to be established, 2nd year'
    """

    def whole(found: re.Match[str]) -> str:
        glued = found[1] + found[2]
        broken = found[1].lower() not in words and glued.lower() in words
        return glued if broken else found[0]

    return _CUT_OFF.sub(whole, _ORDINAL.sub("", latin(text)))


def put_together(pieces: Sequence[str], *, words: frozenset[str]) -> str:
    """One text out of pieces that stand in neighbouring cells, cut anywhere, even within a word.

    Of the ways to join two pieces the first is taken whose words are words of the file; where none is, a space joins.

    >>> put_together(["A Saf", "er Town, ", "young", "j people"], words=frozenset({"safer", "young", "people"}))
    'A Safer Town, young people'
    """
    done: list[str] = []
    tail = ""
    for piece in pieces:
        text = latin(piece).strip()
        if text:
            joined = _joined(tail, text, words=words) if tail else text
            done.append(joined[:-_NEAR])
            tail = joined[-_NEAR:]
    return "".join(done) + tail


def _joined(left: str, right: str, *, words: frozenset[str]) -> str:
    """The end of what is there so far, which is as much as is looked at, and the next piece."""
    for joined in _ways(left, right[:_NEAR]) if left[-1].isalpha() and right[0].isalpha() else ():
        if _is_sound(joined, around=len(left), words=words):
            return f"{joined}{right[_NEAR:]}"
    return f"{left} {right}"


def _ways(left: str, right: str) -> Iterator[str]:
    yield left + right
    for length in range(1, _LONGEST_OVERLAP + 1):
        if left[-length:] == right[:length]:
            yield left + right[length:]
    if left.endswith("r") and right.startswith("n"):  # an m that was read as r and n
        yield f"{left[:-1]}m{right[1:]}"
    yield f"{left} {right}"
    if re.match(r"[a-z] ", right):  # a sliver of the letter before
        yield f"{left} {right[2:]}"


def _is_sound(text: str, *, around: int, words: frozenset[str]) -> bool:
    """Whether the words at the seam, give or take one letter, are known."""
    found = (
        match[0].lower()
        for match in _WORD.finditer(text)
        if match.start() <= around + 1 and match.end() >= around - 1
    )
    known = [word in words for word in found]
    return bool(known) and all(known)
