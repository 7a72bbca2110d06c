"""Last year's numbers."""

from goldthread.domain.checks.measures.commentary_year_not_the_actual import CHECK
from tests.domain.checks.made import messages
from tests.domain.checks.measures.made import cell, of, row

PRIOR = cell("1218", "22/23 Actual")


def told(says: str, prior: object = PRIOR) -> list[str]:
    cells = {"prior_actual": prior} if isinstance(prior, type(PRIOR)) else {}
    return messages(CHECK, of(row(title="Reduce suspensions", cells=cells, says=says, against="Q3 22-23 25")))


def test_another_number_for_last_year_is_found() -> None:
    assert told("In 2022/23 the 1866 suspensions led to a loss of sessions.") == [
        'the commentary gives 1866 for last year, the column "22/23 Actual" says 1218'
    ]


def test_another_number_for_the_same_point_last_year_is_found() -> None:
    assert told("This is fewer than the 18 at the same point last year.") == [
        "the commentary gives 18 for last year, the comparator says Q3 22-23 25"
    ]


def test_right_numbers_other_years_and_other_things_pass() -> None:
    assert told("In 2022/23 there were 1,218 suspensions, and the 25 at the same point last year.") == []
    assert told("In 2021/22 there were 900 suspensions. In 2022/23 there were 900 visits.") == []
    assert told("In 2022/23 there were 900 suspensions.", None) == []
    assert told("In 2022/23 there were 900 suspensions.", cell("N/A", "22/23 Actual")) == []
    assert messages(CHECK, of(row(cells={"prior_actual": PRIOR}))) == []
