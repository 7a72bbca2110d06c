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

from goldthread.rendering.chart_specs import BarChart, ChartSpec, LightRow, LightsChart, LineChart
from goldthread.rendering.chart_words import chart_table, describe
from goldthread.rendering.document import Chart, Link
from goldthread.rendering.line_chart import draw_line_chart
from goldthread.rendering.svg import (
    GRID,
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
    """One bar a part, lying down, its label above and its value at its end."""
    low, high, step = round_range(list(chart.values()) or [Decimal(1)], from_zero=True)
    labels = [_bar_label(value, chart=chart) for value in range(len(chart.bars))]
    room = max(map(text_width, labels)) + 8
    scale = Scale(low=low, high=high, step=step, start=4, end=max(WIDTH - room, 120))
    y = 0.0
    parts: list[str] = []
    if chart.target is not None:
        y += LINE_HEIGHT
        parts += [
            element(
                "line",
                x1=2,
                x2=26,
                y1=y - 5,
                y2=y - 5,
                stroke=TARGET_COLOUR,
                stroke_width=2.5,
                stroke_dasharray="6 4",
            ),
            text(f"Target {short_number(chart.target, unit=chart.unit)}", x=34, y=y),
        ]
    if unit_words := axis_unit(chart.unit):
        y += LINE_HEIGHT
        parts.append(text(unit_words, x=2, y=y, colour=QUIET_INK))
    top = y + 6
    bars: list[str] = []
    for bar, label in zip(chart.bars, labels, strict=True):
        for line in wrapped(bar.label, width=WIDTH - 8):
            y += LINE_HEIGHT
            bars.append(text(line, x=2, y=y))
        y += 6
        end = scale.place(max(bar.value, Decimal(0))) if bar.value is not None else scale.start
        start = scale.place(min(bar.value, Decimal(0))) if bar.value is not None else scale.start
        if bar.value is not None:
            bars.append(
                element("rect", x=start, y=y, width=max(end - start, 1), height=BAR_HEIGHT, fill=SERIES_COLOURS[0])
            )
        bars.append(text(label, x=end + 6, y=y + 15, bold=bar.value is not None))
        y += BAR_HEIGHT + 6
    zero = scale.place(Decimal(0))
    parts.append(element("line", x1=zero, x2=zero, y1=top, y2=y, stroke=GRID, stroke_width=1))
    parts += bars
    if chart.target is not None:
        x = scale.place(chart.target)
        parts.append(
            element("line", x1=x, x2=x, y1=top, y2=y, stroke=TARGET_COLOUR, stroke_width=2.5, stroke_dasharray="6 4")
        )
    return parts, y + 4


def _bar_label(place: int, *, chart: BarChart) -> str:
    bar = chart.bars[place]
    if bar.value is None:
        entry = SYMBOLS[bar.symbol or "x"]
        return f"{entry.word} {entry.mark}"
    return short_number(bar.value, unit=chart.unit) + (f" {SYMBOLS[bar.symbol].mark}" if bar.symbol else "")


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
        counts = "  ".join(
            f"{LIGHTS[chart.kind][value].symbol} {row.count(value)}" for value in used if row.count(value)
        )
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
