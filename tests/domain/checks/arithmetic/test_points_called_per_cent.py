"""Percentage points."""

from goldthread.domain.checks.arithmetic.points_called_per_cent import CHECK
from tests.domain.checks.made import a_measure, a_table, measures, messages, says, tables


def test_a_difference_of_percentages_is_found() -> None:
    said = "the difference of two percentages is given as {}, not as percentage points"

    assert messages(CHECK, says("Offers reached 97.6% of leavers, an increase of 4.2% on last year.")) == [
        said.format("4.2%")
    ]
    assert messages(CHECK, says("It will be 97%, a 0.6% drop.")) == [said.format("0.6%")]
    assert messages(CHECK, says("The percentage of pupils who passed rose in reading by 7%.")) == [said.format("7%")]


def test_a_change_inside_the_cell_is_found_once_a_row() -> None:
    table = a_table(("here", "there"), ("2021/22", "3.3% -0.7% from last year", "4.7% -0.8% from last year"))

    assert messages(CHECK, tables(table)) == [
        "the change of -0.7% on 3.3% is in percentage points, and stands inside the cell"
    ]


def test_points_and_changes_of_numbers_pass() -> None:
    assert (
        messages(
            CHECK, says("Offers reached 97.6%, 4.2 percentage points more.", "Visits rose by 7%.", "No figures.")
        )
        == []
    )
    assert messages(CHECK, measures(a_measure(current="5%"))) == []
