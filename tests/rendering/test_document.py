"""What a document refuses, and how it says so; what it cleans."""

import doctest
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from goldthread.rendering.chart_specs import Break, ChartError, LightRow, LightsChart, Series
from goldthread.rendering.charts import chart
from goldthread.rendering.document import (
    Absent,
    BulletList,
    Column,
    DocumentError,
    Field,
    Heading,
    Link,
    Number,
    PageBreak,
    SummaryList,
    Text,
    item,
    light,
    number,
    paragraph,
    paragraphs,
    plain,
    words,
)
from goldthread.rendering.wording import SYMBOLS
from tests.rendering.builders import LINE, MEASURES, a_dataset, a_document, a_table

COLUMN = Column(heading="Measure")
ROW = (words("Attendance"),)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: a_document(title=" "), "has no title"),
        (lambda: a_document(author=""), "has no author. Name the organisation"),
        (lambda: a_document(language="English"), "has the language 'English'. Use a tag such as en-GB"),
        (
            lambda: a_document(blocks=(Heading(level=2, text="Deep"),)),
            "'Deep' has level 2 after level 0. Use level 1",
        ),
        (
            lambda: a_document(blocks=(Heading(level=1, text="One"), Heading(level=3, text="Three"))),
            "'Three' has level 3 after level 1. Use level 2, so that no level is skipped",
        ),
        (
            lambda: a_document(blocks=tuple(Heading(level=1, text=name, anchor="same") for name in "ab")),
            "The anchor same is given to two headings",
        ),
        (lambda: a_document(blocks=(paragraph(Link("there", "#nowhere")),)), "leads to #nowhere, but no heading"),
        (
            lambda: a_document(blocks=(MEASURES, MEASURES)),
            "Two tables have the caption 'Measures of objective PED01'",
        ),
        (lambda: a_document(datasets=(a_dataset(), a_dataset(name="MEASURES"))), "Two data sets"),
        (lambda: Heading(level=5, text="Too deep"), "'Too deep' has level 5. Use 1 to 4"),
        (lambda: Heading(level=1, text="\x00 "), "A heading has no text"),
        (lambda: Heading(level=1, text="A", anchor="Not this"), "anchor 'Not this'. Use lower case"),
        (lambda: a_table(caption=""), "A table .* has no caption. Say what it shows"),
        (lambda: a_table(rows=()), "has no rows. Say so in a paragraph"),
        (lambda: a_table(columns=(COLUMN,)), "Row 1 of the table .* has 7 cells, but the table has 1"),
        (
            lambda: a_table(columns=(COLUMN, Column(heading="measure")), rows=(ROW * 2,)),
            "two columns named 'measure'",
        ),
        (lambda: a_table(columns=(Column(heading=""),), rows=(ROW,)), "a column without a heading"),
        (lambda: words("  "), "A cell is empty. Say why"),
        (lambda: words("x" * 40_000), "A cell holds 40,000 characters; a cell holds 32,767 at most"),
        (lambda: number(Decimal("NaN")), "holds NaN. Use a finite number or Absent"),
        (lambda: number(Decimal(1) / Decimal(3)), "more than 15 digits; a spreadsheet would alter it. Round it"),
        (lambda: number(Decimal(1), symbol="q"), "no status symbol 'q'. The symbols are b, c, n"),
        (lambda: Absent("?"), "no status symbol"),
        (lambda: light("progress", "purple"), "no progress light 'purple'. The values are green"),
        (lambda: Link("here", "javascript:alert(1)"), "Use http, https, mailto"),
        (lambda: Link("here", "//evil.example"), "Use http, https, mailto"),
        (lambda: Link(" ", "https://council.example"), "has no text. Say where it leads"),
        (lambda: BulletList(()), "A list has no items"),
        (lambda: SummaryList(()), "A summary list has no rows"),
        (lambda: item("Officer", " "), "The row 'Officer' says nothing"),
        (lambda: replace(chart(LINE), sentence=""), "'Children entering care' has no sentence"),
        (lambda: replace(chart(LINE), table=MEASURES), "draws 24.1, 27.5 and 31.2, missing from its table"),
        (lambda: a_dataset(name="A/B"), "needs a name of letters, digits, spaces and hyphens"),
        (lambda: a_dataset(name="Notes"), "'Notes' has the name of another sheet of every workbook"),
        (lambda: a_dataset(title=""), "has no title"),
        (
            lambda: a_dataset(fields=(Field(heading="Current", kind="number"), Field(heading="Current mark"))),
            "two columns named 'Current mark'",
        ),
        (
            lambda: Field(heading="Value", name="My value"),
            "the name 'My value'. Use lower case, digits and underscores",
        ),
        (
            lambda: a_dataset(fields=(Field(heading="Text"),), rows=(("x" * 40_000,),)),
            "Row 1 of the data set 'Measures', column 'Text', holds 40,000 characters",
        ),
        (lambda: a_dataset(rows=(("only one",),)), "Row 1 of the data set 'Measures' has 1 values for 5"),
        (
            lambda: a_dataset(fields=(Field(heading="Value", kind="number"),), rows=((None,),)),
            r"has None in the number column 'Value'. Give a value of that kind, or Absent\(\"x\"\)",
        ),
        (
            lambda: a_dataset(fields=(Field(heading="On", kind="date"),), rows=((datetime(2024, 1, 1),),)),
            "in the date column 'On'",
        ),
        (lambda: Field(heading="Value", kind="float"), "of the kind 'float'. Use text, number or date"),
    ],
)
def test_what_would_not_be_readable_by_everyone_is_refused_with_its_name(
    make: Callable[[], object], message: str
) -> None:
    with pytest.raises(DocumentError, match=message):
        make()


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: replace(LINE, title=""), "has no title"),
        (lambda: replace(LINE, periods=()), "has no periods"),
        (lambda: replace(LINE, periods=("2022/23",) * 5), "names a period twice"),
        (lambda: replace(LINE, periods=("2022/23",)), "has 5 values"),
        (lambda: replace(LINE, targets=(Decimal(1),)), "has 1 targets for 5 periods"),
        (
            lambda: replace(LINE, breaks=(Break(before="1999", label="New"),)),
            "before '1999', which is not one of its",
        ),
        (lambda: replace(LINE, series=LINE.series * 4), "has 5 lines, the target counted; 4 at most. Split it"),
        (lambda: replace(LINE, series=(Series(name="a", values=(None,) * 5, symbols=("q",) * 5),)), "symbol 'q'"),
        (
            lambda: LightsChart(title="Lights", kind="progress", rows=(LightRow(label="A", counts=(("blue", 1),)),)),
            "counts 'blue'",
        ),
    ],
)
def test_a_chart_that_cannot_be_drawn_honestly_is_refused(make: Callable[[], object], message: str) -> None:
    with pytest.raises(ChartError, match=message):
        make()


