"""Stages and age groups."""

from goldthread.domain.checks.measures.population_missing import CHECK
from tests.domain.checks.made import messages
from tests.domain.checks.measures.made import of, row

MATHS = "Making sufficient progress in maths KS1 to KS2"


def test_a_description_without_its_sisters_stage_is_found() -> None:
    rows = (
        row("EDU014", "Making sufficient progress in maths KS1 to KS2"),
        row("EDU015", "Making sufficient progress in Maths"),
    )

    assert messages(CHECK, of(*rows)) == ['EDU014 says "KS1 to KS2" after the same words, EDU015 says no stage']


def test_descriptions_with_a_stage_or_without_a_sister_pass() -> None:
    rows = (
        row("EDU014", "Making sufficient progress in maths KS1 to KS2"),
        row("EDU015", "Making sufficient progress in art"),
    )

    assert messages(CHECK, of(*rows)) == []
