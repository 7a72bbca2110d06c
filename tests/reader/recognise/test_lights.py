"""Lights and directions from words, arrows and colours."""

import pytest

from goldthread.reader.recognise.lights import is_light_header, light_of_colour, light_of_words


@pytest.mark.parametrize(
    ("words", "light"),
    [
        ("Green", "green"),
        ("AMBER", "amber"),
        ("On track", "green"),
        ("Behind schedule", "red"),
        ("Completed", "blue"),
        ("R", "red"),
        ("Improving", "better"),
        ("same Q3 22-23 100%", "same"),
        ("↑", "better"),
        ("↓ Worse", "worse"),
        ("◆ Too early to say", "amber"),
        ("▼", "worse"),
        ("▼ Not on course", "red"),
        ("a) first", None),
        ("Red lorries were bought", None),
        ("Is lower positive?", None),
        ("", None),
    ],
)
def test_a_light_is_told_by_its_word(words, light):
    assert light_of_words(words) == light


@pytest.mark.parametrize(
    ("colour", "light"),
    [
        ("#00b050", "green"),
        ("#92d050", "green"),
        ("#ffc000", "amber"),
        ("#ffff00", "amber"),
        ("#c00000", "red"),
        ("#0070c0", "blue"),
        ("#d9d9d9", None),
        ("#000000", None),
        ("green", None),
    ],
)
def test_a_light_is_told_by_its_colour(colour, light):
    assert light_of_colour(colour) == light


@pytest.mark.parametrize(
    ("header", "is_light"),
    [("RAG", True), ("Direction of Travel", True), ("Q3 status", True), ("Target", False), ("", False)],
)
def test_columns_of_lights_are_told_by_their_heading(header, is_light):
    assert is_light_header(header) is is_light
