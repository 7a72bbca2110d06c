"""Strategies and their years."""

import datetime as dt

from goldthread.domain.checks.plans.strategy_has_ended import CHECK
from goldthread.domain.periods import financial_year
from tests.domain.checks.made import a_report, messages, paper, says

PLAN = financial_year(2018)


def test_a_strategy_that_has_ended_and_is_called_current_is_found() -> None:
    text = "The Integrated Workforce Strategy 2014-17 is currently under review."

    assert messages(CHECK, paper(a_report(text, period=PLAN))) == [
        "it ran to 2017, but is named as current in a paper of 2018"
    ]
    assert len(messages(CHECK, paper(a_report(text, date=dt.date(2018, 5, 1))))) == 1


def test_strategies_in_force_or_of_the_past_pass() -> None:
    texts = [
        "The Workforce Strategy 2016-19 is in force.",
        "The Workforce Strategy 2014-17 was replaced.",
        "Our Plan 2014-17 helped.",
    ]

    assert messages(CHECK, paper(a_report(*texts, period=PLAN))) == []
    assert messages(CHECK, says("The Workforce Strategy 2014-17 is current.")) == []
