"""Targets and verbs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldthread.domain.checks.measures.target_against_its_verb import CHECK
from tests.domain.checks.made import messages
from tests.domain.checks.measures.made import of, row


@pytest.mark.parametrize(
    ("title", "cells", "said"),
    [
        (
            "Increase take-up",
            {"actual 2016/17": "93%", "target 2017/18": "92%", "target 2018/19": "91%"},
            "the verb is to increase, and the 2017/18 target 92% is below the 2016/17 actual 93%",
        ),
        (
            "Reduce visits",
            {"latest": "9", "target 2017/18": "12"},
            "the verb is to reduce, and the 2017/18 target 12 is above the latest figure 9",
        ),
        (
            "Reduce visits",
            {"prior_actual": "9", "target": "9"},
            "the verb is to reduce, and the target 9 equals last year's actual 9",
        ),
    ],
)
def test_a_target_against_its_verb_is_found_once(title: str, cells: dict[str, str], said: str) -> None:
    assert messages(CHECK, of(row(title=title, cells=cells))) == [said]


@pytest.mark.parametrize(
    ("title", "cells"),
    [
        ("Increase take-up", {"prior_actual": "93%", "target": "95%"}),
        ("Reduce visits", {"prior_actual": "93", "target": "90"}),
        ("Monitor visits", {"prior_actual": "93", "target": "99"}),
        ("Increase take-up", {"prior_actual": "100%", "target": "100%"}),
        ("Increase take-up", {"prior_actual": "93", "target": "5%"}),
        ("Increase take-up", {"prior_actual": "N/A", "target": "5%"}),
        ("Increase take-up", {"prior_actual": "5%", "target": "N/A"}),
        ("Increase take-up", {"prior_actual": "50", "target": "5 increase"}),
        ("Increase take-up", {"target 2017/18": "5", "target": "5"}),
    ],
)
def test_targets_with_their_verb_or_without_a_base_pass(title: str, cells: dict[str, str]) -> None:
    assert messages(CHECK, of(row(title=title, cells=cells))) == []


@given(
    start=st.integers(min_value=1, max_value=99),
    goal=st.integers(min_value=1, max_value=99),
    up=st.booleans(),
)
def test_a_target_passes_exactly_when_it_lies_beyond_the_base_in_the_direction_of_the_verb(
    start: int, goal: int, up: bool
) -> None:
    made = row(title="Increase it" if up else "Reduce it", cells={"prior_actual": str(start), "target": str(goal)})

    assert (messages(CHECK, of(made)) == []) == (goal > start if up else goal < start)
