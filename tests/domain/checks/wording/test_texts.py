"""Texts of a paper."""

import pytest

from goldthread.domain.checks.wording.texts import around, is_shouted, printed, report_of, words
from goldthread.domain.papers import (
    Commentary,
    MeasureRow,
    MilestoneRow,
    ObjectiveSection,
    Paper,
    Passage,
    RiskRecord,
    TaskRecord,
    Unrecognised,
    Where,
)
from tests.domain.checks.made import a_report, a_table, a_task, line, passages


def test_every_text_comes_once_in_the_order_of_its_line() -> None:
    said = Commentary(authors=(), text="Because", where=line(6))
    objective = ObjectiveSection(
        ref="E1",
        title="Visits",
        measures=(
            MeasureRow(ref="E1 01", title="Trips", cells={}, commentary=said, where=line(5)),
            MeasureRow(ref="E1 02", title="Tours", cells={}, where=line(7)),
        ),
        milestones=(
            MilestoneRow(ref="E1a", text="Open", commentary=Commentary((), "Soon", line(9)), where=line(8)),
            MilestoneRow(ref="E1b", text="Close", where=line(10)),
        ),
    )
    report = a_report(objectives=(objective,))
    made = Paper(
        file="paper.txt",
        reports=(report,),
        passages=passages("Words", "Trips here", first=4),
        tables=(a_table(["status"], ["Millbrook", "on the way"], ["Elmwood", "12"], first=12),),
        risks=(RiskRecord(ref="1", description="Late", actions=(TaskRecord(title="Hurry"),), where=line(15)),),
        tasks=(a_task("Design", at=14),),
        unrecognised=(Unrecognised("table", "a | b\nc | d", line(16)), Unrecognised("text", "no line", Where())),
    )

    assert [each.text for each in printed(made)] == [
        *("Hurry", "no line", "Words", "Trips here", "Because", "Tours", "Open", "Soon", "Close"),
        *("Millbrook", "on the way", "Elmwood", "Design", "Late", "a | b", "c | d"),
    ]


def test_paragraphs_without_lines_stay_in_their_reports() -> None:
    report = a_report(Passage(text="Again", where=Where()), Passage(text="Again", where=Where()))
    made = Paper(file="p.docx", reports=(report,), passages=report.passages)

    assert [(each.text, each.report) for each in printed(made)] == [("Again", 0), ("Again", 0)]


def test_a_text_knows_its_report() -> None:
    made = Paper(file="p.txt", reports=(a_report(where=line(3)),), passages=passages("Before", "", "In"))
    first, second = printed(made)

    assert report_of(made, first) is None
    assert report_of(made, second) is made.reports[0]


def test_papers_are_told_apart_though_they_are_equal() -> None:
    one, other = Paper(file="p.txt"), Paper(file="p.txt")

    assert printed(one) == printed(other) == printed(one) == ()


@pytest.mark.parametrize(
    ("start", "end", "cut"), [(0, 3, "one two"), (8, 13, "two three four"), (19, 23, "four five")]
)
def test_a_quote_is_cut_at_whole_words(start: int, end: int, cut: str) -> None:
    assert around("one two three four five", start, end, margin=5) == cut


def test_a_text_without_letters_is_not_shouted() -> None:
    assert not is_shouted("12.3")
    assert words("12.3") == []
