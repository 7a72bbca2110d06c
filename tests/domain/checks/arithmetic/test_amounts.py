"""Numbers in texts."""

import pytest

from goldthread.domain.checks.arithmetic.amounts import amounts_of, count_of
from goldthread.domain.checks.arithmetic.texts import cells_of, texts_of
from tests.domain.checks.made import a_measure, a_table, measures, tables


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("-5% and £1.2m, 3 percentage points", [("-5", "percent"), ("1200000", "£"), ("3", "points")]),
        ("in 2023/24, KS2, 1.2.3 and 16-18", []),
        ("1,234.5 of 20 per cent", [("1234.5", ""), ("20", "percent")]),
    ],
)
def test_numbers_have_their_worth_and_unit(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(format(amount.number, "f"), amount.unit) for amount in amounts_of(text)] == expected


def test_counts_are_read_in_words_too() -> None:
    assert [count_of(word) for word in ("Three", "12", "few")] == [3, 12, None]


def test_every_text_is_looked_at_once_and_contents_are_left_out() -> None:
    evidence = measures(a_measure(commentary="It rose."), a_measure(commentary="It rose."), a_measure())

    assert [text for text, _ in texts_of(evidence.paper)] == ["It rose."]


def test_cells_of_measures_and_tables_are_looked_at() -> None:
    table = a_table(("actual",), ("Staff", "5"))

    assert [(name, cell.text) for name, cell in cells_of(measures(a_measure(current="4")).paper)] == [("Visits", "4")]
    assert [(name, cell.text) for name, cell in cells_of(tables(table).paper)] == [("Staff", "5")]
