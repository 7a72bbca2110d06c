"""Dates beside the wrong task."""

from goldthread.domain.checks.plans.task_dates_slid import CHECK
from goldthread.domain.papers import TaskRecord
from tests.domain.checks.made import a_task, lines, messages, tasks

MONTHS = ["2024-01", "2024-02", "2024-03", "2024-04", "2024-05", "2024-06", "2024-07"]
TITLES = ["Appoint", "Plan", "Design", "Share", "Consult", "Publish", "Launch"]
SISTER = [a_task(title, day, day, block="1c") for title, day in zip(TITLES, MONTHS, strict=True)]


def slid(gap: bool) -> list[TaskRecord]:
    titles = [*TITLES[:3], "", *TITLES[3:6]] if gap else TITLES[:6]
    return [
        a_task(title, day, day, block="2c", at=20 + at)
        for at, (title, day) in enumerate(zip(titles, MONTHS[1:], strict=False))
    ]


def test_dates_a_row_away_from_their_tasks_are_found() -> None:
    assert messages(CHECK, tasks(*SISTER, *slid(gap=False))) == [
        "the dates of 6 tasks stand beside the wrong task: in 1c they belong to the rows below"
    ]


def test_dates_beside_an_empty_task_are_found_and_the_slip_is_shown_behind_them() -> None:
    evidence = tasks(*SISTER, *slid(gap=True))

    assert messages(CHECK, evidence)[0] == "dates stand beside an empty task"
    assert lines(CHECK, evidence) == [23, 24]


def test_sister_tables_with_other_dates_pass() -> None:
    other = [a_task(title, "2025-01", "2025-02", block="2c") for title in TITLES]
    same = [a_task(title, day, day, block="3c") for title, day in zip(TITLES, MONTHS, strict=True)]

    assert messages(CHECK, tasks(*SISTER, *other, *same, a_task("", block="4c"))) == []
    assert messages(CHECK, tasks(*SISTER, *(a_task(title, "", "Ongoing", block="1c") for title in TITLES))) == []
