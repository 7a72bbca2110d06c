"""Actions of risks."""

import datetime as dt
from dataclasses import replace

from goldthread.domain.checks.plans.risk_action_overdue import CHECK
from goldthread.domain.papers import RiskRecord, TaskRecord, Where
from tests.domain.checks.made import a_report, a_task, line, messages, paper


def risk(*actions: TaskRecord) -> RiskRecord:
    return RiskRecord(ref="R1", description="", actions=actions, where=line(5))


REPORT = a_report(date=dt.date(2024, 7, 15))
LATE = a_task("Commission a review", "", "2024-06")


def test_an_action_past_its_day_is_found() -> None:
    assert (
        messages(CHECK, paper(REPORT, risks=(risk(LATE, replace(LATE, where=Where())),)))
        == ["due by 30 June 2024 and not shown as done in a report of 15 July 2024"] * 2
    )


def test_done_later_and_undated_actions_pass() -> None:
    others = (replace(LATE, status="Completed"), a_task("Plan", "", "2024-07"), a_task("Plan"))

    assert messages(CHECK, paper(REPORT, risks=(risk(*others),))) == []
    assert messages(CHECK, paper(risks=(risk(LATE),))) == []
