"""Plans of invented councils, read whole: each layout that real plans come in, also after a damaging conversion."""

import datetime as dt
from decimal import Decimal

import pytest

from goldthread.domain.papers import CellStatus, RiskRating, Where
from goldthread.domain.periods import financial_year
from goldthread.reader.blocks import BlockDocument, Heading, Table, TableCell, TableRow
from goldthread.reader.from_text import from_text
from goldthread.reader.recognise import plans, recognise
from goldthread.reader.recognise.found import Found
from tests.reader.recognise import plan_papers
from tests.reader.recognise.plan_papers import measures, milestones, objectives, printed, read_text, rows


def test_a_plan_says_its_kind_its_title_and_its_years() -> None:
    (report,) = read_text(plan_papers.DRAFT).reports

    assert (report.kind, report.plan_kind) == ("plan", "business plan")
    assert report.title == "Draft Business Plan 2021-24 (Homes Contribution)"
    assert (report.period, report.last_year) == (financial_year(2021), financial_year(2023))
    assert report.front.fields["subject"].where.line == 2


def test_a_plan_without_years_in_its_title_has_those_of_its_targets_to_come() -> None:
    (report,) = read_text(plan_papers.ONE_YEAR).reports

    assert report.title == "Business Plan 2018/19"
    assert (report.period, report.last_year) == (financial_year(2018), financial_year(2018))


def test_a_plan_that_begins_with_its_kind_is_named_after_the_service_above() -> None:
    (report,) = read_text(plan_papers.THREE_YEARS).reports

    assert report.title == "Homes and Streets Service Plan, April 2009 to March 2012"
    assert (report.period, report.last_year) == (financial_year(2009), financial_year(2011))
    assert report.front.fields["subject"].where.line == 4


def test_an_objective_has_its_reference_title_officer_and_linked_measures() -> None:
    found = [
        (each.ref, each.title, each.officer, each.linked_measures, each.where.line)
        for each in objectives(plan_papers.ONE_YEAR)
    ]

    assert found == [
        ("HOU01", "Repair homes in time", "Head of Homes", "HOU01 01-03", 7),
        ("HOU02", "Keep homes warm", "Head of Energy", "HOU02 01", 12),
    ]


def test_an_objective_has_its_priority_developments_and_issues() -> None:
    first, second = objectives(plan_papers.DRAFT)

    assert (first.priority, second.priority) == ("Homes for All", "Safer Streets")
    assert first.key_developments == ("New repairs contract", "Stock survey")
    assert first.emerging_issues == ("Price of boilers",)


def test_milestones_in_bullets_have_the_date_of_their_bracket() -> None:
    found = [(row.due, row.due_printed, row.year, row.where.line) for row in milestones(plan_papers.ONE_YEAR)]

    assert found == [
        (dt.date(2019, 3, 31), "March 2019", "17 / 18", 8),
        (dt.date(2018, 9, 30), "Sept 2018", "17 / 18", 8),
        (None, "", "17 / 18", 8),
        (dt.date(2018, 7, 31), "by July 2018", "17 / 18", 10),
        (dt.date(2019, 3, 31), "September 2018-first visits; March 2019 all visits", "17 / 18", 10),
        (None, "termly", "17 / 18", 10),
        (None, "June 2018; spring term 2019", "18/19", 13),
    ]


def test_a_milestone_that_goes_on_in_the_next_block_is_put_together() -> None:
    third = milestones(plan_papers.ONE_YEAR)[2]

    assert third.text == "Publish what was learned and what it cost."


def test_milestones_by_letters_keep_them_after_the_objectives_reference() -> None:
    found = [(row.ref, row.due, row.due_printed) for row in milestones(plan_papers.DRAFT)]

    assert found == [
        ("HOM01a", dt.date(2021, 10, 31), "by October 2021"),
        ("HOM01b", dt.date(2021, 6, 30), "during April to June 2021"),
        ("HOM01c", None, ""),
        ("HOM02a", None, ""),
    ]


