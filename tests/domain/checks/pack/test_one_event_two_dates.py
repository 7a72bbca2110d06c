"""Events with two dates."""

import pytest

from goldthread.domain.checks.pack.one_event_two_dates import CHECK
from tests.domain.checks.made import messages, says

FIRST = "Pause grows. Funding for the mothers project was finally secured in March 2023 for 12 months."


def test_an_event_with_two_dates_is_found_at_the_first() -> None:
    second = "PAUSE is well. Funding for the mothers project has finally been secured in March 24, 12 months more."

    assert messages(CHECK, says(FIRST, second)) == [
        "secured in March 2023 here, in March 2024 on line 2 of the same report"
    ]


@pytest.mark.parametrize(
    "second",
    [
        FIRST,
        "Pause is well. Vans were secured in May 2024.",
        "Other is well. Funding for the mothers project was finally secured in March 2024 for 12 months.",
        "Pause is well.",
    ],
)
def test_other_events_pass(second: str) -> None:
    assert messages(CHECK, says(FIRST, second)) == []
