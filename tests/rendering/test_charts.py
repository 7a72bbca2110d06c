"""Charts: what is drawn, what is said, and that everyone can read both (ux checks 21 and 22)."""

import itertools
import re
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldthread.rendering.chart_specs import Bar, BarChart, Break, ChartSpec, LineChart, Series
from goldthread.rendering.charts import chart, chart_table, describe, draw
from goldthread.rendering.document import Number
from goldthread.rendering.svg import PAPER, SERIES_COLOURS, TEXT_SIZE, WIDTH
from tests.rendering.builders import BARS, LIGHTS_BY_OBJECTIVE, LINE

SVG = "{http://www.w3.org/2000/svg}"
CHARTS = (LINE, BARS, LIGHTS_BY_OBJECTIVE)
NARROWEST_DRAWING = 290  # px that a drawing gets on a screen 320 px wide
SMALLEST_TEXT = 12  # px


def drawn(spec: ChartSpec) -> ET.Element:
    return ET.fromstring(draw(spec, identifier="chart-1"))


def texts(spec: ChartSpec) -> list[str]:
    return ["".join(each.itertext()) for each in drawn(spec).iter(f"{SVG}text")]


def a_line(*values: str | None, better: str = "", target: str | None = None, **changes: object) -> LineChart:
    """Return a chart of years with these values."""
    count = len(values)
    series = Series(name="Value", values=tuple(None if value is None else Decimal(value) for value in values))
    spec = LineChart(
        title="Recycling",
        unit="percent",
        periods=tuple(f"{year}/{(year + 1) % 100:02}" for year in range(2024 - count, 2024)),
        series=(series,),
        targets=(Decimal(target),) * count if target else (),
    )
    return replace(spec, better=better, **changes)


@pytest.mark.parametrize("spec", CHARTS)
def test_a_drawing_has_a_role_a_title_and_a_description_tied_to_it(spec: ChartSpec) -> None:
    picture = drawn(spec)

    title, description = picture.find(f"{SVG}title"), picture.find(f"{SVG}desc")

    assert picture.get("role") == "img"
    assert title is not None
    assert description is not None
    assert title.text == spec.title
    assert description.text == describe(spec)
    assert picture.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"


@pytest.mark.parametrize("spec", CHARTS)
def test_a_drawing_needs_no_style_no_script_and_nothing_from_elsewhere(spec: ChartSpec) -> None:
    markup = draw(spec, identifier="chart-1")

    assert not re.search(r"style=|<style|<script|\bon\w+=|href|url\(", markup)
    assert not re.search(r"<svg[^>]*\b(width|height)=", markup)


@pytest.mark.parametrize("spec", CHARTS)
def test_text_is_level_and_at_least_twelve_pixels_on_a_small_screen(spec: ChartSpec) -> None:
    picture = drawn(spec)

    assert TEXT_SIZE * NARROWEST_DRAWING / WIDTH >= SMALLEST_TEXT
    assert [each for each in picture.iter() if "transform" in each.attrib or "rotate" in each.attrib] == []
    assert {each.get("font-size") for each in picture.iter()} == {None, str(TEXT_SIZE)}


@pytest.mark.parametrize("spec", CHARTS)
def test_gridlines_are_at_most_ten(spec: ChartSpec) -> None:
    level = [line for line in drawn(spec).iter(f"{SVG}line") if line.get("y1") == line.get("y2")]

    assert len([line for line in level if not line.get("stroke-dasharray")]) <= 10


def test_colours_stand_out_from_paper_and_from_the_next_series() -> None:
    against_paper = [contrast(colour, PAPER) for colour in SERIES_COLOURS]
    next_to_each_other = [contrast(*pair) for pair in itertools.pairwise(SERIES_COLOURS[:3])]

    assert min(against_paper) >= 3
    assert min(next_to_each_other) >= 3
    assert contrast(SERIES_COLOURS[0], SERIES_COLOURS[3]) >= 3


@pytest.mark.parametrize("spec", CHARTS)
def test_the_table_holds_every_number_drawn(spec: ChartSpec) -> None:
    shown = {cell.value for row in chart_table(spec).rows for cell in row if isinstance(cell, Number)}

    assert set(spec.values()) <= shown


def test_a_missing_figure_is_a_gap_with_its_mark() -> None:
    picture = drawn(LINE)

    runs = [each.get("points") or "" for each in picture.iter(f"{SVG}polyline")]

    assert [len(run.split()) for run in runs] == [2, 2]
    assert "[x]" in texts(LINE)


def test_a_break_in_definition_parts_the_line_and_is_labelled() -> None:
    spec = a_line("40", "41", "42", "43", breaks=(Break(before="2022/23", label="New definition"),))

    runs = [len((each.get("points") or "").split()) for each in drawn(spec).iter(f"{SVG}polyline")]
    upright = [line for line in drawn(spec).iter(f"{SVG}line") if line.get("x1") == line.get("x2")]

    assert runs == [2, 2]
    assert "New definition" in texts(spec)
    assert [line.get("stroke-dasharray") for line in upright] == ["4 4"]


