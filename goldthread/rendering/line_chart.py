"""Draws a line chart: points with their values, targets as steps, breaks and missing figures as gaps."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from goldthread.rendering.chart_specs import LineChart, Series
from goldthread.rendering.svg import (
    GRID,
    LINE_HEIGHT,
    PAPER,
    QUIET_INK,
    SERIES_COLOURS,
    TARGET_COLOUR,
    WIDTH,
    Scale,
    axis_unit,
    coordinate,
    element,
    round_range,
    short_number,
    text,
    text_width,
    wrapped,
)
from goldthread.rendering.wording import SYMBOLS

PLOT_HEIGHT: Final = 190
RIGHT: Final = WIDTH - 14
MARKER: Final = 5
MOST_LABELS: Final = 8


@dataclass(frozen=True, kw_only=True)
class _Frame:
    """Where things lie: one place across for each period, a scale up."""

    left: float
    across: tuple[float, ...]
    up: Scale
    top: float

    @property
    def bottom(self) -> float:
        return self.up.start


@dataclass(frozen=True)
class _Box:
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "_Box") -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


def draw_line_chart(chart: LineChart) -> tuple[list[str], float]:
    """Return the parts of the drawing and its height."""
    key = _key(chart)
    break_lines = [wrapped(each.label, width=WIDTH - 10) for each in chart.breaks]
    unit_words = axis_unit(chart.unit)
    top = 12 + LINE_HEIGHT * (len(key) + sum(map(len, break_lines)) + bool(unit_words) + 1)
    frame = _frame(chart, top=top)
    rows_done = len(key) + bool(unit_words)
    parts = [part for row, entry in enumerate(key) for part in _key_row(*entry, y=16 + LINE_HEIGHT * row)]
    if unit_words:
        parts.append(text(unit_words, x=2, y=16 + LINE_HEIGHT * len(key), colour=QUIET_INK))
    parts += _grid(frame, unit=chart.unit)
    parts += _breaks(chart, frame, lines=break_lines, first_row=rows_done)
    parts += _targets(chart, frame)
    for place, series in enumerate(chart.series):
        parts += _line(chart, series, frame, place=place)
    parts += _missing(chart, frame)
    parts += _value_labels(chart, frame)
    labels, height = _period_labels(chart, frame)
    return parts + labels, height


def _key(chart: LineChart) -> list[tuple[str, int]]:
    """Return the key's rows: words and the series' place, -1 for the target. A lone line needs none."""
    rows = [(series.name, place) for place, series in enumerate(chart.series)]
    latest = next((value for value in reversed(chart.targets) if value is not None), None)
    if latest is not None:
        varied = len({value for value in chart.targets if value is not None}) > 1
        words = "Target, latest" if varied else "Target"
        return [*rows, (f"{words} {short_number(latest, unit=chart.unit)}", -1)]
    return rows if len(rows) > 1 else []


def _key_row(words: str, place: int, *, y: float) -> list[str]:
    middle = y - 5
    if place < 0:
        sample = [_rule(2, 26, middle, middle, colour=TARGET_COLOUR, dash="6 4")]
    else:
        colour = SERIES_COLOURS[place]
        sample = [_rule(2, 26, middle, middle, colour=colour), _marker(14, middle, place=place, filled=True)]
    return [*sample, text(words, x=34, y=y)]


def _frame(chart: LineChart, *, top: float) -> _Frame:
    values = list(chart.values()) or [Decimal(1)]
    low, high, step = round_range(values, from_zero=False)
    up = Scale(low=low, high=high, step=step, start=top + PLOT_HEIGHT, end=top)
    left = 10 + max(text_width(_tick(tick, unit=chart.unit)) for tick in up.ticks())
    inner_left, inner_right = left + 16, RIGHT - 10
    count = len(chart.periods)
    if count == 1:
        return _Frame(left=left, across=((inner_left + inner_right) / 2,), up=up, top=top)
    gap = (inner_right - inner_left) / (count - 1)
    return _Frame(left=left, across=tuple(inner_left + gap * n for n in range(count)), up=up, top=top)


def _grid(frame: _Frame, *, unit: str) -> list[str]:
    parts = []
    for tick in frame.up.ticks():
        y = frame.up.place(tick)
        words = _tick(tick, unit=unit)
        colour = QUIET_INK if y == frame.bottom else GRID
        parts.append(element("line", x1=frame.left, x2=RIGHT, y1=y, y2=y, stroke=colour, stroke_width=1))
        parts.append(text(words, x=frame.left - 6, y=y + 5, anchor="end", colour=QUIET_INK))
    return parts


def _tick(value: Decimal, *, unit: str) -> str:
    whole = value.to_integral_value()
    return short_number(whole if value == whole else value, unit=unit)


def _breaks(chart: LineChart, frame: _Frame, *, lines: list[list[str]], first_row: int) -> list[str]:
    parts = []
    row = first_row
    for each, label in zip(chart.breaks, lines, strict=True):
        x = _break_place(chart, frame, before=each.before)
        widest = max(map(text_width, label), default=0)
        start = min(max(x - widest / 2, 2), WIDTH - 2 - widest)
        for line in label:
            parts.append(text(line, x=max(start, 2), y=16 + LINE_HEIGHT * row, colour=QUIET_INK))
            row += 1
        rule: dict[str, Any] = {"stroke": QUIET_INK, "stroke_width": 1.5, "stroke_dasharray": "4 4"}
        parts.insert(0, element("line", x1=x, x2=x, y1=22 + LINE_HEIGHT * (row - 1), y2=frame.bottom, **rule))
    return parts


def _break_place(chart: LineChart, frame: _Frame, *, before: str) -> float:
    place = chart.periods.index(before)
    return frame.across[0] - 10 if place == 0 else (frame.across[place - 1] + frame.across[place]) / 2


def _targets(chart: LineChart, frame: _Frame) -> list[str]:
    parts = []
    half = (frame.across[1] - frame.across[0]) / 2 if len(frame.across) > 1 else 24
    for x, value in zip(frame.across, chart.targets, strict=False):
        if value is not None:
            y = frame.up.place(value)
            start, end = max(x - half, frame.across[0] - 14), min(x + half, RIGHT)
            parts.append(_rule(start, end, y, y, colour=TARGET_COLOUR, dash="6 4"))
    return parts


def _line(chart: LineChart, series: Series, frame: _Frame, *, place: int) -> list[str]:
    """Return the runs of one series: a run ends at a missing value and at a break."""
    colour = SERIES_COLOURS[place]
    broken_before = {each.before for each in chart.breaks}
    runs: list[list[str]] = [[]]
    markers = []
    for index, (period, value) in enumerate(zip(chart.periods, series.values, strict=True)):
        is_gap = value is None and series.symbol(index) not in series.passes_over
        if period in broken_before or is_gap:
            runs.append([])
        if value is not None:
            x, y = frame.across[index], frame.up.place(value)
            runs[-1].append(f"{coordinate(x)},{coordinate(y)}")
            markers.append(_marker(x, y, place=place, filled=not series.symbol(index)))
    drawn = [
        element("polyline", points=" ".join(run), fill="none", stroke=colour, stroke_width=2.5)
        for run in runs
        if len(run) > 1
    ]
    return drawn + markers


def _missing(chart: LineChart, frame: _Frame) -> list[str]:
    """Return the mark of each period without a figure in any series, just above the axis."""
    parts = []
    for index, x in enumerate(frame.across):
        if all(series.values[index] is None for series in chart.series):
            mark = SYMBOLS[chart.series[0].symbol(index)].mark
            parts.append(text(mark, x=x, y=frame.bottom - 8, anchor="middle", colour=QUIET_INK))
    return parts


def _value_labels(chart: LineChart, frame: _Frame) -> list[str]:
    """Return values beside their points, the latest first, then as many as fit without meeting."""
    placed: list[_Box] = []
    parts = []
    for index in _label_order(chart):
        for series in chart.series:
            value = series.values[index]
            if value is None:
                continue
            code = series.symbol(index)
            words = short_number(value, unit=chart.unit) + (f" {SYMBOLS[code].mark}" if code else "")
            found = _free_box(chart, frame, index=index, series=series, words=words, placed=placed)
            if found is not None:
                placed.append(found)
                latest = index == len(chart.periods) - 1
                parts.append(text(words, x=found.left, y=found.bottom - 4, bold=latest))
    return parts


def _label_order(chart: LineChart) -> list[int]:
    """Return which periods to label: the latest, the first, then all if they are few, else the extremes."""
    have = [n for n in range(len(chart.periods)) if any(series.values[n] is not None for series in chart.series)]
    if len(chart.series) > 1:
        return have[-1:]
    if len(have) <= MOST_LABELS:
        return list(dict.fromkeys([*have[-1:], *have[:1], *reversed(have)]))
    values = [(chart.series[0].values[n] or Decimal(0), n) for n in have]
    return list(dict.fromkeys([*have[-1:], *have[:1], max(values)[1], min(values)[1]]))


def _free_box(
    chart: LineChart, frame: _Frame, *, index: int, series: Series, words: str, placed: list[_Box]
) -> _Box | None:
    """Return where a label fits, above or below its point, clear of other labels and points; or None."""
    value = series.values[index]
    assert value is not None
    x, y = frame.across[index], frame.up.place(value)
    width = text_width(words)
    left = min(max(x - width / 2, frame.across[0] - 14), WIDTH - 1 - width)
    points = [
        _Box(px - MARKER, py - MARKER, px + MARKER, py + MARKER)
        for other in chart.series
        for px, v in zip(frame.across, other.values, strict=True)
        if v is not None
        for py in (frame.up.place(v),)
    ]
    nearby = [v for v in series.values[max(index - 1, 0) : index + 2] if v is not None]
    offsets = (9, -28) if value > min(nearby) or len(set(nearby)) == 1 else (-28, 9)
    for up in offsets:
        box = _Box(left, y - up - 19, left + width, y - up)
        if box.bottom <= frame.bottom - 1 and not any(map(box.meets, placed + points)):
            return box
    return None


def _period_labels(chart: LineChart, frame: _Frame) -> tuple[list[str], float]:
    """Return names below the axis, as many as fit, always the last; and the height of the whole drawing."""
    columns = [period.rsplit(" ", 1) if len(period) > 7 else [period] for period in chart.periods]
    wide = max(text_width(line) for lines in columns for line in lines) + 10
    gap = frame.across[1] - frame.across[0] if len(frame.across) > 1 else WIDTH
    every = max(1, -(-int(wide) // max(int(gap), 1)))
    rows = max(map(len, columns))
    parts = []
    last = len(columns) - 1
    for index in range(last, -1, -every):
        x = frame.across[index]
        for row, words in enumerate(columns[index]):
            half = text_width(words) / 2
            middle = min(max(x, half + 1), WIDTH - 1 - half)
            y = frame.bottom + 20 + 18 * row
            parts.append(text(words, x=middle, y=y, anchor="middle", colour=QUIET_INK))
    return parts, frame.bottom + 12 + 18 * rows


def _rule(x1: float, x2: float, y1: float, y2: float, *, colour: str, dash: str = "") -> str:
    extra = {"stroke_dasharray": dash} if dash else {}
    return element("line", x1=x1, x2=x2, y1=y1, y2=y2, stroke=colour, stroke_width=2.5, **extra)


def _marker(x: float, y: float, *, place: int, filled: bool) -> str:
    """Return a point: each series has a shape of its own; a figure that is not final is hollow."""
    colour = SERIES_COLOURS[place]
    look: dict[str, Any] = {"fill": colour if filled else PAPER, "stroke": colour, "stroke_width": 2}
    if place == 0:
        return element("circle", cx=x, cy=y, r=MARKER - 1, **look)
    if place == 1:
        return element("rect", x=x - 4, y=y - 4, width=8, height=8, **look)
    tops = ((0, -5), (5, 4), (-5, 4)) if place == 2 else ((0, -6), (6, 0), (0, 6), (-6, 0))
    points = " ".join(f"{coordinate(x + dx)},{coordinate(y + dy)}" for dx, dy in tops)
    return element("polygon", points=points, **look)
