"""Milestones: text, date, officer, progress and commentary."""

import datetime as dt

import pytest

from goldthread.domain.papers import CellStatus, MilestoneRow
from goldthread.reader.from_text import from_text
from goldthread.reader.recognise import recognise


def the_milestones(text: str) -> list[MilestoneRow]:
    return [row for _, _, row in recognise(from_text(text, file="report.txt")).milestones]


def a_milestone(words: str) -> MilestoneRow:
    (row,) = the_milestones(f"Ref:\tMilestones\tQuarterly Progress\nLB01a\t{words}\t\n")
    return row


@pytest.mark.parametrize(
    ("words", "due", "officer"),
    [
        ("Open the hub. Ann Berry (March 2024)", dt.date(2024, 3, 31), "Ann Berry"),
        ("Open the hub by March 2023. Report then.", dt.date(2023, 3, 31), ""),
        ("Open the hub by 1 May 2024", dt.date(2024, 5, 1), ""),
        ("Review the plan of 2019/20", None, ""),
        ("Work with schools", None, ""),
    ],
)
def test_a_date_and_an_officer_are_read_from_the_text(words, due, officer):
    row = a_milestone(words)

    assert (row.text, row.due, row.officer) == (words, due, officer)


def test_a_date_and_an_officer_are_read_from_their_own_columns():
    text = "Ref\tMilestone\tDue date\tLead officer\tProgress\nLB01a\tOpen\t31/03/24\tAnn Berry\tGreen\n"

    (row,) = the_milestones(text)

    assert (row.due, row.due_printed, row.officer) == (dt.date(2024, 3, 31), "31/03/24", "Ann Berry")
    assert row.progress is not None
    assert row.progress.light == "green"


def test_a_lost_symbol_is_said_even_where_the_row_ends_early():
    headings = "Ref:\tMilestones\t\t\t\t\tQuarterly Progress\n"
    text = f"{headings}LB01a\tOpen the hub\t\t\t\t\nCommentary: Ann Berry Open.\t\t\t\t\t\t\n"

    (row,) = the_milestones(text)

    assert row.progress is not None
    assert row.progress.status is CellStatus.SYMBOL_LOST
    assert row.commentary is not None
    assert (row.commentary.authors, row.commentary.text) == (("Ann Berry",), "Open.")


def test_the_same_reference_twice_gives_two_milestones():
    rows = "LB01d\tOpen\t\n--------\t---\t---\n\nCommentary: Ann Berry\n\nGood.\n\nLB01d\tClose\t\n"
    text = f"Ref:\tMilestones\tProgress\n{rows}"

    assert [(row.ref, row.text) for row in the_milestones(text)] == [("LB01d", "Open"), ("LB01d", "Close")]