def test_several_milestones_in_one_cell_are_parted_after_their_dates() -> None:
    found = [(row.text, row.due, row.officer) for row in milestones(plan_papers.THREE_YEARS)]

    assert found == [
        ("Review all repairs by March 2010", dt.date(2010, 3, 31), "Repairs Manager"),
        ("Publish the review by June 2010", dt.date(2010, 6, 30), "Repairs Manager"),
        ("Replace every lamp March 2010", dt.date(2010, 3, 31), "Lighting Manager"),
        ("Complete the second survey of lamps by May 2010", dt.date(2010, 5, 31), "Lighting Manager"),
    ]


def test_measures_of_one_table_go_to_the_objectives_that_link_them() -> None:
    found = {each.ref: [row.ref for row in each.measures] for each in objectives(plan_papers.ONE_YEAR)}

    assert found == {"HOU01": ["HOU01 01", "HOU01 03", "HOU01 03"], "HOU02": ["HOU02 01"]}


def test_a_measure_that_two_objectives_link_stands_under_the_first() -> None:
    found = {each.ref: [row.ref for row in each.measures] for each in objectives(plan_papers.THREE_YEARS)}

    assert found == {"HS 1": ["HS LI1", "NI7"], "HS 2": ["HS LI2"]}


def test_actuals_and_targets_of_several_years_are_named_by_their_year() -> None:
    row = measures(plan_papers.ONE_YEAR)["HOU01 01"]

    assert printed(row) == {
        "actual 2016/17": "84.3% (15/16)",
        "target 2017/18": "85%",
        "actual 2017/18": "",
        "target 2018/19": "90%",
    }
    assert row.cells["actual 2016/17"].number == Decimal("84.3")
    assert row.cells["actual 2017/18"].status is CellStatus.BLANK
    assert row.where.line == 21


def test_a_sentence_over_merged_columns_stands_in_each_of_them() -> None:
    row = measures(plan_papers.ONE_YEAR)["HOU02 01"]

    assert len(set(printed(row).values())) == 1
    assert {cell.status for cell in row.cells.values()} == {CellStatus.TEXT}


@pytest.mark.parametrize(
    ("ref", "title"),
    [
        ("HOM001", "% of homes repaired in time"),
        ("HOM002", "% of lifts checked"),
        ("HS HOM14", "Rate of complaints"),
        ("HOM003", "% of boilers checked"),
        ("HOM004", "Homes let to Key Workers"),
        ("HOM005", "Achievement of the decent homes standard 2019/20"),
        ("HS", "Share of tenants who are satisfied"),
    ],
)
def test_references_of_any_pattern_are_split_from_their_titles(ref: str, title: str) -> None:
    assert measures(plan_papers.DRAFT)[ref].title == title


def test_a_row_one_column_too_far_left_is_put_right_and_less_sure() -> None:
    row = measures(plan_papers.DRAFT)["HOM003"]

    assert set(printed(row).values()) == {"tbc"}
    assert row.confidence < 1


def test_a_reference_without_a_number_is_less_sure_than_a_row_put_right() -> None:
    found = measures(plan_papers.DRAFT)

    assert found["HS"].confidence < found["HOM004"].confidence < found["HOM001"].confidence


def test_wide_headings_out_of_line_are_matched_with_what_they_cover() -> None:
    row = measures(plan_papers.THREE_YEARS)["HS LI1"]

    assert printed(row) == {
        "corp_plan_priority": "AOF2 CP1",
        "actual 2007/08": "40",
        "quartile top 2007/08": "50",
        "quartile middle 2007/08": "45",
        "quartile bottom 2007/08": "30",
        "target 2008/09": "45",
        "actual 2008/09": "",
        "target 2009/10": "49",
        "target 2010/11": "53",
        "target 2011/12": "58",
    }


def test_a_heading_repeated_on_the_next_page_with_damage_gives_the_same_columns() -> None:
    found = measures(plan_papers.THREE_YEARS)

    assert list(found["HS LI2"].cells) == list(found["HS LI1"].cells)


def test_letters_of_another_alphabet_and_broken_words_are_put_right() -> None:
    found = measures(plan_papers.THREE_YEARS)

    assert found["NI7"].cells["target 2008/09"].text == "Baseline to be established"
    assert found["NI7"].cells["target 2009/10"].status is CellStatus.TO_BE_CONFIRMED
    assert found["HS LI2"].title == "Tenants who feel safe after the 2nd visit"


