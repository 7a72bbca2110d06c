"""Old provisional figures."""

import datetime as dt

from goldthread.domain.checks.measures.provisional_for_long import CHECK
from tests.domain.checks.made import messages
from tests.domain.checks.measures.made import Q4, of, row

PROVISIONAL = row(cells={"current": "203 (prov)"})
JULY = dt.date(2024, 7, 15)


def test_a_provisional_figure_months_after_its_period_is_found() -> None:
    assert messages(CHECK, of(PROVISIONAL, period=Q4, date=JULY)) == [
        "the figure is still provisional in a report of 15 July 2024, 106 days after the end of its period"
    ]


def test_early_reports_final_figures_and_reports_without_a_date_pass() -> None:
    assert messages(CHECK, of(PROVISIONAL, period=Q4, date=dt.date(2024, 5, 1))) == []
    assert messages(CHECK, of(row(cells={"current": "203"}), row(), period=Q4, date=JULY)) == []
    assert messages(CHECK, of(PROVISIONAL, period=Q4)) == []
    assert messages(CHECK, of(PROVISIONAL, date=JULY)) == []
