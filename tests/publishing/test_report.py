"""The report of a round: the shape the board knows, every figure with its mark, nothing dropped."""

from dataclasses import replace
from decimal import Decimal

import pytest

from goldthread.domain.figures import Part, Status, Unit
from goldthread.domain.measures import TargetState
from goldthread.domain.periods import financial_year
from goldthread.monitoring.actions import judge_round
from goldthread.monitoring.models import Round, Statement
from goldthread.publishing.contents import Front, read_contents
from goldthread.publishing.report import report
from goldthread.rendering.document import Document, Number, plain
from tests.builders import (
    NOW,
    a_measure,
    a_milestone,
    a_milestone_return,
    a_plan,
    a_plan_measure,
    a_return,
    a_round,
    a_statement,
    a_target,
    an_objective,
    someone,
)

pytestmark = pytest.mark.django_db
FRONT = Front(council="Anytown Council", edition=1, published=NOW.date())


def built(made: Round, *, front: Front = FRONT) -> Document:
    judge_round(round=made, by=someone(), at=NOW)
    return report(read_contents(made), front=front)


def cells(document: Document, *, caption: str) -> list[list[str]]:
    table = next(table for table in document.tables() if table.caption.startswith(caption))
    return [[cell.text for cell in row] for row in table.rows]


def everything_said(document: Document) -> str:
    return " ".join(plain((part,)) for part in document.every_inline())


def test_the_report_has_the_sections_of_the_boards_paper_in_their_order() -> None:
    made = a_round()
    objective = an_objective(plan=made.plan)
    a_return(round=made, of=a_plan_measure(objective=objective))
    a_statement(round=made)
    a_statement(round=made, kind=Statement.Kind.EMERGING_ISSUE, title="Rents", order=1)

    headings = [heading.text for heading in built(made).headings() if heading.level < 3]

    assert headings == [
        "1 Introduction",
        "2 Key developments",
        "2.1 A repairs centre",
        "3 Emerging issues",
        "3.1 Rents",
        "4 Performance overview",
        "Not on course and worsening",
        "4.1 HOU01 Repair homes in time",
        "Appendix: symbols and how they are judged",
        "Marks beside figures",
        "Responsible officers",
    ]


def test_a_measures_row_shows_figures_with_marks_and_lights_in_words() -> None:
    made = a_round()
    measure = a_plan_measure(objective=an_objective(plan=made.plan))
    a_target("95", of=measure)
    a_return("91.5", round=made, of=measure, prior="88", comparator="85", figure={"status": Status.PROVISIONAL})

    assert cells(built(made), caption="Measures of HOU01") == [
        [
            "HOU01 01",
            "Increase repairs",
            "88%",
            "95%",
            "91.5% [p]",
            "↑ Better",
            "◆ Uncertain",
            "– Not recorded in the source",
        ]
    ]


@pytest.mark.parametrize(
    ("status", "shown"),
    [
        (Status.REFER_TO_COMMENTARY, "Refer to commentary [n]"),
        (Status.NOT_REPORTED, "Not available [x]"),
        (Status.NOT_YET_AVAILABLE, "Not yet available [y]"),
        (Status.NOT_APPLICABLE, "Not applicable [z]"),
        (Status.SUPPRESSED, "Suppressed [c]"),
    ],
)
def test_every_absence_is_printed_as_the_state_it_is(status: Status, shown: str) -> None:
    made = a_round()
    measure = a_plan_measure(objective=an_objective(plan=made.plan))
    a_return(None, round=made, of=measure, figure={"status": status})

    assert cells(built(made), caption="Measures of HOU01")[0][4] == shown


@pytest.mark.parametrize(
    ("changes", "shown"),
    [
        ({"state": TargetState.TO_BE_CONFIRMED}, "To be confirmed [y]"),
        ({"state": TargetState.NOT_APPLICABLE}, "Not applicable [z]"),
        ({"state": TargetState.NOT_SET}, "Not set [x]"),
        ({"state": TargetState.BASELINE_TO_BE_ESTABLISHED}, "Baseline to be established [y]"),
        ({"state": TargetState.RANGE, "low": Decimal(60), "high": Decimal(70)}, "60% to 70%"),
    ],
)
def test_every_state_of_a_target_is_printed_as_what_it_is(changes: dict[str, object], shown: str) -> None:
    made = a_round()
    measure = a_plan_measure(objective=an_objective(plan=made.plan))
    a_target(None, of=measure, **changes)
    a_return(round=made, of=measure)

    assert cells(built(made), caption="Measures of HOU01")[0][3] == shown


def test_parts_have_a_table_of_their_own_and_a_cell_never_holds_two_figures() -> None:
    made = a_round()
    measure = a_plan_measure(objective=an_objective(plan=made.plan), measure=a_measure(unit=Unit.COUNT))
    parts = tuple(
        Part(label=label, value=Decimal(value), unit=Unit.COUNT) for label, value in (("Low", 24), ("High", 8))
    )
    a_return(None, round=made, of=measure, figure={"parts": parts})

    document = built(made)

    assert cells(document, caption="Measures of HOU01")[0][4] == "In parts only"
    assert cells(document, caption="Parts of the measures") == [["HOU01 01 Low", "24"], ["HOU01 01 High", "8"]]


def test_a_return_without_commentary_says_so() -> None:
    made = a_round()
    a_return(round=made, of=a_plan_measure(objective=an_objective(plan=made.plan)))

    assert "No commentary was supplied." in everything_said(built(made))


def test_a_round_without_developments_says_that_none_was_reported() -> None:
    made = a_round()
    a_return(round=made, of=a_plan_measure(objective=an_objective(plan=made.plan)))

    assert everything_said(built(made)).count("None was reported for this period.") == 2


def test_milestones_with_one_reference_are_told_apart() -> None:
    made = a_round()
    objective = an_objective(plan=made.plan)
    for occurrence in (1, 2):
        milestone = a_milestone(objective=objective, ref="HOU01d", occurrence=occurrence)
        a_milestone_return(round=made, of=milestone)

    names = [row[0] for row in cells(built(made), caption="Milestones of HOU01")]

    assert names == ["HOU01d", "HOU01d (entry 2)"]


def test_the_spreadsheet_holds_one_row_a_measure_with_the_figures_of_the_table() -> None:
    plan = a_plan()
    made = a_round(plan=plan)
    objective = an_objective(plan=plan)
    for value in ("90", "91.25", "0"):
        measure = a_plan_measure(objective=objective)
        a_target("95", of=measure, year=financial_year(2023))
        a_return(value, round=made, of=measure)

    document = built(made)
    measures = next(data for data in document.datasets if data.name == "Measures")
    place = [field.heading for field in measures.fields].index("Figure")

    tidy = [row[place].text for row in measures.rows if isinstance(row[place], Number)]
    assert tidy == [row[4] for row in cells(document, caption="Measures of HOU01")] == ["90%", "91.25%", "0%"]


def test_a_correction_says_what_it_corrects_before_anything_else() -> None:
    made = a_round()
    a_return(round=made, of=a_plan_measure(objective=an_objective(plan=made.plan)))
    front = replace(FRONT, edition=2, reason="A slip.", changes=("HOU01 01: …",))

    document = built(made, front=front)

    assert next(document.headings()).text == "What this edition corrects"
    assert "A slip." in everything_said(document)
    assert "HOU01 01: …" in everything_said(document)
