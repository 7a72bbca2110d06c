"""Quarters and dates."""

from goldthread.domain.checks.plans.quarter_word_is_not_its_dates import CHECK
from tests.domain.checks.made import messages, says


def test_a_quarter_with_the_dates_of_another_is_found() -> None:
    assert messages(CHECK, says("for the first quarter period 01 October 2023 to 31 December 2023.")) == [
        "01 October 2023 to 31 December 2023 is the third quarter, the text says the first"
    ]
    assert messages(CHECK, says("in quarter 2 (1 January to 31 March 2024)")) == [
        "1 January to 31 March 2024 is the fourth quarter, the text says the second"
    ]


def test_quarters_with_their_dates_and_other_spans_pass() -> None:
    assert (
        messages(
            CHECK,
            says(
                "the third quarter, 1 October to 31 December 2023",
                "quarter 1: 1 May to 31 July 2023",
                "quarter 1: 1 April to 31 May 2023",
                "quarter 1: 2 April to 30 June 2023",
            ),
        )
        == []
    )
