"""A cell of a paper becomes a figure or a target, or says why there is none."""

from decimal import Decimal

import pytest

from goldthread.domain.figures import Status, Unit
from goldthread.domain.measures import TargetState
from goldthread.domain.papers import (
    Cell,
    CellPart,
    CellStatus,
)
from goldthread.domain.periods import financial_year
from goldthread.exchange.bundle_figures import Source
from goldthread.exchange.papers_figures import dated_figure_of, figure_of, target_of
from goldthread.reader.recognise.cells import read_cell

HERE = Source(document="plan", line=3)


@pytest.mark.parametrize(
    ("text", "state", "value", "low"),
    [
        ("95%", TargetState.NUMBER, "95", None),
        ("10 - 12", TargetState.RANGE, None, "10"),
        ("tbc", TargetState.TO_BE_CONFIRMED, None, None),
        ("N/A", TargetState.NOT_APPLICABLE, None, None),
        ("New Indicator", TargetState.BASELINE_TO_BE_ESTABLISHED, None, None),
        ("Depends on the survey", TargetState.DEPENDENT_ON, None, None),
        ("Better than before", TargetState.NOT_STATED, None, None),
        ("", TargetState.NOT_STATED, None, None),
    ],
)
def test_a_target_is_a_number_a_range_or_a_named_state(
    text: str, state: TargetState, value: str | None, low: str | None
) -> None:
    target = target_of(read_cell(text), year=financial_year(2023), source=HERE)

    assert target.state is state
    assert target.value == (value and Decimal(value))
    assert target.low == (low and Decimal(low))


def test_a_text_too_long_for_a_cell_is_kept_as_the_targets_note() -> None:
    cell = Cell("", "Better than before. " * 20, status=CellStatus.TEXT)

    target = target_of(cell, year=financial_year(2023), source=HERE)

    assert (target.printed, len(target.note) > 300) == ("", True)


@pytest.mark.parametrize(
    ("text", "status", "value", "parts"),
    [
        ("94.81", Status.FINAL, "94.81", []),
        ("94 (prov)", Status.PROVISIONAL, "94", []),
        ("662 (rate) 1218 (total)", Status.FINAL, "662", [("total", "1218")]),
        ("516 MAP 149 PRE-MAP", Status.FINAL, None, [("MAP", "516"), ("PRE-MAP", "149")]),
        ("526 MAP (prov)", Status.PROVISIONAL, None, [("MAP", "526")]),
        ("tbc", Status.NOT_YET_AVAILABLE, None, []),
        ("Refer comment", Status.REFER_TO_COMMENTARY, None, []),
        ("N/A", Status.NOT_APPLICABLE, None, []),
        ("*", Status.SUPPRESSED, None, []),
        ("", Status.NOT_REPORTED, None, []),
        ("It went well", Status.NOT_REPORTED, None, []),
    ],
)
def test_a_figure_is_a_headline_with_parts_or_a_named_state(
    text: str, status: Status, value: str | None, parts: list[tuple[str, str]]
) -> None:
    figure = figure_of(read_cell(text), source=HERE)

    assert (figure.status, figure.value) == (status, value and Decimal(value))
    assert [(part.label, str(part.value)) for part in figure.parts] == parts


def test_a_percentage_spelled_out_has_its_numerator_and_denominator() -> None:
    figure = figure_of(read_cell("55.2% 668 of 1,210"), source=HERE)

    assert (figure.value, figure.numerator, figure.denominator) == (Decimal("55.2"), Decimal(668), Decimal(1210))
    assert figure.parts == ()


def test_a_cell_called_a_number_without_holding_one_reports_nothing() -> None:
    assert figure_of(Cell("", "x", status=CellStatus.NUMBER), source=HERE).status is Status.NOT_REPORTED


def test_a_share_of_nothing_has_no_denominator() -> None:
    assert figure_of(read_cell("0% 0 of 0"), source=HERE).denominator is None


def test_a_part_of_a_unit_that_the_bundle_does_not_know_is_a_count() -> None:
    cell = Cell(
        "", "5 t, 6 t", (CellPart("paper", Decimal(5), "tonnes"), CellPart("", Decimal(6))), CellStatus.NUMBER
    )

    figure = dated_figure_of(cell, period=financial_year(2022), source=HERE)

    assert (figure.value, figure.unit) == (Decimal(6), None)
    assert [(part.label, part.unit) for part in figure.parts] == [("paper", Unit.COUNT)]


def test_a_part_without_a_name_is_numbered() -> None:
    cell = Cell("", "5 6", (CellPart("", Decimal(5)), CellPart("", Decimal(6))), CellStatus.NUMBER)

    assert [part.label for part in figure_of(cell, source=HERE).parts] == ["Figure 1"]