def test_a_title_cut_over_cells_is_put_together_by_the_papers_own_words() -> None:
    first, second = objectives(plan_papers.THREE_YEARS)

    assert second.title == "To Improve Outcomes for Tenants"
    assert first.priority == "Safer Streets and older People"


def test_a_reference_that_was_lost_is_the_one_before_the_next() -> None:
    first, _ = objectives(plan_papers.THREE_YEARS)

    assert first.ref == "HS 1"


def test_risk_scores_are_taken_where_both_are_there_and_not_guessed_where_one_is_lost() -> None:
    first, second = objectives(plan_papers.THREE_YEARS)

    assert (first.risk, second.risk) == (RiskRating(), RiskRating(initial=12, residual=8))


def test_priorities_list_their_areas_under_the_references_that_the_tables_cite() -> None:
    (report,) = read_text(plan_papers.THREE_YEARS).reports

    found = [(each.ref, each.title, [area.number for area in each.areas]) for each in report.priorities]

    assert found == [("CP1", "Healthy Homes", [1, 2, 3]), ("CP2", "Safer Streets and Older People", [4, 5])]


def test_the_priorities_of_objectives_are_listed_once_in_their_order() -> None:
    (report,) = read_text(plan_papers.DRAFT).reports

    assert [(each.title, each.where.line) for each in report.priorities] == [
        ("Homes for All", 4),
        ("Safer Streets", 24),
    ]


def test_a_priority_named_on_its_own_line_is_the_plans() -> None:
    (report,) = read_text(plan_papers.ONE_YEAR).reports

    assert [(each.title, each.where.line) for each in report.priorities] == [("Warm Homes", 3)]


def test_risks_keep_their_treatment_and_the_objective_above() -> None:
    found = [(risk.ref, risk.description, risk.controls) for risk in read_text(plan_papers.THREE_YEARS).risks]

    assert found == [
        ("HS1", "Prices of boilers rise", "Buy together with neighbours"),
        ("HS1", "Too few fitters", "Train apprentices"),
    ]


def test_equality_actions_run_from_the_first_year_marked_to_the_last() -> None:
    (action,) = read_text(plan_papers.THREE_YEARS).tasks

    assert (action.title, action.block, action.owner, action.priority) == (
        "Train every fitter",
        "Homes",
        "Head of Homes",
        "High",
    )
    assert (action.start, action.end) == (dt.date(2009, 4, 1), dt.date(2011, 3, 31))


def test_rows_that_no_label_explains_are_listed() -> None:
    found = {record.text: record.reason for record in read_text(plan_papers.THREE_YEARS).unrecognised}

    assert found["Tenants' Charter Link | Section 4"] == "No known label stands before it."
    assert found["Fair Ac | Fair Access"] == "No reference stands in it."


def test_a_paper_on_progress_says_something_under_each_objective() -> None:
    (report,) = read_text(plan_papers.PROGRESS).reports

    told = {each.ref: each.commentary.text for each in report.objectives if each.commentary}

    assert (report.kind, report.period) == ("performance report", financial_year(2018))
    assert told == {
        "HOU01": "The centre opened in June. Repairs take less time.",
        "HOU02": "Two blocks were insulated.",
        "HOU03": "Nothing was begun.",
    }


def test_a_plan_of_headed_objectives_with_tables_of_targets_and_actions_is_read() -> None:
    first, second = objectives(plan_papers.HEADED)

    assert [(each.ref, each.title) for each in (first, second)] == [
        ("1", "Repair homes in time"),
        ("2", "Keep homes warm"),
    ]
    assert [(row.ref, row.due, row.due_printed, row.officer) for row in first.milestones] == [
        ("A1", dt.date(2024, 3, 31), "March 2024", "Head of Repairs"),
        ("A2", None, "Ongoing", "Head of People"),
    ]
    assert [row.ref for row in second.measures] == ["W1"]


def test_a_plan_of_paragraphs_and_lists_is_read() -> None:
    (only,) = objectives(plan_papers.LISTED)

    assert (only.ref, only.priority, only.officer) == ("ST1", "Clean Town", "Head of Streets")
    assert [(row.ref, row.text, row.year) for row in only.milestones] == [
        ("ST1a", "Buy two sweepers by June 2022", "22/23"),
        ("ST1b", "Map every gully", "22/23"),
    ]
    assert [row.ref for row in only.measures] == ["ST1 01"]


