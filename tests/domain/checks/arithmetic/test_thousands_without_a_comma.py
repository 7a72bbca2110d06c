"""Commas for thousands."""

from goldthread.domain.checks.arithmetic.thousands_without_a_comma import CHECK
from tests.domain.checks.made import a_table, messages, says, tables


def test_a_large_amount_without_a_comma_is_found_once() -> None:
    assert messages(CHECK, says("It cost 10,611,463.", "A place costs £13720 or £20000.")) == [
        "£13720 has no comma for the thousands; other figures have (2 such amounts)"
    ]
    assert messages(CHECK, tables(a_table(("weekly",), ("Band", "£13720"), ("Cost", "10,000")))) == [
        "£13720 has no comma for the thousands; other figures have"
    ]


def test_papers_without_commas_and_smaller_amounts_pass() -> None:
    assert messages(CHECK, says("A place costs £13720.")) == []
    assert messages(CHECK, says("A place costs £1372 of 10,000.")) == []
