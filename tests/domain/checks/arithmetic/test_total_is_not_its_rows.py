"""Totals and their rows."""

from hypothesis import given
from hypothesis import strategies as st

from goldthread.domain.checks.arithmetic.total_is_not_its_rows import CHECK
from tests.domain.checks.made import a_table, lines, messages, severities, tables

COLUMNS = {"annual_budget": "Annual Budget £'000", "actual": "Actual £'000"}


def test_a_total_that_is_not_the_sum_of_its_rows_is_found() -> None:
    table = a_table(COLUMNS, ("Staff", "120", "100"), ("Premises", "45", "50"), ("Total", "185", "150"))

    assert messages(CHECK, tables(table)) == ["Annual Budget £'000: the rows add up to 165, the total says 185"]
    assert lines(CHECK, tables(table)) == [12]


def test_a_difference_that_rounding_explains_is_a_note() -> None:
    table = a_table(COLUMNS, ("Staff", "120", "100"), ("Premises", "45", "50"), ("Total", "166", "150"))

    (finding,) = CHECK.find(tables(table))

    assert finding.severity == "note"
    assert finding.message == "Annual Budget £'000: the rows add up to 165, the total says 166 (rounding)"


def test_people_are_never_rounded() -> None:
    table = a_table({"placed": "No. placed"}, ("Residential", "12"), ("Secure", "3"), ("Total", "16"))

    assert severities(CHECK.find(tables(table))) == ["error"]


def test_a_total_without_lines_takes_the_subtotals_above_it() -> None:
    rows = [
        ("Staff", "120"),
        ("Premises", "45"),
        ("Total Expenditure", "165"),
        ("Income",),
        ("Fees", "-20"),
        ("Sales", "-5"),
        ("Total Income", "-25"),
        ("Net Operational Expenditure", "140"),
        ("Recharges", "10"),
        ("Support", "5"),
        ("Net Total Recharges", "15"),
        ("Net Departmental Expenditure", "175"),
    ]

    assert messages(CHECK, tables(a_table(("actual",), *rows))) == [
        "actual: the rows add up to 155, the total says 175"
    ]


def test_a_total_over_lines_and_the_subtotal_above_them_holds() -> None:
    rows = [("Staff", "120"), ("Premises", "45"), ("Total Core", "165"), ("Grants", "10"), ("Total", "175")]

    assert messages(CHECK, tables(a_table(("actual",), *rows))) == []


def test_empty_cells_add_nothing_but_blame_nobody() -> None:
    fitting = a_table(("actual",), ("Staff", "120"), ("Secure", ""), ("Total", "120"))
    short = a_table(("actual",), ("Staff", "120"), ("Secure", "-"), ("Total", "150"))

    assert messages(CHECK, tables(fitting, short)) == []


def test_what_cannot_be_added_is_left_alone() -> None:
    average = a_table({"average": "Average cost"}, ("In", "10"), ("Out", "20"), ("Total", "16"))
    unread = a_table(("actual",), ("Staff", "see note"), ("Premises", "45"), ("Total", "185"))
    other = a_table(("actual",), ("Staff", "1"), ("Premises", "4"), ("Total", "185"))
    alone = a_table(("actual",), ("Staff", "1"), ("Total", "2"), ("Net sum", "9"))
    shares = a_table(("met",), ("North", "40%"), ("South", "50%"), ("Total", "46%"))
    mean = a_table(("days",), ("North", "4"), ("South", "5"), ("Total average", "4.6"))
    inside = a_table(("actual",), ("Staff", "40"), ("of which agency", "10"), ("Fuel", "5"), ("Total", "45"))
    assert messages(CHECK, tables(shares, mean, inside)) == []
    blank = a_table(("actual",), ("Staff", "10"), ("Premises", "4"), ("Total", "tbc"))

    assert messages(CHECK, tables(average, unread, other, alone, blank)) == []


@given(st.lists(st.integers(-5000, 5000), min_size=2, max_size=8))
def test_a_total_that_is_the_sum_is_never_found(rows: list[int]) -> None:
    table = a_table(("actual",), *((f"Line {row}", str(row)) for row in rows), ("Total", str(sum(rows))))

    assert messages(CHECK, tables(table)) == []
