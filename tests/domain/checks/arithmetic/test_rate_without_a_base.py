"""Rates and changes."""

from goldthread.domain.checks.arithmetic.rate_without_a_base import CHECK
from tests.domain.checks.made import a_measure, measures, messages


def test_a_rate_without_a_base_is_found() -> None:
    assert messages(CHECK, measures(a_measure(title="Rate of exclusions", current="0.35"))) == [
        "a rate of what? 0.35 has neither a base nor a unit"
    ]


def test_a_change_in_per_cent_without_sign_is_found() -> None:
    assert messages(
        CHECK, measures(a_measure(title="Smoking, % change since 2009", target="53.0", current="51.5"))
    ) == [
        "the title speaks of a change in per cent, but 53.0, 51.5 carries neither a sign nor %: a rate or a change?"
    ]


def test_rates_with_a_base_and_rates_without_figures_pass() -> None:
    rows = [
        a_measure(title="Rate per 10,000", current="5"),
        a_measure(title="Rate of absence", current="5%"),
        a_measure(title="Rate of absence", current="tbc"),
        a_measure(title="% change", current="-5"),
        a_measure(current="5"),
    ]

    assert messages(CHECK, measures(*rows)) == []
