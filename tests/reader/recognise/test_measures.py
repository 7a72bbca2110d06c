"""Measures under whatever headings, their objectives, comparators and commentary."""

from decimal import Decimal

import pytest

from goldthread.domain.papers import CellStatus, MeasureRow, Paper, Where
from goldthread.reader.blocks import BlockDocument, Heading, Paragraph, Picture, Table, TableCell, TableRow
from goldthread.reader.from_text import from_text
from goldthread.reader.recognise import recognise
from goldthread.reader.recognise.commentary import authors_and_text
from goldthread.reader.recognise.headers import layout_of

HEADINGS = "Ref:\tMeasure\t22/23 Actual\t23/24 Target\tCurrent\tDirection of Travel\tQuarterly Progress\n"
ROW = "LB01 01\tRate of visits per 10,000 residents\t617\t500 (full year)\t662 (rate) 1218 (total)\t Q3 22-23 469\t\n"


def a_paper(text: str) -> Paper:
    return recognise(from_text(text, file="report.txt"))


def the_measures(text: str) -> list[MeasureRow]:
    return [row for _, _, row in a_paper(text).measures]


def test_cells_stand_under_the_names_of_their_columns():
    (row,) = the_measures(HEADINGS + ROW)

    assert (row.ref, row.title) == ("LB01 01", "Rate of visits per 10,000 residents")
    assert {name: cell.text for name, cell in row.cells.items()} == {
        "prior_actual": "617",
        "target": "500 (full year)",
        "current": "662 (rate) 1218 (total)",
        "direction_of_travel": "Q3 22-23 469",
        "progress": "",
    }
    assert [(part.label, part.unit) for part in row.cells["current"].parts] == [
        ("rate", "rate per 10,000"),
        ("total", "count"),
    ]
    assert row.cells["progress"].status is CellStatus.SYMBOL_LOST


def test_a_comparator_has_its_period_and_figure():
    (row,) = the_measures(HEADINGS + ROW)

    assert row.comparator is not None
    assert (str(row.comparator.period), row.comparator.number) == ("2022/23 Q3", Decimal(469))


@pytest.mark.parametrize(
    ("line", "ref", "title"),
    [
        ("Objective: Open doors (LB01)", "LB01", "Open doors"),
        ("Service Objective: LB01 Open doors", "LB01", "Open doors"),
        ("Objective: Open doors (LB01)\t\t\t\t\t\t", "LB01", "Open doors"),
        ("Priority: Open doors", "", "Open doors"),
    ],
)
def test_measures_stand_under_the_objective_above_them(line, ref, title):
    (report,) = a_paper(f"{line}\n\n{HEADINGS}{ROW}").reports

    assert [(one.ref, one.title, len(one.measures)) for one in report.objectives] == [(ref, title, 1)]


def test_a_new_table_without_headings_goes_on_under_the_headings_before_the_page_break():
    rows = the_measures(f"{HEADINGS}{ROW}\n\n \n{ROW.replace('LB01 01', 'LB01 02')}")

    assert [(row.ref, row.cells["target"].header) for row in rows] == [
        ("LB01 01", "23/24 Target"),
        ("LB01 02", "23/24 Target"),
    ]


def test_a_heading_that_is_missing_takes_the_name_it_had_in_the_table_before():
    rows = the_measures(f"{HEADINGS}{ROW}\n\n{HEADINGS.replace('23/24 Target', '')}{ROW}")

    assert [row.cells["target"].header for row in rows] == ["23/24 Target", ""]


def test_another_table_does_not_stand_under_the_headings_of_measures():
    rows = the_measures(f"{HEADINGS}{ROW}\n\nCode\tService\tBudget\nC1\tShelves\t120\n")

    assert [row.ref for row in rows] == ["LB01 01"]


def test_a_row_broken_by_the_page_is_put_together():
    broken = "LB01 01\tRate of visits\t617\t500\t662\t\t\n\tper 10,000 residents\t\t\t(prov)\t\t\n"

    (row,) = the_measures(HEADINGS + broken)

    assert row.title == "Rate of visits per 10,000 residents"
    assert (row.cells["current"].text, row.cells["current"].status) == ("662 (prov)", CellStatus.PROVISIONAL)


def test_commentary_in_a_row_names_its_authors_and_goes_on_below_the_table():
    words = "<p><u>Supporting commentary:</u> Ann Berry /Carl Dunn Visits rose.</p>\t\t\t\t\t\t\n\n \nMore to come.\n"

    (row,) = the_measures(f"{HEADINGS}{ROW}{words}\n5.0 Money\n\nNot about visits.\n")

    assert row.commentary is not None
    assert row.commentary.authors == ("Ann Berry", "Carl Dunn")
    assert row.commentary.text == "Visits rose.\nMore to come."


