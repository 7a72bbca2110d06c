"""Headings of one pack."""

from goldthread.domain.checks.wording.heading_not_as_elsewhere import CHECK
from tests.domain.checks.made import messages, says


def test_a_heading_without_a_letter_is_found() -> None:
    evidence = says("6.3 A Healthy Town", "7.3 A Healthy Town", "A Safer Town", "A Safer Town", "14.3 A Health Town")

    assert messages(CHECK, evidence) == ["“14.3 A Health Town” here; the other reports say “a healthy town”, 2 times"]


def test_other_headings_and_single_words_pass() -> None:
    assert messages(CHECK, says("A Healthy Town", "A Healthy Town", "A Happy Town", "Town", "Town", "To")) == []
