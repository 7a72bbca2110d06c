"""The body of a Word file as XML: paragraphs, contents, tables and pictures, in the order of the document."""

from collections.abc import Iterator
from typing import Any, Final
from xml.sax.saxutils import escape

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml.ns import nsdecls
from docx.parts.image import ImagePart

from goldthread.rendering.content import Emphasis, Strong
from goldthread.rendering.document import (
    Block,
    BulletList,
    Cell,
    Chart,
    Document,
    Heading,
    Inline,
    Item,
    Light,
    Link,
    Note,
    PageBreak,
    Paragraph,
    SummaryList,
    Table,
    Text,
    Words,
    inlines,
)
from goldthread.rendering.layout import TEXT_WIDTH, column_widths, contents_depth, stands_whole, together
from goldthread.rendering.pictures import size_of

TONES: Final = {
    "green": ("E4F3EB", "0A4F37"),
    "amber": ("FFF4DA", "5E3C00"),
    "red": ("FDEBE9", "82150F"),
    "grey": ("FFFFFF", "3D4A52"),
}
_TWIPS: Final = 20  # in a point
_PICTURE_WIDTH: Final = 3_420_000  # English metric units: 9.5 cm
_QUOTES: Final = {'"': "&quot;"}
_GAP: Final = '<w:spacing w:before="200"/>'
_KEEP: Final = "<w:keepNext/>"


