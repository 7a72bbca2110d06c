"""Dashboards and lists: cards, a cell a line, a column after another, items with a light in brackets."""

from goldthread.domain.papers import Where
from goldthread.reader.blocks import Block, BlockDocument, Heading, ListItem, Paragraph, Picture
from goldthread.reader.from_html import from_html
from goldthread.reader.from_text import from_text
from goldthread.reader.recognise import recognise

WHERE = Where(file="page.html")


def a_page(*blocks: Block) -> BlockDocument:
    return BlockDocument(file="page.html", format="html", blocks=blocks)


def texts(*lines: str) -> list[Block]:
    return [
        Paragraph(text=line, where=Where(file="page.html", line=number)) for number, line in enumerate(lines, start=2)
    ]


def test_a_card_gives_figure_period_change_colour_and_rank():
    title, value, period, change, rank = texts(
        "LIB 01: Cost per visit", "£ 16.00K", "2022-23", "Improving & Falling", "#7"
    )
    red = Picture(where=WHERE, colour="#ff0000")

    paper = recognise(a_page(Heading("Libraries", 1, WHERE), title, value, period, red, change, rank))

    ((_, objective, row),) = paper.measures
    assert (objective.title, row.ref, row.title) == ("Libraries", "LIB 01", "Cost per visit")
    assert {name: cell.text for name, cell in row.cells.items()} == {
        "current": "£ 16.00K",
        "period": "2022-23",
        "change": "Improving & Falling",
        "rank": "#7",
    }
    assert row.cells["change"].light == "red"
    assert (row.cells["current"].number, row.cells["rank"].number) == (16000, 7)


def test_texts_without_a_figure_and_a_period_are_no_card():
    assert list(recognise(a_page(*texts("A title", "Some words that follow it", "2022-23"))).measures) == []


def test_a_table_that_came_out_a_cell_a_line_is_read():
    headings = "Performance Indicator |\nValue |\nTarget |\nStatus |\n"
    lines = f"{headings}Visits |\n1,200 |\n1,000 |\n |\nLoans |\n50% |\n60% |\nRed |\n"

    rows = [row for _, _, row in recognise(from_text(lines, file="cells.txt")).measures]

    assert [(row.title, row.cells["current"].text, row.cells["target"].text) for row in rows] == [
        ("Visits", "1,200", "1,000"),
        ("Loans", "50%", "60%"),
    ]
    assert rows[1].cells["progress"].light == "red"


def test_a_table_that_came_out_column_by_column_is_read():
    headings = "Indicator No.\nDefinition\nTop & Middle\n2006-07 Target\nActual\n\n"
    lines = f"{headings}9\n10\nTax\nRent\n98% 97%\n99% 96%\n50%\n60%\n55%\n58%\n"

    rows = [row for _, _, row in recognise(from_text(lines, file="columns.txt")).measures]

    assert [(row.ref, row.title, row.cells["target"].text, row.cells["current"].text) for row in rows] == [
        ("9", "Tax", "50%", "55%"),
        ("10", "Rent", "60%", "58%"),
    ]
    assert [part.label for part in rows[0].cells["top_middle"].parts] == ["Top", "Middle"]


def test_items_with_their_light_in_brackets_are_measures():
    items = [
        ListItem("Charging points (cumulative) (Red)\n135, against a target of 156.", "•", 0, WHERE),
        ListItem("Hangars (Blue)\n81 (16 on-street and 65 on estates).", "•", 0, WHERE),
    ]

    rows = [row for _, _, row in recognise(a_page(Heading("Streets", 1, WHERE), *items)).measures]

    assert [(row.title, row.cells["progress"].light) for row in rows] == [
        ("Charging points (cumulative)", "red"),
        ("Hangars", "blue"),
    ]
    assert (rows[0].cells["current"].number, rows[0].cells["target"].number) == (135, 156)
    assert [int(part.number) for part in rows[1].cells["current"].parts] == [81, 16, 65]


