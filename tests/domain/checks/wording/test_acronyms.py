"""Acronyms and what spells them out."""

from goldthread.domain.checks.wording.acronyms import acronyms, defined, named, spelled_out, spoken_as_words
from goldthread.domain.checks.wording.texts import Printed
from goldthread.domain.papers import Where


def said(*texts: str) -> list[Printed]:
    return [Printed(text, Where()) for text in texts]


def test_references_headings_and_known_ones_are_no_acronyms() -> None:
    texts = said("PED01 and SCS CYP07 of the NHS", "TERMS OF REFERENCE", "The PVI's and LAs met at JTAI")

    assert [each.name for each in acronyms(texts)] == ["PVI", "LA", "JTAI"]


def test_a_definition_needs_words_that_fit() -> None:
    texts = said("The Quality Assurance Framework (QAF) and plans (XYZ)", "CPD is continuing growth", "EBP = other")

    assert defined(texts) == {"QAF", "CPD"}


def test_capitals_in_the_same_order_spell_an_acronym_out() -> None:
    assert "DBV" in spelled_out(said("Delivering Better Value"))
    assert "CIN" in spelled_out(said("Children in Need"))


def test_a_word_that_stands_in_small_letters_is_spoken() -> None:
    assert "PAUSE" in spoken_as_words(said("the Pause project"))


def test_three_words_spell_an_acronym_out_with_capitals_or_twice() -> None:
    assert named(said("a Quality and Assurance Framework"), {"QAF"}) == {"QAF"}
    assert named(said("children and young people", "for children and young people"), {"CYP"}) == {"CYP"}
    assert named(said("children and young people"), {"CYP"}) == set()
    assert named(said("if to offer", "if to offer"), {"ITO"}) == set()
