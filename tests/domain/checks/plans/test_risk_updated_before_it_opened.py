"""Dates of a risk."""

import datetime as dt

from goldthread.domain.checks.plans.risk_updated_before_it_opened import CHECK
from goldthread.domain.papers import RiskRecord
from tests.domain.checks.made import messages, paper


def test_an_update_before_the_opening_is_found() -> None:
    risk = RiskRecord(ref="R1", description="", opened=dt.date(2024, 3, 1), updated=dt.date(2024, 1, 5))

    assert messages(CHECK, paper(risks=(risk,))) == ["last updated on 5 January 2024, but opened on 1 March 2024"]


def test_other_dates_pass() -> None:
    risks = (
        RiskRecord(ref="R1", description="", opened=dt.date(2024, 3, 1), updated=dt.date(2024, 3, 1)),
        RiskRecord(ref="R2", description="", updated=dt.date(2024, 3, 1)),
    )

    assert messages(CHECK, paper(risks=risks)) == []
