"""Draws charts as SVG for pages, PDF and Word, and puts each with its sentence and its table.

>>> from decimal import Decimal
>>> from goldthread.rendering.chart_specs import Bar, BarChart
>>> block = chart(BarChart(title="School attendance", unit="percent", bars=(
...     Bar(label="Primary", value=Decimal("94.1")), Bar(label="Secondary", value=Decimal("90.2")))))
>>> block.sentence
'School attendance: highest is Primary, 94.1%; lowest is Secondary, 90.2%.'
>>> draw(block.spec, identifier="chart-1").startswith("<svg")
True
"""

from decimal import Decimal
from typing import Final

from goldthread.rendering.chart_specs import Bar, BarChart, ChartSpec, LightRow, LightsChart, LineChart
from goldthread.rendering.chart_words import chart_table, describe
from goldthread.rendering.document import Chart, Link
from goldthread.rendering.line_chart import draw_line_chart
from goldthread.rendering.svg import (
    INK,
    LINE_HEIGHT,
    QUIET_INK,
    SERIES_COLOURS,
    TARGET_COLOUR,
    WIDTH,
    Scale,
    axis_unit,
    drawing,
    element,
    round_range,
    short_number,
    text,
    text_width,
    wrapped,
)
from goldthread.rendering.wording import LIGHTS, SYMBOLS, Tone

__all__ = ["chart", "chart_table", "describe", "draw"]

TONE_COLOURS: Final[dict[Tone, str]] = {
    "green": SERIES_COLOURS[1],
    "amber": SERIES_COLOURS[3],
    "red": SERIES_COLOURS[2],
    "grey": "#505A5F",
}
BAR_HEIGHT: Final = 20


def chart(spec: ChartSpec, *, sentence: str = "", caption: str = "", data: Link | None = None) -> Chart:
    """Return a chart with its sentence and its table, both written by rule unless given.

    Args:
        spec: what to draw.
        sentence: what it shows; "" for the sentence of `describe`.
        caption: the table's caption; "" for the chart's title with ": figures".
        data: a link to the figures as CSV, for the web.
    """
    return Chart(spec=spec, sentence=sentence or describe(spec), table=chart_table(spec, caption=caption), data=data)


def draw(spec: ChartSpec, *, identifier: str, sentence: str = "") -> str:
    """Return the chart as an SVG element for a page, a PDF or a picture.

    Args:
        spec: what to draw.
        identifier: begins the ids of its title and description; unique on the page.
        sentence: its description; "" for the sentence of `describe`.
    """
    if isinstance(spec, LineChart):
        parts, height = draw_line_chart(spec)
    elif isinstance(spec, BarChart):
        parts, height = _draw_bars(spec)
    else:
        parts, height = _draw_lights(spec)
    return drawing(
        parts, height=height, title=spec.title, description=sentence or describe(spec), identifier=identifier
    )


def _draw_bars(chart: BarChart) -> tuple[list[str], float]:
    """One bar a part, lying down, its name and its value above it."""
    low, high, step = round_range(list(chart.values()) or [Decimal(1)], from_zero=True)
    scale = Scale(low=low, high=high, step=step, start=2, end=WIDTH - 2)
    y = 0.0
    parts: list[str] = []
    if chart.target is not None:
        y += LINE_HEIGHT
        parts.append(_target_rule(x1=2, x2=26, y1=y - 5, y2=y - 5))
        parts.append(text(f"Target {short_number(chart.target, unit=chart.unit)}", x=34, y=y))
    if unit_words := axis_unit(chart.unit):
        y += LINE_HEIGHT
        parts.append(text(unit_words, x=2, y=y, colour=QUIET_INK))
    y += 4
    for bar in chart.bars:
        drawn, y = _draw_bar(bar, chart=chart, scale=scale, y=y)
        parts += drawn
    return parts, y


