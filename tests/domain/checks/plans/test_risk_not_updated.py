"""Updates of risks."""

import datetime as dt

from goldthread.domain.checks.plans.risk_not_updated import CHECK
from goldthread.domain.papers import RiskRecord
from tests.domain.checks.made import a_report, line, messages, paper


def risk(updated: dt.date | None, at: int = 5) -> RiskRecord:
    return RiskRecord(ref="R1", description="", updated=updated, where=line(at))


REPORT = a_report(date=dt.date(2024, 7, 15))


def test_an_update_long_before_the_report_is_found() -> None:
    assert messages(CHECK, paper(REPORT, risks=(risk(dt.date(2024, 5, 6)),))) == [
        "last updated on 6 May 2024, 70 days before the report of 15 July 2024"
    ]


def test_recent_updates_and_risks_outside_dated_reports_pass() -> None:
    risks = (risk(dt.date(2024, 6, 5)), risk(None), risk(dt.date(2024, 5, 6), at=0))

    assert messages(CHECK, paper(REPORT, risks=risks)) == []
    assert messages(CHECK, paper(a_report(), risks=(risk(dt.date(2024, 5, 6)),))) == []
