"""Figures on another basis."""

from goldthread.domain.checks.measures.commentary_on_another_basis import CHECK
from tests.domain.checks.made import messages
from tests.domain.checks.measures.made import of, row

TITLE = "Increase the percentage of plans in time (academic year cumulative)"
SAYS = "It goes well. Our 12-month rolling figure is 65%."


def test_a_figure_over_rolling_months_under_another_basis_is_found() -> None:
    assert messages(CHECK, of(row(title=TITLE, cells={"current": "20%"}, says=SAYS))) == [
        "the commentary gives a figure over rolling 12 months, the measure (20%) is on another basis: academic year"
    ]
    assert len(messages(CHECK, of(row(title=TITLE, says=SAYS)))) == 1


def test_the_measures_own_basis_no_basis_and_no_figure_pass() -> None:
    assert messages(CHECK, of(row(title="Plans (rolling 12 months)", says=SAYS), row(title="Plans", says=SAYS))) == []
    assert messages(CHECK, of(row(title=TITLE), row(title=TITLE, says="We look at the last 12 months."))) == []
