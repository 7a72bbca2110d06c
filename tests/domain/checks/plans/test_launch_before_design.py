"""Design and launch."""

import datetime as dt

from goldthread.domain.checks.plans.launch_before_design import CHECK
from goldthread.domain.papers import MilestoneRow
from tests.domain.checks.made import a_table, a_task, messages, milestones, tables, tasks


def test_a_launch_before_its_design_is_found_among_tasks_rows_and_milestones() -> None:
    said = '"Launch of pilot" is due by 31 May 2024, but "Design complete" only by 31 July 2024'
    table = a_table(
        ("when",), ("Design complete", "July 2024"), ("Launch of pilot", "May 2024"), ("Report", "June -")
    )
    rows = [
        MilestoneRow(ref="", text="Design complete", due=dt.date(2024, 7, 31)),
        MilestoneRow(ref="", text="Launch of pilot", due=dt.date(2024, 5, 31)),
        MilestoneRow(ref="", text="Run"),
    ]

    assert messages(
        CHECK, tasks(a_task("Design complete", "2024-07", "2024-07"), a_task("Launch of pilot", "2024-05", "2024-05"))
    ) == [said]
    assert messages(CHECK, tables(table)) == [said]
    assert messages(CHECK, milestones(*rows)) == [said]


def test_a_launch_after_its_design_or_without_one_passes() -> None:
    assert messages(CHECK, tasks(a_task("Design complete", "2024-05"), a_task("Launch of pilot", "2024-05"))) == []
    assert (
        messages(
            CHECK, tasks(a_task("Launch of pilot", "2024-05"), a_task("Launch Phase", "2024-05"), a_task("Launch"))
        )
        == []
    )
