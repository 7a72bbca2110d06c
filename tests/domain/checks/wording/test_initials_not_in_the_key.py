"""Initials nobody explains."""

from goldthread.domain.checks.wording.initials_not_in_the_key import CHECK
from tests.domain.checks.made import a_report, messages, paper

KEY = {"JF": "Jo Firth, Director"}


def test_initials_without_a_key_are_found_once_a_report() -> None:
    evidence = paper(a_report("SRO: MW Risk Owner: JF", "SRO: MW", "It is open now. (KA)", officers=KEY))

    assert messages(CHECK, evidence) == [
        "MW stands for an officer; the key has JF",
        "KA stands for an officer; the key has JF",
    ]


def test_known_initials_papers_without_a_key_and_acronyms_pass() -> None:
    assert messages(CHECK, paper(a_report("It is open now. (JF)", officers=KEY))) == []
    assert messages(CHECK, paper(a_report("It is open now. (KA)"))) == []
    assert messages(CHECK, paper(a_report("It goes to the Visits Board. (VB)", officers=KEY))) == []
