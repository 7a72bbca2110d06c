"""Periods of comparators."""

from goldthread.domain.checks.measures.comparator_of_another_period import CHECK
from goldthread.domain.periods import financial_year, quarter
from tests.domain.checks.made import messages
from tests.domain.checks.measures.made import Q3, of, row


def test_a_comparator_of_another_quarter_is_found() -> None:
    assert messages(CHECK, of(row(against="Q2 22-23 9", period=quarter(2022, 2)), period=Q3)) == [
        'the comparator "Q2 22-23 9" is of 2022/23 Q2, the same period last year is 2022/23 Q3'
    ]


def test_the_same_quarter_and_comparators_without_a_period_pass() -> None:
    right = row(against="Q3 22-23 9", period=quarter(2022, 3))

    assert messages(CHECK, of(right, row(against="9"), row(), period=Q3)) == []
    assert messages(CHECK, of(right)) == []
    assert messages(CHECK, of(row(against="9", period=financial_year(2022)), period=Q3)) == []
