"""Phases of a roll-out."""

from goldthread.domain.checks.plans.roll_out_goes_backwards import CHECK
from tests.domain.checks.made import a_table, lines, messages, tables

QUARTERS = ("quarter_1", "quarter_2", "quarter_3", "quarter_4")


def test_a_phase_that_goes_back_is_found_within_a_year_and_from_year_to_year() -> None:
    first = a_table(
        QUARTERS,
        ("WS 1- Lead", "Co-design", "Implementation", "Sustain", "Sustain"),
        ("WS 2- Mark", "Sustain", "Sustain", "Implementation", "Sustain"),
    )
    second = a_table(QUARTERS, ("WS 1 - Lead", "Co-design", "Pilot", "", "Sustain"), first=30)

    assert messages(CHECK, tables(first, second)) == [
        "Implementation comes after Sustain: the phases go backwards",
        "Co-design comes after Sustain: the phases go backwards",
    ]
    assert lines(CHECK, tables(first, second)) == [11, 30]


def test_phases_in_order_and_other_tables_pass() -> None:
    ordered = a_table(QUARTERS, ("Lead", "Co-design", "Pilot", "words", "Sustain"), ("Short", "Pilot"))

    assert messages(CHECK, tables(ordered, a_table(("actual",), ("Staff", "5")))) == []
