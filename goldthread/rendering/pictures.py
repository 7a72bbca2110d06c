"""Charts as PNG pictures, for formats that can't hold a drawing; all of a report's charts in one go."""

import json
from typing import Final

import typst

from goldthread.rendering.charts import draw
from goldthread.rendering.document import Chart
from goldthread.rendering.typeface import FAMILY, drawable, fonts

_PAGES: Final = b"""
#set page(width: auto, height: auto, margin: 0pt)
#set text(font: sys.inputs.font)
#for svg in json(bytes(sys.inputs.drawings)) { page(image(bytes(svg), format: "svg", width: 16cm)) }
"""
DOTS_PER_INCH: Final = 150


def pictures(charts: list[Chart]) -> list[bytes]:
    """Return a PNG for each chart, in order; the same charts always give the same bytes."""
    if not charts:
        return []
    drawings = [drawable(draw(chart.spec, identifier="chart", sentence=chart.sentence)) for chart in charts]
    made = typst.compile(
        _PAGES,
        font_paths=fonts(),
        sys_inputs={"drawings": json.dumps(drawings, ensure_ascii=False), "font": FAMILY},
        format="png",
        ppi=DOTS_PER_INCH,
    )
    return made if isinstance(made, list) else [made]
