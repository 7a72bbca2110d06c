"""Statuses and dates."""

import datetime as dt
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from goldthread.domain.checks.plans.task_status_against_its_date import CHECK, contradictions
from tests.domain.checks.made import a_report, a_task, messages, tasks

REPORT = a_report(date=dt.date(2024, 7, 15))


def test_green_after_its_day_is_found() -> None:
    late = a_task("Open", "", "2024-06", status="On track")

    assert messages(CHECK, tasks(late, report=REPORT)) == [
        "shown on track, but it was due by 30 June 2024: before 15 July 2024"
    ]


def test_done_but_not_a_hundred_per_cent_is_found() -> None:
    done = a_task("Open", status="Completed", percent_complete=Decimal(40))

    assert messages(CHECK, tasks(done)) == ["shown as done, but 40% complete"]


def test_other_statuses_pass() -> None:
    rows = [
        a_task("Open", "", "2024-06", status="Delayed"),
        a_task("Open", "", "2024-06"),
        a_task("Open", "", "2024-08", status="Green"),
        a_task("Open", "", "2024-06", status="Complete", percent_complete=Decimal(100)),
    ]

    assert messages(CHECK, tasks(*rows, report=REPORT)) == []


@given(st.booleans(), st.booleans(), st.integers(0, 100))
def test_what_is_done_is_never_overdue(done: bool, green: bool, percent: int) -> None:
    found = contradictions(
        due=dt.date(2024, 1, 1), as_of=dt.date(2024, 7, 1), done=done, green=green, percent=Decimal(percent)
    )

    assert found.overdue is not done
    assert found.green_but_overdue is (green and not done)
    assert found.done_but_percent_not_100 is (done and percent != 100)
