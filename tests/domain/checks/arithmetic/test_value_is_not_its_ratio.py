"""Values, numerators and denominators."""

from goldthread.domain.checks.arithmetic.value_is_not_its_ratio import CHECK
from tests.domain.checks.made import a_measure, a_table, measures, messages, tables


def test_a_value_that_is_no_ratio_of_its_counts_is_found() -> None:
    row = a_measure(current="6%", numerator="27", denominator="398")
    table = a_table(("value", "numerator", "denominator"), ("North", "0.9", "20", "25"))

    assert messages(CHECK, measures(row)) == ["27 of 398 gives 0.0678, the value says 6"]
    assert messages(CHECK, tables(table)) == ["20 of 25 gives 0.8, the value says 0.9"]


def test_ratios_percentages_rates_and_incomplete_rows_pass() -> None:
    rows = [
        a_measure(current="80%", numerator="20", denominator="25"),
        a_measure(current="5", numerator="5", denominator="10,000"),
        a_measure(current="80%", numerator="20"),
        a_measure(current="80%", numerator="20", denominator="0"),
        a_measure(),
    ]

    assert messages(CHECK, measures(*rows)) == []
