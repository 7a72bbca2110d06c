"""N/A for a judgement."""

from goldthread.domain.checks.measures.judgement_not_given import CHECK
from tests.domain.checks.made import messages, paper
from tests.domain.checks.measures.made import Q3, Q4, of, report, row


def test_no_direction_although_last_years_figure_is_printed_is_found() -> None:
    cells = {"direction_of_travel": "N/A", "current": "93%", "prior_actual": "92%"}

    assert messages(CHECK, of(row(cells=cells))) == [
        "the direction of travel is N/A, although last year's figure is printed"
    ]


def test_no_direction_although_there_was_a_comparator_and_no_light_are_one_finding() -> None:
    cells = {"direction_of_travel": "N/A", "progress": "N/A", "current": "1489", "target": "500"}
    then = report(row(against="Q3 22-23 437"), period=Q3)

    assert messages(CHECK, paper(then, report(row(cells=cells), period=Q4))) == [
        "the direction of travel is N/A, although the quarter before had a comparator (Q3 22-23 437); progress is "
        "N/A, although figure and target are printed"
    ]


def test_nothing_to_judge_by_and_lost_symbols_pass() -> None:
    rows = (
        row(cells={"direction_of_travel": "N/A", "progress": "N/A", "current": "5", "target": "N/A"}),
        row(cells={"direction_of_travel": "N/A", "progress": "N/A", "target": "5", "prior_actual": "5"}),
        row(cells={"direction_of_travel": "", "progress": "", "current": "5", "target": "5", "prior_actual": "5"}),
        row(cells={"current": "5"}),
    )

    assert messages(CHECK, of(*rows)) == []