def test_commentary_in_paragraphs_takes_its_list_and_ends_with_the_next_row():
    words = "\nSupporting Commentary: Ann Berry\n\nWe do this:\n\n- longer hours\n- more books\n\n"

    first, second = the_measures(f"{HEADINGS}{ROW}{words}{ROW.replace('LB01 01', 'LB01 02')}")

    assert first.commentary is not None
    assert first.commentary.text == "We do this:\n- longer hours\n- more books"
    assert second.commentary is None


def test_commentary_goes_on_over_a_repeated_row_of_headings():
    rows = f"{ROW}Commentary: Ann Berry Visits rose\t\t\t\t\t\t\n\n{HEADINGS}\tby a tenth.\t\t\t\t\t\n"

    (row,) = the_measures(HEADINGS + rows)

    assert row.commentary is not None
    assert row.commentary.text == "Visits rose\nby a tenth."


def test_an_empty_commentary_is_told_from_none():
    row, other = the_measures(f"{HEADINGS}{ROW}Commentary: Ann Berry\t\t\t\t\t\t\n{ROW.replace('01 01', '01 02')}")

    assert row.commentary is not None
    assert (row.commentary.authors, row.commentary.text) == (("Ann Berry",), "")
    assert other.commentary is None


@pytest.mark.parametrize(
    ("text", "authors", "words"),
    [
        ("Ann Berry Visits rose.", ("Ann Berry",), "Visits rose."),
        ("Ann Berry, Carl Dunn Children in care rose.", ("Ann Berry", "Carl Dunn"), "Children in care rose."),
        ("Ann Berry/Carl Dunn\nWords.", ("Ann Berry", "Carl Dunn"), "Words."),
        ("Háf Owen - Work goes on.", ("Háf Owen",), "Work goes on."),
        ("Dr Ann Berry Work goes on.", ("Dr Ann Berry",), "Work goes on."),
        ("Quarter Three was good.", (), "Quarter Three was good."),
        ("There are 17 children.", (), "There are 17 children."),
        ("", (), ""),
    ],
)
def test_authors_stand_before_the_words(text, authors, words):
    assert authors_and_text(text) == (authors, words)


def test_a_longer_name_is_told_where_it_stands_alone_elsewhere():
    known = frozenset({"Ann Mary Berry"})

    assert authors_and_text("Ann Mary Berry Visits rose.", known=known) == (("Ann Mary Berry",), "Visits rose.")


@pytest.mark.parametrize(
    ("headings", "names"),
    [
        (["Performance Indicator", "Value", "Target", "Status"], ["title", "current", "target", "progress"]),
        (["PI", "2022/23 Outturn", "Q1", "Target"], ["title", "prior_actual", "current", "target"]),
        (
            ["Code", "Description", "2021/22 Actual", "2022/23 Actual"],
            ["ref", "title", "prior_actual", "current"],
        ),
        (
            ["Measure", "Good is", "Target 2024/25", "Target 2025/26"],
            ["title", "polarity", "target 2024/25", "target 2025/26"],
        ),
        (["Indicator", "Period", "Value", "Rank (All)"], ["title", "period", "current", "rank_all"]),
        (["Ref", "Milestone", "Due date", "Lead", "Progress"], ["ref", "title", "due", "officer", "progress"]),
    ],
)
def test_headings_of_other_councils_are_known(headings, names):
    layout = layout_of(headings)

    assert layout is not None
    assert [column.name for column in layout.columns] == names


@pytest.mark.parametrize(
    "headings",
    [
        ["Measure", "", "", "Value", ""],
        ["Ref", "Risk", "Score"],
        ["", "Annual budget", "Actual"],
        ["Date"],
        ["a" * 200, "Value"],
    ],
)
def test_headings_of_other_tables_are_not_taken(headings):
    assert layout_of(headings) is None


def test_a_light_is_read_from_the_picture_in_its_cell_where_the_format_keeps_it():
    where = Where(file="q.docx", page=1)
    green = Picture(where=where, colour="#00b050")
    table = Table(
        rows=(
            TableRow(tuple(TableCell(text, where) for text in ("Ref", "Measure", "Current", "Progress")), where),
            TableRow(
                (
                    *(TableCell(text, where) for text in ("LB1", "Visits", "7")),
                    TableCell("", where, pictures=(green,)),
                ),
                where,
            ),
        ),
        where=where,
    )

    paper = recognise(BlockDocument(file="q.docx", format="docx", blocks=(table,)))

    assert [row.cells["progress"].light for _, _, row in paper.measures] == ["green"]


