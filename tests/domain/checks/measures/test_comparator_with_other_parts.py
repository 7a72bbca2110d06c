"""Parts of comparators."""

from goldthread.domain.checks.measures.comparator_with_other_parts import CHECK
from tests.domain.checks.made import messages
from tests.domain.checks.measures.made import of, row


def test_two_figures_against_one_are_found() -> None:
    assert messages(CHECK, of(row(cells={"current": "516 full 149 short"}, against="365 (all)"))) == [
        "2 figures (516 full 149 short) stand against 1 in the comparator (365 (all))"
    ]


def test_the_same_parts_other_units_and_no_comparator_pass() -> None:
    rows = (
        row(cells={"current": "516 full 149 short"}, against="300 full 65 short"),
        row(cells={"current": "55% 668 of 1210"}, against="51%"),
        row(cells={"current": "516"}, against="365"),
        row(cells={"current": "5 and 6"}, against="lost"),
        row(cells={"current": "5 and 6"}),
        row(against="365"),
    )

    assert messages(CHECK, of(*rows)) == []
