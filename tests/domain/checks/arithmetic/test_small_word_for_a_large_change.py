"""Words for changes."""

from goldthread.domain.checks.arithmetic.small_word_for_a_large_change import CHECK
from tests.domain.checks.made import messages, says


def test_a_slight_change_of_more_than_a_tenth_is_found() -> None:
    assert messages(CHECK, says("There was a slight reduction in visitors from 96 to 82.")) == [
        "from 96 to 82 is 14.6%, which the text calls slight"
    ]


def test_a_significant_change_of_less_than_a_hundredth_is_found() -> None:
    assert messages(CHECK, says("Visits significantly increased from 1,000 to 1,005.")) == [
        "from 1,000 to 1,005 is 0.5%, which the text calls significantly"
    ]


def test_words_that_fit_pass() -> None:
    fitting = [
        "A slight increase from 100 to 105.",
        "A sharp rise from 100 to 200.",
        "A slight rise from 0 to 5.",
        "A small rise from 1% to 2%.",
    ]

    assert messages(CHECK, says(*fitting)) == []