class Body:
    """Writes the blocks of a document; pictures and links go to the file's own part as they come up."""

    def __init__(self, document: Document, *, part: Any, pictures: Iterator[bytes]) -> None:
        self._document = document
        self._part = part
        self._pictures = pictures
        self._links: dict[str, str] = {}
        self._places = {anchor: place for place, anchor in enumerate(document.anchors(), start=1)}
        self._written: list[str] = []
        self._headings = 0
        self._drawings = 0
        self._new_page = False
        self._after_table = False

    def written(self, *, last: str) -> str:
        """Return the whole body; `last` is what the file says of its pages."""
        document = self._document
        self._paragraph(inlines(document.title), style="Title")
        if document.subtitle:
            self._paragraph(inlines(document.subtitle), style="Subtitle")
        self._paragraph(inlines(Strong(document.author)))
        self._items(document.summary)
        self._contents()
        for run in together(document.blocks):
            for place, block in enumerate(run):
                self._block(block, keep=place < len(run) - 1)
        if self._after_table:
            self._paragraph(())  # a file may not end with a table
        return f"<w:body {nsdecls('w', 'r', 'wp', 'a', 'pic')}>{''.join(self._written)}{last}</w:body>"

    def _block(self, block: Block, *, keep: bool) -> None:
        match block:
            case Heading():
                self._heading(block)
            case Paragraph():
                self._paragraph(block.content, keep=keep)
            case Note():
                self._paragraph(block.content, style="IntenseQuote", keep=keep)
            case BulletList():
                for place, content in enumerate(block.items, start=1):
                    self._paragraph(content, style="ListBullet", keep=keep or place < min(len(block.items), 3))
            case SummaryList():
                self._items(block.items)
            case PageBreak():
                self._new_page = True
            case Chart():
                self._chart(block)
            case Table():
                self._table(block)

    def _paragraph(self, content: tuple[Inline, ...], *, style: str = "", keep: bool = False) -> None:
        self._add(self._runs(content), style=style, keep=keep)

    def _add(self, runs: str, *, style: str = "", keep: bool = False) -> None:
        """Write one paragraph; after a table with room above, after a page break on a new page."""
        properties = (
            (f'<w:pStyle w:val="{style}"/>' if style else "")
            + (_KEEP if keep else "")
            + ("<w:pageBreakBefore/>" if self._new_page else "")
            + (_GAP if self._after_table and not style else "")
        )
        self._new_page = self._after_table = False
        self._written.append(f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>")

    def _items(self, items: tuple[Item, ...]) -> None:
        for entry in items:
            self._paragraph((Strong(f"{entry.label}: "), *entry.content))

    def _contents(self) -> None:
        """Write a contents list of links; Word adds page numbers when its reader updates it."""
        depth = contents_depth(self._document)
        if not depth:
            return
        listed = [
            (heading, place)
            for place, heading in enumerate(self._document.headings(), start=1)
            if heading.level <= depth
        ]
        self._paragraph(inlines("Contents"), style="TOCHeading")
        for heading, place in listed:
            first = _field_part("begin") + _instruction(depth) + _field_part("separate") if place == 1 else ""
            end = _field_part("end") if (heading, place) == listed[-1] else ""
            link = (
                f'<w:hyperlink w:anchor="{_bookmark(place)}" w:history="1">{_run(Text(heading.text))}</w:hyperlink>'
            )
            self._add(first + link + end, style=f"TOC{heading.level}")
        self._new_page = True

    def _heading(self, block: Heading) -> None:
        self._headings += 1
        mark = f'w:id="{self._headings}"'
        self._add(
            f'<w:bookmarkStart {mark} w:name="{_bookmark(self._headings)}"/>{_run(Text(block.text))}'
            f"<w:bookmarkEnd {mark}/>",
            style=f"Heading{block.level}",
        )

    def _runs(self, content: tuple[Inline, ...]) -> str:
        return "".join(self._link(part) if isinstance(part, Link) else _run(part) for part in content)

    def _link(self, link: Link) -> str:
        run = _run(Text(link.text), marks='<w:color w:val="0B5078"/><w:u w:val="single"/>')
        if link.href.startswith("#"):
            return f'<w:hyperlink w:anchor="{_bookmark(self._places[link.href[1:]])}">{run}</w:hyperlink>'
        if link.href not in self._links:
            key = self._part.relate_to(link.href, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
            self._links[link.href] = key
        return f'<w:hyperlink r:id="{self._links[link.href]}">{run}</w:hyperlink>'

    def _chart(self, block: Chart) -> None:
        self._paragraph(inlines(Strong(block.sentence)), keep=True)
        self._drawings += 1
        picture = next(self._pictures)
        name = PackURI(f"/word/media/chart{self._drawings}.png")
        key = self._part.relate_to(ImagePart(name, CONTENT_TYPE.PNG, picture), RELATIONSHIP_TYPE.IMAGE)
        across, down = size_of(picture)
        self._add(
            _drawing(
                key,
                place=self._drawings,
                title=block.spec.title,
                description=block.sentence,
                height=_PICTURE_WIDTH * down // across,
            )
        )
        self._table(block.table)

    def _table(self, table: Table) -> None:
        self._paragraph(inlines(table.caption), style="Caption", keep=True)
        self._written += self._table_xml(table)
        self._after_table = True

    def _table_xml(self, table: Table) -> Iterator[str]:
        widths = [round(share * TEXT_WIDTH * _TWIPS) for share in column_widths(table)]
        numeric = [column.numeric for column in table.columns]
        yield (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
            '<w:tblBorders><w:top w:val="nil"/><w:left w:val="nil"/>'
            '<w:bottom w:val="single" w:sz="4" w:space="0" w:color="D9DEE1"/><w:right w:val="nil"/>'
            '<w:insideH w:val="single" w:sz="4" w:space="0" w:color="D9DEE1"/><w:insideV w:val="nil"/></w:tblBorders>'
            '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="50" w:type="dxa"/>'
            '<w:right w:w="100" w:type="dxa"/></w:tblCellMar>'
            f'<w:tblLook w:firstRow="1" w:firstColumn="{int(table.row_headers)}" w:noHBand="1" w:noVBand="1"/>'
            f'<w:tblCaption w:val="{escape(table.caption, _QUOTES)}"/></w:tblPr><w:tblGrid>'
        )
        yield from (f'<w:gridCol w:w="{width}"/>' for width in widths)
        yield "</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
        for column, width in zip(table.columns, widths, strict=True):
            yield _cell(_run(Strong(column.text)), width=width, numeric=column.numeric, keep=True)
        yield "</w:tr>"
        kept = len(table.rows) - 1 if stands_whole(table) else 0
        for place, row in enumerate(table.rows):
            yield "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
            for cell, width, right in zip(row, widths, numeric, strict=True):
                yield _cell(self._cell_runs(cell), width=width, numeric=right, keep=place < kept)
            yield "</w:tr>"
        yield "</w:tbl>"

    def _cell_runs(self, cell: Cell) -> str:
        return self._runs(cell.content) if isinstance(cell, Words) else _run(Text(cell.text))


def _bookmark(place: int) -> str:
    return f"_Toc{place:06}"


def _field_part(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def _instruction(depth: int) -> str:
    return f'<w:r><w:instrText xml:space="preserve"> TOC \\o "1-{depth}" \\h </w:instrText></w:r>'


def _cell(runs: str, *, width: int, numeric: bool, keep: bool) -> str:
    align = '<w:jc w:val="right"/>' if numeric else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="TableText"/>'
        f"{_KEEP if keep else ''}{align}</w:pPr>{runs}</w:p></w:tc>"
    )


def _run(part: Inline, *, marks: str = "") -> str:
    if isinstance(part, Light):
        fill, ink = TONES[part.tone]
        marks = f'<w:b/><w:color w:val="{ink}"/><w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'
    elif isinstance(part, Strong):
        marks = "<w:b/>"
    elif isinstance(part, Emphasis):
        marks = "<w:i/>"
    text = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in part.text.split("\n"))
    return f"<w:r><w:rPr>{marks}</w:rPr>{text}</w:r>" if marks else f"<w:r>{text}</w:r>"


def _drawing(key: str, *, place: int, title: str, description: str, height: int) -> str:
    """Return a picture that stands in the line of text, with its alternative text."""
    said = f'descr="{escape(description, _QUOTES)}" title="{escape(title, _QUOTES)}"'
    extent = f'cx="{_PICTURE_WIDTH}" cy="{height}"'
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {extent}/>'
        f'<wp:docPr id="{place}" name="Chart {place}" {said}/>'
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr id="{place}" name="chart{place}.png" {said}/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{key}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )
