"""Commentaries of last quarter."""

from goldthread.domain.checks import Evidence
from goldthread.domain.checks.measures.commentary_carried_over import CHECK
from tests.domain.checks.made import messages, paper
from tests.domain.checks.measures.made import Q3, Q4, milestone, of, report, row

WORDS = "The team has agreed a plan with all of the schools and will now visit them."
NUMBERS = "114 pupils at 32 schools, 18 new, 38 searches, 14 by parents, 64 and 41 and 12 in key stages"


def carried(then: str, now: str) -> list[str]:
    return messages(CHECK, paper(report(row(says=then), period=Q3), report(row(says=now), period=Q4)))


def test_a_commentary_that_is_last_quarters_is_found() -> None:
    assert carried(WORDS, WORDS.upper()) == ["the commentary is word for word last quarter's"]


def test_a_commentary_that_is_nearly_last_quarters_is_found() -> None:
    assert carried(WORDS, WORDS.replace("visit", "call")) == ["the commentary is 94% last quarter's"]


def test_the_same_numbers_in_other_words_are_found() -> None:
    again = f"As before there are {NUMBERS.replace('pupils at', 'children who go to one of')}, which we will review"

    assert carried(NUMBERS, again) == ["8 of the 8 numbers of the commentary are last quarter's"]


def test_milestones_are_compared_too_and_the_paper_of_the_quarter_before_is_used() -> None:
    now = paper(report(period=Q4, milestones=(milestone("EDU01a", WORDS),)))
    then = paper(report(period=Q3, milestones=(milestone("EDU01a", WORDS),)))

    assert messages(CHECK, Evidence(paper=now.paper, previous=then.paper)) == [
        "the commentary is word for word last quarter's"
    ]
    assert messages(CHECK, now) == []


def test_other_words_short_words_and_reports_without_a_period_pass() -> None:
    assert carried(WORDS, "Nothing of last quarter's plan was kept, because the schools asked for another.") == []
    assert carried("No change.", "No change.") == []
    assert carried("", WORDS) == []
    assert messages(CHECK, of(row(says=WORDS))) == []
