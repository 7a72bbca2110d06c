"""Targets worded as a change."""

import pytest

from goldthread.domain.checks.measures.target_is_a_change import CHECK
from tests.domain.checks.made import messages
from tests.domain.checks.measures.made import of, row


@pytest.mark.parametrize("target", ["£250000 reduction", "5% fewer", "Reduce by a tenth"])
def test_a_change_without_its_base_is_found(target: str) -> None:
    assert messages(CHECK, of(row(cells={"target": target}))) == [
        f'the target is a change ("{target}") without the year or figure it is counted from'
    ]


@pytest.mark.parametrize("target", ["12", "5% fewer than in 2022/23", "N/A", "Reduction from 20 to 12"])
def test_figures_and_changes_with_a_base_pass(target: str) -> None:
    assert messages(CHECK, of(row(cells={"target": target, "notes": "5 fewer"}))) == []
