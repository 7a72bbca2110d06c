"""Labels without words."""

from goldthread.domain.checks.measures.commentary_empty import CHECK
from goldthread.domain.papers import MilestoneRow
from tests.domain.checks.made import messages
from tests.domain.checks.measures.made import milestone, of, row


def test_a_label_without_words_is_found() -> None:
    assert messages(CHECK, of(row(says=" "))) == [
        "the label of the commentary (Head of Service) stands there without a word after it"
    ]


def test_a_milestones_label_without_words_is_found() -> None:
    assert messages(CHECK, of(milestones=(milestone("EDU01a", ""),))) == [
        "the label of the commentary stands there without a word after it"
    ]


def test_words_and_rows_without_a_label_pass() -> None:
    assert (
        messages(
            CHECK,
            of(
                row(says="Better."), row(), milestones=(milestone("EDU01a", "Done."), MilestoneRow("EDU01b", "Build"))
            ),
        )
        == []
    )
