"""Risk sections."""

from goldthread.domain.checks.plans.risk_section_names_no_risk import CHECK
from goldthread.domain.papers import Passage
from tests.domain.checks.made import line, lines, messages, says


def under(heading: str, *texts: str) -> list[Passage]:
    return [Passage(text=heading, where=line(1), level=1), *(Passage(text=text, where=line(2)) for text in texts)]


def test_a_risk_section_without_a_risk_is_found() -> None:
    evidence = says(*under("RISK ANALYSIS", "Progress will be tracked."), *under("EQUALITY", "Words."))

    capitals = says("RISK ANALYSIS", "Progress will be tracked.", "EQUALITY", "None.")

    assert len(messages(CHECK, capitals)) == 1
    assert messages(CHECK, evidence) == ["the section on risk names no risk and doesn't say there is none"]
    assert lines(CHECK, evidence) == [2]


def test_sections_that_speak_of_risk_or_say_none_pass() -> None:
    assert messages(CHECK, says("Words.", *under("RISK ANALYSIS", "None."), *under("RISK ANALYSIS"))) == []
    assert messages(CHECK, says(*under("RISK ANALYSIS", "The main risk is cost."))) == []
