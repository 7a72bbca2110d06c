"""Units."""

from goldthread.domain.checks.arithmetic.unit_printed_twice import CHECK
from tests.domain.checks.made import a_measure, measures, messages, says


def test_a_unit_printed_twice_is_found() -> None:
    assert messages(CHECK, measures(a_measure(target="16% %"))) == ['the unit of one value is printed twice: "6% %"']
    assert messages(CHECK, says("It cost £ £5.")) == ['the unit of one value is printed twice: "£ £5"']


def test_units_printed_once_pass() -> None:
    assert messages(CHECK, says("16% and 17%, £5 to £6m.")) == []
