"""Initials of officers."""

from goldthread.domain.checks.wording.initials import keys, signs
from goldthread.domain.checks.wording.texts import Printed
from goldthread.domain.papers import Where
from tests.domain.checks.made import a_report, paper


def test_keys_with_two_officers_give_both() -> None:
    evidence = paper(a_report(officers={"CF/BH": "Two Officers", "KA": "Kay Alder"}))

    assert keys(evidence.paper) == {"CF", "BH", "KA"}


def test_initials_in_the_middle_or_under_a_label_alone_sign_nothing() -> None:
    texts = [Printed("The plan (JF) is open", Where()), Printed("Plan (JF)", Where())]

    assert list(signs(texts)) == []
