"""Plans read from papers become plans of the bundle, and the bundle imports them."""

import datetime as dt
import json
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from goldthread.domain.figures import Status, Unit
from goldthread.domain.measures import TargetState
from goldthread.domain.papers import (
    MilestoneRow,
    ObjectiveSection,
    PriorityRecord,
    ReportRecord,
)
from goldthread.domain.periods import financial_year
from goldthread.exchange.actions import import_from_command_line
from goldthread.exchange.bundle_figures import Source
from goldthread.exchange.bundle_plan import Plan
from goldthread.exchange.from_papers import (
    NoIdentity,
    NotAPlan,
    doubts,
    keyed_measures,
    plan_from,
    plan_id,
    round_from,
)
from goldthread.exchange.queries import export_bundle
from tests.exchange.bundles import NOW, a_bundle
from tests.exchange.read_papers import a_report, a_row, measure_of, plan_of, report_of
from tests.reader.recognise import plan_papers

SENTENCE = "So few homes were rated that targets are not set. Each is looked at alone."


def test_a_plan_has_its_years_kind_and_source() -> None:
    plan = plan_of(plan_papers.DRAFT)

    assert (plan.id, plan.kind) == ("2021-24", "business plan")
    assert (str(plan.first_year), str(plan.last_year)) == ("2021/22", "2023/24")
    assert plan.source == Source(document="plan", line=2)


def test_every_row_names_its_document_and_line() -> None:
    plan = plan_of(plan_papers.DRAFT)

    sources = [each.source for each in plan.objectives] + [each.source for each in plan.priorities]
    sources += [row.source for each in plan.objectives for row in each.measures]
    sources += [row.source for each in plan.objectives for row in each.milestones]
    sources += [
        source
        for each in plan.objectives
        for row in each.measures
        for source in (*(cell.source for cell in row.targets), *(cell.source for cell in row.actuals))
    ]

    assert all(source is not None and source.document == "plan" and source.line for source in sources)


def test_targets_keep_what_was_printed_and_say_their_state() -> None:
    row = measure_of(plan_of(plan_papers.DRAFT), "HOM002")

    assert [(str(each.year), each.state, each.value, each.printed) for each in row.targets] == [
        ("2021/22", TargetState.NUMBER, Decimal("95"), "95% %"),
        ("2022/23", TargetState.TO_BE_CONFIRMED, None, "tbc"),
        ("2023/24", TargetState.TO_BE_CONFIRMED, None, "tbc"),
    ]


def test_a_blank_target_is_not_stated() -> None:
    row = measure_of(plan_of(plan_papers.DRAFT), "HS HOM14")

    assert (row.targets[2].state, row.targets[2].printed) == (TargetState.NOT_STATED, "")


def test_the_latest_figure_is_about_the_last_year_before_the_plan_and_says_so() -> None:
    (figure,) = measure_of(plan_of(plan_papers.DRAFT), "HOM001").actuals

    assert (str(figure.period), figure.value, figure.unit) == ("2020/21", Decimal("87"), Unit.PERCENT)
    assert "its year not printed" in figure.note


def test_a_year_at_the_end_of_a_title_is_the_year_of_its_latest_figure() -> None:
    (figure,) = measure_of(plan_of(plan_papers.DRAFT), "HOM005").actuals

    assert (str(figure.period), figure.note) == ("2019/20", "")


def test_a_figure_that_names_its_own_year_is_about_that_one() -> None:
    row = measure_of(plan_of(plan_papers.ONE_YEAR), "HOU01 01")

    assert [(str(each.period), each.status, each.note) for each in row.actuals] == [
        ("2015/16", Status.FINAL, "Printed in the column for 2016/17."),
        ("2017/18", Status.NOT_REPORTED, ""),
    ]


def test_a_sentence_instead_of_targets_means_that_none_were_set() -> None:
    row = measure_of(plan_of(plan_papers.ONE_YEAR), "HOU02 01")

    assert {(each.state, each.printed, each.note) for each in row.targets} == {(TargetState.NOT_SET, "", SENTENCE)}
    assert {(each.status, each.note) for each in row.actuals} == {(Status.NOT_REPORTED, SENTENCE)}


def test_a_new_indicator_had_no_figure_to_report() -> None:
    row = measure_of(plan_of(plan_papers.THREE_YEARS), "NI7")

    first = row.actuals[0]

    assert (str(first.period), first.status, first.printed) == (
        "2007/08",
        Status.NOT_APPLICABLE,
        "New National Indicator",
    )
    assert [each.state for each in row.targets] == [
        TargetState.BASELINE_TO_BE_ESTABLISHED,
        TargetState.TO_BE_CONFIRMED,
        TargetState.NOT_APPLICABLE,
        TargetState.NUMBER,
    ]


def test_a_title_cut_in_its_bracket_is_closed() -> None:
    assert measure_of(plan_of(plan_papers.THREE_YEARS), "HS LI1").title == "Homes repaired in time (Threshold)"


def test_milestones_without_letters_get_them_in_order() -> None:
    first = plan_of(plan_papers.ONE_YEAR).objectives[0]

    assert [row.ref for row in first.milestones] == ["HOU01a", "HOU01b", "HOU01c", "HOU01d", "HOU01e", "HOU01f"]


def test_a_milestone_keeps_its_date_its_officer_and_the_year_of_the_plan() -> None:
    first = plan_of(plan_papers.ONE_YEAR).objectives[0].milestones[0]

    assert (first.title, first.due, first.due_printed) == (
        "Open the repairs centre",
        dt.date(2019, 3, 31),
        "March 2019",
    )
    assert (first.officer, first.year) == ("Head of Homes", "2018/19")


