"""A performance report that was read becomes a round."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest

from goldthread.domain.figures import Status
from goldthread.domain.lights import OfficerJudgement
from goldthread.domain.papers import (
    Cell,
    CellPart,
    CellStatus,
    Commentary,
    Comparator,
    Field,
    Front,
    MilestoneRow,
    ObjectiveSection,
    Where,
)
from goldthread.domain.periods import quarter
from goldthread.exchange.bundle_figures import Source
from goldthread.exchange.from_papers import (
    NoIdentity,
    round_from,
)
from goldthread.reader.recognise.cells import read_cell
from tests.exchange.read_papers import a_report, a_row


def test_a_round_has_its_front_and_its_returns() -> None:
    front = Front(
        fields={
            "board": Field("Report to", "Homes Board", Where(line=1)),
            "officer": Field("Officer", "Head of Homes", Where(line=2)),
        },
        date=dt.date(2024, 2, 1),
    )
    row = replace(
        a_row(prior_actual="80%", target="90%", current="85% (prov)", direction_of_travel="Q3 22-23 82%"),
        comparator=Comparator("Q3 22-23 82%", quarter(2022, 3), (CellPart("", Decimal(82), "percent"),)),
        commentary=Commentary(("Head of Repairs", "Head of People"), "More fitters."),
    )

    made = round_from(a_report(row, front=front), plan="2023-24", document="pack", lineage={"A1": "homes"})
    (returned,) = made.returns

    assert (str(made.period), made.board, made.officer, made.meeting) == (
        "2023/24 Q3",
        "Homes Board",
        "Head of Homes",
        dt.date(2024, 2, 1),
    )
    assert (returned.current.value, returned.current.status) == (Decimal(85), Status.PROVISIONAL)
    assert returned.prior_actual is not None
    assert (str(returned.prior_actual.period), returned.prior_actual.value) == ("2022/23", Decimal(80))
    assert returned.comparator is not None
    assert (str(returned.comparator.period), returned.comparator.value) == ("2022/23 Q3", Decimal(82))
    assert (returned.commentary, returned.commentary_by) == ("More fitters.", "Head of Repairs, Head of People")
    assert returned.source == Source(document="pack", line=7)


@pytest.mark.parametrize(
    ("cell", "judged"),
    [
        (None, OfficerJudgement.NOT_RECORDED),
        (Cell("Progress", "", status=CellStatus.SYMBOL_LOST), OfficerJudgement.NOT_RECORDED),
        (Cell("Progress", "N/A", status=CellStatus.NOT_APPLICABLE), OfficerJudgement.NOT_APPLICABLE),
        (Cell("Progress", "Amber", status=CellStatus.LIGHT, light="amber"), OfficerJudgement.AMBER),
        (Cell("Progress", "↓", status=CellStatus.LIGHT, light="worse"), OfficerJudgement.RED),
    ],
)
def test_the_officers_light_is_taken_over_and_a_lost_one_is_not_recorded(
    cell: Cell | None, judged: OfficerJudgement
) -> None:
    row = replace(a_row(current="1"), cells={"current": read_cell("1")} | ({"progress": cell} if cell else {}))

    made = round_from(a_report(row), plan="2023-24", document="pack", lineage={"A1": "homes"})

    assert made.returns[0].officer.progress is judged


def test_a_comparator_without_figure_or_period_is_none() -> None:
    rows = (
        replace(a_row("A1"), comparator=Comparator("Q3 22-23", quarter(2022, 3))),
        replace(a_row("A2"), comparator=Comparator("82%", None, (CellPart("", Decimal(82)),))),
    )

    made = round_from(a_report(*rows), plan="2023-24", document="pack", lineage={"A1": "a", "A2": "b"})

    assert [row.comparator for row in made.returns] == [None, None]
    assert [row.current.status for row in made.returns] == [Status.NOT_REPORTED, Status.NOT_REPORTED]


def test_a_round_refuses_rows_that_nobody_named_a_measure_for() -> None:
    with pytest.raises(NoIdentity, match="A1"):
        round_from(a_report(a_row()), plan="2023-24", document="pack", lineage={})


def test_milestones_report_in_their_order_and_twice_where_printed_twice() -> None:
    section = ObjectiveSection(
        "HO1",
        "Repair homes",
        milestones=(
            MilestoneRow(ref="HO1a", text="Open", commentary=Commentary((), "Open now."), where=Where(line=9)),
            MilestoneRow(ref="HO1a", text="Open"),
            MilestoneRow(ref="", text="Close", progress=Cell("", "Green", light="green")),
        ),
    )
    report = replace(a_report(), objectives=(section,))

    made = round_from(report, plan="2023-24", document="pack", lineage={})

    assert [(row.ref, row.occurrence, row.officer.progress.value) for row in made.milestone_returns] == [
        ("HO1a", 1, "not recorded in the source"),
        ("HO1a", 2, "not recorded in the source"),
        ("HO1c", 1, "green"),
    ]
    assert made.milestone_returns[0].commentary == "Open now."
