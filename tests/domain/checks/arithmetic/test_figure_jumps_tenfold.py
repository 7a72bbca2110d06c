"""Figures and the ones before."""

from goldthread.domain.checks import Evidence
from goldthread.domain.checks.arithmetic.figure_jumps_tenfold import CHECK
from goldthread.domain.periods import quarter
from tests.domain.checks.made import a_measure, measures, messages


def test_a_figure_ten_times_last_year_is_found() -> None:
    assert messages(CHECK, measures(a_measure(prior_actual="41.5", current="415"))) == [
        "415 is about 10 times the year before's 41.5: a slip of the decimal point?"
    ]


def test_a_figure_a_thousandth_of_last_quarter_is_found() -> None:
    before = measures(a_measure(current="6,520"), period=quarter(2023, 3))
    now = measures(a_measure(current="6.5"), period=quarter(2023, 4))

    assert messages(CHECK, Evidence(paper=now.paper, previous=before.paper)) == [
        "6.5 is about a 1,000th of last quarter's 6,520: a slip of the decimal point?"
    ]


def test_other_changes_pass() -> None:
    rows = [
        a_measure(prior_actual="4", current="41"),
        a_measure(prior_actual="100", current="1,000"),
        a_measure(prior_actual="120", current="500"),
        a_measure(prior_actual="(15)", current="150"),
        a_measure(prior_actual="15%", current="150"),
        a_measure(current="150"),
        a_measure(prior_actual="15", current="tbc"),
    ]

    assert messages(CHECK, measures(*rows)) == []
