"""Tasks and their phases."""

from goldthread.domain.checks.plans.task_outside_its_phase import CHECK
from tests.domain.checks.made import a_task, messages, tasks

PHASE = a_task("Design Phase", "2024-03", "2024-05")


def test_a_task_before_or_after_its_phase_is_found() -> None:
    evidence = tasks(
        a_task("Before any"), PHASE, a_task("Train", "2024-02", "2024-02"), a_task("Agree", "2024-04", "2024-09")
    )

    assert messages(CHECK, evidence) == [
        "it starts on 1 February 2024, before the start on 1 March 2024 of its phase (Design Phase 2024-03 2024-05)",
        "it ends on 30 September 2024, after the end on 31 May 2024 of its phase (Design Phase 2024-03 2024-05)",
    ]


def test_tasks_within_their_phase_and_phases_without_dates_pass() -> None:
    within = a_task("Train", "2024-03", "2024-05")

    assert messages(CHECK, tasks(PHASE, within, a_task("Sustain Phase"), a_task("Agree", "2024-01", "Ongoing"))) == []
    assert messages(CHECK, tasks(PHASE, a_task("Train", "2030-01", "2030-01", block="Another table"))) == []