def test_a_priority_in_a_heading_holds_for_all_objectives_below_it() -> None:
    paper = rows(
        "Corporate Plan 2022-2025",
        "Our Priority: Thriving town",
        "Strategic Objective 1: Support local shops",
        "What we will do|Lead|Target date",
        "Open a market hall|Director of Place|30/09/2023",
        "Strategic Objective 2: Green streets",
        "What we will do|Lead|Target date",
        "Plant 500 trees|Head of Parks|March 2024",
    )

    (report,) = read_text(paper).reports

    assert [each.priority for each in report.objectives] == ["Thriving town", "Thriving town"]
    assert [(row.due, row.officer) for each in report.objectives for row in each.milestones] == [
        (dt.date(2023, 9, 30), "Director of Place"),
        (dt.date(2024, 3, 31), "Head of Parks"),
    ]


def test_a_list_of_milestones_below_an_objectives_table_is_its_own() -> None:
    paper = """# Directorate Business Plan 2024-26

Service Objective: ASC1 Help people stay independent

| Ref | Description | 23/24 Actual | 24/25 Target |
|---|---|---|---|
| ASC1.1 | People who stay at home | 82% | 84% |

Key Milestones 24/25:

1. Recruit ten workers (June 2024)
2. Open the hub by the end of September 2024
"""

    (only,) = objectives(paper)

    assert [(row.text, row.due, row.year) for row in only.milestones] == [
        ("Recruit ten workers (June 2024)", dt.date(2024, 6, 30), "24/25"),
        ("Open the hub by the end of September 2024", dt.date(2024, 9, 30), "24/25"),
    ]
    assert [row.ref for row in only.measures] == ["ASC1.1"]


def test_actions_numbered_in_one_cell_are_parted() -> None:
    paper = rows(
        "Service Plan 2019/20",
        "Objective|ENV 01 Keep streets clean",
        "Key Actions|1. Buy two sweepers by June 2019 2. Train crews by July 2019",
        "Linked KPIs|ENV 01.1, ENV 01.2",
        "",
        "KPI Ref|KPI|Baseline 2018/19|Target 2019/20",
        "ENV 01.1|Streets clean|91%|93%",
        "ENV 01.3|Complaints|120|Reduce",
    )

    (only,) = objectives(paper)

    assert [(row.text, row.due) for row in only.milestones] == [
        ("Buy two sweepers by June 2019", dt.date(2019, 6, 30)),
        ("Train crews by July 2019", dt.date(2019, 7, 31)),
    ]
    assert [(row.ref, list(row.cells)) for row in only.measures] == [
        ("ENV 01.1", ["actual 2018/19", "target 2019/20"]),
        ("ENV 01.3", ["actual 2018/19", "target 2019/20"]),
    ]


def test_measures_that_belong_to_no_objective_are_kept_without_one() -> None:
    paper = rows(
        "Homes Business Plan 2022/23",
        "Service Objective: HOU01|Repair homes in time",
        "Key Milestones (22/23)|Open the centre by May 2022",
        "Service Objective: HOU02|Keep homes warm",
        "Key Milestones (22/23)|Insulate the towers by May 2022",
        "",
        "Ref|Description|Target 2022/23",
        "NI9|Lamps mended|9",
    )

    found = [(each.ref, [row.ref for row in each.measures]) for each in objectives(paper)]

    assert found == [("HOU01", []), ("HOU02", []), ("", ["NI9"])]


@pytest.mark.parametrize(
    "paper",
    [
        "Words only.\n",
        rows("Ref|Measure|22/23 Actual|23/24 Target|Current|Progress", "A1|Visits|1|2|3|"),
        rows(
            "Objective: Keep homes warm (HO2)|",
            "Ref|Measure|22/23 Actual|23/24 Target|Current|Progress",
            "A1|V|1|2|3|",
        ),
        rows("Report on the Business Plan 2023/24", "Ref|Measure|23/24 Target", "A1|Visits|2"),
        rows("Visits", "Ref|Measure|23/24 Target", "A1|Visits|2"),
    ],
)
def test_a_paper_that_is_no_plan_is_left_to_others(paper: str) -> None:
    document = from_text(paper, file="paper.txt")

    found = plans.find(document, range(len(document.blocks)))

    assert found == Found()


