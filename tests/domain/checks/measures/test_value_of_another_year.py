"""Years of values."""

from goldthread.domain.checks.measures.value_of_another_year import CHECK
from tests.domain.checks.made import messages
from tests.domain.checks.measures.made import of, row


def test_a_value_of_another_year_is_found() -> None:
    assert messages(CHECK, of(row(cells={"actual 2016/17": "84.3% (15/16)"}))) == [
        "the value is of 2015/16, the column is for 2016/17"
    ]


def test_the_columns_own_year_and_other_brackets_pass() -> None:
    cells = {"actual 2016/17": "84.3% (16/17)", "target 2017/18": "9 (12/40)", "target 2018/19": "5"}

    assert messages(CHECK, of(row(cells=cells))) == []
