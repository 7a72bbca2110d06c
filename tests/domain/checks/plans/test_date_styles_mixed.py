"""Styles of dates."""

from goldthread.domain.checks.plans.date_styles_mixed import CHECK
from tests.domain.checks.made import a_task, messages, tasks

USUAL = [a_task(f"Task {number}", start_printed="Jul 24", end_printed="Sept 24", at=number) for number in range(5)]


def test_a_rare_style_among_several_is_found() -> None:
    rare = a_task("Share", start_printed="June24", end_printed="apr 24", at=30)
    others = [
        a_task("Long", start_printed="March 2024", end_printed="Ongoing", at=number) for number in range(40, 43)
    ]

    assert messages(CHECK, tasks(*USUAL, rare, *others)) == [
        '"June24" is written as January24; most dates of the plan are written as Jan 24, 4 styles are used'
    ]


def test_one_style_or_few_dates_pass() -> None:
    assert messages(CHECK, tasks(*USUAL)) == []
    assert (
        messages(
            CHECK,
            tasks(*(a_task("Share", start_printed=text) for text in ("June24", "apr 24", "Mar 24", "Mar 2024"))),
        )
        == []
    )
