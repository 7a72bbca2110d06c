"""Copied figures."""

from goldthread.domain.checks.measures.same_figure_twice import CHECK
from tests.domain.checks.made import messages
from tests.domain.checks.measures.made import of, row


def test_one_count_under_two_objectives_is_found() -> None:
    rows = (
        row("EDU01 01", "Referrals", {"current": "1218"}),
        row("EDU02 01", "Suspensions", {"prior_actual": "1218"}),
    )

    assert messages(CHECK, of(*rows)) == [
        '1,218 under "prior_actual" is also a figure of EDU01 01 "Referrals" under "current": was one copied into '
        "the wrong row?"
    ]


def test_round_small_and_related_figures_pass() -> None:
    rows = (
        row("EDU01 01", "Referrals", {"current": "1210", "target": "1218", "prior_actual": "17"}),
        row("EDU02 01", "Suspensions", {"current": "1210", "target": "1218", "prior_actual": "17"}),
        row("EDU02 02", "Pupils", {"current": "1301"}),
        row("EDU02 03", "Boys and girls", {"current": "1301"}),
    )

    assert messages(CHECK, of(*rows)) == []
