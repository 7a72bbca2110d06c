"""Parts and wholes in sentences."""

from hypothesis import given
from hypothesis import strategies as st

from goldthread.domain.checks.arithmetic.parts_are_not_the_whole import CHECK
from tests.domain.checks.made import messages, says


def test_parts_that_do_not_make_the_whole_are_found() -> None:
    assert messages(CHECK, says("Of the plan's 33 indicators: 20 green, 8 amber, 4 red.")) == [
        "20, 8 and 4 make 32, the sentence says 33"
    ]


def test_parts_that_make_the_whole_pass() -> None:
    assert messages(CHECK, says("33 indicators: 20 green, 8 amber, 5 red.", "We met in 3 places.")) == []


@given(st.lists(st.integers(0, 500), min_size=2, max_size=6))
def test_a_list_that_adds_up_is_never_found(parts: list[int]) -> None:
    listed = ", ".join(f"{part} kind" for part in parts)

    assert messages(CHECK, says(f"There are {sum(parts)} things: {listed}.")) == []
