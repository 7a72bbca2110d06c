"""Days without a year."""

import datetime as dt

from goldthread.domain.checks.plans.date_without_a_year import CHECK
from goldthread.domain.papers import Passage
from goldthread.domain.periods import quarter
from tests.domain.checks.made import a_report, line, messages, paper, says


def test_a_day_without_a_year_is_found() -> None:
    assert messages(CHECK, says("The act takes effect on the 25th May with tougher rules. It was 3 June.")) == [
        "25th May of which year?"
    ]


def test_years_near_by_recurring_days_and_dated_reports_pass() -> None:
    text = "The act takes effect on 25 May."
    cell = Passage(text=text, where=line(1), kind="table cell")

    assert (
        messages(
            CHECK,
            says(
                "In 2018 the act took effect on 25 May.",
                "We report each year by the 25 May. Arrears at 31 March each year.",
                "In May.",
                cell,
            ),
        )
        == []
    )
    assert messages(CHECK, paper(a_report(text, date=dt.date(2024, 7, 15)))) == []
    assert messages(CHECK, paper(a_report(text, period=quarter(2023, 3), kind="performance report"))) == []
