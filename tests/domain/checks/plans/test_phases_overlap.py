"""Phases in their order."""

from goldthread.domain.checks.plans.phases_overlap import CHECK
from tests.domain.checks.made import a_task, lines, messages, tasks


def test_a_phase_that_starts_before_the_last_one_ends_is_found() -> None:
    evidence = tasks(
        a_task("Design Phase", "2024-03", "2024-05"),
        a_task("Train", "2024-03"),
        a_task("Pilot Phase", "2024-04", at=9),
    )

    assert messages(CHECK, evidence) == ["it starts on 1 April 2024, but Design Phase ends on 31 May 2024"]
    assert lines(CHECK, evidence) == [9]


def test_phases_that_meet_in_a_month_pass() -> None:
    assert (
        messages(
            CHECK,
            tasks(
                a_task("Design Phase", "2024-03", "2024-05"),
                a_task("Pilot Phase", "2024-05", "Ongoing"),
                a_task("Sustain Phase"),
            ),
        )
        == []
    )
