"""The sums that sentences claim."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldthread.domain.checks.arithmetic.claims import ClaimKind, claims_of

LIST_OF_THREE = [("parts_sum", True), *[("percent_of", True)] * 3]


def said(text: str) -> list[tuple[str, bool]]:
    return [(str(claim.kind), claim.holds) for claim in claims_of(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("73 measures: 41 (56%) green, 15 (21%) amber, 17 (23%) red.", LIST_OF_THREE),
        ("98 actions: 33% (32) complete, 49% (48) on track, 18% (18) late under 3 months.", LIST_OF_THREE),
        ("9 green, 2 amber, 0 red, 3 not rated, total 14.", [("parts_sum", True)]),
        ("5 green, 9 red of 14. On last year: 7 up (2 more), 7 down.", [("parts_sum", True)] * 2),
        ("21 actions: 13 green and a further 7 amber.", [("parts_sum", False)]),
        ("The offer, made up of 4 visits and 5 calls, helps.", []),
        ("9 contacts made up of 4 visits and 5 calls.", [("parts_sum", True)]),
        ("0 cases: 0 (5%) open, 0 (5%) closed.", [("parts_sum", True)]),
        ("Q1 468, Q3 906 of the year.", []),
        ("79% (50/63) were met.", [("percent_of", True)]),
        ("0 of 0 (5%) were met.", []),
        ("1,275 jobs created, 94% of the 1,350 wanted.", [("percent_of", True)]),
        ("40 measures, 60% improved, 30% fell, 10% stayed.", LIST_OF_THREE[1:] + LIST_OF_THREE[:1]),
        ("0 measures, 60% improved.", []),
        ("Of all 60% met, 30% missed, 10% waiting.", [("percent_parts_sum", True)]),
        ("It stood at 81.5% against a target of 50%.", [("met_target", True)]),
        ("It took 46 weeks against 30, over by 16.", [("difference", True), ("met_target", True)]),
        ("Now 27.6% (31.26% two years before: a 3.66 point drop).", [("difference", True)]),
        ("Absence rose from 5 to 4.", [("direction", False)]),
        ("It is 75%, 74% the year before.", [("direction", True)]),
        ("Nothing is counted here.", []),
        ("It was 5 up, 3 down.", []),
        ("Of the 63 young people seen, 44 (70%) came back.", [("percent_of", True)]),
        ("We saw 63 young people, of whom 44 (60%) came back.", [("percent_of", False)]),
        ("50% of measures met their target, against 60% in Q3 and 42% a year before.", [("direction", True)] * 2),
        ("906 jobs created, 67% of the 1,350 aimed for.", [("percent_of", True), ("met_target", True)]),
    ],
)  # fmt: skip
def test_a_sentence_claims_what_its_words_say(text: str, expected: list[tuple[str, bool]]) -> None:
    assert said(text) == expected


@given(st.text(alphabet="0123456789 .,%()/:;£abc", max_size=80))
def test_any_text_can_be_read(text: str) -> None:
    assert all(isinstance(claim.computed, Decimal) for claim in claims_of(text))


def test_a_share_that_was_cut_off_is_known_as_such() -> None:
    (claim,) = claims_of("44 (68.7%) of the 64 met their target.")

    assert (claim.kind, claim.holds, claim.truncated) == (ClaimKind.PERCENT_OF, False, True)
