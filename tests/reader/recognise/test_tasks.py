"""Plans of work are read task by task, under their blocks and phases."""

import datetime as dt

from goldthread.domain.papers import TaskRecord
from goldthread.reader.from_text import from_text
from goldthread.reader.recognise import tasks

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