def test_a_target_is_drawn_as_steps_and_named_in_the_key() -> None:
    steps = [line for line in drawn(LINE).iter(f"{SVG}line") if line.get("stroke") == SERIES_COLOURS[3]]

    assert len(steps) == 1 + 4  # the key's sample, and each year that had a target
    assert "Target, latest 28" in texts(LINE)


def test_a_figure_that_is_not_final_is_a_hollow_point_with_its_mark() -> None:
    points = [each.get("fill") for each in drawn(LINE).iter(f"{SVG}circle")]

    assert points[-1] == PAPER
    assert "36.4 [p]" in texts(LINE)


def test_every_light_is_drawn_with_its_symbol_and_word() -> None:
    said = texts(LIGHTS_BY_OBJECTIVE)

    assert {"▲ On course", "◆ Uncertain", "▼ Not on course", "– Not judged"} <= set(said)
    assert "▲ 5\u00a0\u00a0◆ 1\u00a0\u00a0▼ 2" in said


@pytest.mark.parametrize(
    ("spec", "sentence"),
    [
        (
            a_line("44.0", "43.0", "41.2", better="higher", target="45"),
            "Recycling: 41.2% in 2023/24, down from 43.0% in 2022/23 (worse), the second fall in a row; "
            "misses the target of 45%.",
        ),
        (
            a_line("40", "45", better="lower", target="45"),
            "Recycling: 45% in 2023/24, up from 40% in 2022/23 (worse); meets the target of 45%.",
        ),
        (a_line("40", "40"), "Recycling: 40% in 2023/24, the same as in 2022/23."),
        (
            a_line("40", "41", target="45"),
            "Recycling: 41% in 2023/24, up from 40% in 2022/23; below the target of 45%.",
        ),
        (a_line("40"), "Recycling: 40% in 2023/24."),
        (a_line(None, None), "Recycling: no figure from 2022/23 to 2023/24."),
        (a_line("40", "41", None), "Recycling: 41% in 2022/23, up from 40% in 2021/22; no figure for 2023/24."),
        (
            a_line("40", "41", breaks=(Break(before="2023/24", label="New definition"),)),
            "Recycling: 41% in 2023/24, not comparable with earlier figures (New definition).",
        ),
        (
            BARS,
            "School attendance by phase: highest is Primary, 94.1%; lowest is Secondary, 90.2%; "
            "the target is 95%; no figure for Pupil referral unit.",
        ),
        (BarChart(title="Cost", unit="£", bars=(Bar(label="All", value=Decimal(9)),)), "Cost: All £9."),
        (BarChart(title="Cost", unit="£", bars=(Bar(label="All", value=None),)), "Cost: no figures."),
        (
            LIGHTS_BY_OBJECTIVE,
            "Progress by objective: of 13 measures, 6 on course, 1 uncertain, 2 not on course and 4 not judged.",
        ),
    ],
)
def test_a_chart_is_said_in_one_plain_sentence(spec: ChartSpec, sentence: str) -> None:
    assert describe(spec) == sentence


def test_the_authors_sentence_stands_in_place_of_the_rules() -> None:
    block = chart(LINE, sentence="More children came into care.")

    assert block.sentence == "More children came into care."
    assert "More children came into care." in draw(LINE, identifier="a", sentence=block.sentence)


values = st.decimals(min_value=-(10**9), max_value=10**9, places=2) | st.none()


@given(st.lists(values, min_size=1, max_size=12), st.text(max_size=40))
def test_any_figures_are_drawn_inside_the_picture(figures: Sequence[Decimal | None], name: str) -> None:
    years = a_line(*("1" for _ in figures))
    series = Series(name=name, values=tuple(figures))

    picture = drawn(replace(years, series=(series,), breaks=(Break(before=years.periods[-1], label=name),)))

    height = float((picture.get("viewBox") or "").split()[-1])
    for each in picture.iter():
        for across in ("x", "x1", "x2", "cx"):
            assert 0 <= float(each.get(across, 0)) <= WIDTH
        for down in ("y", "y1", "y2", "cy"):
            assert 0 <= float(each.get(down, 0)) <= height


@given(st.lists(values, min_size=1, max_size=6))
def test_any_parts_are_drawn_inside_the_picture(figures: Sequence[Decimal | None]) -> None:
    bars = tuple(Bar(label=f"Part {place}", value=value) for place, value in enumerate(figures))

    picture = drawn(BarChart(title="Parts", unit="£", bars=bars, target=Decimal(5)))

    for bar in picture.iter(f"{SVG}rect"):
        start, width = float(bar.get("x", 0)), float(bar.get("width", 0))
        assert start >= 0
        assert start + width <= WIDTH + 1


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, as WCAG 2.2 defines it."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    shares = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
