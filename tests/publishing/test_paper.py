"""A round as the checks see it: the same figures, states and words as its report."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from goldthread.domain.figures import Part, Status, Unit
from goldthread.domain.measures import Target, TargetState
from goldthread.domain.papers import CellStatus, Where
from goldthread.domain.periods import financial_year, parse_period
from goldthread.publishing.contents import read_contents
from goldthread.publishing.paper import paper_of
from tests.publishing.builders import a_council, a_figure, a_published_council

pytestmark = pytest.mark.django_db


def test_every_measure_and_milestone_of_a_round_is_a_record_with_its_place() -> None:
    made = a_published_council(measures=2, milestones=1)

    paper = paper_of(read_contents(made.fourth))

    assert [row.ref for _, _, row in paper.measures] == ["PED01 01", "PED01 02"]
    assert [(row.ref, row.due) for _, _, row in paper.milestones] == [("PED01a", date(2024, 3, 31))]
    assert {row.where for _, _, row in paper.milestones} == {Where(file="2023/24 Q4", cell="PED01a")}


def test_figures_targets_and_comparators_keep_number_unit_and_period() -> None:
    made = a_published_council(measures=1)

    ((report, _, row),) = paper_of(read_contents(made.fourth)).measures

    assert str(report.period) == "2023/24 Q4"
    assert (row.cells["current"].number, row.cells["current"].unit) == (Decimal(70), "count")
    assert (row.cells["target"].header, row.cells["target"].number) == ("2023/24 target", Decimal(60))
    assert row.cells["polarity"].text == "lower is better"
    assert row.comparator is not None
    assert (row.comparator.period, row.comparator.number) == (parse_period("2022/23 Q4"), Decimal(50))
    assert row.commentary is not None
    assert row.commentary.authors == ("Director",)


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (Status.NOT_REPORTED, CellStatus.BLANK),
        (Status.REFER_TO_COMMENTARY, CellStatus.REFER_TO_COMMENTARY),
        (Status.NOT_YET_AVAILABLE, CellStatus.NOT_YET_AVAILABLE),
        (Status.SUPPRESSED, CellStatus.SUPPRESSED),
    ],
)
def test_a_figure_that_is_not_there_keeps_its_state(status: Status, expected: CellStatus) -> None:
    council = a_council()
    plan = council.a_plan()
    entry = council.an_entry(council.an_objective(plan), council.a_measure())
    opened = council.a_round(plan)
    figure = replace(a_figure(entry, parse_period("2023/24 Q3"), None), status=status)
    council.a_return(opened, entry, current=figure, last_year=None)

    ((_, _, row),) = paper_of(read_contents(opened)).measures

    assert (row.cells["current"].status, row.cells["current"].parts) == (expected, ())
    assert row.comparator is None


def test_parts_stand_beside_each_other_with_their_labels() -> None:
    council = a_council()
    plan = council.a_plan()
    entry = council.an_entry(council.an_objective(plan), council.a_measure())
    opened = council.a_round(plan)
    parts = (
        Part(label="Low", value=Decimal(24), unit=Unit.COUNT),
        Part(label="High", value=Decimal(8), unit=Unit.COUNT),
    )
    council.a_return(opened, entry, current=a_figure(entry, parse_period("2023/24 Q3"), None, *parts))

    ((_, _, row),) = paper_of(read_contents(opened)).measures

    assert [(part.label, part.number) for part in row.cells["current"].parts] == [("Low", 24), ("High", 8)]
    assert row.cells["current"].text == "Low 24 High 8"


def test_a_target_that_is_no_number_keeps_its_state() -> None:
    council = a_council()
    plan = council.a_plan(first_year=2024)
    entry = council.an_entry(council.an_objective(plan), council.a_measure())
    opened = council.a_round(plan, "2024/25 Q3")
    council.a_return(opened, entry)
    entry.targets.all().delete()
    from goldthread.plan.actions import set_target

    target = Target(year=financial_year(2024), state=TargetState.TO_BE_CONFIRMED)
    set_target(plan_measure=entry, target=target, unit=Unit.COUNT, printed="tbc", **council.who)

    ((_, _, row),) = paper_of(read_contents(opened)).measures

    assert (row.cells["target"].status, row.cells["target"].text) == (CellStatus.TO_BE_CONFIRMED, "to be confirmed")


def test_commentary_and_statements_are_passages() -> None:
    made = a_published_council(measures=1)

    texts = {passage.text: passage.kind for passage in paper_of(read_contents(made.fourth)).passages}

    assert texts == {
        "Otters return": "heading",
        "Seen in 2023/24 Q4.": "paragraph",
        "Heron count in 2023/24 Q4.": "commentary",
        "It opened.": "commentary",
    }
