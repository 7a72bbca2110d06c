"""Launches in summary and plan."""

from goldthread.domain.checks.plans.launch_dates_differ import CHECK
from tests.domain.checks.made import a_table, a_task, lines, messages, milestones, paper, tasks

SUMMARY = a_table(("when",), ("Launch of Pilot", "May 2024"), ("Launch of hubs", "soon"), ("Report", "June 2024"))


def test_a_launch_later_than_its_summary_is_found_once_a_table() -> None:
    plan = (
        a_task("Commence Phase 1 Pilots", "2024-09", at=7),
        a_task("Launch pilots", "2024-10"),
        a_task("Launch pilots", "2024-10", block="1b", at=9),
        a_task("Run", "2024-11"),
    )

    evidence = paper(tables=(SUMMARY,), tasks=plan)

    assert messages(CHECK, evidence) == [
        "the summary launches the pilot by May 2024, the plan of work in September 2024",
        "the summary launches the pilot by May 2024, the plan of work in October 2024",
    ]
    assert lines(CHECK, evidence) == [7, 9]


def test_launches_in_time_and_plans_without_a_summary_pass() -> None:
    assert (
        messages(CHECK, paper(tables=(SUMMARY,), tasks=(a_task("Launch pilots", "2024-05"), a_task("Launch pilots"))))
        == []
    )
    assert messages(CHECK, tasks(a_task("Launch pilots", "2024-09"))) == []
    assert messages(CHECK, milestones("Launch of Pilot")) == []
