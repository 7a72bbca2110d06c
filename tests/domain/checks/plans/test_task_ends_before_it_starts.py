"""Starts and ends."""

from goldthread.domain.checks.plans.task_ends_before_it_starts import CHECK
from tests.domain.checks.made import a_task, lines, messages, tasks


def test_a_task_that_ends_before_it_starts_is_found() -> None:
    evidence = tasks(
        a_task("Launch", "2024-06", "2024-05", at=4), a_task("Design", "2024-05", "2024-05"), a_task("Run", "2024-05")
    )

    assert messages(CHECK, evidence) == ["it starts on 1 June 2024 and ends on 31 May 2024"]
    assert lines(CHECK, evidence) == [4]