def test_control_characters_go_and_line_ends_become_one_kind() -> None:
    text = Text("Cost\x00 \t<  £5m \r\nrising\x85\ud800again\ufffe")

    assert text.text == "Cost < £5m\nrising\nagain"


def test_a_blank_line_parts_paragraphs_and_a_single_one_does_not() -> None:
    parts = paragraphs("One.\r\n\r\n\r\nTwo,\nstill two.\n")

    assert [plain(part.content) for part in parts] == ["One.", "Two,\nstill two."]


def test_headings_of_one_name_get_anchors_of_their_own() -> None:
    headings = tuple(Heading(level=1, text=text) for text in ("Money", "Money", "Money-2", "!"))

    anchors = a_document(blocks=headings).anchors()

    assert anchors == ("money", "money-2", "money-2-2", "section")


def test_a_figure_rounded_for_print_is_the_rounded_figure_everywhere() -> None:
    cell = number(Decimal("66.6666666666666666666"), unit="percent", places=1)

    assert cell == Number(value=Decimal("66.7"), printed="66.7%", unit="percent")


def test_the_marks_of_tables_and_data_sets_are_found_for_the_key() -> None:
    empty = a_document(blocks=(PageBreak(),), datasets=())

    assert empty.symbols_used() == ()
    assert a_document().symbols_used() == ("c", "n", "p", "x", "z")


def test_a_document_needs_no_more_than_title_author_and_date() -> None:
    bare = a_document(subtitle="", identifier="", description="", summary=(), blocks=(), datasets=(), notes=())

    assert (bare.title, bare.author, bare.date) == (
        "Performance management report",
        "Anytown Council",
        date(2024, 7, 15),
    )


def test_the_example_in_the_reference_is_true() -> None:
    page = Path(__file__).parents[2] / "docs" / "reference" / "document-model.md"

    failed, tried = doctest.testfile(str(page), module_relative=False)

    assert tried > 8
    assert failed == 0


def test_the_reference_lists_every_mark() -> None:
    page = Path(__file__).parents[2] / "docs" / "reference" / "document-model.md"

    listed = re.findall(r"^\| \[(\w)\] \|", page.read_text(encoding="utf-8"), flags=re.MULTILINE)

    assert listed == list(SYMBOLS)
