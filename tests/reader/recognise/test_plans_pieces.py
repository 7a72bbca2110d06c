"""The pieces that plans are read with: words, years, columns, labels, milestones."""

import datetime as dt
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldthread.domain.papers import Where
from goldthread.domain.periods import financial_year
from goldthread.reader.from_text import from_text
from goldthread.reader.recognise import plans, recognise
from goldthread.reader.recognise.plan_columns import Deeds, columns_of, deeds_of, is_second_row
from goldthread.reader.recognise.plan_labels import Assessed, assessed, label_of, labelled
from goldthread.reader.recognise.plan_measures import split_ref
from goldthread.reader.recognise.plan_milestones import deed_of, due_of, pieces_of
from goldthread.reader.recognise.plan_words import latin, mended, put_together
from goldthread.reader.recognise.plan_years import year_of, years_of

ANY_TEXT = st.text(st.sampled_from("aA1 ./-()%:;▪•\n£é–'’,Х"), max_size=60)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Business Plan 2016-19", 2016, 2018),
        ("Service Plan April 2009 to March 2012", 2009, 2011),
        ("Business Plan 2018/19 to 2020/21", 2018, 2020),
        ("Delivery Plan 2023/24", 2023, 2023),
        ("Corporate Plan 2020 to 2024", 2020, 2023),
        ("Council Plan 2022-2025", 2022, 2024),
        ("Plan 1999-2002", 1999, 2001),
    ],
)
def test_the_years_of_a_title_are_read(text: str, first: int, last: int) -> None:
    years = years_of(text)

    assert years is not None
    assert (years.first, years.last) == (financial_year(first), financial_year(last))
    assert financial_year(first) in years
    assert "2016/17" not in years


@pytest.mark.parametrize(
    "text", ["Plan", "14-19 strategy", "Plan 2050-1990", "Plan 2000-2020", "March 2012 to April 2009"]
)
def test_a_title_without_years_has_none(text: str) -> None:
    assert years_of(text) is None


@pytest.mark.parametrize(
    ("text", "year"),
    [("16/17 Actual", 2016), ("2007/8 Quartiles", 2007), ("(18 / 19)", 2018), ("1999/00", 1999), ("1999/2000", 1999)],
)
def test_a_heading_names_its_year(text: str, year: int) -> None:
    assert year_of(text) == financial_year(year)


@pytest.mark.parametrize("text", ["", "9-4", "ages 14-19", "16/17 and 17/18", "85.5/86", "0000/01"])
def test_a_heading_may_name_no_year(text: str) -> None:
    assert year_of(text) is None


@pytest.mark.parametrize(
    ("first", "second", "names"),
    [
        (
            ["Ref", "Measure", "2021/22", "", "2022/23", ""],
            ["", "", "Target", "Actual", "Target", "Actual"],
            ["target 2021/22", "actual 2021/22", "target 2022/23", "actual 2022/23"],
        ),
        (["Ref", "Indicator", "2021/22", "2022/23"], [], ["target 2021/22", "target 2022/23"]),
        (
            ["Indicator", "Baseline", "Regional average", "Target 2022/23"],
            [],
            ["latest", "regional_average", "target 2022/23"],
        ),
        (
            ["No.", "Description", "Actuals", "", "Targets", ""],
            ["", "", "20/21", "21/22", "22/23", "23/24"],
            ["actual 2020/21", "actual 2021/22", "target 2022/23", "target 2023/24"],
        ),
        (
            ["Ref", "Description", "Outturn 20/21", "Upper quartile", "Target 21/22"],
            [],
            ["actual 2020/21", "quartile upper", "target 2021/22"],
        ),
    ],
)
def test_columns_are_named_by_kind_and_year(first: list[str], second: list[str], names: list[str]) -> None:
    columns = columns_of(first, second)

    assert columns is not None
    assert [heading.name for _, heading in columns.values] == names


