"""Cells for figures."""

from goldthread.domain.checks.measures.value_is_a_sentence import CHECK
from tests.domain.checks.made import messages
from tests.domain.checks.measures.made import of, row


def test_a_sentence_for_a_figure_is_found_once() -> None:
    words = "Targets are not given because the groups are very small."

    assert messages(CHECK, of(row(cells={"target 2016/17": words, "target 2017/18": words}))) == [
        'a sentence stands where a figure is expected, under "target 2016/17"'
    ]


def test_half_a_bracket_is_found() -> None:
    assert messages(CHECK, of(row(cells={"current": "39 (but 40 in all"}))) == [
        'a bracket is opened or closed without its other half, under "current"'
    ]


def test_figures_short_reasons_and_other_columns_pass() -> None:
    cells = {"current": "39 (40)", "target": "Dependent on inspections", "notes": "a b c d e f g h i j"}

    assert messages(CHECK, of(row(cells=cells))) == []
