"""Refer to commentary."""

from dataclasses import replace

import pytest

from goldthread.domain.checks.measures.figure_not_in_the_commentary import CHECK
from tests.domain.checks.made import messages
from tests.domain.checks.measures.made import cell, of, row

REFER = {"current": "Refer comment"}


@pytest.mark.parametrize(
    ("title", "says", "missing"),
    [
        ("Percentage of plans in time", "Sickness held us up.", "percentage"),
        ("Report on the budget spent", "The average cost is £60,572.", "amount"),
        ("Number of visits", "Many came.", "figure"),
        ("Number of visits", None, "figure"),
    ],
)
def test_a_commentary_without_the_figure_is_found(title: str, says: str | None, missing: str) -> None:
    assert messages(CHECK, of(row(title=title, cells=REFER, says=says))) == [
        f'"Refer comment", but the commentary gives no {missing}'
    ]


@pytest.mark.parametrize(
    ("title", "says"),
    [
        ("Percentage of plans in time", "It is 65%."),
        ("Report on the budget spent", "£6,726,000 was spent."),
        ("Number of visits", "There were 12."),
    ],
)
def test_a_commentary_with_the_figure_passes(title: str, says: str) -> None:
    assert messages(CHECK, of(row(title=title, cells=REFER, says=says))) == []


def test_cells_with_figures_and_rows_without_cells_pass() -> None:
    assert messages(CHECK, of(row(cells={"current": "5"}, says="Words."), row(says="Words."))) == []


def test_words_that_refer_to_no_commentary_and_notes_that_stand_elsewhere_pass() -> None:
    parts = replace(cell("Refer comment"), text="In parts [n]")
    noted = replace(cell("Refer comment"), text="Refer to commentary [n]")

    assert messages(CHECK, of(row(cells={"current": parts}, says="Words."))) == []
    assert messages(CHECK, of(row(cells={"current": noted}))) == []
    assert len(messages(CHECK, of(row(cells={"current": noted}, says="Words.")))) == 1
