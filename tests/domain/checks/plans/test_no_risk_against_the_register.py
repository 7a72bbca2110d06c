"""No risk, and the register."""

from goldthread.domain.checks.plans.no_risk_against_the_register import CHECK
from goldthread.domain.papers import RiskRecord
from tests.domain.checks.made import a_report, messages, paper

RISKS = (
    RiskRecord(ref="4", description="Slippage", area="PAP 2"),
    RiskRecord(ref="5", description="Cost", area="Finance"),
)


def test_no_risk_for_an_area_with_one_is_found() -> None:
    said = "the text knows no risk for 2; the register has 4 Slippage under it"

    assert messages(CHECK, paper(a_report("No risks have been identified in Priority 2."), risks=RISKS)) == [said]
    assert messages(CHECK, paper(a_report("Priority 2 Risks", "No risks have been identified."), risks=RISKS)) == [
        said
    ]


def test_areas_without_a_risk_and_papers_without_a_register_pass() -> None:
    assert (
        messages(
            CHECK,
            paper(a_report("No risks have been identified in Priority 3.", "No risk is without cost."), risks=RISKS),
        )
        == []
    )
    assert messages(CHECK, paper(a_report("No risks have been identified."), risks=RISKS)) == []
    assert messages(CHECK, paper(a_report("No risks have been identified in Priority 2."))) == []
