"""Plans of work are read task by task, under their blocks and phases."""

import datetime as dt
from decimal import Decimal

from goldthread.domain.papers import TaskRecord, Where
from goldthread.reader.blocks import BlockDocument, Table, TableCell, TableRow
from goldthread.reader.from_text import from_text
from goldthread.reader.recognise import tasks

HERE = Where()
PLAN = """Ponds programme\tStart Date\tEnd Date
1a- Digging\t\t
Design Phase\tMarch 24\tMay 24
Choose the place\tFeb 24\tJune24
\tJun 2024\tSept 24
Sustain Phase\tMay 24\tOngoing

Ponds programme\tStart Date\tEnd Date
1b- Filling\t\t
Fetch water\tSep25\tJul 26
"""


def tasks_of(text: str) -> tuple[TaskRecord, ...]:
    document = from_text(text, file="plan.txt")
    return tasks.find(document, range(len(document.blocks))).tasks


def test_tasks_stand_under_their_block_and_phase() -> None:
    assert [(task.block, task.phase, task.title, task.is_phase) for task in tasks_of(PLAN)] == [
        ("1a- Digging", "Design Phase", "Design Phase", True),
        ("1a- Digging", "Design Phase", "Choose the place", False),
        ("1a- Digging", "Design Phase", "", False),
        ("1a- Digging", "Sustain Phase", "Sustain Phase", True),
        ("1b- Filling", "", "Fetch water", False),
    ]


def test_a_start_is_the_first_day_of_its_month_and_an_end_the_last() -> None:
    task = tasks_of(PLAN)[1]

    assert (task.start, task.end) == (dt.date(2024, 2, 1), dt.date(2024, 6, 30))


def test_dates_beside_an_empty_task_are_kept() -> None:
    blank = tasks_of(PLAN)[2]

    assert (blank.title, blank.start_printed, blank.end) == ("", "Jun 2024", dt.date(2024, 9, 30))


def test_what_goes_on_has_no_end_and_says_so() -> None:
    ongoing = tasks_of(PLAN)[3]

    assert (ongoing.end, ongoing.end_printed) == (None, "Ongoing")


def test_a_table_without_start_and_end_is_no_plan() -> None:
    assert tasks_of("Name\tPost\nA. Heron\tDirector\n") == ()


def test_a_list_of_actions_has_its_owner_status_percentage_priority_and_due_day() -> None:
    text = (
        "Ref\tAction\tLead Officer\tPriority\tDue Date\tRAG Status\t% Complete\n"
        "A1\tCount the herons\tA. Otter\tHigh\t31/3/31\tGreen\t45%\n"
        "A2\tDrain the pond\tB. Heron\tLow\tOngoing\tAmber\t\n"
    )

    found = [
        (task.title, task.owner, task.priority, task.end, task.end_printed, task.status, task.percent_complete)
        for task in tasks_of(text)
    ]

    assert found == [
        ("A1 Count the herons", "A. Otter", "High", dt.date(2031, 3, 31), "31/3/31", "Green", Decimal(45)),
        ("A2 Drain the pond", "B. Heron", "Low", None, "Ongoing", "Amber", None),
    ]


def test_milestones_with_the_month_they_are_due_go_on_over_a_blank_line() -> None:
    text = "Milestone\tWhen\nService announced\tApril 2031\n\nReview\tMay 2031 (then annually)\n"

    assert [(task.title, task.end) for task in tasks_of(text)] == [
        ("Service announced", dt.date(2031, 4, 30)),
        ("Review", dt.date(2031, 5, 31)),
    ]


def test_a_table_below_a_list_of_actions_is_not_taken_for_more_of_it() -> None:
    text = "Milestone\tWhen\nService announced\tApril 2031\n\nGovernance\tG2\n"

    assert [task.title for task in tasks_of(text)] == ["Service announced"]


def test_actions_and_their_dates_at_the_back_of_a_wider_table_are_not_a_list_of_actions() -> None:
    assert tasks_of("Ref\tRisk\tControls\tAction\tDue Date\n1\tRain\tNone\tBuy umbrellas\tMay 2031\n") == ()


def test_a_status_that_is_only_a_colour_is_read() -> None:
    words = [["Action", "Due", "RAG"], ["Count the herons", "May 2031", ""]]
    rows = tuple(
        TableRow(tuple(TableCell(text, HERE, shade=None if text else "#ff0000") for text in row), HERE)
        for row in words
    )
    document = BlockDocument(file="a.docx", format="docx", blocks=(Table(rows=rows, where=HERE),))

    assert [task.status for task in tasks.find(document, range(1)).tasks] == ["red"]


def test_the_name_over_the_tasks_is_their_block_where_no_row_names_one() -> None:
    assert [task.block for task in tasks_of("2d- Ponds\tStart Date\tEnd Date\nDig\tMay 31\tJune 31\n")] == [
        "2d- Ponds"
    ]
