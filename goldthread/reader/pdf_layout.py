"""Words on pages → blocks: lines, columns, tables by their rules or by how their words line up, headings by size."""

from __future__ import annotations

from bisect import bisect
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from goldthread.domain.papers import Where
from goldthread.reader.blocks import Block, Heading, ListItem, Paragraph, Table, TableCell, TableRow
from goldthread.reader.pdf_boxes import DrawnTable, drawn_tables, holds, panels
from goldthread.reader.pdf_page import Box, Page, Run

GUTTER = 8.0  # points
PADDING = 12.0  # points: between a cell's words and the rule around it
FEWEST = 4
DEEPEST = 4
GAP = 0.75  # of the text's height: more than a space
BULLETS = "•▪◦‣●o"
SHORT = 14  # characters
EDGE = 0.075  # of the page's height: where headers and footers stand


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page: its pieces from left to right, each a stretch of words without a wide gap."""

    pieces: tuple[Run, ...]
    page: int
    number: int

    @property
    def box(self) -> Box:
        """The box of all of it."""
        boxes = [piece.box for piece in self.pieces]
        return Box(
            min(each.left for each in boxes),
            min(each.top for each in boxes),
            max(each.right for each in boxes),
            max(each.bottom for each in boxes),
        )

    @property
    def text(self) -> str:
        """Its words."""
        return " ".join(piece.text for piece in self.pieces)


def blocks_of_layout(pages: Sequence[Page], *, file: str) -> list[Block]:
    """The blocks of all pages in reading order; running headers and footers, the same on most pages, are left out."""
    running = _running(pages)
    sizes = [run.size for page in pages for run in page.runs]
    usual = median(sizes) if sizes else 10.0
    blocks: list[Block] = []
    for page in pages:
        runs = tuple(run for run in page.runs if not (_is_at_the_edge(run, page) and _key(run.text) in running))
        blocks += _page(replace(page, runs=runs), file=file, usual=usual)
    return _joined(blocks)


def _page(page: Page, *, file: str, usual: float) -> list[Block]:
    """Drawn tables, panels, and the rest of a page, from the top down."""
    parts: list[tuple[float, float, list[Block]]] = []
    left = list(page.runs)
    for drawn in drawn_tables(page):
        if any(runs for row in drawn.rows for _, runs in row):
            parts.append((drawn.box.top, drawn.box.left, [_drawn(drawn, page, file=file)]))
            left = [run for run in left if not holds(drawn.box, run.box)]
    for panel in panels(replace(page, runs=tuple(left))):
        inside = [run for run in left if holds(panel, run.box)]
        left = [run for run in left if not holds(panel, run.box)]
        blocks = [block for part in _columns_of(inside) for block in _flowing(page, part, file, float("inf"))]
        parts.append((panel.top, panel.left, blocks))
    middle = page.width / 2
    has_sides = bool(parts) and all(at < middle * 0.9 or at > middle for _, at, _ in parts)
    for group in _between(left, parts, middle if has_sides else None):
        blocks = [block for part in _regions(group, page, depth=0) for block in _flowing(page, part, file, usual)]
        parts.append((min(run.box.top for run in group), min(run.box.left for run in group), blocks))
    order = sorted(parts, key=lambda part: (has_sides and part[1] >= middle, part[0], part[1]))
    return [block for _, _, blocks in order for block in blocks]


def _between(
    runs: Sequence[Run], parts: Sequence[tuple[float, float, list[Block]]], middle: float | None
) -> list[list[Run]]:
    """What stands outside tables and panels, in groups: above, between and below them, on each side where two are."""
    groups: dict[tuple[bool, int], list[Run]] = {}
    for run in runs:
        is_right = middle is not None and run.box.left >= middle
        above = sum(top < run.box.top and (middle is None or (at >= middle) == is_right) for top, at, _ in parts)
        groups.setdefault((is_right, above), []).append(run)
    return list(groups.values())


def _flowing(page: Page, runs: list[Run], file: str, usual: float) -> list[Block]:
    return list(_blocks(page, _lines_of(runs, page.number), file=file, usual=usual))


def _drawn(drawn: DrawnTable, page: Page, *, file: str) -> Table:
    rows = []
    for number, row in enumerate(drawn.rows, start=1):
        cells = tuple(
            TableCell(
                text=_flow([line.text for line in _lines_of(runs, page.number)]),
                where=Where(file=file, page=page.number, cell=f"row {number}, column {column}"),
                shade=_shade(box, page),
            )
            for column, (box, runs) in enumerate(row, start=1)
        )
        rows.append(TableRow(cells=cells, where=Where(file=file, page=page.number, cell=f"row {number}")))
    return Table(rows=tuple(rows), where=rows[0].where)


def _shade(box: Box, page: Page) -> str | None:
    """The colour on top of a cell: that of the last box drawn in its place."""
    return next((fill.colour for fill in reversed(page.fills) if fill.box == box and fill.colour), None)


def _columns_of(runs: list[Run]) -> list[list[Run]]:
    """The columns of a panel, its title over all of them first."""
    lines = sorted(runs, key=lambda run: run.base)
    title: list[Run] = []
    while lines and len(_upright(lines)) < 2 and len(lines) > 1:
        title.append(lines.pop(0))
    return [part for part in (title, *_upright(lines)) if part]


def _upright(runs: Sequence[Run]) -> list[list[Run]]:
    """Runs in columns from left to right: a new one where nothing stands over the gap."""
    columns: list[list[Run]] = []
    reached = float("-inf")
    for run in sorted(runs, key=lambda run: run.box.left):
        if not columns or run.box.left > reached + 4:
            columns.append([])
        columns[-1].append(run)
        reached = max(reached, run.box.right)
    return columns


def _lines_of(runs: Sequence[Run], page: int) -> list[Line]:
    rows: dict[int, list[Run]] = {}
    for run in runs:
        base = round(run.base)
        row = next((each for each in (base, base - 1, base + 1) if each in rows), base)
        rows.setdefault(row, []).append(run)
    return [
        Line(pieces=tuple(_pieces(sorted(rows[row], key=lambda run: run.box.left))), page=page, number=row)
        for row in sorted(rows)
    ]


def _regions(runs: list[Run], page: Page, *, depth: int) -> Iterator[list[Run]]:
    """Parts of a page that are read one after the other: cut where columns stand side by side, not in one table."""
    cut = _gutter(runs, page) if depth < DEEPEST and len(runs) > 5 else None
    if cut is None:
        if runs:
            yield runs
        return
    across = sorted((run for run in runs if run.box.left < cut < run.box.right), key=lambda run: run.base)
    edges = [run.base for run in across]
    bands: dict[int, list[Run]] = {}
    for run in runs:
        if not run.box.left < cut < run.box.right:
            bands.setdefault(bisect(edges, run.base), []).append(run)
    for number in range(len(edges) + 1):
        band = bands.get(number, [])
        sides = [run for run in band if run.box.right <= cut], [run for run in band if run.box.left >= cut]
        if all(sides) and not _are_rows(*sides) and not _is_ruled(band, cut, page):
            for side in sides:
                yield from _regions(side, page, depth=depth + 1)
        elif band:
            yield from _regions(band, page, depth=depth + 1)
        if number < len(across):
            yield [across[number]]


def _gutter(runs: Sequence[Run], page: Page) -> float | None:
    """The middle of the widest upright strip between lines that do not stand on one row; None where there is none."""
    narrow = sorted(
        (run for run in runs if run.box.right - run.box.left < 0.6 * page.width), key=lambda run: run.box.left
    )
    best: tuple[float, float] | None = None
    reached = narrow[0].box.right if narrow else 0.0
    for run in narrow:
        gap = run.box.left - reached
        if gap > GUTTER and (best is None or gap > best[0]):
            cut = (reached + run.box.left) / 2
            sides = (
                [each for each in narrow if each.box.right <= cut],
                [each for each in narrow if each.box.left >= cut],
            )
            if min(map(len, sides)) >= FEWEST and not _are_rows(*sides) and not _is_ruled(narrow, cut, page):
                best = (gap, cut)
        reached = max(reached, run.box.right)
    return best[1] if best else None


def _is_ruled(runs: Sequence[Run], cut: float, page: Page) -> bool:
    """Whether rules or filled rows run across, as they do in one table: two of them or more."""
    top, bottom = min(run.box.top for run in runs), max(run.box.bottom for run in runs)
    drawn = [*page.rules, *(fill.box for fill in page.fills if fill.box.height < 0.5 * page.height)]
    across = [
        box for box in drawn if box.left < cut - 2 and cut + 2 < box.right and top - 8 < box.middle < bottom + 8
    ]
    return len(across) >= 2


def _are_rows(left: Sequence[Run], right: Sequence[Run]) -> bool:
    """Whether the lines of two columns stand beside each other, as the cells of one table do."""
    mine, theirs = {round(run.base) for run in left}, {round(run.base) for run in right}
    smaller, larger = sorted((mine, theirs), key=len)
    together = sum(any(base + off in larger for off in (-1, 0, 1)) for base in smaller)
    return together * 2 >= len(smaller)


def _pieces(row: Sequence[Run]) -> Iterator[Run]:
    held: Run | None = None
    for run in row:
        if held is None:
            held = run
        elif run.box.left - held.box.right < GAP * max(held.size, run.size, 4):
            joint = "" if run.box.left - held.box.right < 0.15 * held.size else " "
            box = Box(
                held.box.left, min(held.box.top, run.box.top), run.box.right, max(held.box.bottom, run.box.bottom)
            )
            held = Run(held.text + joint + run.text, box, max(held.size, run.size), held.base)
        else:
            yield held
            held = run
    if held is not None:
        yield held


def _key(text: str) -> str:
    return "".join(mark for mark in text.lower() if mark.isalpha()) or "#"


def _running(pages: Sequence[Page]) -> set[str]:
    """What stands at the edge of most pages; page numbers count as the same."""
    if len(pages) < 3:
        return set()
    counts = Counter(
        key for page in pages for key in {_key(run.text) for run in page.runs if _is_at_the_edge(run, page)}
    )
    return {key for key, count in counts.items() if count * 2 > len(pages)}


def _is_at_the_edge(run: Run, page: Page) -> bool:
    return run.box.bottom < EDGE * page.height or run.box.top > (1 - EDGE) * page.height


def _blocks(page: Page, lines: Sequence[Line], *, file: str, usual: float) -> Iterator[Block]:
    at = 0
    while at < len(lines):
        end = _table_end(lines, at) or _ruled_end(page, lines, at)
        if end is not None:
            yield _table(page, lines[at:end], file=file)
            at = end
            continue
        stop = at + 1
        while stop < len(lines) and _goes_on(lines[stop - 1], lines[stop]) and _table_end(lines, stop) is None:
            stop += 1
        yield from _texts(lines[at:stop], file=file, usual=usual)
        at = stop


def _goes_on(line: Line, following: Line) -> bool:
    """Whether a line and the next are of one paragraph."""
    if len(line.pieces) > 1 or len(following.pieces) > 1:
        return False
    one, other = line.pieces[0], following.pieces[0]
    if other.text[:1] in BULLETS or abs(one.size - other.size) > 0.15 * max(one.size, other.size):
        return False
    if max(len(one.text), len(other.text)) <= SHORT and any(mark.isdigit() for mark in one.text + other.text):
        return False  # figures under each other
    return (
        other.box.top - one.box.bottom < 0.8 * max(one.size, other.size) and abs(one.box.left - other.box.left) < 30
    )


def _table_end(lines: Sequence[Line], start: int) -> int | None:
    """Where a table ends that starts here: three lines or more whose pieces stand under each other; None for none."""
    if len(lines[start].pieces) < 3 and not (
        len(lines[start].pieces) == 2 and start + 2 < len(lines) and len(lines[start + 1].pieces) > 2
    ):
        return None
    end, wide = start, 0
    while end < len(lines):
        pieces = len(lines[end].pieces)
        near = end == start or lines[end].box.top - lines[end - 1].box.bottom < 3.5 * max(
            lines[end].pieces[0].size, 6
        )
        if not near or (pieces == 1 and (_is_title(lines, end, start) or not _is_inside(lines, end, start))):
            break
        wide += pieces >= 3
        end += 1
    return end if wide >= 3 else None


def _ruled_end(page: Page, lines: Sequence[Line], start: int) -> int | None:
    """Where a table of two columns ends that starts here: three lines or more with a rule between each two."""
    end = start
    while end < len(lines) and len(lines[end].pieces) == 2:
        if end > start and not _has_rule_between(page, lines[end - 1].box, lines[end].box):
            break
        end += 1
    return end if end - start >= 3 else None


def _has_rule_between(page: Page, above: Box, below: Box) -> bool:
    return below.top - above.bottom < 2 * PADDING + 4 and any(
        above.middle < rule.middle < below.middle and rule.right - rule.left > 20 for rule in page.rules
    )


def _is_title(lines: Sequence[Line], at: int, start: int) -> bool:
    """Whether a line of one piece starts something new: at the far left, well below the line above it."""
    if at == start:
        return False
    box, size = lines[at].pieces[0].box, lines[at].pieces[0].size
    leftmost = min(line.box.left for line in lines[start:at])
    return box.left < leftmost + 12 and box.top - lines[at - 1].box.bottom > 1.3 * size


def _is_inside(lines: Sequence[Line], at: int, start: int) -> bool:
    """Whether a line of one piece is the rest of a cell above it: narrow, and not at the far left of the page."""
    box = lines[at].pieces[0].box
    widest = max(line.box.right for line in lines[start:at])
    leftmost = min(line.box.left for line in lines[start:at])
    return box.right - box.left < 0.6 * (widest - leftmost) and at + 1 <= len(lines)


def _table(page: Page, lines: Sequence[Line], *, file: str) -> Table:
    columns = _columns([piece for line in lines for piece in line.pieces], page)
    breaks = _row_breaks(page, lines)
    rows: list[list[list[str]]] = []
    places: list[Line] = []
    for line in lines:
        starts_row = not rows or breaks(line)
        if starts_row:
            rows.append([[] for _ in columns])
            places.append(line)
        for piece in line.pieces:
            rows[-1][_column_of(piece.box, columns)].append(piece.text)
    made = tuple(
        TableRow(
            cells=tuple(
                TableCell(
                    text=_stacked(texts),
                    where=Where(file=file, page=line.page, line=line.number, cell=f"row {number}, column {column}"),
                )
                for column, texts in enumerate(row, start=1)
            ),
            where=Where(file=file, page=line.page, line=line.number, cell=f"row {number}"),
        )
        for number, (row, line) in enumerate(zip(rows, places, strict=True), start=1)
    )
    return Table(rows=made, where=made[0].where)


def _columns(pieces: Sequence[Run], page: Page) -> list[tuple[float, float]]:
    """The columns of a table from left to right: stretches of the page that its pieces cover together."""
    wide = sorted(pieces, key=lambda piece: piece.box.right - piece.box.left)
    spans: list[tuple[float, float]] = []
    limit = 0.7 * max(page.width, 1)
    for piece in wide:
        left, right = piece.box.left, piece.box.right
        touching = [span for span in spans if span[0] < right and left < span[1]]
        if right - left > limit or len(touching) > 1:
            continue  # a heading over several columns
        if touching:
            spans.remove(touching[0])
            left, right = min(left, touching[0][0]), max(right, touching[0][1])
        spans.append((left, right))
    return sorted(spans) or [(0, page.width)]


def _column_of(box: Box, columns: Sequence[tuple[float, float]]) -> int:
    covered = [max(0.0, min(box.right, right) - max(box.left, left)) for left, right in columns]
    if max(covered) > 0:
        return next(index for index, each in enumerate(covered) if each > 0)
    return min(range(len(columns)), key=lambda index: abs(columns[index][0] - box.left))


def _row_breaks(page: Page, lines: Sequence[Line]) -> Callable[[Line], bool]:
    """What tells whether a line starts a row: a rule above it where the table has rules, else a filled first cell."""
    top, bottom = lines[0].box.top - PADDING, lines[-1].box.bottom + PADDING
    edges = sorted(
        {round(rule.middle, 0) for rule in page.rules if top <= rule.middle <= bottom and rule.right - rule.left > 20}
    )
    following = {id(line): before for before, line in pairwise(lines)}
    if len(edges) >= 3:

        def by_rule(line: Line) -> bool:
            before = following.get(id(line))
            return before is None or any(before.box.middle < edge < line.box.middle for edge in edges)

        return by_rule
    left = min(line.box.left for line in lines)

    def by_first(line: Line) -> bool:
        return line.box.left < left + 12 or len(line.pieces) >= 3

    return by_first


def _texts(lines: Sequence[Line], *, file: str, usual: float) -> Iterator[Block]:
    where = Where(file=file, page=lines[0].page, line=lines[0].number)
    if len(lines) == 1 and len(lines[0].pieces) > 1:
        for piece in lines[0].pieces:
            yield _text(piece.text, piece.size, where, usual)
        return
    text = _flow([line.text for line in lines])
    yield _text(text, max(piece.size for piece in lines[0].pieces), where, usual)


def _text(text: str, size: float, where: Where, usual: float) -> Block:
    if text[:1] in BULLETS and text[1:2] == " ":
        return ListItem(text=text[2:], marker=text[0], depth=0, where=where)
    if size > 1.2 * usual and len(text) < 200:
        return Heading(text=text, level=1 if size > 1.6 * usual else 2, where=where)
    return Paragraph(text=text, where=where)


def _stacked(texts: Sequence[str]) -> str:
    """The lines of a cell, one under the other; a word cut at its hyphen is put together again."""
    out = ""
    for text in texts:
        is_cut = out[-1:] == "-" and out[-2:-1].isalnum() and text[:1].isalpha()
        out = f"{out}{text}" if is_cut or not out else f"{out}\n{text}"
    return out


def _flow(texts: Sequence[str]) -> str:
    out = ""
    for text in texts:
        is_cut = out[-1:] == "-" and out[-2:-1].isalnum() and text[:1].isalpha()
        out = f"{out}{'' if is_cut or not out else ' '}{text}"
    return out


def _joined(blocks: Sequence[Block]) -> list[Block]:
    """A table that goes on at the top of the next page is one table; its repeated header row stays once."""
    out: list[Block] = []
    for block in blocks:
        last = out[-1] if out else None
        if isinstance(block, Table) and isinstance(last, Table) and _continues(last, block):
            first = [cell.text for cell in last.rows[0].cells]
            rest = block.rows[1:] if [cell.text for cell in block.rows[0].cells] == first else block.rows
            out[-1] = Table(rows=last.rows + rest, where=last.where, caption=last.caption)
        else:
            out.append(block)
    return out


def _continues(last: Table, table: Table) -> bool:
    page = last.rows[-1].where.page
    return page is not None and table.where.page == page + 1 and len(last.rows[0].cells) == len(table.rows[0].cells)