def test_a_cell_that_lists_items_is_as_many_measures():
    text = "Measure\tGood is\tTarget 2022/23\nTrees planted: a) hectares\tHigh\ta) 5 Hectares b) 500 Trees\n"

    rows = the_measures(text)

    assert [(row.title, row.cells["target"].text) for row in rows] == [
        ("Trees planted: hectares", "5 Hectares"),
        ("Trees planted:", "500 Trees"),
    ]


def test_a_change_by_a_later_year_is_no_figure_for_the_year():
    (row,) = the_measures("Measure\tGood is\tTarget 2022/23\nCarbon\tLow\t10% reduction by 2024\n")

    assert (row.cells["target"].status, row.cells["target"].text) == (CellStatus.TEXT, "10% reduction by 2024")


def test_labels_that_the_title_spells_out_are_whole_words():
    row_text = "LB2\tVisits: Primary – Pri Secondary – Sec\t\t\tPri - 94% Sec – 91%\t\t\n"

    (row,) = the_measures(HEADINGS + row_text)

    assert [part.label for part in row.cells["current"].parts] == ["Primary", "Secondary"]


def test_rows_that_fit_nowhere_in_a_table_of_measures_are_listed():
    paper = a_paper("Measure\tTarget\tCurrent\nVisits\t5\t6\nComment: Ann Berry Up.\t\t\n\t\tall\trounded\n")

    assert [(one.kind, one.text) for one in paper.unrecognised] == [("row", " |  | all | rounded")]


def test_a_row_without_a_reference_that_fills_every_column_is_a_measure_of_its_own():
    rows = the_measures("Ref\tMeasure\tGood is\tCurrent\nA1\tWaste\tLow\t190\n\tCarbon\tLow\t5\n\tTrees\tHigh\t500\n")

    assert [(row.ref, row.title) for row in rows] == [("A1", "Waste"), ("", "Carbon"), ("", "Trees")]


def test_a_reference_before_the_title_is_taken_from_it():
    rows = the_measures("Indicator\tValue\nC&L 05b: Adults who like parks\t79%\nPlain title\t3\n")

    assert [(row.ref, row.title) for row in rows] == [("C&L 05b", "Adults who like parks"), ("", "Plain title")]


def test_commentary_under_a_heading_that_names_the_row_belongs_to_it_and_is_signed_below():
    where = Where(file="q.html")
    rows = [["Ref", "Measure", "Quarter figure", "Progress"], ["LB1 01", "Visits", "92% [p]", "▲ On course"]]
    blocks = (
        Heading("4.1 LB1 Open doors", 2, where),
        Table(tuple(TableRow(tuple(TableCell(text, where) for text in row), where) for row in rows), where),
        Heading("LB1 01 Visits to libraries", 3, where),
        Paragraph("Visits rose.", where),
        Paragraph("Commentary: Head of Libraries.", where),
        Heading("5 Money", 1, where),
        Paragraph("Not about visits.", where),
    )

    paper = recognise(BlockDocument(file="q.html", format="html", blocks=blocks))

    ((_, objective, row),) = paper.measures
    assert (objective.ref, objective.title) == ("LB1", "Open doors")
    assert (row.cells["current"].status, row.cells["progress"].light) == (CellStatus.PROVISIONAL, "green")
    assert row.commentary is not None
    assert (row.commentary.authors, row.commentary.text) == (("Head of Libraries",), "Visits rose.")


def test_a_year_over_several_columns_heads_each_of_them():
    where = Where(file="q.docx")
    above = TableRow(
        (TableCell("", where, columns=2), TableCell("2022/23", where), TableCell("2023/24", where, columns=2)), where
    )
    rows = [["Ref", "Measure", "Actual", "Target", "Actual"], ["LB1", "Visits", "5", "6", "7"]]
    below = (TableRow(tuple(TableCell(text, where) for text in row), where) for row in rows)

    paper = recognise(BlockDocument(file="q.docx", format="docx", blocks=(Table((above, *below), where),)))

    ((_, _, row),) = paper.measures
    assert {name: (cell.header, cell.text) for name, cell in row.cells.items()} == {
        "prior_actual": ("2022/23 Actual", "5"),
        "target": ("2023/24 Target", "6"),
        "current": ("2023/24 Actual", "7"),
    }
