"""Ranges."""

from goldthread.domain.checks.arithmetic.range_with_one_end import CHECK
from tests.domain.checks.made import a_report, a_table, messages, paper, says, tables


def test_a_range_of_one_figure_is_found_once_a_line() -> None:
    text = "RANGE OF YEARLY BENEFIT (TARGET TO STRETCH) £1.2m"

    assert messages(CHECK, says(text, "Other words.")) == ["a range has two ends, but only £1.2m is given"]
    assert (
        messages(CHECK, tables(a_table(("one",), ("Upper", text), ("Upper", text))))
        == ["a range has two ends, but only £1.2m is given"] * 2
    )


def test_a_text_that_stands_in_a_passage_and_a_cell_is_found_once() -> None:
    text = "Range of benefit (low to high): 5%"
    evidence = paper(a_report(text), tables=(a_table((), (f"Upper: {text}",), first=1),))

    assert len(messages(CHECK, evidence)) == 1


def test_a_range_with_two_ends_passes() -> None:
    assert (
        messages(CHECK, says("The range of benefit (target to stretch) £1.2m to £1.4m, a range of 5 schools.")) == []
    )
