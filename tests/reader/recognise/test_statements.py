"""Tables of figures are read with their columns, units, sections, subtotals and totals."""

import datetime as dt
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from goldthread.domain.papers import TableRecord
from goldthread.reader.from_text import from_text
from goldthread.reader.recognise import meetings, risks, shares, statements, tasks

REVENUE = """PARKS DEPARTMENT Revenue Budget as at 31 December 2031

\tAnnual Budget £'000\tBudget to Date £'000\tActual Spend £'000\tVariance (Overspend) £'000\tForecast Outturn £'000
Expenditure\t\t\t\t\t
Gardeners\t1,200\t900\t950\t(50)\t(60)
Seeds\t100\t75\t70\t5\t6
Total Expenditure\t1,300\t975\t1,020\t(45)\t(54)

Income\t\t\t\t\t
Stalls\t-40\t-30\t-20\t(10)\t(12)
Net Expenditure\t1,260\t945\t1,000\t(55)\t(66)
"""
PLACES = """Day places

Provision\tWeekly Costs\t31 December 2031\t\t30 September 2031\t
\t\tNo. Placed\tEstimated cost for the year\tNo. Placed\tEstimated cost for the year
Hut\t£200 - £300\t6\t853,613\t4\t768,400
Barn\t£301 - £900\t2\t59,602\t9\t16,255
"""
ROLL_OUT = """What happens when

Project\tQuarter 1\tQuarter 2\tQuarter 3\tQuarter 4
Ponds\tDesign\tDesign\tDig\tFill
"""
FINDERS = (meetings.find, tasks.find, risks.find, shares.find, statements.find)
PIECES = st.lists(
    st.one_of(
        st.sampled_from(
            ["\t", "\n", "\n\n", "Start", "End", "Description of Risk", "Rating", "Controls", "ABC12 TITLE"]
        ),
        st.sampled_from(
            ["1. ITEM", "RESOLVED: That", "20% of actions delayed", "Quarter 1", "(1,200)", "9 Low", "May 24"]
        ),
        st.text(max_size=12),
    ),
    max_size=60,
)


def tables_of(text: str) -> tuple[TableRecord, ...]:
    document = from_text(text, file="q3.txt")
    return statements.find(document, range(len(document.blocks))).tables


def test_a_revenue_statement_keeps_its_columns_unit_and_day() -> None:
    (table,) = tables_of(REVENUE)

    assert (table.kind, table.unit, table.as_at) == ("revenue", "£'000", dt.date(2031, 12, 31))
    assert list(table.columns) == ["annual_budget", "budget_to_date", "actual", "variance", "forecast_outturn"]


def test_brackets_and_minus_signs_are_negative() -> None:
    (table,) = tables_of(REVENUE)

    rows = {row.label: row for row in table.rows}
    assert rows["Gardeners"].values["variance"].number == Decimal(-50)
    assert rows["Stalls"].values["annual_budget"].number == Decimal(-40)


def test_a_statement_goes_on_after_a_blank_line_with_its_sections_subtotals_and_total() -> None:
    (table,) = tables_of(REVENUE)

    assert [(row.label, row.kind, row.section) for row in table.rows] == [
        ("Expenditure", "heading", ""),
        ("Gardeners", "line", "Expenditure"),
        ("Seeds", "line", "Expenditure"),
        ("Total Expenditure", "subtotal", "Expenditure"),
        ("Income", "heading", ""),
        ("Stalls", "line", "Income"),
        ("Net Expenditure", "total", "Income"),
    ]


def test_a_heading_over_two_columns_counts_for_both() -> None:
    (table,) = tables_of(PLACES)

    assert table.kind == "placements"
    assert list(table.columns.values())[1:3] == [
        "31 December 2031 No. Placed",
        "31 December 2031 Estimated cost for the year",
    ]
    assert [cell.number for cell in table.rows[1].values.values() if cell.number is not None] == [2, 59602, 9, 16255]


def test_a_plan_by_quarter_in_words_is_a_roll_out() -> None:
    (table,) = tables_of(ROLL_OUT)

    assert table.kind == "roll-out"
    assert [cell.text for cell in table.rows[0].values.values()] == ["Design", "Design", "Dig", "Fill"]


def test_a_table_of_words_is_left_to_others() -> None:
    assert tables_of("Name\tPost\nA. Heron\tDirector\nB. Otter\tClerk\n") == ()


def test_the_blocks_of_a_table_are_taken_and_no_others() -> None:
    document = from_text(f"Words.\n\n{REVENUE}", file="q3.txt")

    assert statements.find(document, range(len(document.blocks))).taken == {2, 3}


def test_a_roll_out_goes_on_over_a_blank_line_until_quarters_head_the_next() -> None:
    head = "Strand\tQuarter 1\tQuarter 2\tQuarter 3\tQuarter 4\n"
    rows = "Reading\tDesign\tPilot\tPilot\tSustain\nSinging\tDesign\tDesign\tPilot\tPilot\n"

    tables = tables_of(f"{head}{rows}\n{rows}\n{head}{rows}")

    assert [(table.kind, len(table.rows)) for table in tables] == [("roll-out", 4), ("roll-out", 2)]


def test_a_band_of_amounts_is_two_numbers() -> None:
    text = "Care\tWeekly cost\tNo. placed\nHomes\t£200 - £300\t6\nHostels\t£301-£450\t4\n"

    (table,) = tables_of(text)

    assert [[part.number for part in row.values["weekly_cost"].parts] for row in table.rows] == [
        [200, 300],
        [301, 450],
    ]


@given(PIECES)
def test_whatever_stands_in_a_text_nothing_raises_and_only_what_is_there_is_taken(pieces: list[str]) -> None:
    document = from_text("".join(pieces), file="any.txt")
    left = range(len(document.blocks))

    taken = [find(document, left).taken for find in FINDERS]

    assert all(one <= set(left) for one in taken)


def test_a_figure_with_its_change_is_two_numbers() -> None:
    rows = ("\tPonds\tBridges", "2030\t4%\t5.5%", "2031\t3.3% -0.7% from last year\t5.5% No change from last year")
    text = "\n".join(rows)

    (table,) = tables_of(text)

    cells = table.rows[1].values
    assert [(part.label, part.number) for part in cells["ponds"].parts] == [
        ("", Decimal("3.3")),
        ("change", Decimal("-0.7")),
    ]
    assert cells["bridges"].number == Decimal("5.5")


def test_a_title_above_another_table_is_not_this_ones() -> None:
    head = (
        "Year {} of the ponds\tQuarter 1\tQuarter 2\tQuarter 3\tQuarter 4\nDigging\tDesign\tPilot\tPilot\tSustain\n"
    )

    tables = tables_of(f"The plan\n\n{head.format(1)}\n{head.format(2)}")

    assert [table.title for table in tables] == ["The plan", "Year 2 of the ponds"]
