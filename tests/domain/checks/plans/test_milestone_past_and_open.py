"""Milestones whose time is over."""

import datetime as dt

from goldthread.domain.checks.plans.milestone_past_and_open import CHECK
from goldthread.domain.papers import Cell, Commentary, MilestoneRow
from goldthread.domain.periods import quarter
from tests.domain.checks.made import messages, milestones


def row(light: str | None, *, said: str = "", due: dt.date | None = dt.date(2023, 9, 30)) -> MilestoneRow:
    return MilestoneRow(
        ref="EDU01a",
        text="Open the hub",
        due=due,
        progress=Cell(header="", text="", light=light) if light else None,
        commentary=Commentary(authors=(), text=said) if said else None,
    )


def test_a_milestone_due_before_the_period_and_still_green_is_found() -> None:
    assert messages(CHECK, milestones(row("green"), period=quarter(2023, 3))) == [
        "it was due by 30 September 2023, before the period began, and is still shown green in 2023/24 Q3"
    ]


def test_done_red_lost_later_and_undated_milestones_pass() -> None:
    rows = [
        row("green", said="The hub was launched."),
        row("red"),
        row(None),
        row("green", due=None),
        row("amber", said="Nearly there.", due=dt.date(2023, 10, 31)),
    ]

    assert messages(CHECK, milestones(*rows, period=quarter(2023, 3))) == []
    assert messages(CHECK, milestones(row("green"))) == []
