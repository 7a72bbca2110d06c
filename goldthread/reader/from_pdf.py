"""PDF → blocks: by its tags where it has them, by where the words stand on the page where it has none."""

from __future__ import annotations

from goldthread.reader.blocks import Block, BlockDocument
from goldthread.reader.pdf_layout import blocks_of_layout
from goldthread.reader.pdf_page import Page, PageReader
from goldthread.reader.unreadable import Unreadable

MOST_PAGES = 3_000


def from_pdf(content: bytes, *, file: str) -> BlockDocument:
    """The blocks of a PDF, page by page; pages without text are named in the notes.

    Raises: Unreadable when it is damaged, has a password, or more pages than any paper.
    """
    import pypdfium2

    try:
        opened = pypdfium2.PdfDocument(content)
        count = len(opened)
    except pypdfium2.PdfiumError as problem:
        if "password" in str(problem).lower():
            raise Unreadable(file, why="it has a password", remedy="Save it without a password.") from problem
        raise Unreadable(file, why="it is damaged or cut short", remedy="Save it again as PDF.") from problem
    if not 0 < count <= MOST_PAGES:
        raise Unreadable(file, why=f"it has {count:,} pages", remedy="Split it into parts.")
    pages = [PageReader(opened, index).read() for index in range(count)]
    blocks: list[Block] = blocks_of_layout(pages, file=file)
    return BlockDocument(file=file, format="pdf", blocks=tuple(blocks), notes=_notes(pages))


def _notes(pages: list[Page]) -> tuple[str, ...]:
    empty = [str(page.number) for page in pages if not page.runs]
    if not empty:
        return ()
    which = f"Page {empty[0]} has" if len(empty) == 1 else f"Pages {', '.join(empty)} have"
    return (f"{which} no text: a scan, perhaps, which is not read.",)
