"""Words of the matrix."""

from dataclasses import replace

from goldthread.domain.checks.plans.matrix_words_differ import CHECK
from goldthread.domain.papers import MatrixRecord
from tests.domain.checks.made import a_report, messages, paper, says

MATRIX = MatrixRecord(cells=(), likelihood={1: "low", 5: "Very likely"}, impact={1: "Low", 5: "Major"})
KEY = "Key: Impact (1 low – 5 catastrophic), Likelihood (1 low – 5 very likely)"


def test_a_word_of_the_key_that_the_matrix_does_not_use_is_found_once() -> None:
    evidence = paper(a_report(KEY, "Words."), matrices=(MATRIX,))
    said = "impact 5 is called catastrophic in the key and Major in the matrix"

    assert messages(CHECK, evidence) == [said]
    assert messages(CHECK, paper(a_report(KEY), matrices=(replace(MATRIX, key=evidence.paper.passages[:1]),))) == [
        said
    ]


def test_papers_without_a_matrix_pass() -> None:
    assert messages(CHECK, says(KEY)) == []
    assert messages(CHECK, paper(a_report(KEY), matrices=(replace(MATRIX, likelihood={}, impact={}),))) == []
