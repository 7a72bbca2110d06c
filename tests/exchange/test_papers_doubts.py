"""What a person should look at before an import is named."""

from dataclasses import replace

from goldthread.domain.papers import (
    Cell,
    CellStatus,
    ObjectiveSection,
    Where,
)
from goldthread.exchange.from_papers import (
    doubts,
    keyed_measures,
    plan_from,
)
from tests.exchange.read_papers import a_report, a_row, report_of
from tests.reader.recognise import plan_papers


def test_doubts_name_what_a_person_should_look_at() -> None:
    texts = [
        (doubt.where.line, doubt.text)
        for paper in (plan_papers.ONE_YEAR, plan_papers.THREE_YEARS)
        for doubt in doubts(report_of(paper), lineage={"HOU01 01": "homes", "HOU01 03": "days", "HOU02 01": "rated"})
    ]

    assert (8, "The milestone stands under 17 / 18, outside the plan's years.") in texts
    assert (
        13,
        "The milestone names several dates (June 2018; spring term 2019). None was taken.",
    ) in texts
    assert (23, "HOU01 03 is printed again, here for “Reduce complaints about repairs”.") in texts
    assert (23, "No measure is named for HOU01 03 (2).") in texts
    assert (13, "The title of HS 1 is damaged: “s every tenant needs, HS2)”.") in texts


def test_doubts_name_rows_put_right_and_references_without_numbers() -> None:
    texts = {doubt.text: str(doubt) for doubt in doubts(report_of(plan_papers.DRAFT))}

    assert "The reference HS is printed without a number." in texts
    assert texts["The row of HOM003 was out of line and was put right. Compare it with the paper."].startswith(
        "plan.txt, line 16: "
    )


def test_measures_under_no_objective_are_doubted_and_left_out() -> None:
    report = report_of(plan_papers.HEADED)
    loose = ObjectiveSection("", "", measures=(a_row("NI9"),), where=Where(line=40))
    whole = replace(report, objectives=(*report.objectives, loose))

    plan = plan_from(whole, document="plan", lineage={key: "homes" for key, _, _ in keyed_measures(report)})

    assert [each.ref for each in plan.objectives] == ["1", "2"]
    assert [doubt.text for doubt in doubts(whole)] == ["1 row stands under no objective and is left out."]


def test_words_with_figures_where_a_figure_should_stand_are_doubted() -> None:
    row = a_row()
    told = replace(row, cells={"current": Cell("", "About 5 more than in May", status=CellStatus.TEXT)})

    assert [doubt.text for doubt in doubts(a_report(told))] == ["No figure was read in “About 5 more than in May”."]