@pytest.mark.parametrize(
    "headings",
    [
        [],
        ["Ref", "Words", "Target 2021/22"],
        ["Ref", "Measure", "Actual 2021/22"],
        ["Ref", "Measure", "Target 2021/22", "Progress"],
        ["Ref", "Measure", "Target 2021/22", "x" * 100],
    ],
)
def test_other_headings_are_not_those_of_a_plan(headings: list[str]) -> None:
    assert columns_of(headings) is None


def test_a_row_of_figures_is_no_second_row_of_headings() -> None:
    assert not is_second_row(["NI 1", "Visits", "40", "2009/10"])
    assert not is_second_row(["", "", "Target"])


def test_a_table_of_actions_needs_a_deed_and_a_date() -> None:
    assert deeds_of(["Action", "Timescale", "Responsible"]) == Deeds(title=0, due=1, officer=2)
    assert deeds_of(["Action", "Responsible"]) is None
    assert deeds_of(["Milestone", "Due", "Progress"]) is None


def test_a_row_of_a_table_of_actions_is_due_as_its_column_or_its_sentence_says() -> None:
    columns = Deeds(title=0, due=1)

    by_column = deed_of(["Open the hub", "31/05/2024"], columns=columns, where=Where())
    ongoing = deed_of(["Open the hub by May 2024", "Ongoing"], columns=columns, where=Where())

    assert by_column is not None
    assert by_column.due == dt.date(2024, 5, 31)
    assert ongoing is not None
    assert (ongoing.due, ongoing.due_printed) == (None, "Ongoing")
    assert deed_of(["Housing", ""], columns=columns, where=Where()) is None
    assert deed_of(["", "May 2024"], columns=columns, where=Where()) is None


@pytest.mark.parametrize(
    ("text", "label", "pieces", "year", "ref"),
    [
        ("Corporate Priority:", "priority", (), "", ""),
        ("Key Area Of Focus: 13 - Homes", "area", ("13 - Homes",), "", ""),
        ("Service Objective: HOU01", "objective", (), "", "HOU01"),
        ("Objective 1: Keep homes warm", "objective", ("Keep homes warm",), "", "1"),
        ("Key Milestone(s) (17 / 18)", "milestones", (), "17 / 18", ""),
        ("Key Actions 2022/23", "milestones", (), "2022/23", ""),
        ("Linked Measures: A1", "linked", ("A1",), "", ""),
        ("Lead Officer", "officer", (), "", ""),
    ],
)
def test_labels_are_known_however_they_are_written(
    text: str, label: str, pieces: tuple[str, ...], year: str, ref: str
) -> None:
    found = label_of(text)

    assert found is not None
    assert (found.label, found.pieces, found.year, found.ref) == (label, pieces, year, ref)


@pytest.mark.parametrize(
    "text", ["", "Objectives, Milestones and Measures", "Milestones are listed here.", "Officer"]
)
def test_other_words_are_no_label(text: str) -> None:
    assert label_of(text) is None


def test_cells_before_the_first_label_come_under_none() -> None:
    found = list(labelled(["•", "the rest", "Responsible Officer:", "Head of Homes"]))

    assert [(part.label, part.pieces) for part in found] == [("", ("the rest",)), ("officer", ("Head of Homes",))]


def test_an_assessment_without_an_officer_still_links_measures() -> None:
    assert assessed(["Risk Assessment", "Initial Residual", "8 4", "Linked Indicators", "A1"]) == Assessed(
        8, 4, "", "A1"
    )


@pytest.mark.parametrize(
    ("text", "due", "printed"),
    [
        ("Open (by September 2018) and close it", dt.date(2018, 9, 30), "by September 2018"),
        ("Open by the end of March 2019", dt.date(2019, 3, 31), "by the end of March 2019"),
        ("Hold it between May and June 2019", dt.date(2019, 6, 30), "between May and June 2019"),
        ("Take over what was planned in the 14-19 review", None, ""),
        ("Revise the arrangements for April 2019 as agreed", None, ""),
        ("Finish by 2019/20 at the latest", dt.date(2020, 3, 31), "by 2019/20"),
        ("Open the hub (with the council) (ongoing).", None, "ongoing"),
        ("Open it on 3 May 2019", dt.date(2019, 5, 3), "3 May 2019"),
    ],
)
def test_due_dates_are_read_in_brackets_and_sentences(text: str, due: dt.date | None, printed: str) -> None:
    assert due_of(text) == (due, printed)


