"""Overall shares and their parts."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from goldthread.domain.checks.arithmetic.overall_share_no_mix_gives import CHECK
from goldthread.domain.papers import ShareStatement, Where
from tests.domain.checks.made import line, messages, paper


def statement(scope: str, at: int = 1, **given: int) -> ShareStatement:
    values = {name.replace("_", " "): Decimal(share) for name, share in given.items()}
    return ShareStatement(scope=scope, shares=values, where=line(at))


PARTS = (statement("priority 1", 5, complete=10, on_target=90), statement("priority 2", 8, complete=20, on_target=80))


def test_an_overall_share_outside_its_parts_is_found() -> None:
    evidence = paper(shares=(statement("all actions", complete=30, on_target=70), *PARTS))

    assert messages(CHECK, evidence) == [
        "overall it says 30% complete, 70% on target; no mix of the 2 parts gives this, however many each of them has"
    ]


def test_shares_that_only_together_are_impossible_are_found() -> None:
    parts = (
        statement("priority 1", 5, complete=50, delayed=50),
        statement("priority 2", 6, complete=10, not_started=90),
    )

    assert (
        len(messages(CHECK, paper(shares=(statement("overall", complete=30, delayed=10, not_started=60), *parts))))
        == 1
    )


def test_overlapping_statuses_are_taken_apart() -> None:
    overlapping = ShareStatement(
        scope="priority 2", where=line(6), shares={"complete": Decimal(44), "complete or on target": Decimal(55)}
    )

    evidence = paper(shares=(statement("overall", complete=30, on_target=12), PARTS[0], overlapping))

    assert len(messages(CHECK, evidence)) == 1


def test_a_mix_of_the_parts_passes() -> None:
    assert messages(CHECK, paper(shares=(statement("all actions", complete=15, on_target=85), *PARTS))) == []


def test_parts_that_are_too_few_too_far_or_too_bare_pass() -> None:
    impossible = statement("all actions", complete=30, on_target=70)
    far = tuple(replace(part, where=line(900)) for part in PARTS)

    assert messages(CHECK, paper(shares=(impossible, PARTS[0]))) == []
    assert messages(CHECK, paper(shares=(impossible, *far))) == []
    assert messages(CHECK, paper(shares=(statement("all actions", complete=30), *PARTS))) == []
    assert len(messages(CHECK, paper(shares=(replace(impossible, where=Where()), *far)))) == 1


@given(st.lists(st.tuples(*[st.integers(0, 30)] * 3).filter(any), min_size=2, max_size=5))
def test_shares_worked_out_from_numbers_of_actions_are_never_found(parts: list[tuple[int, int, int]]) -> None:
    def shares(counts: Sequence[int]) -> dict[str, int]:
        return {f"status_{index}": round(Fraction(100 * count, sum(counts))) for index, count in enumerate(counts)}

    whole = statement("overall", **shares([sum(each) for each in zip(*parts, strict=True)]))
    given_parts = (statement(f"priority {index}", 2, **shares(part)) for index, part in enumerate(parts))

    assert messages(CHECK, paper(shares=(whole, *given_parts))) == []
