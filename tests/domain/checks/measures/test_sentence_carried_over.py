"""Sentences of last quarter."""

from goldthread.domain.checks.measures.sentence_carried_over import CHECK
from tests.domain.checks.made import messages, paper
from tests.domain.checks.measures.made import Q3, Q4, milestone, of, report, row

AGO = "The ward was identified 18 months ago as a place to work in."
YET = "There are no plans as yet to rent one of these rooms to a neighbour."


def carried(then: str, now: str) -> list[str]:
    return messages(CHECK, paper(report(row(), period=Q3, texts=(then,)), report(row(), period=Q4, texts=(now,))))


def test_a_relative_date_of_last_quarter_is_found() -> None:
    assert carried(AGO, f"New. {AGO}") == [
        "the sentence is last quarter's: \"18 months ago\" can't be true of both quarters"
    ]


def test_a_state_of_things_of_last_quarter_is_found_though_a_word_changed() -> None:
    said = ['the sentence is last quarter\'s: "as yet" speaks of how things stand now']

    assert carried(YET, YET.replace("these", "those")) == said
    assert carried(YET[:-20], YET) == said


def test_other_words_other_states_and_commentaries_pass() -> None:
    assert carried(AGO, AGO.replace("18", "21")) == []
    assert carried(AGO, YET) == []
    assert carried(YET, "There are no plans as to what was asked, and as yet nobody has seen the need for any.") == []
    assert carried("Not yet.", "Not yet.") == []
    assert carried(YET, "There are no plans for the year, though the board as yet hopes that more will come.") == []
    assert carried("Nothing.", "Nothing.") == []
    assert messages(CHECK, of(row(), texts=(AGO,))) == []
    own = report(row(says=AGO, at=0), period=Q4, texts=(AGO,), milestones=(milestone("A", AGO),))
    assert messages(CHECK, paper(report(row(), period=Q3, texts=(AGO,)), own)) == []
