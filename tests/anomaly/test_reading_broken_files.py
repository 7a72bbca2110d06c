"""A file broken at random is read or refused: no other error, no dead or hanging process."""

import random
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.malformed_files import MAKERS, Child, mutant

WHOLE = {name: make() for name, (make, _) in MAKERS.items()}


@pytest.fixture(scope="module")
def child() -> Iterator[Child]:
    opened = Child()
    yield opened
    opened.close()


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.sampled_from(sorted(WHOLE)), seed=st.integers(0, 2**32))
def test_a_broken_file_is_read_or_refused(child: Child, name: str, seed: int) -> None:
    content = mutant(WHOLE[name], chance=random.Random(seed))

    assert child.outcome(content, kind=MAKERS[name][1]) in ("read", "refused")