def test_each_table_of_a_plan_is_read_once() -> None:
    for paper in (plan_papers.ONE_YEAR, plan_papers.DRAFT, plan_papers.THREE_YEARS, plan_papers.HEADED):
        places = [row.where for each in objectives(paper) for row in each.measures]

        assert len(places) == len(set(places))


def test_a_plan_inside_a_pack_leaves_the_other_reports_alone() -> None:
    pack = rows(
        "REPORT TO:|Homes Board",
        "DATE:|1 May 2024",
        "REPORTING OFFICER:|Head of Homes",
        "SUBJECT:|Library report",
        "",
        *(f"Paragraph {place} about libraries." for place in range(1, 30)),
        "",
        "Ref|Measure|Target 2024/25",
        "L1|Visits|5",
        "",
        "REPORT TO:|Homes Board",
        "DATE:|1 May 2024",
        "REPORTING OFFICER:|Head of Homes",
        "SUBJECT:|New plan",
        "",
        "Homes Business Plan 2024/25",
        "",
        "Service Objective: HOU01|Repair homes in time",
        "Key Milestones (24/25)|Open the centre by May 2024",
        "Linked Indicators:|HOU01 01",
        "",
        "Ref|Measure|Target 2024/25",
        "HOU01 01|Homes repaired|9",
    )

    first, second = read_text(pack).reports

    assert (first.title, first.plan_kind) == ("Library report", "")
    assert (second.kind, second.title, second.period) == (
        "plan",
        "Homes Business Plan 2024/25",
        financial_year(2024),
    )
    assert [(each.ref, [row.ref for row in each.measures]) for each in second.objectives] == [("HOU01", ["HOU01 01"])]


def test_a_plan_without_any_title_keeps_that_of_its_report() -> None:
    (report,) = read_text(
        rows(
            "Our homes",
            "",
            "Service Objective: HOU01|Repair homes",
            "Key Milestones (24/25)|Open the centre by May 2024",
        )
    ).reports

    assert (report.kind, report.title, report.period) == ("plan", "Our homes", None)


def _table(*given: list[TableCell]) -> Table:
    return Table(tuple(TableRow(tuple(cells), cells[0].where) for cells in given), Where(page=2))


def _cells(line: int, *texts: str) -> list[TableCell]:
    return [TableCell(text, Where(page=2, line=line)) for text in texts]


def test_a_plan_from_a_word_file_is_read_with_its_merged_cells_and_paragraphs() -> None:
    wide = Where(page=2, line=5)
    document = BlockDocument(
        file="plan.docx",
        format="docx",
        blocks=(
            Heading("Homes Business Plan 2023-25", 1, Where(page=1, line=1)),
            _table(
                _cells(2, "Service Objective: HOU01", "Repair homes\nin time"),
                _cells(
                    3,
                    "Key Milestones (23/24)",
                    "Open the centre\nby May 2023\nTrain every fitter\nMap all lifts by June 2023",
                ),
            ),
            _table(
                [
                    TableCell("Ref", wide, rows=2),
                    TableCell("Performance\nmeasure", wide, rows=2),
                    TableCell("22/23 Actual", wide, rows=2),
                    TableCell("Targets", wide, columns=2),
                ],
                _cells(6, "23/24", "24/25"),
                _cells(7, "HOU01 01", "Homes repaired in time", "80%", "85%", "90%"),
            ),
        ),
    )

    (report,) = recognise(document).reports
    (only,) = report.objectives

    assert (report.title, only.title) == ("Homes Business Plan 2023-25", "Repair homes in time")
    assert [row.text for row in only.milestones] == [
        "Open the centre by May 2023",
        "Train every fitter",
        "Map all lifts by June 2023",
    ]
    assert printed(only.measures[0]) == {"actual 2022/23": "80%", "target 2023/24": "85%", "target 2024/25": "90%"}
