"""Charts as PNG pictures, for formats that can't hold a drawing; all of a report's charts in one go."""

import json
from concurrent.futures import ThreadPoolExecutor
from typing import Final

import typst

from goldthread.rendering.charts import draw
from goldthread.rendering.document import Chart
from goldthread.rendering.typeface import FAMILY, drawable, fonts
from goldthread.rendering.typesetting import forget

_PAGES: Final = b"""
#set page(width: auto, height: auto, margin: 0pt)
#set text(font: sys.inputs.font)
#for svg in json(bytes(sys.inputs.drawings)) { page(image(bytes(svg), format: "svg", width: 9.5cm)) }
"""
DOTS_PER_INCH: Final = 150
_AT_ONCE: Final = 2
_PNG_SIZE: Final = slice(16, 24)


def pictures(charts: list[Chart]) -> list[bytes]:
    """Return a PNG for each chart, in order; the same charts always give the same bytes."""
    drawings = [drawable(draw(chart.spec, identifier="chart", sentence=chart.sentence)) for chart in charts]
    share = -(-len(drawings) // _AT_ONCE)
    shares = [drawings[start : start + share] for start in range(0, len(drawings), share or 1)]
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        made = [picture for part in pool.map(_made, shares) for picture in part]
    forget()
    return made


def size_of(picture: bytes) -> tuple[int, int]:
    """Return a PNG's width and height in dots.

    >>> from goldthread.rendering.chart_specs import Bar, BarChart
    >>> from goldthread.rendering.charts import chart
    >>> from decimal import Decimal
    >>> spec = BarChart(title="Places", unit="count", bars=(Bar(label="Nursery", value=Decimal(12)),))
    >>> size_of(pictures([chart(spec)])[0])[0]
    561
    """
    across_and_down = picture[_PNG_SIZE]
    return int.from_bytes(across_and_down[:4], "big"), int.from_bytes(across_and_down[4:], "big")


def _made(drawings: list[str]) -> list[bytes]:
    made = typst.compile(
        _PAGES,
        font_paths=fonts(),
        sys_inputs={"drawings": json.dumps(drawings, ensure_ascii=False), "font": FAMILY},
        format="png",
        ppi=DOTS_PER_INCH,
    )
    return made if isinstance(made, list) else [made]
