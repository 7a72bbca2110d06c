"""Which way is better."""

from goldthread.domain.checks.measures.polarity_not_declared import CHECK
from tests.domain.checks.made import messages, paper
from tests.domain.checks.measures.made import of, report, row


def test_a_watching_verb_with_a_target_is_found_once_a_pack() -> None:
    watched = row(title="Record the number at risk", cells={"target": "20"})

    assert messages(CHECK, paper(report(watched), report(watched))) == [
        '"Record" says nothing of better or worse, but there is a target of 20'
    ]


def test_a_question_in_a_cell_is_found() -> None:
    assert messages(CHECK, of(row(cells={"direction_of_travel": "Is lower positive?"}))) == [
        '"Is lower positive?" is printed in place of a judgement: nobody has said which way is better'
    ]


def test_targets_without_a_verb_that_do_not_move_are_found() -> None:
    cells = {"latest": "tbc", "target 2016/17": "18", "target 2017/18": "18"}

    assert messages(CHECK, of(row(title="Average caseload", cells=cells))) == [
        "neither the description nor the targets (18) say whether more or less is better"
    ]


def test_measures_that_say_which_way_pass() -> None:
    rows = (
        row(title="Reduce visits", cells={"target": "20", "target 2016/17": "18"}),
        row(title="Monitor visits", cells={"target": "N/A"}),
        row(title="Monitor visits", cells={"target": "100%"}),
        row(title="Report on the budget", cells={"target": "£250,000 reduction"}),
        row(title="Monitor visits", cells={"target": "20", "polarity": "lower"}),
        row(title="Caseload", cells={"latest": "20", "target 2016/17": "18"}),
        row(title="Reviews in time", cells={"target 2016/17": "100%"}),
        row(title="Caseload", cells={"progress": "5"}),
    )

    assert messages(CHECK, of(*rows)) == []
