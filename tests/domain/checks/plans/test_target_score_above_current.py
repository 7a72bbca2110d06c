"""Targets of risks."""

from goldthread.domain.checks.plans.target_score_above_current import CHECK
from goldthread.domain.papers import RiskRecord, ScoreRecord
from tests.domain.checks.made import messages, paper


def test_a_part_of_the_target_above_the_current_one_is_found() -> None:
    risk = RiskRecord(ref="R1", description="Delay", current=ScoreRecord(3, 3, 9), target=ScoreRecord(4, 1, 4))

    assert messages(CHECK, paper(risks=(risk,))) == ["the target impact 4 is above the current 3"]


def test_a_smaller_target_and_no_target_pass() -> None:
    risks = (
        RiskRecord(ref="R1", description="", current=ScoreRecord(3, 3, 9), target=ScoreRecord(3, 1, 3)),
        RiskRecord(ref="R2", description="", target=ScoreRecord(3, 1, 3)),
        RiskRecord(ref="R3", description=""),
    )

    assert messages(CHECK, paper(risks=risks)) == []
