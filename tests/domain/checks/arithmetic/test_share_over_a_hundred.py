"""Shares."""

from goldthread.domain.checks.arithmetic.share_over_a_hundred import CHECK
from tests.domain.checks.made import a_measure, measures, messages, says


def test_a_share_above_all_of_them_is_found() -> None:
    assert messages(CHECK, says("We reached 104% of pupils.")) == ["104% is more than all of them"]
    assert messages(
        CHECK, measures(a_measure(title="Increase the percentage of pupils in school", current="104%"))
    ) == ["a share can't be more than 100%"]


def test_a_measure_above_all_is_a_warning_because_its_title_may_be_cut() -> None:
    (finding,) = CHECK.find(measures(a_measure(title="Percentage of pupils in school", current="104%")))

    assert finding.severity == "warning"


def test_other_percentages_pass() -> None:
    assert messages(CHECK, says("It grew by 140% of late. 90% of pupils came.", "Words.", "1,200 per year.")) == []
    for title in ("Percentage of budget spent", "The proportion of the Welfare Fund"):
        assert messages(CHECK, measures(a_measure(title=title, current="104%"))) == []
    assert messages(CHECK, measures(a_measure(title="Percentage of pupils", current="94%", target="104"))) == []
    assert messages(CHECK, measures(a_measure(title="Visits", current="104%"))) == []
