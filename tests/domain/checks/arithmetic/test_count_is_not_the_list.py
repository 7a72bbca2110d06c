"""Counts and lists."""

from goldthread.domain.checks.arithmetic.count_is_not_the_list import CHECK
from goldthread.domain.papers import Passage
from tests.domain.checks.made import line, messages, says


def item(number: str, text: str = "words") -> Passage:
    return Passage(text=text, number=number, where=line(2), kind="list item")


INTRODUCED = "The lead has found two significant risks:"


def test_a_numbered_list_of_another_length_is_found() -> None:
    evidence = says(INTRODUCED, item("1-"), item("2-"), item("i."), item("ii."), item("3-"))

    assert messages(CHECK, evidence) == ["the text says two significant risks, the list under it has 3"]


def test_a_further_one_inside_the_list_counts() -> None:
    evidence = says(
        INTRODUCED, item("1."), item("2."), "Controls are:", item("a)", "A further risk to delivery has emerged.")
    )

    assert messages(CHECK, evidence) == [
        "the text says two significant risks, the list under it has 2 and 1 more inside it"
    ]


def test_one_inside_the_list_may_be_counted_or_not_so_it_is_a_warning() -> None:
    further = item("a)", "A further risk has emerged.")
    evidence = says(INTRODUCED, item("1."), item("2."), further)

    assert [each.severity for each in CHECK.find(evidence)] == ["warning"]


def test_more_than_one_further_is_said_so() -> None:
    further = item("a)", "A further risk has emerged.")

    assert messages(CHECK, says(INTRODUCED, item("1."), item("2."), further, further)) == [
        "the text says two significant risks, the list under it has 2 and 2 more inside them"
    ]


def test_dates_in_a_sentence_are_counted() -> None:
    assert messages(CHECK, says("We held three events in June 2022, January 2023, April 2023 and January 2024.")) == [
        "the text says three events, but lists 4 dates"
    ]


def test_lists_that_fit_or_cannot_be_counted_pass() -> None:
    heading = Passage(text="Next", where=line(9), level=2)

    assert messages(CHECK, says(INTRODUCED, item("1-"), item("2-"), heading, item("3-"))) == []
    assert messages(CHECK, says(INTRODUCED, item("1-"), item("2-"), item("3.1"))) == []
    assert messages(CHECK, says(INTRODUCED, "Nothing is numbered here.", item("1-"))) == []
    assert messages(CHECK, says(INTRODUCED, item("1-"), "Words.")) == []
    assert (
        messages(CHECK, says(INTRODUCED.replace("two", "three"), item("1-"), "An item without number.", item("2-")))
        == []
    )
    assert messages(CHECK, says(INTRODUCED, item("•"), item("•"), item("•"))) == []
    assert messages(CHECK, says("It takes three months:", item("1-"), item("2-"))) == []
    assert (
        messages(CHECK, says("We met on two days in May and June 2024. Two events in May 2024 and June 2024.")) == []
    )
