"""Words left out."""

import pytest

from goldthread.domain.checks.wording.word_missing import CHECK
from tests.domain.checks.made import messages, says


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("There will further work on the plan.", "the verb is missing: there will be"),
        ("The Visits Policy Staff Progression Policy is under review.", "two names stand side by side without “and”"),
        ("443 children 2-year-olds took up a place.", "words are missing between who was counted and their age"),
        (
            "We help all. Mersham's Children's Services and working with partners.",
            "the verb is missing: “are working”",
        ),
        (
            "Have a strong plan for all the visits is key to us.",
            "the sentence starts with “Have” where “Having” is meant",
        ),
    ],
)
def test_it_is_found_with_both_sides(text: str, message: str) -> None:
    assert messages(CHECK, says(text)) == [message]


@pytest.mark.parametrize(
    "text",
    [
        "There will be further work.",
        "The Visits Policy is under review.",
        "443 children aged 2",
        "Services are growing and working with partners",
        "Have a look: it is key.",
    ],
)
def test_what_may_be_meant_passes(text: str) -> None:
    assert messages(CHECK, says(text)) == []