def test_an_item_and_its_text_may_be_two_blocks():
    blocks: list[Block] = []
    for title, words in (("Loans (Green)", "48.6% this quarter."), ("Visits (Amber)", "1,102, by one counter.")):
        blocks += [ListItem(title, "•", 0, WHERE), Paragraph(words, WHERE)]

    rows = [row for _, _, row in recognise(a_page(*blocks)).measures]

    assert [(row.title, str(row.cells["current"].number)) for row in rows] == [("Loans", "48.6"), ("Visits", "1102")]


def test_one_bracket_in_a_list_is_no_measure():
    assert list(recognise(a_page(ListItem("Paint it (red)\n12 tins", "•", 0, WHERE))).measures) == []


def test_a_table_that_lies_on_its_side_is_one_measure():
    lines = "Ref\tLB1\nIndicator\tVisits\nTarget\t10\nCurrent\t12\nStatus\tGreen\n"

    ((_, _, row),) = recognise(from_text(lines, file="side.txt")).measures

    assert (row.ref, row.title, row.cells["current"].number, row.cells["progress"].light) == (
        "LB1",
        "Visits",
        12,
        "green",
    )


def test_tables_that_stand_side_by_side_are_read_one_after_the_other():
    lines = "Indicator\tPeriod\tValue\tIndicator\tPeriod\tValue\nVisits\t2022-23\t5\tLoans\t2021-22\t7\n"

    rows = [row for _, _, row in recognise(from_text(lines, file="two.txt")).measures]

    assert [(row.title, row.cells["period"].text, row.cells["current"].text) for row in rows] == [
        ("Visits", "2022-23", "5"),
        ("Loans", "2021-22", "7"),
    ]


def test_cards_that_stand_side_by_side_are_read_down_their_columns():
    lines = "LB 01: Visits\t\tLB 02: Loans\t\n£ 5\t#1\t70%\t#2\n2022-23\tImproving\t2021-22\tWorsening\n"

    rows = [row for _, _, row in recognise(from_text(lines, file="two.txt")).measures]

    assert [
        (row.ref, *(row.cells[name].text for name in ("current", "period", "rank", "change"))) for row in rows
    ] == [
        ("LB 01", "£ 5", "2022-23", "#1", "Improving"),
        ("LB 02", "70%", "2021-22", "#2", "Worsening"),
    ]


def test_a_title_that_opens_with_a_reference_may_run_over_lines():
    page = a_page(*texts("LB 01: Visits of people", "from the villages", "£ 5", "2022-23", "Plain words"))

    rows = [row for _, _, row in recognise(page).measures]

    assert [(row.ref, row.title) for row in rows] == [("LB 01", "Visits of people from the villages")]


def test_a_card_of_a_web_page_takes_its_colour_from_the_picture_s_class():
    page = b"""<html><body><div>LB 01: Visits</div><div>5</div><div>2022-23</div>
        <div><object class="red" data="a.svg"></object><p>Worsening</p></div></body></html>"""

    rows = [row for _, _, row in recognise(from_html(page, file="page.html")).measures]

    assert [(row.ref, row.cells["change"].text, row.cells["change"].light) for row in rows] == [
        ("LB 01", "Worsening", "red")
    ]


def test_a_change_may_run_over_lines():
    page = a_page(*texts("LB 01: Visits", "£ 5", "2022-23", "Improving &", "Increasing", "#3"))

    ((_, _, row),) = recognise(page).measures

    assert (row.cells["change"].text, row.cells["rank"].text) == ("Improving & Increasing", "#3")


def test_a_figure_and_its_period_may_stand_on_one_line():
    ((_, _, row),) = recognise(a_page(*texts("LB 01: Visits", "£ 7,251 2022-23", "Improving", "#3"))).measures

    assert (row.cells["current"].text, row.cells["period"].text, row.cells["rank"].text) == (
        "£ 7,251",
        "2022-23",
        "#3",
    )


def test_a_title_set_beside_its_figure_may_end_below_it():
    page = a_page(*texts("LB 01: Visits (per 100", "£ 5", "2022-23", "people)", "Improving", "#3"))

    ((_, _, row),) = recognise(page).measures

    assert (row.title, row.cells["rank"].text) == ("Visits (per 100 people)", "#3")
