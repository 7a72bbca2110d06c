"""Pages built from words, boxes and rules: what they are read as."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from goldthread.reader.blocks import Block, Heading, Paragraph, Table
from goldthread.reader.pdf_layout import blocks_of_layout
from goldthread.reader.pdf_page import Box, Fill, Page, Run


def a_run(text: str, left: float, base: float, *, size: float = 10.0) -> Run:
    return Run(text, Box(left, base - 0.75 * size, left + 5 * len(text), base), size, base)


def a_page(*runs: Run, number: int = 1, rules: tuple[Box, ...] = (), fills: tuple[Fill, ...] = ()) -> Page:
    return Page(number, 800, 600, runs, rules, fills)


def a_rule(at: float) -> Box:
    return Box(40, at, 560, at + 0.5)


def words_of(blocks: list[Block]) -> list[str]:
    found: list[str] = []
    for block in blocks:
        texts = [cell.text for row in block.rows for cell in row.cells] if isinstance(block, Table) else [block.text]
        found += [word for text in texts for word in text.split()]
    return found


def rows_of(block: Block) -> list[list[str]]:
    assert isinstance(block, Table)
    return [[cell.text for cell in row.cells] for row in block.rows]


def test_larger_type_than_usual_is_a_heading() -> None:
    blocks = blocks_of_layout(
        [a_page(a_run("Housing", 50, 100, size=20), *(a_run(f"line {at}", 50, 140 + 12 * at) for at in range(4)))],
        file="a.pdf",
    )
    assert isinstance(blocks[0], Heading)
    assert blocks[0].text == "Housing"


def test_the_lines_of_a_paragraph_are_one() -> None:
    blocks = blocks_of_layout(
        [a_page(a_run("The council repaired", 50, 100), a_run("its homes in time", 50, 112))], file="a.pdf"
    )
    assert [block.text for block in blocks if isinstance(block, Paragraph)] == [
        "The council repaired its homes in time"
    ]


def test_rules_keep_the_lines_of_a_cell_in_one_row() -> None:
    rows = [
        a_run("Ref", 50, 110), a_run("Measure", 150, 110), a_run("Target", 400, 110),
        a_run("H1", 50, 130), a_run("Repairs", 150, 130), a_run("70%", 400, 130),
        a_run("H2", 50, 150), a_run("Homes built (PRE-", 150, 150), a_run("80%", 400, 150),
        a_run("MAP) on time", 150, 162),
    ]  # fmt: skip
    page = a_page(*rows, rules=(a_rule(95), a_rule(117), a_rule(137), a_rule(168)))
    (table,) = blocks_of_layout([page], file="a.pdf")
    assert rows_of(table) == [
        ["Ref", "Measure", "Target"],
        ["H1", "Repairs", "70%"],
        ["H2", "Homes built (PRE-MAP) on time", "80%"],
    ]


def test_two_columns_with_rules_between_their_lines_are_a_table() -> None:
    rows = [
        run for at in range(3) for run in (a_run(f"Part {at}", 50, 110 + 20 * at), a_run("7", 400, 110 + 20 * at))
    ]
    page = a_page(*rows, rules=tuple(a_rule(96 + 20 * at) for at in range(4)))
    (table,) = blocks_of_layout([page], file="a.pdf")
    assert rows_of(table) == [["Part 0", "7"], ["Part 1", "7"], ["Part 2", "7"]]


def test_cells_drawn_as_boxes_are_a_table() -> None:
    fills = tuple(Fill(Box(left, top, left + 100, top + 20), "#ff0000") for top in (100, 120) for left in (50, 150))
    page = a_page(a_run("a", 60, 115), a_run("b", 160, 115), a_run("c", 60, 135), a_run("d", 160, 135), fills=fills)
    (table,) = blocks_of_layout([page], file="a.pdf")
    assert rows_of(table) == [["a", "b"], ["c", "d"]]


def test_a_line_at_the_edge_of_most_pages_is_left_out() -> None:
    pages = [
        a_page(a_run(f"Council report {at}", 50, 30), a_run(f"words {at}", 50, 300), number=at) for at in (1, 2, 3)
    ]
    assert "Council" not in words_of(blocks_of_layout(pages, file="a.pdf"))


@given(st.sets(st.tuples(st.integers(0, 5), st.integers(0, 20)), min_size=1))
def test_no_word_is_lost(places: set[tuple[int, int]]) -> None:
    runs = [a_run(f"w{column}x{row}", 40 + 85 * column, 100 + 30 * row) for column, row in sorted(places)]
    found = words_of(blocks_of_layout([a_page(*runs)], file="a.pdf"))
    assert sorted(found) == sorted(run.text for run in runs)
