"""A pack is split into its reports, each with its front, period, recommendations and key of officers."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldthread.domain.papers import Paper, Where
from goldthread.reader.blocks import BlockDocument, Heading, ListItem, Paragraph, Table, TableCell, TableRow
from goldthread.reader.from_text import from_text
from goldthread.reader.recognise import recognise
from goldthread.reader.recognise.sections import is_section_heading

WHERE = Where(file="any.html", line=1)
PACK = """\
AGENDA

1. Minutes

REPORT TO:\tChildren's Board
DATE:\t3 June 2024
REPORTING OFFICER:\tDirector of Libraries
SUBJECT:\tPerformance Report for Quarter 4 2023/24
WARD(S)\tAll

1.0 PURPOSE OF REPORT

1.1 To receive the report for 1 January to 31 March 2024.

2.0 RECOMMENDED: That the Board

- 1) receives the report; and
- 2) asks questions.

3.0 Key developments

3.1 **Reading hubs**

Two hubs have opened.

6.3 Key for responsible officers: **AB** Ann Berry, Head of Libraries.

CD/EF Carl Dunn/Eve Frost, Heads of Schools.

The end.

Report to: Children's Board

Date: 3 June 2024

Report of: Chief Executive

Title: Public questions

Recommendation: That any questions be answered.
"""


def a_paper(text: str, *, file: str = "pack.txt") -> Paper:
    return recognise(from_text(text, file=file))


def test_a_pack_is_split_at_each_front():
    reports = a_paper(PACK).reports

    assert [(report.title, report.where.line) for report in reports] == [
        ("Performance Report for Quarter 4 2023/24", 5),
        ("Public questions", 32),
    ]
    assert reports[0].last_line == 30


def test_a_front_gives_its_fields_by_name_whatever_they_are_called():
    first, second = a_paper(PACK).reports

    assert {name: field.text for name, field in first.front.fields.items()} == {
        "board": "Children's Board",
        "date": "3 June 2024",
        "officer": "Director of Libraries",
        "subject": "Performance Report for Quarter 4 2023/24",
        "wards": "All",
    }
    assert second.front.fields["officer"].label == "Report of"
    assert first.front.date == second.front.date == dt.date(2024, 6, 3)


def test_the_period_is_read_from_the_subject():
    first, second = a_paper(PACK).reports

    assert (str(first.period), first.period_printed) == ("2023/24 Q4", "Quarter 4 2023/24")
    assert second.period is None


def test_recommendations_are_the_items_under_their_heading_or_its_own_words():
    first, second = a_paper(PACK).reports

    assert [(one.number, one.text) for one in first.front.recommendations] == [
        ("1)", "receives the report; and"),
        ("2)", "asks questions."),
    ]
    assert [one.text for one in second.front.recommendations] == ["Recommendation: That any questions be answered."]


def test_the_key_of_officers_is_read_person_by_person():
    assert a_paper(PACK).reports[0].officers == {
        "AB": "Ann Berry, Head of Libraries",
        "CD": "Carl Dunn, Heads of Schools",
        "EF": "Eve Frost, Heads of Schools",
    }


def test_a_passage_stands_under_the_headings_above_it_without_its_number():
    passages = {passage.text: passage for passage in a_paper(PACK).passages}

    assert passages["Two hubs have opened."].section == "Key developments / Reading hubs"
    assert passages["To receive the report for 1 January to 31 March 2024."].number == "1.1"
    assert (passages["Key developments"].level, passages["Reading hubs"].level) == (1, 2)


@pytest.mark.parametrize(
    ("text", "file", "period"),
    [
        ("# Visits\n\nReporting period: Quarter 2 2024-25\n", "a.txt", "2024/25 Q2"),
        ("# Visits\n\nThis covers 1 April 2024 to 30 June 2024.\n", "a.txt", "2024/25 Q1"),
        ("# Visits, 2023/24 quarter 1 (Apr-Jun 2023)\n", "a.txt", "2023/24 Q1"),
        ("# Visits\n\nNumbers.\n", "visits-q3-2324.txt", "2023/24 Q3"),
        ("# Visits\n\nRef\tMeasure\tTarget 2022/23\tCurrent\nA1\tVisits\t10\t12\n", "a.txt", "2022/23"),
        ("# Visits\n\nNumbers.\n", "visits-2024-07-15.txt", "None"),
    ],
)
def test_a_report_without_a_front_gets_its_period_from_wherever_it_is_named(text, file, period):
    assert [str(report.period) for report in a_paper(text, file=file).reports] == [period]


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("5.0 Financial Summary", True),
        ("4.1 There are none.", False),
        ("473 out of 501 were placed", False),
        ("2.0 RECOMMENDED: That the Board", True),
    ],
)
def test_a_numbered_heading_is_told_from_a_numbered_sentence(text, heading):
    assert is_section_heading(text) is heading


def test_what_nobody_recognised_is_listed_as_printed():
    paper = a_paper("Colour\tShape\nBlue\tRound\n")

    assert [(one.kind, one.text) for one in paper.unrecognised] == [("table", "Colour | Shape\nBlue | Round")]


def test_placeholders_of_an_unfilled_template_are_listed_and_give_no_measure():
    paper = a_paper("In |^LIB_year| the value for |$place| was %LIB1, see {{ note }}.")

    assert [one.text for one in paper.unrecognised] == ["|^LIB_year|", "|$place|", "%LIB1", "{{ note }}"]
    assert list(paper.measures) == []


CELLS = st.text(alphabet="aA1 £%().|/-:\n", max_size=12)
BLOCKS = st.one_of(
    st.builds(lambda text: Paragraph(text=text, where=WHERE), CELLS),
    st.builds(lambda text: Heading(text=text, level=1, where=WHERE), CELLS),
    st.builds(lambda text: ListItem(text=text, marker="•", depth=0, where=WHERE), CELLS),
    st.builds(
        lambda rows: Table(
            rows=tuple(TableRow(tuple(TableCell(text, WHERE, columns=2) for text in row), WHERE) for row in rows),
            where=WHERE,
        ),
        st.lists(st.lists(st.one_of(CELLS, st.sampled_from(["Ref", "Measure", "Current", "Milestone"])), max_size=5)),
    ),
)


@given(st.lists(BLOCKS, max_size=8))
def test_any_blocks_give_a_paper_that_keeps_their_texts(blocks):
    paper = recognise(BlockDocument(file="any.html", format="html", blocks=tuple(blocks)))

    texts = [block for block in blocks if not isinstance(block, Table)]
    assert len([one for one in paper.passages if one.kind != "table cell"]) == len(texts)


def test_the_front_of_a_report_is_not_listed_as_unrecognised() -> None:
    document = from_text(
        "REPORT TO:\tParks Board\nDATE:\t15 July 2031\nREPORTING OFFICER:\tDirector\nSUBJECT:\tThe ponds\n\n"
        "Name\tPost\tSince\nA. Heron\tDirector\tever\n",
        file="pack.txt",
    )

    assert [record.text.split(" |")[0] for record in recognise(document).unrecognised] == ["Name"]
