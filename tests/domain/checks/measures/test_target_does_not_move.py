"""Targets that stand still, or that ask for nothing."""

from decimal import Decimal

from goldthread.domain.checks import Evidence
from goldthread.domain.checks.measures.target_does_not_move import CHECK
from goldthread.domain.papers import Cell, CellPart, CellStatus, MeasureRow, ObjectiveSection, Paper, ReportRecord


def a_number(header: str, text: str) -> Cell:
    part = CellPart(label="", number=Decimal(text), unit="count")
    return Cell(header=header, text=text, parts=(part,), status=CellStatus.NUMBER)


def found(title: str, *targets: str, actual: str = "30") -> list[str]:
    cells = {"actual 2030/31": a_number("30/31", actual)} | {
        f"target 20{31 + at}/{32 + at}": a_number(f"{31 + at}/{32 + at}", text) for at, text in enumerate(targets)
    }
    objective = ObjectiveSection(ref="PK1", title="", measures=(MeasureRow(ref="PK1 01", title=title, cells=cells),))
    report = ReportRecord(kind="plan", title="", objectives=(objective,))
    return [each.message for each in CHECK.find(Evidence(Paper(file="plan.txt", reports=(report,))))]


def test_the_same_target_for_three_years_is_found() -> None:
    assert found("Increase visits", "40", "40", "40") == [
        "the measure is to increase, and its target is 40 in all 3 years"
    ]


def test_a_target_of_zero_to_go_up_to_is_found() -> None:
    assert found("Increase visits", "0") == ["the measure is to go up, and its target is zero"]


def test_moving_targets_two_years_ends_of_a_scale_and_watched_measures_pass() -> None:
    assert found("Increase visits", "40", "41", "42") == []
    assert found("Increase visits", "40", "40") == []
    assert found("Increase the percentage of safe gates", "100", "100", "100") == []
    assert found("Reduce accidents", "0", "0", "0") == []
    assert found("Monitor visits", "40", "40", "40") == []
    assert found("Increase the progress score", "0", actual="-0.4") == []
    assert found("Increase visits") == []
