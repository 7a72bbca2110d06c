"""Dates of phases."""

from goldthread.domain.checks.plans.phase_without_a_date import CHECK
from tests.domain.checks.made import a_task, messages, tasks


def test_a_phase_without_start_or_end_is_found() -> None:
    evidence = tasks(
        a_task("Pilot Phase", "2024-07"), a_task("Launch", "2024-09", "2024-09"), a_task("Sustain Phase")
    )

    assert messages(CHECK, evidence) == ["the phase has no end", "the phase has no start and no end"]


def test_a_plan_without_any_dates_passes() -> None:
    assert messages(CHECK, tasks(a_task("Pilot Phase"), a_task("Launch"))) == []
    assert messages(CHECK, tasks(a_task("Pilot Phase", "2024-07", "Ongoing"))) == []