def test_a_cell_without_marks_and_dates_is_one_milestone_a_line() -> None:
    assert [piece.text for piece in pieces_of("Open the hub\nClose the annexe")] == [
        "Open the hub",
        "Close the annexe",
    ]


def test_a_date_in_the_middle_of_a_sentence_parts_nothing() -> None:
    text = "Review in May 2010 of all repairs by June 2010"

    assert [piece.text for piece in pieces_of(text)] == [text]


def test_unknown_pieces_are_joined_by_a_space() -> None:
    assert put_together(["zqx", "vwy"], words=frozenset()) == "zqx vwy"
    assert put_together(["PED01", "Improve it"], words=frozenset({"improve"})) == "PED01 Improve it"
    assert put_together(["", " "], words=frozenset()) == ""


def test_words_that_are_known_stay_apart() -> None:
    assert mended("open it", words=frozenset({"open", "openit"})) == "open it"


@given(ANY_TEXT)
def test_latin_text_stays_as_it_is(text: str) -> None:
    kept = text.replace("Х", "")

    assert latin(kept) == kept
    assert latin(latin(text)) == latin(text)


@given(ANY_TEXT)
def test_no_letter_of_a_cell_of_milestones_is_lost(text: str) -> None:
    left = "".join(char for piece in pieces_of(text) for char in f"{piece.letter}{piece.text}" if char.isalpha())

    assert left == "".join(char for char in text if char.isalpha())


@given(ANY_TEXT)
def test_a_reference_and_its_title_hold_the_whole_text(text: str) -> None:
    ref, title = split_ref(text)

    assert "".join(char for char in ref + title if char.isalnum()) == "".join(char for char in text if char.isalnum())


@given(ANY_TEXT, ANY_TEXT)
def test_any_text_can_be_asked_for_years_labels_and_dates(first: str, second: str) -> None:
    for text in (first, second):
        years_of(text), year_of(text), label_of(text), due_of(text)
    columns_of(["Ref", "Measure", first, second], [second, first, first, second])
    assessed([first, second])


ANY_CELL = st.one_of(
    ANY_TEXT,
    st.sampled_from(
        (
            "Service Objective: HO1",
            "Corporate Priority:",
            "Key Milestones (22/23)",
            "Linked Indicators:",
            "Risk Assessment",
            "Responsible Officer",
            "Ref",
            "Description",
            "Measure",
            "Targets",
            "22/23",
            "Target 22/23",
            "Milestone",
            "Due",
            "HO1 01",
            "95%",
            "tbc",
            "1",
        )
    ),
)


@given(st.lists(st.lists(ANY_CELL, max_size=5), max_size=12))
def test_any_rows_can_be_read_and_take_only_blocks_that_are_there(given_rows: list[list[str]]) -> None:
    paper = "Homes Business Plan 2022/23\n\n" + "\n".join("\t".join(cells) for cells in given_rows)
    document = from_text(paper, file="plan.txt")

    found = plans.find(document, range(len(document.blocks)))

    assert found.taken <= set(range(len(document.blocks)))
    assert recognise(document).file == "plan.txt"


def test_a_plan_ten_times_as_long_takes_no_more_than_some_ten_times_the_work() -> None:
    def steps(count: int) -> int:
        block = (
            "Service Objective: HO{0}\tKeep\nKey Milestones (22/23)\tOpen by May 2022\n\n"
            "Ref\tMeasure\tTarget 22/23\nHO{0} 01\tV\t1\n\n"
        )
        document = from_text("".join(block.format(place) for place in range(count)), file="plan.txt")
        calls = 0

        def counted(_frame: object, event: str, _argument: object) -> None:
            nonlocal calls
            calls += event == "call"

        before = sys.getprofile()
        sys.setprofile(counted)
        try:
            plans.find(document, range(len(document.blocks)))
        finally:
            sys.setprofile(before)
        return calls

    assert steps(300) < 13 * steps(30)
