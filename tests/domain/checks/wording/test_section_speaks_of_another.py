"""Sections under the wrong heading."""

import pytest

from goldthread.domain.checks.wording.section_speaks_of_another import CHECK
from tests.domain.checks.made import messages, says


def test_policy_under_finance_is_found() -> None:
    assert messages(CHECK, says("5.0 FINANCIAL IMPLICATIONS", "There are no policy implications.")) == [
        "the section is about financial implications; its text speaks of policy implications"
    ]


@pytest.mark.parametrize(
    "texts",
    [
        ("4.0 POLICY IMPLICATIONS", "There are no policy implications."),
        ("5.0 FINANCIAL IMPLICATIONS", "There are no other implications."),
        ("5.0 FINANCIAL IMPLICATIONS", "RISK ANALYSIS", "There are no policy implications."),
        ("OTHER IMPLICATIONS", "There are no policy implications."),
        ("There are no policy implications.",),
    ],
)
def test_texts_that_fit_pass(texts: tuple[str, ...]) -> None:
    assert messages(CHECK, says(*texts)) == []
