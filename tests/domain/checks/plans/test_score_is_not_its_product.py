"""Scores of risks."""

from hypothesis import given
from hypothesis import strategies as st

from goldthread.domain.checks.plans.score_is_not_its_product import CHECK
from goldthread.domain.papers import MatrixCell, MatrixRecord, RiskRecord, ScoreRecord
from tests.domain.checks.made import messages, paper


def test_a_score_that_is_not_the_product_is_found() -> None:
    risk = RiskRecord(ref="R1", description="Delay", current=ScoreRecord(3, 3, 6), target=ScoreRecord(2, 2, 4))

    assert messages(CHECK, paper(risks=(risk,))) == [
        "the current score: impact 3 times likelihood 3 is 9, the register says 6"
    ]


def test_a_square_of_the_matrix_that_is_not_the_product_is_found() -> None:
    squares = tuple(
        MatrixCell(likelihood=4, impact=impact, product=product, level="Low")
        for impact, product in ((2, 6), (3, 12), (1, None))
    )

    assert messages(CHECK, paper(matrices=(MatrixRecord(cells=squares, likelihood={}, impact={}),))) == [
        "likelihood 4 times impact 2 is 8, the matrix says 6"
    ]


@given(st.integers(1, 5), st.integers(1, 5))
def test_products_and_scores_without_parts_pass(impact: int, likelihood: int) -> None:
    risk = RiskRecord(ref="R1", description="", current=ScoreRecord(impact, likelihood, impact * likelihood))

    assert messages(CHECK, paper(risks=(risk,))) == []
