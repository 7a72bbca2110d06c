"""Shares of one whole."""

from decimal import Decimal

from goldthread.domain.checks import Evidence
from goldthread.domain.checks.arithmetic.shares_do_not_make_a_hundred import CHECK
from goldthread.domain.papers import ShareStatement
from tests.domain.checks.made import line, messages, paper, says


def shares(**given: int) -> Evidence:
    values = {name.replace("_", " "): Decimal(share) for name, share in given.items()}
    return paper(shares=(ShareStatement(scope="priority 1", shares=values, where=line(3)),))


def test_shares_that_do_not_make_a_hundred_are_found() -> None:
    assert messages(CHECK, shares(complete=40, on_target=40, delayed=10)) == [
        "the shares of priority 1 make 90%: 10 not accounted for"
    ]
    assert messages(CHECK, says("61% met, 20% on track, 25% delayed.")) == ["the shares make 106%: 6 too many"]


def test_rounding_overlaps_and_other_lists_pass() -> None:
    assert messages(CHECK, shares(complete=33, on_target=33, delayed=33)) == []
    assert messages(CHECK, shares(complete=40, on_target=40)) == []
    assert messages(CHECK, shares(complete=40, delayed=20, complete_or_on_target=70)) == []
    assert messages(CHECK, says("60% in the north, 30% in the south, 25% in the west.")) == []
    assert messages(CHECK, says("60% met, 30% delayed, 10% not started.")) == []