def _draw_bar(bar: Bar, *, chart: BarChart, scale: Scale, y: float) -> tuple[list[str], float]:
    """Return one part's name, value and bar with the target across it, and where the next begins."""
    label = _bar_label(bar, unit=chart.unit)
    parts = []
    for line in wrapped(bar.label, width=WIDTH - 16 - text_width(label)):
        y += LINE_HEIGHT
        parts.append(text(line, x=2, y=y))
    parts.append(text(label, x=WIDTH - 2, y=y, anchor="end", bold=bar.value is not None))
    y += 6
    if bar.value is None:
        return parts, y + 6
    start, end = scale.place(min(bar.value, Decimal(0))), scale.place(max(bar.value, Decimal(0)))
    width = max(end - start, 1)
    parts.append(element("rect", x=start, y=y, width=width, height=BAR_HEIGHT, fill=SERIES_COLOURS[0]))
    zero = scale.place(Decimal(0))
    parts.append(element("line", x1=zero, x2=zero, y1=y - 2, y2=y + BAR_HEIGHT + 2, stroke=INK, stroke_width=1))
    if chart.target is not None:
        x = scale.place(chart.target)
        parts.append(_target_rule(x1=x, x2=x, y1=y - 4, y2=y + BAR_HEIGHT + 4))
    return parts, y + BAR_HEIGHT + 8


def _target_rule(*, x1: float, x2: float, y1: float, y2: float) -> str:
    return element("line", x1=x1, x2=x2, y1=y1, y2=y2, stroke=TARGET_COLOUR, stroke_width=2.5, stroke_dasharray="6 4")


def _bar_label(bar: Bar, *, unit: str) -> str:
    if bar.value is None:
        entry = SYMBOLS[bar.symbol or "x"]
        return f"{entry.word} {entry.mark}"
    return short_number(bar.value, unit=unit) + (f" {SYMBOLS[bar.symbol].mark}" if bar.symbol else "")


def _draw_lights(chart: LightsChart) -> tuple[list[str], float]:
    """One stacked bar a group: its name and every count in symbols above it, white gaps between the parts."""
    most = max(sum(count for _, count in row.counts) for row in chart.rows) or 1
    used = [value for value in LIGHTS[chart.kind] if any(row.count(value) for row in chart.rows)]
    parts: list[str] = []
    y = 0.0
    for value in used:
        shown = LIGHTS[chart.kind][value]
        y += LINE_HEIGHT
        parts.append(element("rect", x=2, y=y - 13, width=16, height=16, fill=TONE_COLOURS[shown.tone]))
        parts.append(text(f"{shown.symbol} {shown.word}", x=26, y=y))
    y += 8
    for row in chart.rows:
        lights = [(LIGHTS[chart.kind][value].symbol, row.count(value)) for value in used]
        counts = "\u00a0\u00a0".join(f"{symbol} {count}" for symbol, count in lights if count)
        name = wrapped(row.label, width=WIDTH - 16 - text_width(counts))
        for line in name:
            y += LINE_HEIGHT
            parts.append(text(line, x=2, y=y, bold=True))
        parts.append(text(counts or "None", x=WIDTH - 2, y=y, anchor="end"))
        y += 6
        parts += _light_segments(row, chart=chart, used=used, most=most, y=y)
        y += BAR_HEIGHT + 8
    return parts, y


def _light_segments(row: LightRow, *, chart: LightsChart, used: list[str], most: int, y: float) -> list[str]:
    x = 2.0
    parts = []
    for value in used:
        width = row.count(value) / most * (WIDTH - 4)
        if width:
            colour = TONE_COLOURS[LIGHTS[chart.kind][value].tone]
            parts.append(element("rect", x=x, y=y, width=max(width - 2, 1), height=BAR_HEIGHT, fill=colour))
        x += width
    return parts or [element("line", x1=2, x2=WIDTH - 2, y1=y + 10, y2=y + 10, stroke=INK, stroke_width=1)]
