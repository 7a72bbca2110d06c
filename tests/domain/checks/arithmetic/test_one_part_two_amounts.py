"""Parts with two amounts."""

from goldthread.domain.checks.arithmetic.one_part_two_amounts import CHECK
from tests.domain.checks.made import lines, messages, says


def test_a_part_with_two_amounts_is_found_where_it_comes_again() -> None:
    evidence = says("Family hubs: £590,000 for staff", "Outreach: £310,000", "Family Hubs: £690,000 – staffing")

    assert messages(CHECK, evidence) == ["Family Hubs has £690,000 here and £590,000 earlier (paper.txt, line 1)"]
    assert lines(CHECK, evidence) == [3]


def test_one_amount_and_other_lines_pass() -> None:
    assert (
        messages(CHECK, says("Family hubs: £590,000", "Family hubs: £590,000", "Family hubs: £1.2m", "Words.")) == []
    )
