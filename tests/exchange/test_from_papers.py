"""Records read from papers become plans and rounds of the bundle, and the bundle imports them."""

import datetime as dt
import json
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from goldthread.domain.figures import Status, Unit
from goldthread.domain.lights import OfficerJudgement
from goldthread.domain.measures import TargetState
from goldthread.domain.papers import (
    Cell,
    CellPart,
    CellStatus,
    Commentary,
    Comparator,
    Field,
    Front,
    MeasureRow,
    MilestoneRow,
    ObjectiveSection,
    PriorityRecord,
    ReportRecord,
    Where,
)
from goldthread.domain.periods import Period, financial_year, quarter
from goldthread.exchange.actions import import_from_command_line
from goldthread.exchange.bundle_figures import Source
from goldthread.exchange.bundle_plan import Plan, PlanMeasure
from goldthread.exchange.from_papers import (
    NoIdentity,
    NotAPlan,
    doubts,
    keyed_measures,
    plan_from,
    plan_id,
    proposals,
    round_from,
)
from goldthread.exchange.papers_figures import dated_figure_of, figure_of, target_of
from goldthread.exchange.queries import export_bundle
from goldthread.reader.recognise.cells import read_cell
from tests.exchange.bundles import NOW, a_bundle
from tests.reader.recognise import plan_papers
from tests.reader.recognise.plan_papers import read_text

HERE = Source(document="plan", line=3)
SENTENCE = "So few homes were rated that targets are not set. Each is looked at alone."


def report_of(paper: str) -> ReportRecord:
    (report,) = read_text(paper).reports
    return report


def plan_of(paper: str) -> Plan:
    report = report_of(paper)
    return plan_from(report, document="plan", lineage={key: "homes" for key, _, _ in keyed_measures(report)})


def measure_of(plan: Plan, ref: str) -> PlanMeasure:
    return next(row for objective in plan.objectives for row in objective.measures if row.ref == ref)


def a_row(ref: str = "A1", **cells: str) -> MeasureRow:
    return MeasureRow(
        ref=ref,
        title="Homes repaired in time",
        cells={name: read_cell(text) for name, text in cells.items()},
        where=Where(line=7),
    )


def a_report(*rows: MeasureRow, period: Period | None = None, **changes: Any) -> ReportRecord:
    section = ObjectiveSection("HO1", "Repair homes", measures=rows, where=Where(line=5))
    report = ReportRecord(kind="performance report", title="Report", period=period or quarter(2023, 3))
    return replace(report, objectives=(section,), **changes)


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


def test_a_reference_printed_twice_has_two_keys_and_two_occurrences() -> None:
    report = report_of(plan_papers.ONE_YEAR)

    keys = [key for key, _, _ in keyed_measures(report)]
    rows = plan_of(plan_papers.ONE_YEAR).objectives[0].measures

    assert keys == ["HOU01 01", "HOU01 03", "HOU01 03 (2)", "HOU02 01"]
    assert [(row.ref, row.occurrence) for row in rows] == [("HOU01 01", 1), ("HOU01 03", 1), ("HOU01 03", 2)]


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


def test_the_likeliest_measure_is_proposed_with_its_score_and_the_next() -> None:
    known = {
        "repairs-in-time": ["Homes repaired in time", "Repairs on time"],
        "repairs-by-band": ["Homes repaired by band"],
        "visits": ["Library visits"],
    }
    rows = (a_row("A1"), replace(a_row("A2"), title="Swimming pool"), replace(a_row("A3"), title="Reduce the number"))

    first, second, third = proposals(a_report(*rows), known=known)

    assert (first.measure, first.title, first.score) == ("repairs-in-time", "Homes repaired in time", Decimal("1.0"))
    assert [name for name, _ in first.others] == ["repairs-by-band"]
    assert (second.measure, second.score, second.others) == ("", Decimal(0), ())
    assert (third.measure, third.key) == ("", "A3")


def test_a_measure_too_unlike_is_named_among_the_others_only() -> None:
    row = replace(a_row(), title="Library staff who speak a second language at the weekend")

    (proposal,) = proposals(a_report(row), known={"visits": ["Library visits by bus and train"]})

    assert proposal.measure == ""
    assert [name for name, _ in proposal.others] == ["visits"]


def test_a_measure_is_proposed_for_the_row_that_is_nearest_to_it_alone() -> None:
    rows = (
        replace(a_row("A1"), title="Homes repaired in time"),
        replace(a_row("A2"), title="Homes repaired in time by apprentices"),
    )

    first, second = proposals(a_report(*rows), known={"repairs-in-time": ["Homes repaired in time"]})

    assert (first.measure, second.measure) == ("repairs-in-time", "")
    assert [name for name, _ in second.others] == ["repairs-in-time"]


def test_a_measure_printed_twice_is_proposed_for_both_rows() -> None:
    made = proposals(a_report(a_row("A1"), a_row("A2")), known={"repairs-in-time": ["Homes repaired in time"]})

    assert [proposal.measure for proposal in made] == ["repairs-in-time", "repairs-in-time"]


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
