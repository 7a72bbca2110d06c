"""Cells as councils print them: numbers, labels, units and the named kinds of no number."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldthread.domain.papers import CellStatus, Where
from goldthread.reader.blocks import Picture
from goldthread.reader.recognise.cells import figures_in, number, read_cell


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("12%", [("", "12", "percent")]),
        ("662 (rate) 1218 (total)", [("rate", "662", "count"), ("total", "1218", "count")]),
        ("24 Low 23 Med 8 High", [("Low", "24", "count"), ("Med", "23", "count"), ("High", "8", "count")]),
        ("LA - 92.97% Sec – 91.13%", [("LA", "92.97", "percent"), ("Sec", "91.13", "percent")]),
        ("613 MAP 263 PRE-MAP", [("MAP", "613", "count"), ("PRE-MAP", "263", "count")]),
        ("500 (full year)", [("full year", "500", "count")]),
        (
            "Residential 42% Leaving Care 94.7%",
            [("Residential", "42", "percent"), ("Leaving Care", "94.7", "percent")],
        ),
        ("£250000 reduction", [("reduction", "250000", "£")]),
        ("457 (prov)", [("", "457", "count")]),
        ("84.3% (15/16)", [("", "84.3", "percent")]),
        ("94% (473/501)", [("numerator", "473", "count"), ("denominator", "501", "count"), ("", "94", "percent")]),
        ("12 out of 20", [("numerator", "12", "count"), ("denominator", "20", "count")]),
        ("Q3 22-23 365 (All)", [("All", "365", "count")]),
        ("same Q3 22-23 100%", [("", "100", "percent")]),
        ("8% As of Q3 2022/23", [("", "8", "percent")]),
        ("£ 16.00K", [("", "16000.00", "£")]),
        ("£3.3m", [("", "3300000.0", "£")]),
        ("10% reduction by 2024", [("reduction", "10", "percent")]),
        ("a) 5 Hectares b) 500 Trees", [("", "5", "hectares"), ("Trees", "500", "count")]),
        (
            "81 (16 on-street and 65 on estates)",
            [("", "81", "count"), ("on-street", "16", "count"), ("estates", "65", "count")],
        ),
        ("39 (but 40 orders. One child had 2 orders", [("", "39", "count"), ("orders", "40", "count")]),
        ("16-17 year olds 95%", [("", "95", "percent")]),
        ("-5.2%", [("", "-5.2", "percent")]),
        ("30 days", [("", "30", "days")]),
        ("Dependent on the inspection in 2024", []),
    ],
)
def test_a_cell_gives_its_numbers_with_labels_and_units(text, parts):
    cell = read_cell(text)

    read = sorted((part.label, str(part.number), part.unit) for part in cell.parts)

    assert read == sorted(parts)
    assert cell.text == text


def test_a_repeated_label_takes_the_group_it_stands_in():
    cell = read_cell("Spend for 2022/23 Homes £10,000 Fostering £20,000 Refugees Homes £3,000 Fostering £400")

    assert [part.label for part in cell.parts] == ["Homes", "Fostering", "Refugees Homes", "Refugees Fostering"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("N/A", CellStatus.NOT_APPLICABLE),
        ("tbc", CellStatus.TO_BE_CONFIRMED),
        ("To be confirmed", CellStatus.TO_BE_CONFIRMED),
        ("Refer comment", CellStatus.REFER_TO_COMMENTARY),
        ("See commentary below", CellStatus.REFER_TO_COMMENTARY),
        ("Data not available", CellStatus.NOT_YET_AVAILABLE),
        ("Baseline", CellStatus.BASELINE),
        ("*", CellStatus.SUPPRESSED),
        ("[c]", CellStatus.SUPPRESSED),
        ("Not applicable [z]", CellStatus.NOT_APPLICABLE),
        ("Not available [x]", CellStatus.NOT_YET_AVAILABLE),
        ("92.97% [p]", CellStatus.PROVISIONAL),
        ("", CellStatus.BLANK),
        ("-", CellStatus.BLANK),
        ("457 (prov)", CellStatus.PROVISIONAL),
        ("12", CellStatus.NUMBER),
        ("When inspected", CellStatus.TEXT),
    ],
)
def test_a_cell_says_what_kind_of_content_it_has(text, status):
    assert read_cell(text, header="Current").status is status


def test_an_empty_cell_for_a_light_is_a_lost_symbol_only_where_the_format_loses_them():
    lost = read_cell("", header="Quarterly progress", symbols_kept=False)
    blank = read_cell("", header="Quarterly progress")

    assert (lost.status, blank.status) == (CellStatus.SYMBOL_LOST, CellStatus.BLANK)


def test_a_comparator_without_its_arrow_keeps_the_figure_and_says_the_symbol_is_lost():
    cell = read_cell("Q3 22-23 469", header="Direction of travel", symbols_kept=False)

    assert (cell.status, cell.number, cell.light) == (CellStatus.SYMBOL_LOST, Decimal(469), None)


def test_a_light_is_read_from_a_word_a_picture_or_the_shading():
    picture = Picture(where=Where(), colour="#00b050")

    lights = [
        read_cell("Amber", header="RAG").light,
        read_cell("", header="Status", pictures=(picture,)).light,
        read_cell("", header="Progress", shade="#ff0000").light,
        read_cell("12", header="Current", shade="#ff0000").light,
    ]

    assert lights == ["amber", "green", "red", None]


def test_what_a_row_measures_gives_a_bare_figure_its_unit():
    units = [
        read_cell("617", about="Rate of referrals per 10,000").unit,
        read_cell("1218 (total)", about="Rate of referrals per 10,000").unit,
        read_cell("9,583,822", about="Budget spent on placements").unit,
        read_cell("84", header="2023/24 %").unit,
        read_cell("7", header="£'000").unit,
    ]

    assert units == ["rate per 10,000", "count", "£", "percent", "£'000"]


@pytest.mark.parametrize(
    ("text", "value"),
    [("(1,234)", "-1234"), ("£(12)", "-12"), ("−3", "-3"), ("1,234.5", "1234.5"), ("5 of 6", None), ("", None)],
)
def test_a_number_alone_is_read_with_brackets_as_a_minus(text, value):
    assert number(text) == (Decimal(value) if value else None)


@given(st.decimals(min_value=0, max_value=10**9, places=2, allow_nan=False))
def test_every_number_survives_being_printed_with_commas(value):
    assert number(f"{value:,}") == value
    assert number(f"({value:,})") == -value


@given(st.text(max_size=120))
def test_any_text_can_stand_in_a_cell(text):
    assert all(part.number is not None for part in figures_in(text))
    assert read_cell(text).text == text.strip()
