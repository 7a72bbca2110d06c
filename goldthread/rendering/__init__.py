"""A document in, bytes out: one model, and a writer for each format."""

from collections.abc import Callable, Mapping
from typing import Final

from goldthread.rendering.document import Document
from goldthread.rendering.to_docx import to_docx
from goldthread.rendering.to_html import to_html
from goldthread.rendering.to_pdf import to_pdf
from goldthread.rendering.to_xlsx import to_xlsx

FORMATS: Final[Mapping[str, Callable[[Document], bytes]]] = {
    "html": to_html,
    "pdf": to_pdf,
    "docx": to_docx,
    "xlsx": to_xlsx,
}


class UnknownFormat(ValueError):
    """A format that there is no writer for."""


def render(document: Document, format: str) -> bytes:
    """Return the document in a format.

    Raises: UnknownFormat naming the formats there are.

    >>> from datetime import date
    >>> render(Document(title="Report", author="Example Council", date=date(2024, 7, 15)), "odt")
    Traceback (most recent call last):
    goldthread.rendering.UnknownFormat: There is no format “odt”. Choose one of: html, pdf, docx, xlsx.
    """
    if format not in FORMATS:
        raise UnknownFormat(f"There is no format “{format}”. Choose one of: {', '.join(FORMATS)}.")
    return FORMATS[format](document)
