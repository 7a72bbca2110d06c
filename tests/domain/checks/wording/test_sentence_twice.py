"""Sentences that stand twice."""

from goldthread.domain.checks import Evidence
from goldthread.domain.checks.wording.sentence_twice import CHECK
from goldthread.domain.papers import Paper, Passage, Where
from tests.domain.checks.made import line, messages, says

LONG = "The placement of children with complex needs remains a challenge across the whole of the borough."


def test_a_long_sentence_that_comes_again_is_found_once_a_place() -> None:
    assert messages(CHECK, says(LONG, f"Now. {LONG} {LONG}")) == [
        "this sentence stands already on line 1 of the report"
    ]


def test_places_without_lines_are_named() -> None:
    texts = tuple(Passage(text=LONG, where=Where(file="p.docx", page=page)) for page in (1, 2))

    assert messages(CHECK, Evidence(Paper(file="p.docx", passages=texts))) == [
        "this sentence stands already in p.docx, page 1"
    ]


def test_short_ones_questions_headings_legends_and_custom_pass() -> None:
    custom = Passage(text=LONG, where=line(2), section="Policy implications")
    heading = Passage(text=LONG, where=line(2), kind="heading")
    legend = "Green indicates that the milestone is on course to be achieved within the year by us all."

    assert messages(CHECK, says(LONG, custom)) == []
    assert messages(CHECK, says(LONG, heading)) == []
    assert messages(CHECK, says(legend, legend, "It rose.", "It rose.")) == []
    assert messages(CHECK, says(LONG[:-1] + "?", LONG[:-1] + "?")) == []
    assert messages(CHECK, says(LONG[:-1], LONG[:-1])) == []


def test_sentences_of_other_figures_and_judgements_printed_by_a_rule_pass() -> None:
    other = LONG.replace("the whole", "all 12 wards")
    judged = f"– Not judged: {LONG}"

    assert messages(CHECK, says(other, other.replace("12", "14"))) == []
    assert messages(CHECK, says(judged, judged)) == []