def test_a_milestone_of_a_longer_plan_has_the_year_printed_over_it() -> None:
    plan = plan_of(plan_papers.THREE_YEARS)

    assert {row.year for each in plan.objectives for row in each.milestones} == {"2009/10"}


def test_an_area_of_focus_leads_to_its_priority() -> None:
    first = plan_of(plan_papers.THREE_YEARS).objectives[0]

    assert (first.areas, first.priorities) == ((5,), ("CP2",))


def test_priorities_are_named_by_initials_and_found_by_title() -> None:
    plan = plan_of(plan_papers.DRAFT)

    assert [each.ref for each in plan.priorities] == ["HA", "SS"]
    assert [each.priorities for each in plan.objectives] == [("HA",), ("SS",)]


def test_an_objective_without_one_serves_the_plans_only_priority() -> None:
    assert [each.priorities for each in plan_of(plan_papers.ONE_YEAR).objectives] == [("WH",), ("WH",)]


def test_a_priority_that_no_title_is_like_is_left_open() -> None:
    report = report_of(plan_papers.DRAFT)
    other = replace(report, priorities=(PriorityRecord("Zebras"), PriorityRecord("Zebras")))

    plan = plan_from(other, document="plan", lineage={key: "homes" for key, _, _ in keyed_measures(report)})

    assert [each.ref for each in plan.priorities] == ["Z", "Z2"]
    assert [each.priorities for each in plan.objectives] == [(), ()]


def test_rows_that_nobody_named_a_measure_for_are_refused_by_name() -> None:
    report = report_of(plan_papers.ONE_YEAR)

    with pytest.raises(NoIdentity, match=r"HOU01 03 \(2\), HOU02 01\. Name one for each") as refused:
        plan_from(report, document="plan", lineage={"HOU01 01": "a", "HOU01 03": "b"})

    assert refused.value.keys == ("HOU01 03 (2)", "HOU02 01")


def test_a_report_without_years_is_no_plan_and_no_round_yet() -> None:
    report = ReportRecord(kind="plan", title="Plan")

    with pytest.raises(NotAPlan, match="Enter its first and last year"):
        plan_from(report, document="plan", lineage={})
    with pytest.raises(NotAPlan, match="which period it reports on"):
        round_from(report, plan="2023-24", document="plan", lineage={})
    assert [doubt.text for doubt in doubts(report)] == [
        "The years of the plan are not stated. Enter its first and last year."
    ]


def test_a_plan_of_one_year_is_named_by_that_year() -> None:
    assert plan_id(financial_year(1999), financial_year(1999)) == "1999-00"


def test_a_target_of_a_plan_of_one_year_needs_no_year_of_its_own() -> None:
    row = a_row("A1", target="90%", prior_actual="80%")
    report = replace(a_report(row, period=financial_year(2022)), kind="plan", plan_kind="business plan")

    (made,) = plan_from(report, document="plan", lineage={"A1": "homes"}).objectives[0].measures

    assert [(str(each.year), each.value) for each in made.targets] == [("2022/23", Decimal(90))]
    assert [(str(each.period), each.value) for each in made.actuals] == [("2021/22", Decimal(80))]


def test_a_column_of_a_period_that_is_no_year_is_left_out_of_a_plan() -> None:
    row = a_row("A1", **{"actual Spring term 2022": "80%", "actual before": "70%", "actual 2021/22": "60%"})
    report = replace(a_report(row, period=financial_year(2022)), kind="plan")

    (made,) = plan_from(report, document="plan", lineage={"A1": "homes"}).objectives[0].measures

    assert [(str(each.period), each.value) for each in made.actuals] == [("2021/22", Decimal(60))]


def test_the_thirtieth_milestone_without_a_letter_has_two() -> None:
    section = ObjectiveSection("HO1", "Repair homes", milestones=(MilestoneRow(ref="", text="Open"),) * 30)
    report = ReportRecord(kind="plan", title="Plan", period=financial_year(2022), objectives=(section,))

    (made,) = plan_from(report, document="plan", lineage={}).objectives

    assert [row.ref for row in made.milestones][25:28] == ["HO1z", "HO1aa", "HO1ab"]


@pytest.mark.django_db
@pytest.mark.parametrize("paper", [plan_papers.ONE_YEAR, plan_papers.DRAFT, plan_papers.THREE_YEARS])
def test_a_plan_read_from_a_paper_is_imported_whole(paper: str) -> None:
    report = report_of(paper)
    held = a_bundle()["measures"][0]
    lineage = {key: f"measure-{place}" for place, (key, _, _) in enumerate(keyed_measures(report))}
    plan = plan_from(report, document="pack", lineage=lineage)
    measures = [{**held, "id": name, "title": f"Measure {name}"} for name in lineage.values()]
    stated = plan.model_dump(mode="json")
    bundle = a_bundle(plans=[stated], rounds=[], measures=measures)

    import_from_command_line(bundle=json.dumps(bundle), at=NOW)
    (exported,) = export_bundle()["plans"]

    again = Plan.model_validate({**exported, "objectives": [_as_stated(each) for each in exported["objectives"]]})
    assert again == Plan.model_validate({**stated, "objectives": [_as_stated(each) for each in stated["objectives"]]})


def _as_stated(objective: dict[str, Any]) -> dict[str, Any]:
    """The objective without what an import adds: the moment of a target, the unit and basis of the measure."""
    measures = [
        {
            **row,
            "targets": [{**each, "set_at": None, "unit": None} for each in row["targets"]],
            "actuals": sorted(
                ({**each, "unit": None, "basis": None} for each in row["actuals"]), key=lambda each: each["period"]
            ),
        }
        for row in objective["measures"]
    ]
    return {**objective, "measures": measures}
