"""Words of improvement."""

from goldthread.domain.checks.measures.improvement_claimed import CHECK
from tests.domain.checks.made import messages
from tests.domain.checks.measures.made import of, row

SAYS = "The trajectory of improvement in this area continues. All is well."
WORSE = {"current": "20%", "prior_actual": "25.8%"}


def test_improvement_under_a_worse_figure_is_found() -> None:
    assert messages(CHECK, of(row(title="Increase plans", cells=WORSE, says=SAYS))) == [
        "the commentary speaks of improvement; the measure is to increase, and 20% comes after 25.8"
    ]


def test_the_comparator_goes_before_last_years_actual() -> None:
    assert messages(CHECK, of(row(title="Reduce visits", cells={"current": "9"}, says=SAYS, against="7"))) == [
        "the commentary speaks of improvement; the measure is to reduce, and 9 comes after 7"
    ]
    assert messages(CHECK, of(row(title="Increase plans", cells=WORSE, says=SAYS, against="19%"))) == []


def test_what_cannot_be_told_passes() -> None:
    rows = (
        row(title="Monitor plans", cells=WORSE, says=SAYS),
        row(title="Increase plans", cells=WORSE, says="Four posts were filled."),
        row(title="Increase plans", cells=WORSE),
        row(title="Increase plans", cells={"current": "20%"}, says=SAYS),
        row(title="Increase plans", cells={"current": "20", "prior_actual": "25%"}, says=SAYS),
        row(title="Increase plans", cells={"prior_actual": "25%"}, says=SAYS),
    )

    assert messages(CHECK, of(*rows)) == []
