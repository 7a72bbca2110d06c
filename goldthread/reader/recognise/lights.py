"""Traffic lights and directions of travel, from words, symbols and colours."""

from __future__ import annotations

import colorsys
import re

GREY = 0.25
"""Colours with less saturation than this are grey, white or black: no light."""
_WORDS: tuple[tuple[str, str], ...] = (
    ("green", r"green|g|on track|on target|on course|met|achieved|exceeded|✓|✔|✅|🟢|👍"),
    (
        "amber",
        r"amber|a|yellow|orange|at risk|some concerns?|slightly off (?:track|target)|uncertain|near target|🟠|🟡"
        r"|too early(?: to (?:say|tell))?",
    ),
    (
        "red",
        r"red|r|off track|off target|not (?:on (?:course|track|target)|met)|missed|overdue"
        r"|behind(?: schedule| target)?|delayed|✗|✘|❌|🔴",
    ),
    ("blue", r"blue|b|complete|completed|done|delivered|no target|🔵"),
    ("better", r"better|improv(?:ed|ing|ement)|up is good|⬆|↑|⇧|▲|🡅|🠕"),
    ("worse", r"worse(?:ned|ning)?|declin(?:ed|ing)|deteriorat(?:ed|ing)|⬇|↓|⇩|▼|🡇|🠗"),
    ("same", r"same|no change|unchanged|static|stable|maintained|⬌|↔|⇔|⇨|→|➔|➡|◄►|►|🡆"),
)
_READ = tuple((light, re.compile(rf"(?:{words})(?!\w)", re.IGNORECASE)) for light, words in _WORDS)
COLOUR_WORDS = frozenset({"green", "amber", "red", "blue"})
_DIRECTIONS = frozenset({"better", "worse", "same"})
_RAG_HEADER = re.compile(
    r"\brag\b|\bprogress\b|\bstatus\b|\btraffic\b|\blights?\b|\bdirection\b|\btravel\b|\bdot\b|\btrend\b"
    r"|\brating\b|\bsymbol\b|\bperformance against\b|\bmovement\b|\bjudgement\b",
    re.IGNORECASE,
)
_SYMBOL_FIRST = re.compile(r"^[^\w\s(]{1,2}\s+(?=[A-Za-z])")
"""A symbol before the word that says what it means: the word counts."""
_HUES = (("red", 0, 17), ("amber", 17, 66), ("green", 66, 175), ("blue", 175, 265), ("red", 330, 361))


def is_light_header(header: str) -> bool:
    """Whether a column of this name holds lights or arrows.

    >>> is_light_header("Quarterly Progress"), is_light_header("2023/24 Target")
    (True, False)
    """
    return bool(_RAG_HEADER.search(header)) and len(header) <= 80


def light_of_words(text: str) -> str | None:
    """The light a cell's first words say; None where they say none.

    >>> light_of_words("On track"), light_of_words("same Q3 22-23 100%"), light_of_words("Good schools met us")
    ('green', 'same', None)
    """
    text = text.strip().strip("()[]")
    text = _SYMBOL_FIRST.sub("", text)
    if not text:
        return None
    for light, pattern in _READ:
        found = pattern.match(text)
        if found and (found.end() == len(text) or (found.end() > 1 and _may_follow(text[found.end() :]))):
            return light
    return None


def is_direction(text: str) -> bool:
    """Whether a text is a word or an arrow for a direction of travel: `is_direction("same")`."""
    return light_of_words(text) in _DIRECTIONS


def _may_follow(rest: str) -> bool:
    """A light may be followed by a figure, a period or punctuation, not by a sentence about something else."""
    rest = rest.strip(" .,:;-–()\n")
    return not rest or bool(re.match(r"(?:q[1-4]\b|[£\d(])", rest, re.IGNORECASE))


def light_of_colour(colour: str) -> str | None:
    """The light of a colour `#rrggbb` by its hue; None for greys, black and white.

    >>> light_of_colour("#00b050"), light_of_colour("#ffc000"), light_of_colour("#ff0000"), light_of_colour("#f2f2f2")
    ('green', 'amber', 'red', None)
    """
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", colour):
        return None
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    hue, saturation, value = colorsys.rgb_to_hsv(red, green, blue)
    if saturation < GREY or value < GREY:
        return None
    degrees = hue * 360
    return next((light for light, low, high in _HUES if low <= degrees < high), None)
