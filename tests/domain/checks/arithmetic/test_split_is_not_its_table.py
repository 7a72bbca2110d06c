"""Splits and tables."""

from dataclasses import replace

from goldthread.domain.checks.arithmetic.split_is_not_its_table import CHECK
from goldthread.domain.papers import TableRecord
from tests.domain.checks.made import a_report, a_table, messages, paper

COLUMNS = {"total_cost": "Total cost", "quarter_1": "Q1"}


def funding(**changes: int) -> TableRecord:
    table = a_table(
        COLUMNS,
        ("Manager", "£100,000", "£25,000"),
        ("Training", "£590,000", "£100,000"),
        ("Mark", "£310,000", "£1"),
        ("Unread", "tbc", ""),
        ("Total", "£1,000,000", "£1"),
        **{"first": 20, **changes},
    )
    sections = ["Behaviour Support", "Behaviour Support", "Inclusion Framework", "Inclusion Framework", ""]
    rows = tuple(replace(row, section=section) for row, section in zip(table.rows, sections, strict=True))
    return replace(table, rows=rows)


TEXT = ("Overall programme: £100,000 for the team", "Behaviour Support: £590,000", "Inclusion Framework: £310,000")


def test_parts_and_amounts_that_are_not_the_tables_are_found() -> None:
    evidence = paper(a_report(*TEXT), tables=(funding(),))

    assert messages(CHECK, evidence) == [
        "the text gives £100,000 to Overall programme, the table below has no such part",
        "the text gives £590,000 to Behaviour Support, its rows in the table below add up to £690,000",
    ]


def test_a_part_without_rows_is_a_warning_and_another_amount_an_error() -> None:
    evidence = paper(a_report(*TEXT), tables=(funding(),))

    assert [each.severity for each in CHECK.find(evidence)] == ["warning", "error"]


def test_tables_far_away_or_of_other_parts_pass() -> None:
    assert messages(CHECK, paper(a_report(*TEXT), tables=(funding(first=200),))) == []
    assert messages(CHECK, paper(a_report("Words: £5", TEXT[1]), tables=(funding(),))) == []
    assert (
        messages(CHECK, paper(a_report(*TEXT), tables=(a_table({}, ("Staff",)), a_table(COLUMNS, ("Staff", "5")))))
        == []
    )
