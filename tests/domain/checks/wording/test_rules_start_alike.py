"""Items that start alike."""

from goldthread.domain.checks.wording.rules_start_alike import CHECK
from goldthread.domain.papers import Passage
from tests.domain.checks.made import line, messages, says


def items(*texts: str) -> list[Passage]:
    return [Passage(text=text, where=line(at), kind="list item") for at, text in enumerate(texts, start=1)]


def test_an_item_that_repeats_the_one_before_is_found() -> None:
    evidence = says(
        *items("Any visitor can ask questions on the agenda.", "Any visitor can ask questions. Write by noon.")
    )

    assert messages(CHECK, evidence) == [
        "the item before it starts with the same words: Any visitor can ask questions on the agenda."
    ]


def test_short_starts_single_sentences_and_paragraphs_pass() -> None:
    assert messages(CHECK, says(*items("Yes. We go.", "Yes. We stay."))) == []
    assert messages(CHECK, says(*items("Any visitor can ask questions.", "Any visitor can ask questions."))) == []
    assert messages(CHECK, says("Any visitor can ask questions.", "Any visitor can ask questions. Write.")) == []
    assert messages(CHECK, says(*items("!", "?"))) == []
