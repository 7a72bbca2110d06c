"""Risks of the text and of the register."""

from goldthread.domain.checks.plans.risk_not_in_the_register import CHECK
from goldthread.domain.papers import Passage, RiskRecord
from tests.domain.checks.made import a_report, line, messages, paper

NEW = "A further risk to delivery has emerged in the recruitment of the coordinator. It is a key post."


def test_a_risk_the_register_does_not_have_is_found() -> None:
    item = Passage(text=NEW, where=line(7), kind="list item", number="iii.")
    risks = (RiskRecord(ref="1", description="The dashboard is late"),)

    assert messages(CHECK, paper(a_report(NEW), risks=risks)) == ["this risk is not in the register"]
    assert messages(CHECK, paper(a_report(item), risks=risks)) == [
        "this risk stands inside a list of controls and is not in the register"
    ]


def test_a_registered_risk_and_papers_without_a_register_pass() -> None:
    risks = (RiskRecord(ref="1", description="Recruitment of the coordinator is slow"),)

    assert messages(CHECK, paper(a_report(NEW, "Other words."), risks=risks)) == []
    assert messages(CHECK, paper(a_report(NEW))) == []
