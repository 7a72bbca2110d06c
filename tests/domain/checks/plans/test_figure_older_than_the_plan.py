"""Old figures."""

from goldthread.domain.checks.plans.figure_older_than_the_plan import CHECK
from goldthread.domain.periods import financial_year
from tests.domain.checks.made import a_measure, measures, messages

OLD = "Level 2 at 19, 2013/14"


def test_a_figure_two_years_older_than_the_plan_is_found() -> None:
    assert messages(CHECK, measures(a_measure(title=OLD, latest="86%"), period=financial_year(2016))) == [
        "the latest figure is of 2013/14, 2 years before the plan begins"
    ]


def test_newer_figures_and_titles_without_a_year_pass() -> None:
    rows = [
        a_measure(title="Level 2 at 19, 2014/15", prior_actual="86%"),
        a_measure(prior_actual="86%"),
        a_measure(title=OLD),
        a_measure(title=OLD, prior_actual="tbc"),
        a_measure(title="Band 2013/19", prior_actual="5"),
    ]

    assert messages(CHECK, measures(*rows, period=financial_year(2016))) == []
    assert messages(CHECK, measures(rows[0])) == []
