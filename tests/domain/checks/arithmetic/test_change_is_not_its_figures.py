"""Changes and their figures."""

from goldthread.domain.checks.arithmetic.change_is_not_its_figures import CHECK
from tests.domain.checks.made import messages, says


def test_a_change_of_another_size_is_found() -> None:
    assert messages(CHECK, says("Visits increased by 20% from 82 to 100.")) == [
        "from 82 to 100 is a change of 18 or 22%, the text says 20%"
    ]
    assert messages(CHECK, says("It went from 0 to 12, a rise of 14.")) == [
        "from 0 to 12 is a change of 12, the text says 14"
    ]
    assert messages(CHECK, says("It went from 1.5 to 2.5, a 3 increase.")) == [
        "from 1.5 to 2.5 is a change of 1 or 66.7%, the text says 3"
    ]


def test_a_change_in_the_other_direction_is_found() -> None:
    assert messages(CHECK, says("Visits rose from 12 to 10.", "Absence fell from 10 to 12.")) == [
        "from 12 to 10 is a fall, the text says the opposite",
        "from 10 to 12 is a rise, the text says the opposite",
    ]


def test_a_gap_to_the_target_of_another_size_is_found() -> None:
    assert messages(CHECK, says("It took 46.5 weeks against 30, over by 14.2.")) == [
        "46.5 and 30 are 16.5 apart, the text says 14.2"
    ]


def test_changes_that_fit_pass() -> None:
    fitting = [
        "Visits increased by 22% from 82 to 100.",
        "Visits increased by 18 from 82 to 100.",
        "It improved from 5 to 3.",
        "It took 46.5 weeks against 30, over by 16.5.",
        "It went from 12.1% to 12.4%, a rise of 0.3%.",
    ]

    assert messages(CHECK, says(*fitting)) == []
